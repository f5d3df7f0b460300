import type { ColumnExtent } from './columns.ts';
import type { Cell } from './scan.ts';

/** Where headings stand: beside, over or flush with the columns below them. */

export const SLACK = 3;

/** How far a heading may stand beside the figures of a column that nothing else heads. */
export const BESIDE = 6;

/** How far a column may stand from a heading that spans its neighbours and still belong to it. */
export const NEAR = 40;

export type Edge = 'right' | 'left' | 'centre';

/** How far a piece of a heading stands from flush with a column, at one edge. */
export function misalignment(start: number, end: number, column: ColumnExtent, edge: Edge): number {
  if (edge === 'right') return Math.abs(end - column.end);
  if (edge === 'left') return Math.abs(start - column.start);
  return Math.abs((start + end) / 2 - (column.start + column.end) / 2);
}

/** The nearest column that the cell stands beside, where it is near. */
export function nearest(cell: ColumnExtent, columns: readonly ColumnExtent[], within: number): number {
  let best = -1;
  let bestGap = within + 1;
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    const gap = cell.end <= column.start ? column.start - cell.end : cell.start - column.end;
    if (gap < bestGap) {
      best = i;
      bestGap = gap;
    }
  }
  return best;
}

export function coveredColumns(cell: Cell, columns: readonly ColumnExtent[]): number[] {
  const covered: number[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    if (cell.start < column.end && cell.end > column.start) covered.push(i);
  }
  return covered;
}

/** Stands over the columns: it reaches the first, or begins right of the labels. */
export const standsOver = (cell: Cell, firstStart: number, labelEnd: number): boolean =>
  cell.end > firstStart || (labelEnd > 0 && cell.start > labelEnd);

export const overlapOf = (a: ColumnExtent, b: ColumnExtent): number =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);
