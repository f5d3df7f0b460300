import type { LineForm, Stroke } from './forms.ts';
import { cellsAs } from './forms.ts';
import type { Cell } from './scan.ts';

export interface ScannedLine {
  /** `value` has a figure (or what stands in a figure's place), `text` only words. */
  kind: 'value' | 'text';
  /** Index in the document's lines. */
  readonly index: number;
  readonly form: LineForm;
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

const NO_STROKES: readonly Stroke[] = [];
const FORM_FEED = 12;
const MOST_HEAD_LINES = 7;
const pagePattern = /^(?:page:?\s*-?\d+(?:\s*of\s*\d+)?|-\s*\d+\s*-|\d+\s+of\s+\d+|-?\s*page\s+\d+\s*-?)$/i;

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
 * The lines that say something, in order, each with its cells; `forms` are those of the lines.
 * Left out: empty lines, page numbers, and marks such as `<TABLE>`; rules are folded into the line below them.
 */
export function scanLines(lines: readonly string[], forms: readonly LineForm[]): ScannedLine[] {
  const scanned: ScannedLine[] = [];
  let blanks = 0;
  let rule = false;
  let pageMark = false;
  let strokes = NO_STROKES;
  let headLines = 0;
  let marked = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const form = forms[index]!;
    if (form.mark !== null) {
      if (form.mark === 'page') pageMark = true;
      if (pageMark) headLines = MOST_HEAD_LINES;
      else marked = true;
      if (form.kind === 'blank') continue;
    }
    if (line.charCodeAt(0) === FORM_FEED) headLines = MOST_HEAD_LINES;
    if (form.kind === 'blank') {
      blanks++;
      continue;
    }
    if (form.kind === 'rule') {
      rule = true;
      strokes = form.strokes;
      continue;
    }
    if (form.cells.length === 0) continue;
    const cells = cellsAs(form, line);
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
      kind: form.kind,
      index,
      form,
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
