/**
 * A line of rendered text that knows its source: every character stands at an offset of the text it was rendered from.
 * The way back is kept as segments, runs in which the two advance together.
 */
export interface TextLine {
  readonly text: string;
  /** Source offset of the first character. */
  readonly source: number;
  /** Flat pairs (offset in `text`, source offset), ascending, the first `[0, source]`; null: one run is all there is. */
  readonly segments: readonly number[] | null;
  /** Taken over as it stands: neither wrapped nor its spaces collapsed. */
  readonly verbatim: boolean;
}

export const emptyLine: TextLine = { text: '', source: -1, segments: null, verbatim: false };

/** The characters from `start` to `end` (exclusive) of a line, with their places. */
function sliceLine(line: TextLine, start: number, end: number): TextLine {
  const text = line.text.slice(start, end);
  const { segments, verbatim } = line;
  if (segments === null) return { text, source: line.source + start, segments: null, verbatim };
  let first = segments.length - 2;
  for (let low = 0; low < first; ) {
    const middle = ((low + first + 2) >>> 2) * 2;
    if (segments[middle]! <= start) low = middle;
    else first = middle - 2;
  }
  const inside = [0, segments[first + 1]! + start - segments[first]!];
  for (let at = first + 2; at < segments.length && segments[at]! < end; at += 2) {
    inside.push(segments[at]! - start, segments[at + 1]!);
  }
  return { text, source: inside[1]!, segments: inside.length === 2 ? null : inside, verbatim };
}

/** Both lines in one, `separator` between them. */
export function joinLines(left: TextLine, separator: string, right: TextLine): TextLine {
  if (left.text === '') return right;
  if (right.text === '') return left;
  const segments = left.segments === null ? [0, left.source] : left.segments.slice();
  pushSegments(segments, left.text.length + separator.length, right);
  return { text: left.text + separator + right.text, source: left.source, segments, verbatim: false };
}

/** A line without the spaces at both ends. */
export function trimLine(line: TextLine): TextLine {
  const { text } = line;
  const trimmed = text.trim();
  if (trimmed.length === text.length) return line;
  if (trimmed === '') return emptyLine;
  const start = text.length - text.trimStart().length;
  return sliceLine(line, start, start + trimmed.length);
}

/** A line in which every run of white space is one space, none at the ends. */
export function collapseLine(line: TextLine): TextLine {
  const trimmed = trimLine(line);
  if (!/\s\s|[^\S ]/.test(trimmed.text)) return trimmed;
  let text = '';
  const segments: number[] = [];
  for (const word of trimmed.text.matchAll(/\S+/g)) {
    const part = sliceLine(trimmed, word.index, word.index + word[0].length);
    if (text !== '') text += ' ';
    pushSegments(segments, text.length, part);
    text += part.text;
  }
  return { text, source: trimmed.source, segments, verbatim: false };
}

/** Appends a line's segments to `segments`, its offsets moved by `shift`. */
export function pushSegments(segments: number[], shift: number, line: TextLine): void {
  if (line.segments === null) {
    segments.push(shift, line.source);
    return;
  }
  for (let at = 0; at < line.segments.length; at += 2) {
    segments.push(line.segments[at]! + shift, line.segments[at + 1]!);
  }
}

/** Breaks a line at spaces so that no part is longer than `width`, save words that are longer by themselves. */
export function wrapLine(line: TextLine, width: number): TextLine[] {
  const { text } = line;
  if (text.length <= width || line.verbatim) return [line];
  const parts: TextLine[] = [];
  let start = 0;
  const indent = text.length - text.trimStart().length;
  while (text.length - start > width) {
    let end = text.lastIndexOf(' ', start + width);
    if (end <= start || end < indent) end = text.indexOf(' ', Math.max(start + width, indent));
    if (end === -1) break;
    parts.push(sliceLine(line, start, end));
    start = end;
    while (text.charCodeAt(start) === 32) start++;
  }
  if (start < text.length) parts.push(sliceLine(line, start, text.length));
  return parts;
}

/** Length of the longest word. */
export function longestWord(text: string): number {
  let longest = 0;
  let start = 0;
  for (;;) {
    const end = text.indexOf(' ', start);
    if (end === -1) return Math.max(longest, text.length - start);
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
}
