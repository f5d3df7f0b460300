import type { LineForm } from './forms.ts';
import type { ScannedLine } from './lines.ts';
import type { Cell } from './scan.ts';

/** Lines to rows of a label and cells, and rows that share columns to runs. */

/** `(a) Interest`, `12. Pool Balance`: begins as an item of a list. */
export const startsEnumerated = /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\{\d{1,3}[a-z]?\})\s?\S/;

const enumeratorOf = /^(\(?)(?:(\d{1,3})|([a-z])|([A-Z]))[.)]/;

/** `(a) Principal`, `1.   Balances`: an item of a list, however far its words stand off. */
export const isItem = (text: string): boolean => enumeratorOf.test(text);

/** Whether the text is an item of the same list as the other and comes after it: `(c) Fees` after `(a) Principal`. */
export function followsItem(text: string, item: string): boolean {
  const its = enumeratorOf.exec(text);
  const before = enumeratorOf.exec(item);
  if (its === null || before === null || its[1] !== before[1]) return false;
  if (its[2] !== undefined) return before[2] !== undefined && Number(its[2]) > Number(before[2]);
  for (const letters of [3, 4]) {
    const letter = its[letters];
    const other = before[letters];
    if (letter === undefined) continue;
    if (other === undefined) return false;
    // `(i)` is a small number rather than what follows `(a)`.
    return /[ivx]/i.test(letter) ? letter.charCodeAt(0) === other.charCodeAt(0) + 1 : letter > other;
  }
  return false;
}

/** A row as it is cut from its line, before its columns are known. */
export interface DraftRow {
  readonly line: ScannedLine;
  /** Words left of the label that head this row and those below it: `FIXED GROUP   PRINCIPAL BALANCE`. */
  readonly heads: { readonly text: string; readonly start: number } | null;
  readonly label: string;
  readonly labelStart: number;
  readonly labelEnd: number;
  readonly cells: readonly Cell[];
  /** One of several label and value pairs on a line: takes no part in columns. */
  readonly paired: boolean;
  /** The number of its item, printed again between label and figures in braces. */
  readonly item: string | null;
}

const enumeratorOnly =
  /^(?:\(?[a-zA-Z]{1,3}[.)]|\(?[ivxIVX]{1,5}[.)]|\(?\d{1,3}[.)]|\d{1,3}|\(\d{1,2}[a-z]\)|Class|CLASS|[*†+]+|\d+\.\d+|\{(?:\d{1,3}[a-z]?|[a-z])\})$/;

const numberOfItem = /^(?:\{\d{1,3}[a-z]?\}|\(\d{1,3}[a-z]?\))/;

/** `{12}` between a label and its figures, `(12)` behind the label of item `(12)`: the number of the item again. */
const isBraced = (cell: Cell): boolean => cell.kind === 'text' && /^\{\d{1,3}[a-z]?\}$/.test(cell.text);
const repeatsNumber = (cell: Cell, label: string): boolean =>
  (cell.kind === 'text' || cell.kind === 'figure') && numberOfItem.exec(label)?.[0] === cell.text;

/** `04/25/2008 - 07/25/2008`: a dash that stands for no zero. */
const joinsDates = (cells: readonly Cell[], i: number): boolean =>
  cells[i]!.kind === 'dash' && cells[i - 1]?.kind === 'date' && cells[i + 1]?.kind === 'date';

/** `A   Class A-2 Interest Rate`, `C   Total Student Loan Principal Activity`: words of their own behind the letter of an item. */
const namedBehindLetter = /^(?:Class|CLASS)\s\S+\s\S|^Total\s(?:\S+\s){2}/;

/** `A   iii   Total Pool`: items counted in small roman numbers. */
const romanOnly = /^[ivx]{1,5}$/;

const isValue = (cell: Cell): boolean =>
  cell.kind === 'figure' || cell.kind === 'damaged' || cell.kind === 'dash' || cell.kind === 'answer';

/** `TOTAL DUE`, `RATE: 5`: three capitals with a space or a colon somewhere behind them. */
function namesInCapitals(text: string): boolean {
  const at = text.search(/[A-Z]{3}/);
  return at >= 0 && at + 3 <= Math.max(text.lastIndexOf(' '), text.lastIndexOf(':'));
}

/** `Variable(2)`, `March 2005`, `WAC` in a column of rates or months: values in words. */
const saysValue =
  /^(?:(?:fixed|variable|floating|adjustable|auction)(?:\s+rate)?|wac|n\/?a|none|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s(?:\d{1,2},\s)?(?:19|20)\d\d)(?:\s?\(\d{1,2}\))*$/i;

/** Words long enough to be a label of their own; `SEN`, `FIX`, `30/360` in a table are not. */
const readsAsLabel = (cell: Cell): boolean =>
  cell.kind === 'text' &&
  !saysValue.test(cell.text) &&
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
  starts.every((start) => start === 0 || ![namesItem, namesClass].some((names) => names.test(cells[start]!.text)));

/** `Class A-1 Notes` */
const namesClass = /^(?:class|tranche)\s\S{1,8}(?:\s(?:notes?|certificates?))?\W*$/i;

/** Cuts a line into label and cells; more than one where label and value pairs follow each other. */
function cutRows(cells: readonly Cell[]): RowForm[] {
  const starts = [0];
  for (let i = 1; i < cells.length - 1; i++) {
    const [before, behind] = [cells[i - 1]!, cells[i + 1]!];
    const follows = isValue(before) || (i > 1 && namesClass.test(cells[0]!.text) && namesClass.test(cells[i]!.text));
    if (follows && readsAsLabel(cells[i]!) && (isValue(behind) || (behind.kind === 'code' && before.kind === 'code')))
      starts.push(i);
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
      const numbered =
        enumeratorOnly.test(label.slice(label.lastIndexOf(' ') + 1)) ||
        romanOnly.test(text) ||
        (/^[A-Z]$/.test(label) && namedBehindLetter.test(text));
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
    cells: line.cells
      .slice(from, to)
      .filter((cell, i, own) => !isBraced(cell) && !((i === 0 || i + 1 < own.length) && repeatsNumber(cell, label)))
      .filter((cell, i, own) => !joinsDates(own, i) && !(repeated && cell.kind === 'text')),
    paired,
    item: line.cells.slice(from, to).find(isBraced)?.text ?? null,
  }));
}

export interface Run {
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

const standsClose = (line: ScannedLine): boolean => line.blanksBefore === 0 && !line.ruleBefore && !line.markBefore;

/** `Adjustable Rate` under `Senior/Floater/`, `17, 2008)` under `3.39% (to but excluding March`: the words of a row go on, and head nothing. */
const goesOnInWords = (line: ScannedLine, row: DraftRow): boolean =>
  standsClose(line) &&
  line.cells.every(
    (cell) =>
      cell.kind === 'text' &&
      row.cells.some((above, i) => {
        const next = row.cells[i + 1];
        const isWords = above.kind === 'text' || (next?.kind === 'text' && next.start - above.end <= 1);
        return isWords && Math.abs(above.start - cell.start) <= 1;
      }),
  );

/** `Class X   (4)   Senior, Notional Amount` among rows of classes: one of which no figure is printed. */
const isClassWithoutFigures = ({ cells, ...line }: ScannedLine, row: DraftRow): boolean =>
  cells.length > 1 &&
  cells[0]!.start === row.labelStart &&
  line.blanksBefore === 0 &&
  [cells[0]!.text, row.label].every((label) => namesClass.test(label));

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
      const isListed = draft.label !== '' && draft.labelStart === previous.labelStart;
      if (isListed && (goesOnInWords(between, previous) || isClassWithoutFigures(between, previous))) continue;
      if (isWordedRow(between, draft) && draft.line.blanksBefore === 0) continue;
      // Over a row that continues the columns above, only several words apart are new headings; one may be the head of a new page.
      if (overlapsAny(between, draft) && !(aligned && (between.cells.length === 1 || datesOnly(between)))) return true;
      if (between.blanksBefore > 0 || between.ruleBefore || between.markBefore) titled = true;
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
export function nextRun(lines: readonly ScannedLine[], from: number): Run | null {
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
  settleColons(run);
  settleHeads(run);
  settleReferences(run);
  settleSpacedLabels(run);
  return run;
}

/** Room between the colon of a label and its value, at most. */
const FROM_COLON = 3;

/** `Servicing Fee:  272,604` below `Loan Count   236   235`: a value close behind its label, left of all columns, stands in none. */
function settleColons(run: Run): void {
  let columnsStart = Number.POSITIVE_INFINITY;
  for (const { cells, paired } of run.rows)
    if (!paired && valueCount(cells) > 1)
      for (const cell of cells) if (isValue(cell)) columnsStart = Math.min(columnsStart, cell.start);
  if (columnsStart === Number.POSITIVE_INFINITY) return;
  for (let i = 0; i < run.rows.length; i++) {
    const row = run.rows[i]!;
    const [value, ...others] = row.cells;
    if (row.paired || value === undefined || others.length > 0 || !isValue(value) || !row.label.endsWith(':')) continue;
    if (value.end <= columnsStart && value.start - row.labelEnd <= FROM_COLON) run.rows[i] = { ...row, paired: true };
  }
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
      item: row.item,
    };
  }
}

/** `TOTAL  PRINCIPAL`: words two spaces apart where the other rows have labels that reach as far, and no words of their own there. */
function settleSpacedLabels(run: Run): void {
  for (let i = 0; i < run.rows.length; i++) {
    const row = run.rows[i]!;
    const [first, ...rest] = row.cells;
    if (row.paired || row.label === '' || first?.kind !== 'text' || first.start - row.labelEnd > 2) continue;
    if (rest.some(({ kind }) => kind === 'text') || !/[a-z]{4}/i.test(first.text) || namesItem.test(row.label))
      continue;
    const reaches = (other: DraftRow): boolean => other.labelStart === row.labelStart && other.labelEnd > first.end;
    const hasWords = ({ cells }: DraftRow): boolean =>
      cells.some(({ kind, start, end }) => kind === 'text' && start < first.end && end > first.start);
    if (!run.rows.some(reaches) || run.rows.some((other) => other !== row && hasWords(other))) continue;
    run.rows[i] = { ...row, label: `${row.label} ${first.text}`, labelEnd: first.end, cells: rest };
  }
}

const reference = /^\W?(?:sec(?:tion|t)?\.?|§|art(?:icle)?\.?)\s?\d[\d.]{0,6}(?:\s?\(\w{1,5}\)){0,4}[:.]?$/i;
/** Room between a reference and the label behind it, at most. */
const FROM_REFERENCE = 8;

/** `Sec. 5.8(b)(iii)   SERVICING FEE`: where in the agreement it is asked for, before the label. */
function settleReferences(run: Run): void {
  for (let i = 0; i < run.rows.length; i++) {
    const row = run.rows[i]!;
    const [first, ...rest] = row.cells;
    if (first?.kind !== 'text' || first.start - row.labelEnd > FROM_REFERENCE || !reference.test(row.label)) continue;
    run.rows[i] = { ...row, label: `${row.label} ${first.text}`, labelEnd: first.end, cells: rest };
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
