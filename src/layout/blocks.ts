import type { Finding } from './alike.ts';
import { foundAlike } from './alike.ts';
import type { ColumnExtent } from './columns.ts';
import { findColumns } from './columns.ts';
import type { LineForm } from './forms.ts';
import type { Headings } from './headings.ts';
import { isHeadingLine, isTitleLine, readHeadings } from './headings.ts';
import type { ScannedLine } from './lines.ts';
import { scanLines } from './lines.ts';
import type { Cell } from './scan.ts';

/** One printed row: a label and what stands to its right. */
export interface Row {
  /** Index of its line. */
  readonly line: number;
  /** Enumerators and words left of the first value, as printed; empty where the row has none. */
  readonly label: string;
  readonly labelStart: number;
  /** Values and words right of the label. */
  readonly cells: readonly Cell[];
  /** Column of each cell. */
  readonly columnOf: readonly number[];
  /** Lines of words directly above, top to bottom: a label that wraps, or a heading of the rows below it. */
  readonly above: readonly string[];
  /** The line above begins where the label begins and neither is an item of a list: it may be the label's first half. */
  readonly wraps: boolean;
  /** A line of words directly below that may end the label. */
  readonly below: string | null;
  /** The second line of the record above: no label, and a code where labels stand. */
  readonly continued: boolean;
  /** A rule is drawn above it. */
  readonly ruled: boolean;
  /** The nearest that it stands under: a row that it is indented below, a section title. */
  readonly section: Section | null;
  /** The last line of words before it, whether it stands under it or not. */
  readonly preceding: WordsLine | null;
}

/** A title, and what it stands under itself. */
export interface Section {
  readonly text: string;
  readonly indent: number;
  readonly enumerated: boolean;
  /** A line is left free or a rule drawn above it. */
  readonly apart: boolean;
  readonly outer: Section | null;
}

/** A line of words, and the one before it. */
export interface WordsLine {
  readonly text: string;
  /** Stood close above some rows of a headed table that has ended: it spoke of those alone. */
  readonly inside: boolean;
  readonly before: WordsLine | null;
}

export interface Column {
  /** Its own heading, lines joined. */
  readonly heading: string;
  /** A heading that spans it and its neighbours. */
  readonly spanning: string;
  /** Its own heading without the lowest line, and that line: where a record takes two printed lines, each has its own headings. */
  readonly upper: string;
  readonly lowest: string;
  /** Printed positions between which its cells stand, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Rows that share columns. */
export interface Block {
  readonly table: TableForm;
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  /** Words over the row labels. */
  readonly stub: string;
  /** Words over the whole table. */
  readonly titles: readonly string[];
}

/** What stands above a place in a document, so far as it has a say in what is read below: where it is the same, the same is read. */
export interface Standing {
  /** The same object for the same titles. */
  readonly section: Section | null;
  /** The last line of words was a title that the next may go on with. */
  readonly open: boolean;
  readonly preceding: WordsLine | null;
  /** The last table with headings of its own: a table without may go on with it. */
  readonly headed: TableForm | null;
}

interface DraftRow {
  readonly line: ScannedLine;
  /** Words left of the label that head this row and those below it: `FIXED GROUP   PRINCIPAL BALANCE`. */
  readonly heads: { readonly text: string; readonly start: number } | null;
  readonly label: string;
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly cells: readonly Cell[];
  /** One of several label and value pairs on a line: takes no part in columns. */
  readonly paired: boolean;
}

const enumeratorOnly =
  /^(?:\(?[a-zA-Z]{1,3}[.)]|\(?[ivxIVX]{1,5}[.)]|\(?\d{1,3}[.)]|\d{1,3}|\(\d{1,2}[a-z]\)|Class|CLASS|[*†+]+|\d+\.\d+)$/;

/** `A   iii   Total Pool`: items counted in small roman numbers. */
const romanOnly = /^[ivx]{1,5}$/;

const isValue = (cell: Cell): boolean =>
  cell.kind === 'figure' || cell.kind === 'damaged' || cell.kind === 'dash' || cell.kind === 'answer';
/** `TOTAL DUE`, `RATE: 5`: three capitals with a space or a colon somewhere behind them. */
function namesInCapitals(text: string): boolean {
  const at = text.search(/[A-Z]{3}/);
  return at >= 0 && at + 3 <= Math.max(text.lastIndexOf(' '), text.lastIndexOf(':'));
}
/** Words long enough to be a label of their own; `SEN`, `FIX`, `30/360` in a table are not. */
const readsAsLabel = (cell: Cell): boolean =>
  cell.kind === 'text' &&
  (cell.text.length >= 5
    ? /[a-z]{2}|:$/.test(cell.text) || namesInCapitals(cell.text)
    : /^[A-Za-z]{2}.*:$/.test(cell.text));

function valueCount(cells: readonly Cell[]): number {
  let count = 0;
  for (const cell of cells) if (isValue(cell)) count++;
  return count;
}

/** Where a row of a line has its label and its cells; the same for all lines of a form. */
interface RowForm {
  readonly label: string;
  readonly labelStart: number;
  readonly labelEnd: number;
  /** Indices of its first cell behind the label and of the first that is no longer its own. */
  readonly from: number;
  readonly to: number;
  readonly paired: boolean;
  /** Its label is printed again beside it, for further columns. */
  readonly repeated: boolean;
}

/** `A-1`, `2-A-1`, `Class B`: an item of a list by its number or letter. */
const namesItem =
  /^(?:(?:[A-Z][A-Za-z]{3,} )?(?:\d{1,2}-)?[A-Z]{1,3}-?\d{1,2}[A-Z]?(?:-\d{1,2})?|(?:[A-Z][A-Za-z]{3,} )?\d{1,2}-[A-Z]{1,2}|[A-Z]|[A-Z][A-Za-z]{3,} [A-Z]{1,3})$/;

/** `A-1   141,500,000   6.220%   Fixed   5.40`: words among the values of one item are a column of words, unless they are items too. */
const hasWordsAmong = (cells: readonly Cell[], starts: readonly number[]): boolean =>
  namesItem.test(cells[0]!.text) &&
  isValue(cells[1]!) &&
  starts.every((start) => start === 0 || !namesItem.test(cells[start]!.text));

/** Cuts a line into label and cells; more than one where label and value pairs follow each other. */
function cutRows(cells: readonly Cell[]): RowForm[] {
  const starts = [0];
  for (let i = 1; i < cells.length - 1; i++) {
    if (isValue(cells[i - 1]!) && readsAsLabel(cells[i]!) && isValue(cells[i + 1]!)) starts.push(i);
  }
  const firstIsLabel = cells[0]!.kind === 'text';
  // `30 Days   61   9,112.45   30 Days   1   90.20   30 Days   …`: tables side by side that have their labels in common.
  const sideBySide =
    starts.length > 2 && firstIsLabel && starts.every((start) => cells[start]!.text === cells[0]!.text);
  const paired = starts.length > 1 && firstIsLabel && !sideBySide && !hasWordsAmong(cells, starts);
  if (!paired) starts.length = 1;
  const rows: RowForm[] = [];
  for (let s = 0; s < starts.length; s++) {
    const start = starts[s]!;
    const to = starts[s + 1] ?? cells.length;
    let from = start;
    let label = '';
    let labelEnd = cells[start]!.start;
    while (from < to && cells[from]!.kind === 'text') {
      const text = cells[from]!.text;
      const spaced = !paired && cells[from]!.start - labelEnd <= 2 && valueCount(cells) === 1;
      const numbered = enumeratorOnly.test(label.slice(label.lastIndexOf(' ') + 1)) || romanOnly.test(text);
      if (label !== '' && !spaced && !numbered && !romanOnly.test(label.slice(label.lastIndexOf(' ') + 1))) break;
      label = label === '' ? text : `${label} ${text}`;
      labelEnd = cells[from]!.end;
      from++;
    }
    rows.push({ label, labelStart: cells[start]!.start, labelEnd, from, to, paired, repeated: sideBySide });
  }
  return rows;
}

const rowForms = new WeakMap<LineForm, readonly RowForm[]>();

function draftRows(line: ScannedLine): DraftRow[] {
  let forms = rowForms.get(line.form);
  if (forms === undefined) {
    forms = cutRows(line.cells);
    rowForms.set(line.form, forms);
  }
  return forms.map(({ label, labelStart, labelEnd, from, to, paired, repeated }) => ({
    line,
    heads: null,
    label,
    labelStart,
    labelEnd,
    cells: repeated ? line.cells.slice(from, to).filter((cell) => cell.kind !== 'text') : line.cells.slice(from, to),
    paired,
  }));
}

interface Run {
  readonly rows: DraftRow[];
  /** Positions in the scanned lines of its first and last row's lines. */
  readonly first: number;
  last: number;
  /** Values in its fullest row. */
  most: number;
  /** Position behind the last line that had a say in where it ends. */
  seen: number;
}

function overlapsAny(line: ScannedLine, row: DraftRow): boolean {
  const firstValue = row.cells.find((cell) => cell.kind !== 'text') ?? row.cells[0];
  const zoneStart = Math.max(row.labelEnd, (firstValue?.start ?? row.labelEnd) - 4);
  let inZone = 0;
  for (const cell of line.cells) if (cell.end > zoneStart && cell.start >= row.labelEnd - 1) inZone++;
  return inZone > 0 && (line.cells.length > 1 || line.cells[0]!.start >= row.labelEnd - 1);
}

/** How many of the row's values stand in the extent of a value of the other row. */
function sharesColumns(row: DraftRow, other: DraftRow): boolean {
  for (const cell of row.cells)
    for (const its of other.cells) if (cell.start < its.end && its.start < cell.end) return true;
  return false;
}

/** The row has two values or more, each ending where one of the other row ends. */
function standsUnder(row: DraftRow, other: DraftRow): boolean {
  let count = 0;
  for (const cell of row.cells) {
    if (!isValue(cell)) continue;
    if (!other.cells.some((its) => isValue(its) && Math.abs(its.end - cell.end) <= 1)) return false;
    count++;
  }
  return count >= 2;
}

/** A word or two, as names of a list are. */
const isShort = (label: string): boolean => label.length > 0 && label.length <= 12 && label.split(' ').length <= 2;

const datesOnly = (line: ScannedLine): boolean => line.cells.length === 2 && line.cells[1]!.kind === 'date';

/** Lines of words between two rows of a run, at most. */
const MOST_BETWEEN = 11;

/** Longer tables are read in parts, so that no document needs memory for all its rows at once. */
const MOST_ROWS = 1000;

/** `Class A-2 Notes Rate   One Month LIBOR + .05%` among rows of single values: a row whose value is words. */
const isWordedRow = (line: ScannedLine, row: DraftRow): boolean => {
  const [label, ...values] = line.cells;
  if (label === undefined || values.length !== 1 || valueCount(row.cells) !== 1 || line.blanksBefore > 0) return false;
  return label.start === row.labelStart && label.text.split(' ').length > 2 && !line.ruleBefore && !line.markBefore;
};

/** Whether a row on the line `i` begins a new run below the rows of the current one. */
function breaksRun(lines: readonly ScannedLine[], i: number, draft: DraftRow, current: Run): boolean {
  const line = lines[i]!;
  const previous = current.rows[current.rows.length - 1]!;
  let acrossPage = false;
  if (i > current.last + 1) {
    let titled = false;
    const aligned = standsUnder(draft, previous);
    acrossPage = true;
    for (let t = current.last + 1; t < i; t++) {
      const between = lines[t]!;
      if (between.pageHead) continue;
      acrossPage = false;
      if (isWordedRow(between, draft) && draft.line.blanksBefore === 0) continue;
      // Over a row that continues the columns above, only several words apart are new headings; one may be the head of a new page.
      if (overlapsAny(between, draft) && !(aligned && (between.cells.length === 1 || datesOnly(between)))) return true;
      if (between.blanksBefore > 0 || between.ruleBefore) titled = true;
    }
    if (titled) {
      const columnsHere = valueCount(draft.cells);
      if (columnsHere !== current.most || columnsHere === 1 || !sharesColumns(draft, previous)) return true;
    }
    if (i - current.last > (aligned ? MOST_BETWEEN + 1 : 6)) return true;
  }
  // One value below a free line or the mark of a table ends a table, but for the top of a new page.
  if ((line.blanksBefore === 0 && !line.markBefore) || acrossPage || valueCount(draft.cells) !== 1) return false;
  const counted = startsEnumerated.test(draft.label) && startsEnumerated.test(previous.label) && !line.markBefore;
  return current.most >= 3 && !counted && !(isShort(draft.label) && isShort(previous.label));
}

/**
 * The next rows that belong together, from the line `from` on; null where there are none. They end where words that head columns, or a
 * change of shape under a new title, stand above the next.
 */
function nextRun(lines: readonly ScannedLine[], from: number): Run | null {
  let run: Run | null = null;
  let i = from;
  for (; i < lines.length && (run === null || i <= run.last + MOST_BETWEEN + 1); i++) {
    const line = lines[i]!;
    if (line.kind !== 'value') continue;
    const drafts = draftRows(line);
    if (run === null) run = { rows: [], first: i, last: i, most: 0, seen: i };
    else if (run.rows.length >= MOST_ROWS || breaksRun(lines, i, drafts[0]!, run)) {
      i++;
      break;
    }
    for (const row of drafts) {
      run.rows.push(row);
      run.most = Math.max(run.most, valueCount(row.cells));
    }
    run.last = i;
  }
  if (run === null) return null;
  run.seen = i;
  settlePairs(run);
  settleHeads(run);
  return run;
}

/** Beside label and value pairs, a row whose first pair has no value: the value belongs to the words next to it. */
function settlePairs(run: Run): void {
  if (!run.rows.some((row) => row.paired)) return;
  for (let i = 0; i < run.rows.length; i++) {
    const row = run.rows[i]!;
    const [first, ...rest] = row.cells;
    if (row.paired || first === undefined || !readsAsLabel(first) || rest.length === 0) continue;
    run.rows[i] = {
      line: row.line,
      heads: null,
      label: first.text,
      labelStart: first.start,
      labelEnd: first.end,
      cells: rest,
      paired: true,
    };
  }
}

/** Words begun left of where the labels of the other rows stand, with such a label behind them, head the rows from there on. */
function settleHeads(run: Run): void {
  if (run.rows.length < 3) return;
  for (let i = 0; i < run.rows.length; i++) {
    const row = run.rows[i]!;
    const [first] = row.cells;
    if (row.paired || row.label === '' || first === undefined || first.kind !== 'text' || row.cells.length < 2)
      continue;
    const labelsThere = run.rows.filter(
      (other) => other !== row && other.labelStart === first.start && other.label !== '',
    ).length;
    if (labelsThere < 2) continue;
    run.rows[i] = {
      ...row,
      heads: { text: row.label, start: row.labelStart },
      label: first.text,
      labelStart: first.start,
      labelEnd: first.end,
      cells: row.cells.slice(1),
    };
  }
}

const startsEnumerated = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s?\S/;

/** A line that ends so goes on in the next. */
export const continues = /(?:\b(?:of|the|and|to|for|in|on|from|by|that|which|with|or|per|under|as)|[,(-])$/i;

/** Characters of a title that goes on over several lines. */
const LONGEST_TITLE = 300;
/** Lines over which a label may wrap. */
const MOST_ABOVE = 6;

/** A line begun at eight or more positions is centred over the page rather than nested, unless it is an item of a list. */
const CENTRED = 8;

function lineText(line: ScannedLine): string {
  return line.cells.length === 1 ? line.cells[0]!.text : line.cells.map((cell) => cell.text).join('  ');
}

/** Words that may head what follows: one cell (or words set apart by two spaces), no note, no sentence. */
function isTitle(line: ScannedLine, text: string): boolean {
  for (let i = 1; i < line.cells.length; i++) if (line.cells[i]!.start - line.cells[i - 1]!.end > 2) return false;
  const first = text.charCodeAt(0);
  if (first === 42 || first === 8224 || /^notes?\s*[:.(*]/i.test(text)) return false;
  return text.length <= 110 && !(text.endsWith('.') && text.length > 40);
}

const sections = new Map<string, Section>();
const innerSections = new WeakMap<Section, Map<string, Section>>();
const MOST_SECTIONS = 5_000;

/** The section with this title within the outer one: the same object for the same titles. */
function sectionOf(outer: Section | null, text: string, indent: number, enumerated: boolean, apart: boolean): Section {
  let known = outer === null ? sections : innerSections.get(outer);
  if (known === undefined) {
    known = new Map();
    innerSections.set(outer!, known);
  }
  const key = `${indent} ${enumerated ? 1 : 0}${apart ? 1 : 0}${text}`;
  let section = known.get(key);
  if (section === undefined) {
    if (known.size >= MOST_SECTIONS) known.clear();
    section = { text, indent, enumerated, apart, outer };
    known.set(key, section);
  }
  return section;
}

function isWithin(section: Section, inner: Section | null): boolean {
  for (let at = inner; at !== null; at = at.outer) if (at === section) return true;
  return false;
}

/** Keeps what rows stand under while the lines are walked from the top. */
function sectionKeeper() {
  let section: Section | null = null;
  let preceding: WordsLine | null = null;
  let open = false;
  const push = (text: string, indent: number, enumerated: boolean, apart: boolean, under: boolean): void => {
    let outer = section;
    // Words among the rows (a label that wraps) leave a title standing that is set apart from them.
    const ends = (its: Section): boolean => its.indent > indent || (its.indent === indent && (apart || !its.apart));
    while (!under && outer !== null && ends(outer)) outer = outer.outer;
    section = sectionOf(outer, text, indent, enumerated, apart);
  };
  return {
    /** Takes in a line of words; true where it reads as a title. */
    words(line: ScannedLine, contiguous: boolean): boolean {
      const text = lineText(line);
      preceding = { text, inside: false, before: preceding };
      // The head of a page is printed on every page: what stands under a title goes on below it.
      if (line.pageHead || !isTitle(line, text)) {
        open = false;
        return false;
      }
      this.title(line, text, contiguous);
      return true;
    },
    title(line: ScannedLine, text: string, contiguous: boolean): void {
      const enumerated = startsEnumerated.test(text);
      const start = line.cells[0]!.start;
      const indent = start >= CENTRED && !enumerated ? 0 : start;
      const top = section;
      const follows = contiguous && open && top !== null && top.indent === indent && !top.enumerated && !enumerated;
      if (follows && top.text.length < LONGEST_TITLE && (continues.test(top.text) || /^[a-z]/.test(text)))
        section = sectionOf(top.outer, `${top.text} ${text}`, top.indent, top.enumerated, top.apart);
      else push(text, indent, enumerated, line.blanksBefore > 0 || line.ruleBefore, follows);
      open = true;
    },
    head(text: string, start: number): void {
      push(text, Math.max(start, 1), startsEnumerated.test(text), false, false);
    },
    row(labelStart: number, label: string): void {
      open = false;
      if (section === null) return;
      const enumerated = startsEnumerated.test(label);
      while (
        section !== null &&
        (section.indent > labelStart || (section.indent === labelStart && enumerated && section.enumerated))
      )
        section = section.outer;
    },
    /** A table ends whose first row stood under `outer`. Of the last lines of words, those `inside` it head nothing below. */
    leave(outer: Section | null, inside: readonly boolean[]): void {
      if (!inside.includes(true)) return;
      while (section !== null && !section.apart && !isWithin(section, outer)) section = section.outer;
      const texts = inside.map(() => {
        const text = preceding?.text ?? '';
        preceding = preceding?.before ?? null;
        return text;
      });
      texts.reverse().forEach((text, i) => {
        preceding = { text, inside: inside[i]!, before: preceding };
      });
    },
    standing: (headed: TableForm | null): Standing => ({ section, open, preceding, headed }),
    section: (): Section | null => section,
    preceding: (): WordsLine | null => preceding,
    /** Goes on as where this stood above. */
    resume(standing: Standing): void {
      ({ section, open, preceding } = standing);
    },
  };
}

/** The columns as wide as a rule under their headings draws them, where it does. */
function drawnColumns(
  columns: readonly ColumnExtent[],
  lines: readonly ScannedLine[],
  from: number,
  to: number,
): readonly ColumnExtent[] {
  for (let i = to; i > from; i--) {
    const { strokes } = lines[i]!;
    if (strokes.length < 2) continue;
    return columns.map((column) => {
      const over = strokes.filter((stroke) => stroke.start < column.end && stroke.end > column.start);
      const [stroke] = over;
      if (stroke === undefined || over.length > 1) return column;
      const shared = columns.some((other) => other !== column && stroke.start < other.end && stroke.end > other.start);
      return shared ? column : { start: Math.min(stroke.start, column.start), end: Math.max(stroke.end, column.end) };
    });
  }
  return columns;
}

const EMPTY: readonly string[] = [];

const dateInWords = /^[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}\s*,\s*\d{4}$/;

/** `Record Date: May 28, 2004` in one. */
const labelledDate = /\bdate:\s[A-Za-z]{3,9}\.?\s\d{1,2}\s?,\s?\d{4}$/i;

/** `Remittance Date:   10-Oct-00`, `Remittance Date:   May 20, 2002`, beside other words or not. */
const namesDate = (line: ScannedLine): boolean =>
  line.cells.some(({ kind, text }, i) => {
    const before = line.cells[i - 1];
    if (kind === 'text' && labelledDate.test(text)) return true;
    const isDate = kind === 'date' || (kind === 'text' && dateInWords.test(text));
    return isDate && before?.kind === 'text' && /:$|\bdate\b/i.test(before.text);
  });

/** `CUSIP Nos.   123456 AA4, AB2`: a label and what it is the label of. */
const isPair = ({ cells }: ScannedLine, labelEnd: number): boolean =>
  cells.length === 2 && cells[0]!.end <= labelEnd && !/\d/.test(cells[0]!.text) && /\d{3}/.test(cells[1]!.text);

/** All its words stand over headings on the line below that head no column of these rows. */
const headsBeside = (
  line: ScannedLine,
  below: ScannedLine,
  columns: readonly { readonly start: number; readonly end: number }[],
): boolean =>
  below.kind === 'text' &&
  line.cells.every(
    (cell) =>
      columns.every((column) => column.end < cell.start) &&
      below.cells.some((other) => other.start < cell.end && cell.start < other.end),
  );

/** How far words may reach beyond those of the heading that they begin. */
const OVERHANG = 3;

/** Each of its words begins a heading that goes on below it, right of the labels: `Cumulative` over `Realized Losses`, `or` over `more`. */
const headsHeadings = (line: ScannedLine, below: ScannedLine, labelEnd: number): boolean =>
  below.kind === 'text' &&
  line.cells.every((cell) =>
    below.cells.some(
      (other) => other.start >= labelEnd && other.start - cell.start <= OVERHANG && cell.end - other.end <= OVERHANG,
    ),
  );

/** Has a heading over each of several columns and words nowhere else but over the labels: a title of rows may stand below it. */
const headsEach = (
  line: ScannedLine,
  columns: readonly { readonly start: number; readonly end: number }[],
): boolean => {
  if (line.kind !== 'text' || columns.length < 2) return false;
  const heads = line.cells.filter((cell) => cell.end > columns[0]!.start);
  return (
    heads.length === columns.length &&
    heads.every((head, i) => head.start < columns[i]!.end && head.end > columns[i]!.start)
  );
};

/** Begins where the label of the first row begins: its first half, or a title. */
const beginsAsLabel = (line: ScannedLine, row: DraftRow): boolean =>
  line.cells.length === 1 && row.label !== '' && line.cells[0]!.start === row.labelStart;

function headerOf(
  lines: readonly ScannedLine[],
  from: number,
  to: number,
  run: Run,
  columns: readonly { start: number; end: number }[],
  labelEnd: number,
): { top: number; seen: number } {
  // Walks up from the first row while lines stand close; the topmost line over the columns begins the headings.
  let top = to;
  let seen = to;
  let skipped = 0;
  for (let i = to - 1; i >= from && to - i <= 12; i--) {
    const line = lines[i]!;
    seen = i;
    if (line.pageHead) {
      skipped++;
      continue;
    }
    const gap = lines[i + 1]!.blanksBefore;
    const acrossPage = skipped > 0;
    skipped = 0;
    // Below the head of a page with headings of its own, what stands above is of another page; above a ruled title, of another table.
    const ruledTitle = gap > 0 && lines[i + 1]!.ruleBefore && top !== i + 1 && i < to - 1;
    if (namesDate(line) || (gap > 0 && isPair(line, labelEnd)) || (acrossPage && top < to) || ruledTitle) break;
    if (gap > (i === to - 1 || acrossPage ? 3 : line.cells.length > 1 ? 1 : 0)) break;
    // A single cell apart from what is below it is a title, whatever it stands over.
    // `Balance` under other headings at the foot of a page goes with them.
    const goesWithAbove = i > from && line.blanksBefore === 0 && lines[i - 1]!.cells.length > 1;
    const joined = acrossPage && (lines[i + 1]!.ruleBefore || goesWithAbove);
    if (isTitleLine(line, columns)) break;
    if (line.cells.length === 1 && gap > 0 && !joined) {
      if (i > from && headsEach(lines[i - 1]!, columns) && line.cells[0]!.end <= columns[0]!.start) continue;
      break;
    }
    const adjoins = top === i + 1 && top < to && gap === 0;
    if (
      (isHeadingLine(line, columns, labelEnd) && !beginsAsLabel(line, run.rows[0]!)) ||
      (adjoins && (headsBeside(line, lines[top]!, columns) || headsHeadings(line, lines[top]!, labelEnd)))
    )
      top = i;
    else if (gap > 0 && !(i === to - 1 && run.rows[0]!.label !== '')) break;
  }
  return { top, seen };
}

/** What rows have in common with those of tables printed alike: their columns and headings. */
export interface TableForm {
  readonly columns: readonly Column[];
  readonly extents: readonly ColumnExtent[];
  /** Per row that is not one of several on its line, the column of each cell. */
  readonly columnOf: readonly (readonly number[])[];
  readonly labelEnd: number;
  readonly headings: Headings;
  /** How many lines above the first row belong to the headings. */
  readonly height: number;
  /** Where it has no headings: those of the table above whose columns stand at the same places. */
  readonly continued: readonly Column[] | null;
}

const tableFormOf = foundAlike<TableForm>();

/**
 * `Class A   30 days at 5.71%   $4.75   $4.75   $0.00` under `Total   Interest   Principal`: where words fill a column, a line of headings that
 * has one for each other column heads those, in order, wherever it stands.
 */
function headingsInOrder(
  headings: Headings,
  lines: readonly ScannedLine[],
  rows: readonly DraftRow[],
  columnOf: readonly (readonly number[])[],
  labelEnd: number,
): readonly string[] {
  const [line, ...others] = lines;
  if (line === undefined || others.length > 0) return headings.own;
  const withFigures = new Set<number>();
  rows.forEach(({ cells }, r) => {
    cells.forEach((cell, i) => {
      if (cell.kind !== 'text') withFigures.add(columnOf[r]![i]!);
    });
  });
  const columns = [...withFigures].sort((a, b) => a - b);
  const heads = line.cells.filter((cell) => cell.start >= labelEnd);
  if (columns.length === headings.own.length || heads.length !== columns.length) return headings.own;
  if (columns.every((column) => headings.own[column] !== '')) return headings.own;
  return headings.own.map((_, column) => heads[columns.indexOf(column)]?.text ?? '');
}

/** Finds the columns of the run's rows and the headings above them, down to the line at `cursor`. */
function findTable(lines: readonly ScannedLine[], cursor: number, run: Run): Finding<TableForm> {
  const tabular = run.rows.filter((row) => !row.paired);
  const { columns, columnOf } = findColumns(tabular);
  let labelEnd = 0;
  for (const row of tabular) {
    if (row.label === '' || columns.some((column) => column.end <= row.labelStart)) continue;
    labelEnd = Math.max(labelEnd, Math.min(row.labelEnd, row.cells[0]?.start ?? row.labelEnd));
  }
  let labelStart = labelEnd;
  for (const row of tabular) if (row.label !== '') labelStart = Math.min(labelStart, row.labelStart);
  const { first } = run;
  const { top, seen } =
    tabular.length === 0 ? { top: first, seen: first } : headerOf(lines, cursor, first, run, columns, labelEnd);
  const headingLines = lines.slice(top, first).filter((line) => !line.pageHead);
  const headings = readHeadings(
    headingLines,
    drawnColumns(columns, lines, top, first),
    labelEnd > 0 ? { start: labelStart, end: labelEnd } : null,
  );
  const own = headingsInOrder(headings, headingLines, tabular, columnOf, labelEnd);
  const moved = own !== headings.own;
  const found = {
    columns: columns.map(({ start, end }, index) => ({
      heading: own[index]!,
      spanning: moved ? '' : headings.spanning[index]!,
      upper: headings.upper[index]!,
      lowest: headings.lowest[index]!,
      start,
      end,
    })),
    extents: columns,
    columnOf,
    labelEnd,
    headings,
    height: first - top,
    continued: null,
  };
  return { found, above: first - seen };
}

const isHeadedColumn = (column: Column): boolean => column.heading !== '' || column.spanning !== '';

/** Words stand over its columns. */
export const isHeaded = (table: TableForm): boolean => table.columns.some(isHeadedColumn);

/** Words stand over fewer than half of its columns: those of a table above may go on over the others. */
const isBarelyHeaded = (table: TableForm): boolean =>
  table.columns.filter(isHeadedColumn).length * 2 < table.columns.length;

/** How far the edges of columns of a table that goes on may stand apart. */
const SHIFT = 2;

/** The headings of the table above that each of the columns stands under, or null where one stands under none. */
function headingsAbove(columns: readonly Column[], above: TableForm): Column[] | null {
  const found: Column[] = [];
  let flush = 0;
  let edge = -1;
  for (const column of columns) {
    const { start, end } = column;
    if (isHeadedColumn(column)) {
      found.push(column);
      edge = end;
      continue;
    }
    const over = above.columns.find((its) => its.end > edge && Math.abs(its.end - end) <= SHIFT);
    const spare = above.headings.spare.find((its) => its.end > edge && its.start < end && its.end > start);
    if (over !== undefined) {
      found.push({ ...over, start, end });
      flush++;
    } else if (spare !== undefined) {
      found.push({ heading: spare.text, spanning: '', upper: spare.text, lowest: '', start, end });
    } else return null;
    edge = end;
  }
  return flush > (columns.some(isHeadedColumn) ? 1 : 0) ? found : null;
}

const continuedForms = new WeakMap<TableForm, WeakMap<TableForm, TableForm>>();

/** The table as one that goes on with the one above, settled once for tables printed alike; the table itself where it does not. */
function continuedTable(table: TableForm, above: TableForm): TableForm {
  const known = continuedForms.get(table) ?? new WeakMap<TableForm, TableForm>();
  continuedForms.set(table, known);
  let form = known.get(above);
  if (form === undefined) {
    const continued = headingsAbove(table.columns, above);
    form = continued === null ? table : { ...table, continued };
    known.set(above, form);
  }
  return form;
}

/** Whether a line of words may be the first half of the label below it. */
const mayWrap = (above: string | undefined, label: string): boolean =>
  above !== undefined && !above.endsWith(':') && !startsEnumerated.test(above) && !startsEnumerated.test(label);

/** A block, and the lines that were read for it. */
export interface Passage {
  readonly block: Block;
  /** Positions in the scanned lines: from the first behind the block before to behind its own last. */
  readonly from: number;
  readonly to: number;
  /** Position behind the last line that had a say in where it ends. */
  readonly seen: number;
  /** Positions of the lines that what follows may look back to. */
  readonly words: readonly number[];
  /** Of these, the lines close above some rows of a headed table. */
  readonly inside: readonly number[];
  /** Its table has no headings of its own: the table with headings above has a say in what it means. */
  readonly goesOn: boolean;
}

/** Reads the blocks of a document one after another. */
export interface BlockReader {
  /** The next block; null where there is none. */
  next(): Passage | null;
  /** Position in the scanned lines from which the next block will be read. */
  position(): number;
  /** What stands above that position. */
  standing(): Standing;
  /** Leaves out lines, after which this stands above. */
  skip(lines: number, standing: Standing): void;
}

export function blockReader(lines: readonly ScannedLine[]): BlockReader {
  const keeper = sectionKeeper();
  let cursor = 0;
  let headed: TableForm | null = null;
  const next = (): Passage | null => {
    const run = nextRun(lines, cursor);
    if (run === null) return null;
    const words: number[] = [];
    const own = tableFormOf(lines, cursor, run.first, run.last, () => findTable(lines, cursor, run));
    const goesOn = run.most >= 2 && isBarelyHeaded(own);
    const table: TableForm = goesOn && headed !== null ? continuedTable(own, headed) : own;
    if (isHeaded(own) && table === own) headed = own;
    const { extents: columns, columnOf, labelEnd, headings } = table;
    const headerTop = run.first - table.height;
    let titled = false;
    for (let i = cursor; i < headerTop; i++) {
      const line = lines[i]!;
      words.push(i);
      if (keeper.words(line, i > cursor && line.blanksBefore === 0 && !line.ruleBefore)) titled = true;
    }
    const headerLines = lines.slice(headerTop, run.first).filter((line) => !line.pageHead);
    // `POOL INFORMATION   FIXED   ADJUSTABLE   TOTAL`: a section that is named on the line of its headings.
    if (!titled && headings.stub.includes(' ') && headerLines[0] !== undefined)
      keeper.title(headerLines[0], headings.stub, false);
    // Words over the labels may also head a group of rows (`DELINQUENCY INFORMATION`, `Class A`).
    for (const line of headerLines) {
      const [only, ...others] = line.cells;
      if (others.length === 0 && only!.start < labelEnd && !isHeadingLine(line, columns, labelEnd))
        keeper.title(line, only!.text, false);
    }
    const rows: Row[] = [];
    let position = run.first;
    let tabularIndex = 0;
    let above: string[] = [];
    let aboveStart = -1;
    const inside: number[] = [];
    if (headerTop === run.first) {
      for (let i = run.first - 1; i >= cursor && i >= run.first - 4; i--) {
        const below = lines[i + 1]!;
        if (below.blanksBefore > 0 || below.ruleBefore || lines[i]!.kind !== 'text' || lines[i]!.cells.length > 1)
          break;
        if (above.length === 0) aboveStart = lines[i]!.cells[0]!.start;
        above.unshift(lines[i]!.cells[0]!.text);
      }
    }
    for (const draft of run.rows) {
      while (lines[position] !== draft.line) {
        const between = lines[position]!;
        if (between.kind === 'text') {
          if (between.blanksBefore > 0 || between.ruleBefore || between.pageHead) above = [];
          if (!between.pageHead) above.push(lineText(between));
          if (above.length > MOST_ABOVE) above.shift();
          aboveStart = between.cells.length === 1 ? between.cells[0]!.start : -1;
          if (!between.pageHead) {
            const close = between.blanksBefore === 0 && !between.ruleBefore;
            words.push(position);
            if (close && position > run.first && isHeaded(table)) inside.push(position);
            keeper.words(between, close);
          }
        }
        position++;
      }
      if (draft.line.blanksBefore > 0 || draft.line.ruleBefore) above = [];
      if (draft.heads !== null) keeper.head(draft.heads.text, draft.heads.start);
      if (draft.label !== '') keeper.row(draft.labelStart, draft.label);
      rows.push({
        line: draft.line.index,
        label: draft.label,
        labelStart: draft.labelStart,
        cells: draft.cells,
        columnOf: draft.paired ? draft.cells.map(() => -1) : columnOf[tabularIndex++]!,
        above: above.length > 0 ? above : EMPTY,
        wraps: aboveStart === draft.labelStart && mayWrap(above[above.length - 1], draft.label),
        below: wordsBelow(lines[position + 1]),
        continued:
          draft.label === '' &&
          draft.cells[0]?.kind === 'code' &&
          draft.cells[0].start < labelEnd + 2 &&
          draft.line.blanksBefore === 0,
        ruled: draft.line.ruleBefore,
        section: keeper.section(),
        preceding: keeper.preceding(),
      });
      above = [];
      aboveStart = -1;
    }
    keeper.leave(
      rows[0]?.section ?? null,
      words.map((at) => inside.includes(at)),
    );
    const block = { table, rows, columns: table.columns, stub: headings.stub, titles: headings.titles };
    const from = cursor;
    cursor = run.last + 1;
    return { block, from, to: cursor, seen: run.seen, words, inside, goesOn };
  };
  return {
    next,
    position: () => cursor,
    standing: () => keeper.standing(headed),
    skip(count, standing) {
      cursor += count;
      headed = standing.headed;
      keeper.resume(standing);
    },
  };
}

/** The words of the line below a row, where it may go on with the row's label. */
function wordsBelow(line: ScannedLine | undefined): string | null {
  if (line === undefined || line.kind !== 'text' || line.blanksBefore > 0 || line.ruleBefore) return null;
  return line.cells.length === 1 ? line.cells[0]!.text : null;
}

/** The line of words, as what follows looks back to it. */
export const wordsLine = (line: ScannedLine, inside: boolean, before: WordsLine | null): WordsLine => ({
  text: lineText(line),
  inside,
  before,
});

/** All blocks of a document's lines, in order; `forms` are those of the lines. */
export function readBlocks(documentLines: readonly string[], forms: readonly LineForm[]): Block[] {
  const reader = blockReader(scanLines(documentLines, forms));
  const blocks: Block[] = [];
  for (let passage = reader.next(); passage !== null; passage = reader.next()) blocks.push(passage.block);
  return blocks;
}
