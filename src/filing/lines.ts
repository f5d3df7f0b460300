/** Breaks of LF, CRLF and CR, mixed as they come. NEL, U+2028 and form feeds are characters of a line, no breaks. */

const lineFeed = 10;
const carriageReturn = 13;

/**
 * The lines of `text` without their terminators, in time linear in its length.
 * A terminator at the very end closes the last line and opens no further one; an empty text has no lines.
 */
export function splitLines(text: string): string[] {
  if (!text.includes('\r')) {
    const lines = text.split('\n');
    if (lines[lines.length - 1] === '') lines.pop();
    return lines;
  }
  const starts = lineStarts(text);
  const lines: string[] = [];
  for (let index = 0; index < starts.length; index++) {
    const start = starts[index]!;
    let end = index + 1 < starts.length ? starts[index + 1]! : text.length;
    if (end > start && text.charCodeAt(end - 1) === lineFeed) end--;
    if (end > start && text.charCodeAt(end - 1) === carriageReturn) end--;
    lines.push(text.slice(start, end));
  }
  if (lines[lines.length - 1] === '' && starts[starts.length - 1] === text.length) lines.pop();
  return lines;
}

/** Offsets at which the lines of `text` start, the first always 0; after a terminator at the end, also `text.length`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  let feed = text.indexOf('\n');
  let back = text.indexOf('\r');
  while (feed !== -1 || back !== -1) {
    if (back !== -1 && (feed === -1 || back < feed)) {
      const next = back + 1;
      if (feed === next) feed = text.indexOf('\n', next + 1);
      starts.push(text.charCodeAt(next) === lineFeed ? next + 1 : next);
      back = text.indexOf('\r', next);
    } else {
      starts.push(feed + 1);
      feed = text.indexOf('\n', feed + 1);
    }
  }
  return starts;
}

/** Index of the last element of the ascending `starts` that is not above `offset`; 0 if all are. */
export function lastNotAbove(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
