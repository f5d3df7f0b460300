import type { Block, Row } from '../layout/blocks.ts';
import { MOST_DIGITS } from '../layout/figure.ts';
import type { Cell } from '../layout/scan.ts';
import type { Context, RowPlan } from './context.ts';
import { waysToPart } from './damaged.ts';
import type { Fact } from './fact.ts';
import type { Reader } from './row-reading.ts';
import { isNumbered, readRow } from './row-reading.ts';
import { decimalsOfColumns, noWiderThanOthers } from './survey.ts';
import type { ColumnSums } from './ties.ts';
import { columnSums, rowTies } from './ties.ts';

/** Rows with figures that run together, or that reach over two columns: parted in the way that ties with the rows around them, else told. */

/** A cell of which it cannot be told what is printed in it, or where it belongs. */
export interface UnsettledCell {
  readonly cell: Cell;
  /** Index of its line. */
  readonly row: number;
  readonly label: string | null;
  readonly reason: string;
}

/** A row that is read when all others of its block have been. */
export interface DamagedRow {
  readonly row: Row;
  readonly plan: RowPlan;
  readonly context: Context;
  /** Index of its first cell that is damaged. */
  readonly at: number;
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

/** Index of the first cell that no column holds as it is printed, -1 where there is none. */
export const damagedCell = (block: Block, row: Row): number =>
  row.cells.findIndex((_, index) => isDamaged(row, index) || reachesOver(block, row, index));

/** Reads the damaged rows of a block into its `facts`, in the order of their places, and into `unsettled` what cannot be told. */
export function readDamagedRows(
  reader: Reader,
  damaged: readonly DamagedRow[],
  facts: Fact[],
  unsettled: UnsettledCell[],
): void {
  if (damaged.length === 0) return;
  const { block } = reader;
  const sums = columnSums();
  sums.add(facts);
  for (const { row, plan, context, at } of damaged) {
    const single = row.cells.filter((_, i) => isDamaged(row, i) || reachesOver(block, row, i)).length === 1;
    const mended = single ? mendRow(reader, context, plan, row, at, sums) : null;
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
      readRow(reader, context, plan, { ...row, cells }, read);
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
  facts.sort((a, b) => a.line - b.line || a.column - b.column);
}
