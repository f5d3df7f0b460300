import type { DocumentText } from '../filing/document.ts';
import type { Block, Row } from '../layout/blocks.ts';
import { MOST_DIGITS, parsePrintedNumber } from '../layout/figure.ts';
import { startsEnumerated } from '../layout/rows.ts';
import type { Cell } from '../layout/scan.ts';
import { continues } from '../layout/sections.ts';
import type { TableForm } from '../layout/tables.ts';
import type { Context, RowPlan } from './context.ts';
import { contextOf, planOf } from './context.ts';
import { waysToPart } from './damaged.ts';
import type { Fact } from './fact.ts';
import type { Frame } from './frame.ts';
import { frameOf } from './frame.ts';
import type { LabelMeaning } from './label.ts';
import { isSeries, labelMeaning } from './label.ts';
import type { ValueShape } from './meaning.ts';
import { isOfClass } from './meaning.ts';
import type { CellQuestion, Resolution } from './resolve.ts';
import { asksFurther, settleCell } from './resolve.ts';
import { columnPrints, decimalsOfColumns, firstFigure, hasFigures, noWiderThanOthers } from './survey.ts';
import type { ColumnSums } from './ties.ts';
import { columnSums, rowTies } from './ties.ts';

/** Blocks of rows to facts. */

export type BlockShape = 'class rows' | 'item rows' | 'label value' | 'grid';

/** A cell of which it cannot be told what is printed in it, or where it belongs. */
export interface UnsettledCell {
  readonly cell: Cell;
  /** Index of its line. */
  readonly row: number;
  readonly label: string | null;
  readonly reason: string;
}

export interface BlockReading {
  readonly shape: BlockShape;
  readonly facts: readonly Fact[];
  readonly unsettled: readonly UnsettledCell[];
  readonly frame: Frame;
  /** What the cells of each row stand for; null where that depends on the digits of figures. */
  readonly rows: readonly RowReading[] | null;
  /** Lines further up were asked what some of the cells stand for. */
  readonly askedFurther: boolean;
  /** How often rows stand under another title than the row before them, the first row counted. */
  readonly titles: number;
  /** Index of the document's line from which on its rows were not read. */
  readonly unreadFrom: number | null;
}

const enumerated = /^\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]/;

/** A parenthesis is open at its end. */
const isUnclosed = (line: string): boolean => line.lastIndexOf('(') > line.lastIndexOf(')');

/** The row's label, with the lines above or below that it wraps over. */
function fullLabel(row: Row): string {
  let { label } = row;
  const { above, below } = row;
  const last = above[above.length - 1];
  if (
    last !== undefined &&
    (label === '' || continues.test(last) || isUnclosed(last) || (/^[a-z]/.test(label) && !enumerated.test(label)))
  ) {
    let from = above.length - 1;
    while (from > 0) {
      const next = above[from]!;
      const line = above[from - 1]!;
      const wraps =
        continues.test(line) ||
        isUnclosed(line) ||
        /^[a-z]/.test(next) ||
        (line.length > 40 && line.length >= next.length * 0.8 && !/[:.]$/.test(line));
      if (!wraps) break;
      from--;
    }
    label = [...above.slice(from), label].join(' ').trim();
  }
  if (
    below !== null &&
    row.label !== '' &&
    below.length < 60 &&
    !enumerated.test(below) &&
    (continues.test(row.label) || /^[a-z(]/.test(below))
  ) {
    label = `${label} ${below}`;
  }
  return label;
}

function shapeOf(cell: Cell, decimals: number): ValueShape {
  if (cell.counted && decimals === 0) return 'count';
  if (cell.text.indexOf('%') >= 0) return 'percent';
  if (decimals >= 5) return 'long';
  if (cell.currency || decimals === 2) return 'money';
  return decimals === 0 ? 'integer' : 'decimal';
}

/** A dash is a zero where figures stand: behind a currency sign, or in a block that holds figures. */
function standsAmongFigures(block: Block, cell: Cell): boolean {
  return cell.currency || hasFigures(block);
}

/** The shape that a dash stands for: that of the figures in its row where rows are items, else of those in its column. */
function shapeAround(block: Block, row: Row, column: number): ValueShape {
  const byRow = labelMeaning(row.label).words.length > 0;
  const figures = row.cells.filter((cell) => cell.kind === 'figure');
  // A share beside amounts: `-   0.00%`.
  const shares = figures.length > 0 && figures.every((cell) => cell.text.includes('%'));
  if (byRow && !(shares && columnPrints(block, column, false)))
    for (const cell of figures) return shapeOf(cell, parsePrintedNumber(cell.text).decimals);
  if (byRow && !shares) return 'money';
  const first = firstFigure(block, column);
  return first === null ? 'money' : shapeOf(first, parsePrintedNumber(first.text).decimals);
}

const inCents = (cell: Cell): boolean => cell.kind === 'figure' && cell.text.charCodeAt(cell.text.length - 3) === 46;

function valueCount(row: Row): number {
  let count = 0;
  for (const cell of row.cells) if (cell.kind === 'figure' || cell.kind === 'dash' || cell.kind === 'answer') count++;
  return count;
}

interface Reader {
  readonly block: Block;
  readonly frame: Frame;
  readonly document: DocumentText;
  /** What was settled so far depends on nothing but the words of the table and its context. */
  lasting: boolean;
}

function settle(reader: Reader, context: Context, plan: RowPlan, row: Row, question: CellQuestion): Resolution | null {
  if (asksFurther(context, plan, question)) reader.lasting = false;
  return settleCell(context, plan, row, question);
}

/** What a cell stands for, whatever digits are printed in it. */
export interface CellReading {
  /** Index among the cells of its row. */
  readonly index: number;
  readonly resolution: Resolution;
  /** null where two cells of the row came to mean the same: one of them is misread, and which cannot be told. */
  readonly concept: Resolution['concept'];
  readonly plan: RowPlan;
  /** Index of the cell that names its loan, -1 where none does. */
  readonly loan: number;
  /** That of a dash or an answer; null where the cell's characters are to be read. */
  readonly value: number | boolean | null;
  readonly decimals: number | null;
  readonly columnLabel: string | null;
  /** Of cells that come to mean the same the one of highest rank does: what is paid before what is due, the end before the beginning. */
  readonly rank: number;
}

/** What the cells of a row stand for, found once for the rows of tables printed alike that stand in the same context. */
export interface RowReading {
  readonly context: Context;
  readonly plan: RowPlan;
  readonly above: string | undefined;
  readonly wraps: boolean;
  readonly cells: readonly CellReading[];
  /** The lines further up were not asked. */
  readonly lasting: boolean;
}

/** What is called an amount of interest is the interest where nothing else is. */
const orInterest = (concept: CellReading['concept']): CellReading['concept'] =>
  concept === 'interestDistributionAmount' ? 'interest' : concept;

function isTied(reading: CellReading, other: CellReading): boolean {
  const { concept, resolution, loan } = reading;
  if (concept === null || other === reading || other.loan !== loan) return false;
  const areEqual = other.concept === concept;
  if (!areEqual && (orInterest(other.concept) !== orInterest(concept) || other.rank === reading.rank)) return false;
  const its = other.resolution;
  return its.class === resolution.class && its.member === resolution.member && its.group === resolution.group;
}

/** `Current Interest   Interest Due   Interest Paid`: what was paid, and what was to be. */
const paid = /\b(?:paid|distributed)\s*$/i;
/** `Distributable Certificate Interest   Interest Distribution` */
const distributable = /^\W*distributable\b/i;
const owed = /\b(?:due|owed|owing|accrued|required|payable)\s*$/i;

/** Cells of a row that came to mean the same mean nothing, but for one that is of higher rank than the others. */
function withoutTies(cells: readonly CellReading[]): readonly CellReading[] {
  return cells.map((cell) => {
    if (cell.concept === null) return cell;
    const tied = cells.filter((other) => isTied(cell, other));
    if (tied.every((other) => other.rank < cell.rank)) return cell;
    return { ...cell, concept: null };
  });
}

/**
 * The plan of a label whose first half stands on the line above, where the halves mean something together that the line above does not
 * mean alone; null otherwise.
 */
function planOfWrapped(
  reader: Reader,
  context: Context,
  row: Row,
  question: CellQuestion,
  alone: Resolution | null,
): { plan: RowPlan; resolution: Resolution } | null {
  const above = row.above[row.above.length - 1]!;
  // An item of a list begins with its own number: what stands above it is a title.
  if (labelMeaning(row.label).total || (startsEnumerated.test(row.label) && /[A-Z]{3}|:$/.test(above))) return null;
  if (row.section?.text === above && row.section.apart && context.frame.classColumns && !continues.test(above))
    return null;
  const first = settle(reader, context, planOf(context, above, null), row, question);
  const plan = planOf(context, `${above} ${row.label}`, null);
  const resolution = settle(reader, context, plan, row, question);
  if (resolution === null || resolution.concept === null) return null;
  // A line that means something by itself is a title or a row without a figure, unless the label means nothing without it.
  const isHalf = alone === null || alone.concept === null ? resolution.concept : null;
  if (first !== null && first.concept !== null && first.concept !== isHalf) return null;
  if (first?.concept === resolution.concept && question.column >= 0) {
    // `Curtailments` under the column of another row: only the heading is in its way, the line above is a title.
    const bare = settle(reader, context, planOf(context, row.label, null), row, { ...question, column: -1 });
    if (bare !== null && bare.concept !== null && bare.concept !== resolution.concept) return null;
  }
  return { plan, resolution };
}

function rankIn(frame: Frame, column: number): number {
  if (column < 0) return 1;
  const label = frame.columnLabels[column] ?? '';
  if (
    owed.test(label) ||
    distributable.test(label) ||
    frame.columns[column]!.words.includes('beginning') ||
    frame.spanning[column]!.words.includes('beginning') ||
    frame.columns[column]!.perThousand ||
    frame.spanning[column]!.total ||
    // `Total   1998-3`: of all series, and of one.
    (frame.columns[column]!.total && frame.columns.some(({ text }) => isSeries(text)))
  )
    return 0;
  return paid.test(label) ? 2 : 1;
}

/** `Total   Interest Paid   Total Principal` below the title of a class: the first of its items. */
function beginsItems({ rows }: Block): boolean {
  const [first, next] = rows;
  if (first === undefined || next === undefined || next.section !== first.section) return false;
  const { words, total } = labelMeaning(next.label);
  return next.labelStart === first.labelStart && !total && isOfClass(words);
}

const zerosInFront = /^0\d{6,19}$/;

/** `0001234567   100,111.11`: a row that begins with zeros and digits is that of a loan or another thing with a number. */
const isNumbered = (row: Row, index: number): boolean =>
  index === 0 && row.label === '' && row.cells.length > 1 && zerosInFront.test(row.cells[0]!.text);

/** `90263BAA1`, `90263B AA1`. */
const cusipPrinted = /^(?:[0-9A-Z]{8,9}|[0-9A-Z]{6} [0-9A-Z]{2} ?[0-9A-Z])$/;

const pageNumber = /^[A-Z]{0,2}-?\d{1,4}$/;

/** Settles what each of the row's cells stands for. */
function settleRow(reader: Reader, context: Context, rowPlan: RowPlan, row: Row): RowReading {
  let plan = rowPlan;
  let joined = false;
  const { block, frame } = reader;
  const cells: CellReading[] = [];
  let loan = -1;
  reader.lasting = true;
  let money: boolean | null = null;
  const alone = valueCount(row) === 1;
  const leads = block.rows[0] === row && !beginsItems(block);
  for (let c = 0; c < row.cells.length; c++) {
    const cell = row.cells[c]!;
    const { kind } = cell;
    const column = row.columnOf[c]!;
    const heading = column < 0 ? undefined : frame.columns[column];
    const numbered = kind === 'damaged' && isNumbered(row, c);
    if ((kind === 'damaged' && !numbered) || kind === 'blank' || kind === 'date') continue;
    if (numbered && heading?.words.includes('cusip') !== true) {
      loan = c;
      continue;
    }
    if (
      heading?.loanNumber === true &&
      (kind === 'figure' || kind === 'text' || kind === 'code') &&
      /^[\dA-Z-]+$/.test(cell.text)
    ) {
      loan = c;
      continue;
    }
    if (
      heading !== undefined &&
      heading.words.length === 1 &&
      heading.words[0] === 'page' &&
      pageNumber.test(cell.text)
    )
      continue;
    let shape: ValueShape;
    let value: number | boolean | null = null;
    let decimals: number | null = null;
    if (kind === 'code' || (heading !== undefined && kind !== 'dash' && heading.words.includes('cusip'))) {
      if (!cusipPrinted.test(cell.text)) continue;
      shape = 'code';
    } else if (kind === 'figure') {
      ({ decimals } = parsePrintedNumber(cell.text));
      shape = shapeOf(cell, decimals);
    } else if (kind === 'dash') {
      shape = shapeAround(block, row, column);
      value = 0;
      decimals = 0;
    } else if (kind === 'answer') {
      shape = 'flag';
      value = /^(?:yes|true)$/i.test(cell.text);
    } else continue;
    let besideMoney = false;
    if (shape === 'integer') {
      money ??= row.cells.some(inCents);
      besideMoney = money;
    }
    const likePostalCode = shape === 'integer' && cell.text.length === 5 && /^\d{5}$/.test(cell.text);
    const question: CellQuestion = { column, shape, ofLoan: loan >= 0, besideMoney, alone, leads, likePostalCode };
    let resolution = settle(reader, context, plan, row, question);
    if ((row.wraps || resolution?.concept == null) && row.above.length > 0 && !joined) {
      const whole = planOfWrapped(reader, context, row, question, resolution);
      if (whole !== null) {
        joined = true;
        ({ plan, resolution } = whole);
      }
    }
    if (kind === 'dash' && resolution?.concept == null) {
      const count: CellQuestion = { ...question, shape: 'integer', besideMoney: false, likePostalCode: false };
      const counted = settle(reader, context, plan, row, count);
      if (counted?.concept != null) resolution = counted;
      else if (!standsAmongFigures(block, cell)) continue;
    }
    if (resolution === null) continue;
    cells.push({
      index: c,
      resolution,
      concept: resolution.concept,
      plan,
      loan: resolution.ofLoan ? loan : -1,
      value,
      decimals,
      columnLabel: column < 0 ? null : frame.columnLabels[column]!,
      rank: rankIn(frame, column),
    });
  }
  const above = row.above[row.above.length - 1];
  const { lasting } = reader;
  return { context, plan: rowPlan, above, wraps: row.wraps, cells: withoutTies(cells), lasting };
}

/** The date that a row of a history begins with. */
function dateLabel(row: Row): string | null {
  const [first] = row.cells;
  return first?.kind === 'date' ? first.text : null;
}

/** Facts of the row's cells, in order. */
function factsOf(
  reading: RowReading,
  row: Row,
  document: DocumentText,
  into: Fact[],
  date: string | null = null,
): void {
  for (const { index, resolution, concept, plan, loan, value, decimals, columnLabel } of reading.cells) {
    const cell = row.cells[index]!;
    into.push({
      concept,
      class: resolution.class,
      group: resolution.group,
      member: loan < 0 ? resolution.member : row.cells[loan]!.text,
      value: value ?? (decimals === null ? cell.text.replace(/ /g, '') : parsePrintedNumber(cell.text).value),
      unit: resolution.unit,
      decimals,
      text: cell.text,
      line: document.lineOf(row.line, cell.offset),
      column: document.columnOf(row.line, cell.offset),
      section: reading.context.section,
      label: plan.label ?? date,
      columnLabel,
    });
  }
}

function readRow(reader: Reader, context: Context, plan: RowPlan, row: Row, into: Fact[]): void {
  factsOf(settleRow(reader, context, plan, row), row, reader.document, into);
}

function findReading(readings: readonly RowReading[], context: Context, plan: RowPlan, row: Row): RowReading | null {
  const above = row.above[row.above.length - 1];
  for (const reading of readings) {
    const alike = reading.above === above && reading.wraps === row.wraps;
    if (alike && reading.plan === plan && reading.context === context) return reading;
  }
  return null;
}

/** Per row what was read of its cells in tables printed alike, since all but their digits was the same there; in a few contexts. */
type TableReadings = (readonly RowReading[] | undefined)[];

const MOST_CONTEXTS = 4;
const readingsOfTables = new WeakMap<TableForm, TableReadings>();

function readingsOf(table: TableForm): TableReadings {
  const known = readingsOfTables.get(table);
  if (known !== undefined) return known;
  const none: TableReadings = [];
  readingsOfTables.set(table, none);
  return none;
}

/** The columns of the block that no cell of the row stands in, from the one left of the cell's end to the one that follows it. */
function freeColumns(block: Block, row: Row, index: number): number[] {
  const before = index === 0 ? -1 : row.columnOf[index - 1]!;
  const after = row.columnOf[index + 1] ?? block.columns.length;
  const free: number[] = [];
  for (let column = before + 1; column < after; column++) free.push(column);
  return free;
}

const isDamaged = (row: Row, index: number): boolean => row.cells[index]!.kind === 'damaged' && !isNumbered(row, index);

/** `1,402,118.44`: groups of three. */
const grouped = /^\(?\$?\d{1,3}(?:,\d{3})+\.\d\d\)?$/;

/**
 * A figure that stands in two columns of which the other is empty in this row: one wide figure, or two that touch. Only figures in a
 * table of several columns can.
 */
function reachesOver(block: Block, row: Row, index: number): boolean {
  const cell = row.cells[index]!;
  const own = row.columnOf[index]!;
  if (cell.kind !== 'figure' || own < 0 || block.columns.length < 3) return false;
  // `Recoveries   402,118.44` over a table with columns of its own.
  if (row.cells.length === 1 && row.label !== '' && grouped.test(cell.text)) return false;
  for (const other of [own - 1, own + 1]) {
    const column = block.columns[other];
    if (column === undefined || cell.start >= column.end || cell.end <= column.start) continue;
    if (!row.columnOf.includes(other)) return true;
  }
  return false;
}

/**
 * The row with the cell at `index` parted, or left whole where it is one figure, so that it ties with the figures beside and above it; null
 * where no way or more than one does.
 */
function mendRow(
  reader: Reader,
  context: Context,
  plan: RowPlan,
  row: Row,
  index: number,
  others: ColumnSums,
): Fact[] | null {
  const { block } = reader;
  const free = freeColumns(block, row, index);
  const ways = waysToPart(row.cells[index]!, free.length, decimalsOfColumns(block, free));
  let mended: Fact[] | null = null;
  if (row.cells[index]!.kind === 'figure') {
    const whole: Fact[] = [];
    readRow(reader, context, plan, row, whole);
    if (ways.length === 0) return whole;
    if (rowTies(whole, others)) mended = whole;
  }
  for (const parts of ways) {
    const cells = [...row.cells.slice(0, index), ...parts, ...row.cells.slice(index + 1)];
    const columnOf = [...row.columnOf.slice(0, index), ...free, ...row.columnOf.slice(index + 1)];
    const facts: Fact[] = [];
    readRow(reader, context, plan, { ...row, cells, columnOf }, facts);
    if (!rowTies(facts, others)) continue;
    if (mended !== null) return null;
    mended = facts;
  }
  return mended;
}

/** `02,415,000`: a number, if oddly printed. */
const leadingZeros = /^[($-]*0\d{0,2}(?:(?:,\d{3})*|\d*)(?:\.\d*)?[%)-]*$/;

const runTogether =
  'Figures are printed without a space between them, and no way of parting them, or more than one, agrees with the rest of its row.';
const misprint = 'It is no number as printed.';
const besideDamage = 'It stands in a row whose figures run together, so that its column is not certain.';

/** `Total`, `Total Notes and Certificates`. */
const isTotalOfClasses = ({ total, words }: LabelMeaning): boolean =>
  total ||
  (words[0] === 'total' && words.every((word) => word === 'total' || word === 'certificate' || word === 'class'));

/** A row without a label that is ruled off, or the last of several cells; a row with a label of its own and fewer may follow. */
function endsClasses(block: Block, r: number): boolean {
  const row = block.rows[r]!;
  if (row.ruled) return true;
  return (
    r > 1 &&
    block.rows.slice(r + 1).every(({ label, cells }) => label !== '' && cells.length < row.cells.length) &&
    row.cells.length >= 2 &&
    row.above.length === 0 &&
    row.cells.every((cell) => cell.kind !== 'code')
  );
}

const measureWords = new Set([
  'number',
  'loan',
  'balance',
  'principal',
  'percent',
  'pool',
  'unpaid',
  'stated',
  'amount',
]);

/** `Number of Loans` under `Group I   Principal Balance`: of the same group where it stands further in. */
const namesMeasure = ({ words }: LabelMeaning): boolean =>
  words.length > 0 && words.every((word) => measureWords.has(word));

/** Nothing but percentages. */
const holdsShares = (row: Row): boolean =>
  row.cells.length > 0 && row.cells.every((cell) => cell.kind === 'figure' && cell.text.endsWith('%'));

/** The facts of label and value pairs that stand on one line. */
interface PairedFacts {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

const meansSame = (fact: Fact, other: Fact): boolean =>
  fact.concept === other.concept &&
  fact.class === other.class &&
  fact.group === other.group &&
  fact.member === other.member;

/** `0-29 Days   0.00   0-29 Days   311.20`: pairs of a line that mean the same mean something else each, which cannot be told. True where there are such. */
function settlePairs(facts: Fact[], paired: readonly PairedFacts[]): boolean {
  let settled = false;
  let first = 0;
  for (let i = 1; i <= paired.length; i++) {
    if (i < paired.length && paired[i]!.row === paired[first]!.row) continue;
    const from = paired[first]!.from;
    const line = facts.slice(from, paired[i - 1]!.to);
    if (i - first > 1) {
      line.forEach((fact, k) => {
        if (fact.concept === null || !line.some((other) => other !== fact && meansSame(other, fact))) return;
        facts[from + k] = { ...fact, concept: null };
        settled = true;
      });
    }
    first = i;
  }
  return settled;
}

/**
 * Reads every value of a block, as long as its rows stand under `mostTitles` titles at most; places come from the document.
 * One of the blocks just above it may have had classes as columns (`afterClassColumns`).
 */
export function readBlock(
  block: Block,
  document: DocumentText,
  afterClassColumns: boolean,
  mostTitles: number,
): BlockReading {
  const frame = frameOf(block, afterClassColumns);
  const reader: Reader = { block, frame, document, lasting: true };
  const facts: Fact[] = [];
  const unsettled: UnsettledCell[] = [];
  const damaged: { row: Row; plan: RowPlan; context: Context; at: number }[] = [];
  let context: Context | null = null;
  let previous: Row | null = null;
  let sawClassRow = false;
  let goesOn = false;
  let recordClass: string | null = null;
  let date: string | null = null;
  const known = readingsOf(block.table);
  const rows: RowReading[] = [];
  const paired: PairedFacts[] = [];
  let askedFurther = false;
  let dated = false;
  let titles = 0;
  let unreadFrom: number | null = null;
  let held: { readonly group: string; readonly labelStart: number } | null = null;
  for (let r = 0; r < block.rows.length; r++) {
    const row = block.rows[r]!;
    if (context === null || previous === null || previous.section !== row.section) {
      if (titles >= mostTitles) {
        unreadFrom = row.line;
        break;
      }
      titles++;
      context = contextOf(frame, row, block.rows[0]!.section);
    }
    previous = row;
    const label = row.above.length === 0 && row.below === null ? row.label : fullLabel(row);
    let plan = planOf(context, label, null);
    if (plan.meaning.group !== null) held = { group: plan.meaning.group, labelStart: row.labelStart };
    else if (held !== null && row.labelStart <= held.labelStart) held = null;
    else if (held !== null && row.above.length === 0 && namesMeasure(plan.meaning))
      plan = planOf(context, `${held.group} ${label}`, null);
    if (plan.class !== null) sawClassRow = true;
    else if (frame.twoLines !== null && row.continued) plan = planOf(context, label, recordClass);
    else if (
      frame.classRows &&
      (isTotalOfClasses(plan.meaning) ||
        (row.label === '' && sawClassRow && (row.ruled || !goesOn) && endsClasses(block, r)))
    )
      plan = planOf(context, label, 'Total');
    else if (row.label === '' && r > 0 && holdsShares(row) && block.rows[r - 1]!.label !== '') {
      // `30-59 days   64   9,411,002.12` and below it the shares of both.
      const above = planOf(context, block.rows[r - 1]!.label, null);
      if (above.meaning.bucket !== null) plan = above;
    }
    // A row without a label behind the total, or behind others like it, goes on with the row above.
    if (plan.class === 'Total' || (row.label === '' && !row.ruled)) goesOn = true;
    recordClass = plan.class;
    const readings = known[r] ?? [];
    let reading = findReading(readings, context, plan, row);
    if (reading === null) {
      const at = row.cells.findIndex((_, i) => isDamaged(row, i) || reachesOver(block, row, i));
      if (at >= 0) {
        damaged.push({ row, plan, context, at });
        continue;
      }
      reading = settleRow(reader, context, plan, row);
      if (reading.lasting) known[r] = [reading, ...readings.slice(0, MOST_CONTEXTS - 1)];
    }
    rows.push(reading);
    if (!(row.label === '' && holdsShares(row))) date = dateLabel(row);
    if (!reading.lasting) askedFurther = true;
    if (date !== null) dated = true;
    const from = facts.length;
    factsOf(reading, row, document, facts, date);
    if (row.columnOf[0] === -1 && facts.length > from) paired.push({ row: row.line, from, to: facts.length });
  }
  const repeated = paired.length > 1 && settlePairs(facts, paired);
  const sums = columnSums();
  if (damaged.length > 0) sums.add(facts);
  for (const { row, plan, context: around, at } of damaged) {
    const single = row.cells.filter((_, i) => isDamaged(row, i) || reachesOver(block, row, i)).length === 1;
    const mended = single ? mendRow(reader, around, plan, row, at, sums) : null;
    if (mended !== null) {
      facts.push(...mended);
      sums.add(mended);
      continue;
    }
    if (single && row.cells[at]!.kind === 'damaged' && freeColumns(block, row, at).length === 1) {
      // Nothing is missing beside it: a misprint of one figure, and its neighbours stand where they belong.
      const cell = row.cells[at]!;
      const digits = cell.text.replace(/\D/g, '').length;
      const whole =
        digits <= MOST_DIGITS && leadingZeros.test(cell.text) && noWiderThanOthers(block, cell, row.columnOf[at]!);
      if (!whole) unsettled.push({ cell, row: row.line, label: plan.label, reason: misprint });
      const cells = whole
        ? row.cells.map((other) => (other === cell ? { ...cell, kind: 'figure' as const } : other))
        : row.cells;
      const read: Fact[] = [];
      readRow(reader, around, plan, { ...row, cells }, read);
      facts.push(...read);
      sums.add(read);
      continue;
    }
    for (const cell of row.cells) {
      if (cell.kind === 'damaged' || cell.kind === 'figure') {
        unsettled.push({
          cell,
          row: row.line,
          label: plan.label,
          reason: cell === row.cells[at] ? runTogether : besideDamage,
        });
      }
    }
  }
  if (damaged.length > 0) facts.sort((a, b) => a.line - b.line || a.column - b.column);
  const shape: BlockShape = frame.classRows
    ? 'class rows'
    : frame.bucketTable && block.columns.length > 1
      ? 'grid'
      : block.columns.length > 1
        ? 'item rows'
        : 'label value';
  return {
    shape,
    facts,
    unsettled,
    frame,
    rows: damaged.length === 0 && !dated && !repeated && unreadFrom === null ? rows : null,
    askedFurther,
    titles,
    unreadFrom,
  };
}
