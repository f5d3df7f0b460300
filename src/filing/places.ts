import type { DocumentText } from './document.ts';
import { renderHtml } from './html.ts';
import { lastNotAbove, lineStarts, splitLines } from './lines.ts';
import { sourceOf } from './page.ts';

/** Where in its file a stretch of text begins, and which of its lines had a dash escape before them. */
export interface Origin {
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Within a PEM envelope `- ` stands before every line that begins with a dash. */
  readonly dashEscapes: boolean;
}

const escapeLength = 2;

/** Plain text as it stands, dash escapes undone. */
export function placeText(text: string, origin: Origin): DocumentText {
  const lines = splitLines(text);
  const escaped = origin.dashEscapes ? undoEscapes(lines) : null;
  return {
    lines,
    lineOf: (index) => origin.line + index,
    columnOf: (index, offset) =>
      offset + (index === 0 ? origin.column : 1) + (escaped?.[index] === 1 ? escapeLength : 0),
  };
}

/** HTML as the lines that it renders to, each character placed where its source stands. */
export function placeHtml(html: string, origin: Origin): DocumentText {
  let source = html;
  let escaped: Uint8Array | null = null;
  if (origin.dashEscapes) {
    const lines = splitLines(html);
    escaped = undoEscapes(lines);
    if (escaped !== null) source = lines.join('\n');
  }
  const page = renderHtml(source);
  let known: readonly number[] | null = null;
  const startsOfLines = (): readonly number[] => {
    known ??= lineStarts(source);
    return known;
  };
  // A figure is asked for its line and its column one after the other.
  let lastIndex = -1;
  let lastOffset = -1;
  let lastSource = 0;
  const placeOf = (index: number, offset: number): number => {
    if (index !== lastIndex || offset !== lastOffset) {
      lastSource = sourceOf(page, index, offset);
      lastIndex = index;
      lastOffset = offset;
    }
    return lastSource;
  };
  return {
    lines: page.lines,
    lineOf: (index, offset) => origin.line + lastNotAbove(startsOfLines(), placeOf(index, offset)),
    columnOf(index, offset) {
      const starts = startsOfLines();
      const at = placeOf(index, offset);
      const line = lastNotAbove(starts, at);
      const column = at - starts[line]! + (line === 0 ? origin.column : 1);
      return column + (escaped?.[line] === 1 ? escapeLength : 0);
    },
  };
}

/** A part without text, placed where it begins. */
export function placeNothing(origin: Origin): DocumentText {
  return { lines: [], lineOf: () => origin.line, columnOf: () => origin.column };
}

/** Takes the escapes off `lines` and says which lines had one; null if none had. */
function undoEscapes(lines: string[]): Uint8Array | null {
  let escaped: Uint8Array | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.charCodeAt(0) !== 45 || !line.startsWith('- -')) continue;
    escaped ??= new Uint8Array(lines.length);
    escaped[index] = 1;
    lines[index] = line.slice(escapeLength);
  }
  return escaped;
}
