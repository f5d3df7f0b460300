import type { DocumentText } from '../filing/document.ts';
import type { Block, Row } from '../layout/blocks.ts';
import { parsePrintedNumber } from '../layout/figure.ts';
import { startsEnumerated } from '../layout/rows.ts';
import type { Cell } from '../layout/scan.ts';
import { continues } from '../layout/sections.ts';
import type { TableForm } from '../layout/tables.ts';
import type { Context, RowPlan } from './context.ts';
import { planOf } from './context.ts';
import type { Fact } from './fact.ts';
import type { Frame } from './frame.ts';
import { isSeries, labelMeaning } from './label.ts';
import type { CellQuestion, Resolution } from './resolve.ts';
import { asksFurther, settleCell } from './resolve.ts';
import type { ValueShape } from './surroundings.ts';
import { columnPrints, firstFigure, hasFigures } from './survey.ts';
import { isOfClass } from './wordings.ts';

/** Rows to facts: what each of their cells stands for, settled once for rows printed alike. */

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

/** What reads the rows of a block. */
export interface Reader {
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
export const isNumbered = (row: Row, index: number): boolean =>
  index === 0 && row.label === '' && row.cells.length > 1 && zerosInFront.test(row.cells[0]!.text);

/** `90263BAA1`, `90263B AA1`, and nine signs with at least three digits parted anywhere: `90263 BAA1`, `90263B AA 1`. */
const cusipPrinted =
  /^(?:[0-9A-Z]{8,9}|(?=(?:[0-9A-Z] ?){9}$)(?=(?:[^0-9]*[0-9]){3})[0-9A-Z]{3,8}(?: [0-9A-Z]{1,6}){1,2})$/;

const pageNumber = /^[A-Z]{0,2}-?\d{1,4}$/;

/** Settles what each of the row's cells stands for. */
export function settleRow(reader: Reader, context: Context, rowPlan: RowPlan, row: Row): RowReading {
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
export function dateLabel(row: Row): string | null {
  const [first] = row.cells;
  return first?.kind === 'date' ? first.text : null;
}

/** Facts of the row's cells, in order. */
export function factsOf(
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

export function readRow(reader: Reader, context: Context, plan: RowPlan, row: Row, into: Fact[]): void {
  factsOf(settleRow(reader, context, plan, row), row, reader.document, into);
}

export function findReading(
  readings: readonly RowReading[],
  context: Context,
  plan: RowPlan,
  row: Row,
): RowReading | null {
  const above = row.above[row.above.length - 1];
  for (const reading of readings) {
    const alike = reading.above === above && reading.wraps === row.wraps;
    if (alike && reading.plan === plan && reading.context === context) return reading;
  }
  return null;
}

/** Per row what was read of its cells in tables printed alike, since all but their digits was the same there; in a few contexts. */
export type TableReadings = (readonly RowReading[] | undefined)[];

export const MOST_CONTEXTS = 4;
const readingsOfTables = new WeakMap<TableForm, TableReadings>();

export function readingsOf(table: TableForm): TableReadings {
  const known = readingsOfTables.get(table);
  if (known !== undefined) return known;
  const none: TableReadings = [];
  readingsOfTables.set(table, none);
  return none;
}
