import type { Cell } from './scan.ts';

/** A column of a table, found from where its cells stand. Positions are printed positions, `end` exclusive. */
export interface ColumnExtent {
  start: number;
  end: number;
}

export interface RowCells {
  readonly cells: readonly Cell[];
}

const overlap = (cell: Cell, column: ColumnExtent): number =>
  Math.min(cell.end, column.end) - Math.max(cell.start, column.start);

/** How far from a column a cell may stand that is its own: signs and typists shift the edge of a column. */
const ASIDE = 1;
/** Columns that a cell stands in come before those that it stands beside. */
const FAR = 10_000;

/** The free column that the cell stands in, or beside; -1 where there is none. Right edges decide where a cell reaches into two. */
function columnUnder(cell: Cell, columns: readonly ColumnExtent[], taken: readonly boolean[]): number {
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let i = 0; i < columns.length; i++) {
    if (taken[i] === true) continue;
    const column = columns[i]!;
    const apart = -overlap(cell, column);
    if (apart > ASIDE) continue;
    const aside = apart >= 0 ? FAR : 0;
    const distance = aside + Math.min(Math.abs(column.end - cell.end), Math.abs(column.start - cell.start) + 0.5);
    if (distance < bestDistance) {
      best = i;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Columns of a run of rows, left to right, and for each row the column of each of its cells.
 * The fullest rows found the columns; rows with fewer cells join the columns they stand in and may add some.
 */
export function findColumns(rows: readonly RowCells[]): { columns: ColumnExtent[]; columnOf: number[][] } {
  const columns: ColumnExtent[] = [];
  const assigned: number[][] = rows.map(() => []);
  const order = rows.map((_, index) => index);
  let uneven = false;
  for (let i = 1; i < rows.length; i++) if (rows[i]!.cells.length !== rows[0]!.cells.length) uneven = true;
  if (uneven) order.sort((a, b) => rows[b]!.cells.length - rows[a]!.cells.length || a - b);
  for (const rowIndex of order) {
    const { cells } = rows[rowIndex]!;
    const taken: boolean[] = [];
    const mine = assigned[rowIndex]!;
    for (const cell of cells) {
      const found = columnUnder(cell, columns, taken);
      if (found < 0) {
        mine.push(columns.length);
        taken[columns.length] = true;
        columns.push({ start: cell.start, end: cell.end });
        continue;
      }
      taken[found] = true;
      mine.push(found);
      const column = columns[found]!;
      if (cell.start >= column.start && cell.end <= column.end) continue;
      if (!columns.some((other) => other !== column && overlap(cell, other) > 0)) {
        column.start = Math.min(column.start, cell.start);
        column.end = Math.max(column.end, cell.end);
      }
    }
  }
  const sorted = columns.map((_, index) => index).sort((a, b) => columns[a]!.start - columns[b]!.start);
  const rank: number[] = [];
  sorted.forEach((original, position) => {
    rank[original] = position;
  });
  return {
    columns: sorted.map((index) => columns[index]!),
    columnOf: assigned.map((indices) => indices.map((index) => rank[index]!)),
  };
}
