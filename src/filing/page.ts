import { pushSegments, type TextLine } from './textline.ts';

/** Rendered lines and, for each, the segments that lead back to the source. Grows line by line. */
export interface Page {
  readonly lines: string[];
  /** Flat pairs (offset in the line, source offset) of all lines one after another, ascending within a line. */
  readonly segments: number[];
  /** Where each line's pairs begin in `segments`. */
  readonly firstSegment: number[];
}

export function emptyPage(): Page {
  return { lines: [], segments: [], firstSegment: [] };
}

/** Opens a further line whose text is `text`; its segments are to be pushed next. */
export function openLine(page: Page, text: string): void {
  page.lines.push(text);
  page.firstSegment.push(page.segments.length);
}

export function printLine(page: Page, line: TextLine): void {
  openLine(page, line.text);
  if (line.source >= 0) pushSegments(page.segments, 0, line);
}

/** An empty line, unless the page begins here or the last line is empty already. */
export function printGap(page: Page): void {
  const last = page.lines[page.lines.length - 1];
  if (last !== undefined && last !== '') openLine(page, '');
}

/** Takes empty lines off the end. */
export function dropTrailingBlanks(page: Page): void {
  while (page.lines[page.lines.length - 1] === '') {
    page.lines.pop();
    page.firstSegment.pop();
  }
}

/**
 * Source offset of the character at `offset` of line `index`. Spaces that were put in for alignment, and empty lines,
 * have no source of their own: they get a place next to the text before them.
 */
export function sourceOf(page: Page, index: number, offset: number): number {
  const { segments, firstSegment } = page;
  const begin = firstSegment[index] ?? segments.length;
  const end = firstSegment[index + 1] ?? segments.length;
  if (begin === end) return begin === 0 ? 0 : segments[begin - 1]!;
  let low = begin / 2;
  let high = end / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (segments[middle * 2]! <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low * 2 + 1]! + Math.max(0, offset - segments[low * 2]!);
}
