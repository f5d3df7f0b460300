import type { Finding } from './alike.ts';
import { foundAlike } from './alike.ts';
import type { ColumnExtent } from './columns.ts';
import { findColumns } from './columns.ts';
import { isHeadingLine, isTitleLine } from './heading-lines.ts';
import type { Headings } from './headings.ts';
import { readHeadings } from './headings.ts';
import type { ScannedLine } from './lines.ts';
import type { DraftRow, Run } from './rows.ts';

/** The columns of a run of rows, and the headings over them. */

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

const dateInWords =
  /^(?:[A-Z][A-Za-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?\s*,?\s*\d{4}|\d{1,2}\s[A-Z][A-Za-z]{2,8}\s\d{4})$/;

/** `Record Date: May 28, 2004` in one. */
const labelledDate = /\bdate:\s[A-Za-z]{3,9}\.?\s\d{1,2}\s?,\s?\d{4}$/i;

/** `Prior Payment: May 28, 2002`, `Payment Date of 25-Jun-2002`: said of a statement, where it stands apart from the headings. */
const saysDate =
  /(?::|\bdate(?:\sof)?)\s(?:[A-Za-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?\s?,?\s?\d{4}|\d{1,2}[-\s][A-Za-z]{3,9}[-\s]\d{2,4}|\d{1,2}[/-]\d{1,2}[/-]\d{2,4})$/i;
const saysDateBeside = (line: ScannedLine): boolean =>
  line.cells.some(({ kind, text }) => kind === 'text' && text.length <= 60 && saysDate.test(text));

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
    if (
      namesDate(line) ||
      (gap > 0 && (isPair(line, labelEnd) || saysDateBeside(line))) ||
      (acrossPage && top < to) ||
      ruledTitle
    )
      break;
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

/**
 * Where the headings from `top` on end: above words of the labels that a rule parts from headings with a word over the labels of their own, and
 * that stand close above the first row.
 */
function endOfHeadings(
  lines: readonly ScannedLine[],
  top: number,
  first: number,
  columns: readonly ColumnExtent[],
  labelEnd: number,
): number {
  const begins = ({ cells }: ScannedLine): boolean => cells.length > 0 && cells[0]!.start < labelEnd;
  for (let i = first - 1; i > top; i--) {
    const line = lines[i]!;
    const below = lines[i + 1]!;
    if (line.pageHead || line.cells.length !== 1 || below.blanksBefore > 0 || below.ruleBefore || !begins(line)) break;
    if (!line.ruleBefore) continue;
    const isHeaded = lines
      .slice(top, i)
      .some((head) => !head.pageHead && begins(head) && head.cells[0]!.end <= columns[0]!.start);
    return isHeaded ? i : first;
  }
  return first;
}

/** What rows have in common with those of tables printed alike: their columns and headings. */
export interface TableForm {
  readonly columns: readonly Column[];
  readonly extents: readonly ColumnExtent[];
  /** Per row that is not one of several on its line, the column of each cell. */
  readonly columnOf: readonly (readonly number[])[];
  readonly labelEnd: number;
  readonly headings: Headings;
  /** How many lines above the first row begin the headings. */
  readonly height: number;
  /** How many of the last of those are words of the labels, and no headings. */
  readonly labelLines: number;
  /** Where it has no headings: those of the table above whose columns stand at the same places. */
  readonly continued: readonly Column[] | null;
  /** It stands right below that table and has one column for each of the words that span several there. */
  readonly underSpanning: boolean;
}

export const tableFormOf = foundAlike<TableForm>();

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
export function findTable(lines: readonly ScannedLine[], cursor: number, run: Run): Finding<TableForm> {
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
  const bottom = columns.length === 0 ? first : endOfHeadings(lines, top, first, columns, labelEnd);
  const headingLines = lines.slice(top, bottom).filter((line) => !line.pageHead);
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
    labelLines: first - bottom,
    continued: null,
    underSpanning: false,
  };
  return { found, above: first - seen };
}

const isHeadedColumn = (column: Column): boolean => column.heading !== '' || column.spanning !== '';

/** Words stand over its columns. */
export const isHeaded = (table: TableForm): boolean => table.columns.some(isHeadedColumn);

/** Words stand over fewer than half of its columns: those of a table above may go on over the others. */
export const isBarelyHeaded = (table: TableForm): boolean =>
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

/** `Beginning of Period   End of Period` over two columns each head the columns of a table right below that has one for each. */
function spanningAbove(columns: readonly Column[], above: TableForm): Column[] | null {
  if (columns.length < 2 || columns.length >= above.columns.length || columns.some(isHeadedColumn)) return null;
  const over: string[] = [];
  for (const { spanning } of above.columns) {
    if (spanning === '') return null;
    if (over[over.length - 1] !== spanning) over.push(spanning);
  }
  if (over.length !== columns.length || new Set(over).size < over.length) return null;
  return columns.map(({ start, end }, i) => ({
    heading: over[i]!,
    spanning: '',
    upper: over[i]!,
    lowest: '',
    start,
    end,
  }));
}

const continuedForms = new WeakMap<TableForm, WeakMap<TableForm, TableForm>>();
const formsBelow = new WeakMap<TableForm, WeakMap<TableForm, TableForm>>();

function newContinued(table: TableForm, above: TableForm, follows: boolean): TableForm {
  const continued = headingsAbove(table.columns, above);
  if (continued !== null) return { ...table, continued };
  const spanning = follows ? spanningAbove(table.columns, above) : null;
  return spanning === null ? table : { ...table, continued: spanning, underSpanning: true };
}

/**
 * The table as one that goes on with the one above, settled once for tables printed alike; the table itself where it does not. It `follows`
 * where no other table stands between them.
 */
export function continuedTable(table: TableForm, above: TableForm, follows: boolean): TableForm {
  const forms = follows ? formsBelow : continuedForms;
  const known = forms.get(table) ?? new WeakMap<TableForm, TableForm>();
  forms.set(table, known);
  let form = known.get(above);
  if (form === undefined) {
    form = newContinued(table, above, follows);
    known.set(above, form);
  }
  return form;
}
