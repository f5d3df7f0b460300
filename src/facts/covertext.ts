/** A document's lines as its cover is looked for in: which of them hold certain words, without a pattern tried on every line. */
export interface CoverText {
  readonly lines: readonly string[];
  /** All lines in small letters, a character between each two. */
  readonly small: string;
  /** Where each line begins in `small`, and behind the last one where a further line would. */
  readonly starts: Uint32Array;
}

export function coverTextOf(lines: readonly string[]): CoverText {
  const starts = new Uint32Array(lines.length + 1);
  let start = 0;
  for (let i = 0; i < lines.length; i++) {
    starts[i] = start;
    start += lines[i]!.length + 1;
  }
  starts[lines.length] = start;
  let small = lines.join('\n').toLowerCase();
  // A few letters beyond Latin-1 take two small ones; then only ASCII is made small, to keep every place.
  if (small.length !== start - 1) small = lines.join('\n').replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  return { lines, small, starts };
}

function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Indices below `end` of the lines that hold any of the words, ascending. Words are given in small letters; those of six letters and less
 * are found several times faster, so that the beginning of a word is asked for and the line looked at again.
 */
export function linesWith(text: CoverText, words: readonly string[], end: number): number[] {
  const { small, starts, lines } = text;
  const behind = starts[Math.min(end, lines.length)]!;
  const found: number[] = [];
  for (const word of words) {
    for (let at = small.indexOf(word); at >= 0 && at < behind; ) {
      const line = lineAt(starts, at);
      found.push(line);
      at = small.indexOf(word, starts[line + 1]);
    }
  }
  return words.length > 1 && found.length > 1 ? inOrder(found) : found;
}

/** Each line once, ascending. */
export function inOrder(lines: number[]): number[] {
  lines.sort((a, b) => a - b);
  return lines.filter((line, i) => line !== lines[i - 1]);
}

/** Indices below `end` of the lines that hold a year and a hyphen (`2002-1`), not ordered. */
export function linesWithSeries(text: CoverText, end: number): number[] {
  const { small, starts, lines } = text;
  const behind = starts[Math.min(end, lines.length)]!;
  const found: number[] = [];
  for (const century of ['19', '20']) {
    for (let at = small.indexOf(century); at >= 0 && at < behind; at = small.indexOf(century, at + 1)) {
      if (small.charCodeAt(at + 4) === HYPHEN && isSeries.test(small.slice(Math.max(at - 1, 0), at + 5)))
        found.push(lineAt(starts, at));
    }
  }
  return found;
}

const HYPHEN = 45;
const isSeries = /(?:^|\W)\d{4}-$/;
