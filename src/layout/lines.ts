import { codesOf } from './codes.ts';
import type { Cell } from './scan.ts';
import { cellsOf } from './scan.ts';

/** `value` has a figure (or what stands in a figure's place), `text` only words, `rule` a drawn line, `mark` a table or page mark. */
export type LineKind = 'value' | 'text' | 'rule' | 'mark';

export interface ScannedLine {
  kind: LineKind;
  /** Index in the document's lines. */
  readonly index: number;
  readonly cells: readonly Cell[];
  /** Empty lines between this line and the one before it; rules and marks do not count as lines here. */
  blanksBefore: number;
  /** A rule stands between this line and the one before it. */
  ruleBefore: boolean;
  /** The strokes of that rule, where it is drawn in several. */
  readonly strokes: readonly Stroke[];
  /** A table mark stands between this line and the one before it. */
  readonly markBefore: boolean;
  /** Stands at the head of a new page: the deal's name, a date. Tables run on past it. */
  readonly pageHead: boolean;
}

/** One stroke of a rule, printed positions, `end` exclusive: where a column is drawn. */
export interface Stroke {
  readonly start: number;
  readonly end: number;
}

const NO_STROKES: readonly Stroke[] = [];

/** The strokes of a rule that is drawn in pieces: `-----  ---------  ------`. */
function strokesOf(codes: Uint8Array, base: number, length: number): readonly Stroke[] {
  const strokes: Stroke[] = [];
  let start = -1;
  for (let i = 0; i <= length; i++) {
    const code = i < length ? codes[base + i]! : SPACE;
    if (code === TAB) return NO_STROKES;
    if (code > SPACE) {
      if (start < 0) start = i;
    } else if (start >= 0) {
      strokes.push({ start, end: i });
      start = -1;
    }
  }
  return strokes.length > 1 ? strokes : NO_STROKES;
}

const TAB = 9;
const FORM_FEED = 12;
const SPACE = 32;
/** No printed row is longer or holds more cells; what does is data or text without line breaks, and is not read as a row. */
export const LONGEST_LINE = 8_000;
const MOST_CELLS = 300;

const MOST_HEAD_LINES = 7;
const markPattern = /<\/?(?:TABLE|CAPTION|PAGE|FN|TEXT|[SCRF]\d{0,2})>/gi;
const pagePattern = /^(?:page:?\s*-?\d+(?:\s*of\s*\d+)?|-\s*\d+\s*-|\d+\s+of\s+\d+|-?\s*page\s+\d+\s*-?)$/i;

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 127;
}

/** `blank`, `rule` (nothing but strokes) or `words`. */
function surface(codes: Uint8Array, from: number, to: number): 'blank' | 'rule' | 'words' {
  let strokes = 0;
  for (let i = from; i < to; i++) {
    const code = codes[i]!;
    if (code <= SPACE) continue;
    if (isAlphanumeric(code)) return 'words';
    strokes++;
  }
  if (strokes === 0) return 'blank';
  return strokes >= 3 ? 'rule' : 'words';
}

const holdsValue = (cell: Cell): boolean => cell.kind === 'figure' || cell.kind === 'damaged';

function kindOf(cells: readonly Cell[]): LineKind {
  for (const cell of cells) if (holdsValue(cell)) return 'value';
  for (let i = 1; i < cells.length; i++) {
    const kind = cells[i]!.kind;
    if (kind === 'answer' || kind === 'dash' || kind === 'code' || kind === 'blank') return 'value';
  }
  return 'text';
}

/** A title or a date at the top of a page. */
const headsPage = (cells: readonly Cell[]): boolean =>
  cells.length === 1
    ? cells[0]!.kind === 'text'
    : cells.length === 2 && cells[0]!.kind === 'text' && cells[1]!.kind === 'date';

/** `1   2   3+` or `2002   2001` above the words of a heading: numbers that head columns. */
function headsColumns(line: ScannedLine, next: ScannedLine | undefined, above: ScannedLine | undefined): boolean {
  if (line.cells.length < 2) return false;
  // `30-59   89   90+` between words: the middle line of headings.
  if (
    above?.kind === 'text' &&
    next?.kind === 'text' &&
    line.blanksBefore === 0 &&
    next.blanksBefore === 0 &&
    next.cells.length >= 2
  ) {
    if (
      line.cells.every(
        (cell) => cell.kind !== 'damaged' && !cell.currency && (cell.kind !== 'figure' || /^\d{1,3}$/.test(cell.text)),
      )
    )
      return true;
  }
  let years = true;
  for (const cell of line.cells) {
    if (cell.kind !== 'figure' && cell.kind !== 'text') return false;
    if (cell.text.length > (cell.kind === 'text' ? 14 : 3 + (years ? 1 : 0)) || cell.currency) return false;
    if (cell.kind === 'figure' && !/^\d+$/.test(cell.text)) return false;
    if (!/^(?:19|20)\d\d$/.test(cell.text)) years = false;
  }
  if (years) return true;
  if (line.blanksBefore === 0 && above?.kind === 'value') return false;
  return next !== undefined && next.kind === 'text' && next.blanksBefore === 0 && next.cells.length >= 2;
}

/** A number alone over the words of a heading: `90` over `or` over `more`. */
const overWords = (line: ScannedLine, next: ScannedLine): boolean =>
  line.cells.length === 1 &&
  /^\d{1,3}$/.test(line.cells[0]!.text) &&
  next.kind === 'text' &&
  next.blanksBefore === 0 &&
  (next.cells.length >= 2 || Math.abs(next.cells[0]!.end - line.cells[0]!.end) <= 3);

/** A number alone on its line at the edge of a page. */
function isPageNumber(line: ScannedLine, next: ScannedLine | undefined, pageMark: boolean): boolean {
  const cell = line.cells[0];
  if (line.cells.length !== 1 || cell === undefined || cell.kind !== 'figure' || !/^\d{1,4}$/.test(cell.text))
    return false;
  return pageMark || next === undefined || next.blanksBefore > 0;
}

/**
 * The lines that say something, in order, each with its cells.
 * Left out: empty lines, page numbers, and marks such as `<TABLE>`; rules are folded into the line below them.
 */
export function scanLines(lines: readonly string[]): ScannedLine[] {
  const scanned: ScannedLine[] = [];
  const text = lines.join('\n');
  const codes = codesOf(text);
  const mayHoldMarks = text.includes('<');
  let next = 0;
  let blanks = 0;
  let rule = false;
  let pageMark = false;
  let strokes = NO_STROKES;
  let headLines = 0;
  let marked = false;
  for (let index = 0; index < lines.length; index++) {
    let line = lines[index]!;
    const base = next;
    const end = base + line.length;
    next = end + 1;
    if (line.length === 0) {
      blanks++;
      continue;
    }
    if (mayHoldMarks && line.includes('<') && line.includes('>')) {
      const unmarked = line.replace(markPattern, (mark) => ' '.repeat(mark.length));
      if (unmarked !== line) {
        if (line.indexOf('<PAGE>') >= 0) pageMark = true;
        if (!pageMark) marked = true;
        if (pageMark) headLines = MOST_HEAD_LINES;
        line = unmarked;
        for (let i = 0; i < line.length; i++) if (line.charCodeAt(i) === SPACE) codes[base + i] = SPACE;
        if (surface(codes, base, end) === 'blank') continue;
      }
    }
    if (codes[base] === FORM_FEED) headLines = MOST_HEAD_LINES;
    const face = surface(codes, base, end);
    if (face === 'blank') {
      blanks++;
      continue;
    }
    if (face === 'rule') {
      rule = true;
      strokes = strokesOf(codes, base, line.length);
      continue;
    }
    if (line.length > LONGEST_LINE) continue;
    const cells = cellsOf(line, codes, base);
    if (cells.length === 0 || cells.length > MOST_CELLS) continue;
    if (
      cells.length === 1 &&
      cells[0]!.kind === 'text' &&
      cells[0]!.text.length < 20 &&
      pagePattern.test(cells[0]!.text)
    )
      continue;
    // The head of a page ends where a line is left free or is no title.
    if (headLines > 0 && (!headsPage(cells) || (blanks > 0 && headLines < MOST_HEAD_LINES))) headLines = 0;
    scanned.push({
      kind: kindOf(cells),
      index,
      cells,
      blanksBefore: blanks,
      ruleBefore: rule,
      strokes,
      markBefore: marked,
      pageHead: headLines > 0,
    });
    marked = false;
    if (headLines > 0) headLines--;
    strokes = NO_STROKES;
    const previous = scanned[scanned.length - 2];
    if (previous !== undefined && previous.kind === 'value') {
      if (
        overWords(previous, scanned[scanned.length - 1]!) ||
        headsColumns(previous, scanned[scanned.length - 1], scanned[scanned.length - 3])
      )
        previous.kind = 'text';
      else if (isPageNumber(previous, scanned[scanned.length - 1], pageMark)) {
        scanned[scanned.length - 1]!.blanksBefore += previous.blanksBefore;
        scanned.splice(scanned.length - 2, 1);
      }
    }
    if (previous !== undefined) pageMark = false;
    blanks = 0;
    rule = false;
  }
  const last = scanned[scanned.length - 1];
  if (last !== undefined && last.kind === 'value' && isPageNumber(last, undefined, false)) scanned.pop();
  return scanned;
}
