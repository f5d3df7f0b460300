import type { LineForm, Stroke } from './forms.ts';
import { cellsAs } from './forms.ts';
import type { Cell } from './scan.ts';

/** A line that says something. Its cells are cut when somebody first asks for them: of lines printed as others were, nobody does. */
export class ScannedLine {
  /** `value` has a figure (or what stands in a figure's place), `text` only words. */
  kind: 'value' | 'text';
  /** Index in the document's lines. */
  readonly index: number;
  readonly form: LineForm;
  /** Empty lines between this line and the one before it; rules and marks do not count as lines here. */
  blanksBefore: number;
  /** A rule stands between this line and the one before it. */
  readonly ruleBefore: boolean;
  /** The strokes of that rule, where it is drawn in several. */
  readonly strokes: readonly Stroke[];
  /** A table mark stands between this line and the one before it. */
  readonly markBefore: boolean;
  /** Stands at the head of a new page and elsewhere: the deal's name, a date. Tables run on past it. */
  pageHead: boolean;
  /** The line as printed. */
  readonly text: string;
  #cells: readonly Cell[] | null = null;

  constructor(text: string, form: LineForm, index: number, above: LinesAbove) {
    this.text = text;
    this.form = form;
    this.index = index;
    this.kind = form.kind === 'value' ? 'value' : 'text';
    this.blanksBefore = above.blanks;
    this.ruleBefore = above.rule;
    this.strokes = above.strokes;
    this.markBefore = above.mark;
    this.pageHead = above.headLines > 0;
  }

  get cells(): readonly Cell[] {
    this.#cells ??= cellsAs(this.form, this.text);
    return this.#cells;
  }
}

/** What stands between a line and the one before it. */
interface LinesAbove {
  blanks: number;
  rule: boolean;
  strokes: readonly Stroke[];
  mark: boolean;
  /** How many lines from here on may still be the head of a page. */
  headLines: number;
}

const NO_STROKES: readonly Stroke[] = [];
const FORM_FEED = 12;
const MOST_HEAD_LINES = 7;

/** A title or a date at the top of a page. */
const headsPage = (cells: readonly Cell[]): boolean =>
  cells.length === 1
    ? cells[0]!.kind === 'text'
    : cells.length === 2 && cells[0]!.kind === 'text' && cells[1]!.kind === 'date';

const isShortNumber = (text: string): boolean => /^\d{1,3}$/.test(text);

/** `90 Days or More` */
const span = /\b(?:days?|months?|payments?|more)\b/i;

/** `60 to`, `90 -`: a range that goes on below. */
const opensRange = /(?:\b(?:to|or|and|thru|through)|[-+])$/i;

/** `days   89   days` between `30-59   60 to   90+` and a word under the number: the middle line of headings, cell under cell. */
function goesOnInRange({ cells }: LineForm, { form: next }: ScannedLine, above: LineForm): boolean {
  const [under, ...others] = next.cells;
  if (under === undefined || others.length > 0 || above.cells.length !== cells.length) return false;
  return cells.every(({ kind, text, start, end }, i) => {
    const over = above.cells[i]!;
    if (start >= over.end || end <= over.start) return false;
    if (kind === 'text') return true;
    return (
      kind === 'figure' && isShortNumber(text) && opensRange.test(over.text) && start < under.end && end > under.start
    );
  });
}

/** A word over a column; what is longer is the label of a row. */
const LONGEST_HEAD = 24;

/**
 * `1   2   3+` or `2002   2001` above the words of a heading: numbers that head columns. Cells of the form have the kinds and the lengths of
 * those of the line; only whether figures are years do their own digits tell.
 */
function headsColumns(line: ScannedLine, next: ScannedLine, above: ScannedLine | undefined): boolean {
  const { cells, hasShortNumbers } = line.form;
  if (!hasShortNumbers) return false;
  const overWords = next.kind === 'text' && next.blanksBefore === 0 && next.form.cells.length >= 2;
  if (above?.kind === 'text' && next.kind === 'text' && line.blanksBefore === 0 && next.blanksBefore === 0)
    if (goesOnInRange(line.form, next, above.form)) return true;
  // `30-59   89   90+` between words: the middle line of headings.
  if (overWords && above?.kind === 'text' && line.blanksBefore === 0) {
    const isWord = ({ kind, currency, text }: Cell): boolean =>
      kind !== 'damaged' && !currency && (kind === 'figure' ? isShortNumber(text) : text.length <= LONGEST_HEAD);
    if (cells.every(isWord)) return true;
  }
  let years = true;
  for (let i = 0; i < cells.length; i++) {
    const { kind, text, currency } = cells[i]!;
    if (kind !== 'figure' && kind !== 'text') return false;
    const longest = kind === 'figure' ? 3 + (years ? 1 : 0) : span.test(text) ? LONGEST_HEAD : 14;
    if (text.length > longest || currency) return false;
    if (kind === 'figure' && !/^\d+$/.test(text)) return false;
    if (years && (text.length !== 4 || !/^(?:19|20)\d\d$/.test(line.cells[i]!.text))) years = false;
  }
  if (years) return true;
  if (line.blanksBefore === 0 && above?.kind === 'value') return false;
  return overWords;
}

/** `to`, `or more`, `60 -`: words of ranges. */
const rangeWord = /^(?:to|or|and|over|thru|through|plus|more|days?|months?)\b|[-+]$/i;
const MOST_HEADING_LINES = 4;

/**
 * `30   60 -   90   Total` over `to   89   or` over words: the lines of numbers that head columns, where more than one stands above the
 * line; 0 where there are none.
 */
function linesHeadingColumns(scanned: readonly ScannedLine[], below: ScannedLine): number {
  if (below.kind !== 'text' || below.form.cells.length < 2 || below.blanksBefore > 0 || below.ruleBefore) return 0;
  let count = 0;
  let ranges = false;
  for (let i = scanned.length - 1; i >= 0 && scanned[i]!.kind === 'value' && count < MOST_HEADING_LINES; i--) {
    const line = scanned[i]!;
    const { cells } = line.form;
    for (const { kind, text, currency } of cells) {
      const isShort = kind === 'figure' ? isShortNumber(text) : kind === 'text' || kind === 'dash';
      if (!isShort || currency || text.length > 14) return 0;
      if (kind === 'text' && rangeWord.test(text)) ranges = true;
    }
    if (cells.length < 2) return 0;
    count++;
    if (line.blanksBefore > 0 || line.ruleBefore || line.markBefore) return ranges && count > 1 ? count : 0;
  }
  return 0;
}

/** `$1,000   AMOUNT PAID` under `AMOUNT PAID PER`: headings that go on, with the unit of one of them. */
function holdsUnit({ form, blanksBefore, ruleBefore }: ScannedLine, above: ScannedLine | undefined): boolean {
  if (above?.kind !== 'text' || blanksBefore > 0 || ruleBefore) return false;
  return form.cells.every(
    ({ kind, text, start, end }) =>
      kind === 'text' ||
      (kind === 'figure' &&
        /^1,?000$/.test(text) &&
        above.cells.some((over) => /\bper$/i.test(over.text) && over.start < end && over.end > start)),
  );
}

/** A number alone over the words of a heading: `90` over `or` over `more`, `2001` over `Total for the Year`. */
function standsOverWords(line: ScannedLine, next: ScannedLine): boolean {
  const { cells } = line.form;
  const its = next.form.cells;
  if (cells.length === 1 && its.length === 1 && next.kind === 'text' && next.blanksBefore === 0) {
    const [year, words] = [line.cells[0]!, its[0]!];
    if (/^(?:19|20)\d\d$/.test(year.text) && year.start >= words.start && year.end <= words.end) return true;
  }
  return (
    cells.length === 1 &&
    next.kind === 'text' &&
    next.blanksBefore === 0 &&
    (its.length >= 2 || Math.abs(its[0]!.end - cells[0]!.end) <= 3) &&
    isShortNumber(cells[0]!.text)
  );
}

/** A number alone on its line at the edge of a page. */
function isPageNumber(line: ScannedLine, next: ScannedLine | undefined, pageMark: boolean): boolean {
  const { cells } = line.form;
  if (cells.length !== 1 || cells[0]!.kind !== 'figure') return false;
  return (pageMark || next === undefined || next.blanksBefore > 0) && /^\d{1,4}$/.test(cells[0]!.text);
}

/** Lines within which a document names itself. */
const TITLE_LINES = 40;
const spaces = /\s+/g;
const plain = (text: string): string => text.replace(spaces, ' ').trim().toLowerCase();

/** A title at the head of a page that is printed nowhere else is one of what stands on the page. */
function settlePageHeads(scanned: readonly ScannedLine[]): void {
  const heads = scanned.filter((line) => line.pageHead);
  if (heads.length === 0) return;
  const opening = new Set(scanned.filter((line, i) => line.pageHead && scanned[i - 1]?.pageHead !== true));
  const times = new Map<string, number>();
  const texts = heads.map(({ text }) => plain(text));
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  let top: string | null = null;
  for (const [i, line] of heads.entries()) {
    const text = texts[i]!;
    if (times.get(text)! > 1 || line.form.cells.length > 1 || /\d/.test(text)) continue;
    top ??= scanned
      .slice(0, TITLE_LINES)
      .filter(({ pageHead }) => !pageHead)
      .map((its) => plain(its.text))
      .join(' ');
    if (top.includes(text)) continue;
    line.pageHead = false;
    // A page ends above it.
    if (opening.has(line)) line.blanksBefore = Math.max(line.blanksBefore, 2);
  }
}

/** Fewer lines may be a short list whose items stand apart. */
const FEWEST_SPACED = 20;

/** Printed with an empty line after each other line: hardly any of them follows another directly. */
function isDoubleSpaced(forms: readonly LineForm[]): boolean {
  let spaced = 0;
  let close = 0;
  for (let i = 1; i < forms.length; i++) {
    if (forms[i - 1]!.kind === 'blank') continue;
    if (forms[i]!.kind === 'blank') spaced++;
    else close++;
  }
  return spaced >= FEWEST_SPACED && close * 20 <= spaced;
}

/**
 * The lines that say something, in order; `forms` are those of the lines.
 * Left out: empty lines, page numbers, and marks such as `<TABLE>`; rules are folded into the line below them.
 */
export function scanLines(lines: readonly string[], forms: readonly LineForm[]): ScannedLine[] {
  const scanned: ScannedLine[] = [];
  const above: LinesAbove = { blanks: 0, rule: false, strokes: NO_STROKES, mark: false, headLines: 0 };
  const doubleSpaced = isDoubleSpaced(forms);
  let pageMark = false;
  for (let index = 0; index < forms.length; index++) {
    const form = forms[index]!;
    if (form.mark !== null) {
      if (form.mark === 'page') pageMark = true;
      if (pageMark) above.headLines = MOST_HEAD_LINES;
      else above.mark = true;
      if (form.kind === 'blank') continue;
    }
    const line = lines[index]!;
    const turnsPage = line.charCodeAt(0) === FORM_FEED;
    if (turnsPage) above.headLines = MOST_HEAD_LINES;
    if (form.kind === 'blank') {
      // The one that each line has after it stands for nothing.
      const spaces = doubleSpaced && forms[index - 1]?.kind !== 'blank';
      if (!turnsPage && !spaces) above.blanks++;
      continue;
    }
    if (form.kind === 'rule') {
      above.rule = true;
      above.strokes = form.strokes;
      continue;
    }
    if (form.cells.length === 0 || form.numbersPage) continue;
    if (doubleSpaced) above.blanks >>= 1;
    // The head of a page ends where a line is left free or is no title.
    if (above.headLines > 0) {
      const free = above.blanks > 0 && above.headLines < MOST_HEAD_LINES;
      if (free || !headsPage(form.cells)) above.headLines = 0;
    }
    const here = new ScannedLine(line, form, index, above);
    const previous = scanned[scanned.length - 1];
    if (previous !== undefined && previous.kind === 'value') {
      const over = scanned[scanned.length - 2];
      if (standsOverWords(previous, here) || headsColumns(previous, here, over) || holdsUnit(previous, over))
        previous.kind = 'text';
      else if (isPageNumber(previous, here, pageMark)) {
        here.blanksBefore += previous.blanksBefore;
        scanned.pop();
      } else {
        for (let i = linesHeadingColumns(scanned, here); i > 0; i--) scanned[scanned.length - i]!.kind = 'text';
      }
    }
    scanned.push(here);
    if (previous !== undefined) pageMark = false;
    above.blanks = 0;
    above.rule = false;
    above.strokes = NO_STROKES;
    above.mark = false;
    if (above.headLines > 0) above.headLines--;
  }
  settlePageHeads(scanned);
  const last = scanned[scanned.length - 1];
  if (last !== undefined && last.kind === 'value' && isPageNumber(last, undefined, false)) scanned.pop();
  return scanned;
}
