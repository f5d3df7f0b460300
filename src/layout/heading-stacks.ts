import type { ColumnExtent } from './columns.ts';
import { BESIDE, nearest, overlapOf } from './heading-places.ts';

/** Headings of several lines, built up from their pieces and given to the columns that they stand over. */

export const join = (above: string, below: string): string => {
  if (above === '') return below;
  return above.endsWith('-') && !above.endsWith(' -') ? above + below : `${above} ${below}`;
};

/** One line's part of the heading of a column. */
export interface Piece extends ColumnExtent {
  readonly text: string;
  /** Which heading line it stands on. */
  readonly line: number;
  /** The column that a cut gave it to; -1 where it is still to be found. */
  readonly column: number;
}

interface Stack extends ColumnExtent {
  readonly pieces: Piece[];
  column: number;
}

/** Pieces that stand over each other, built up from the line that has most of them. */
export function stackPieces(pieces: readonly Piece[], lines: number): Stack[] {
  const counts = Array.from({ length: lines }, () => 0);
  for (const piece of pieces) counts[piece.line]!++;
  const order = counts.map((_, line) => line).sort((a, b) => counts[b]! - counts[a]! || b - a);
  const stacks: Stack[] = [];
  for (const line of order) {
    for (const piece of pieces) {
      if (piece.line !== line) continue;
      let best: Stack | null = null;
      let bestOverlap = 0;
      for (const stack of stacks) {
        if (piece.column >= 0 && stack.column >= 0 && piece.column !== stack.column) continue;
        const overlap = overlapOf(piece, stack) + (piece.column >= 0 && piece.column === stack.column ? 100 : 0);
        if (overlap > bestOverlap && !stack.pieces.some((other) => other.line === line)) {
          best = stack;
          bestOverlap = overlap;
        }
      }
      if (best === null) stacks.push({ start: piece.start, end: piece.end, pieces: [piece], column: piece.column });
      else {
        best.pieces.push(piece);
        best.start = Math.min(best.start, piece.start);
        best.end = Math.max(best.end, piece.end);
        if (best.column < 0) best.column = piece.column;
      }
    }
  }
  return stacks;
}

/** Gives each stack the column that it stands over; a stack that stands better over no column than another heads an empty one. */
export function placeStacks(stacks: readonly Stack[], columns: readonly ColumnExtent[]): (Stack | null)[] {
  const heads: (Stack | null)[] = columns.map(() => null);
  const closeness = (stack: Stack, column: ColumnExtent): number => {
    const overlap = overlapOf(stack, column);
    const right = Math.abs(stack.end - column.end);
    const left = Math.abs(stack.start - column.start);
    const centre = Math.abs((stack.start + stack.end) / 2 - (column.start + column.end) / 2);
    return Math.max(overlap, 0) - Math.min(right, left, centre);
  };
  for (const stack of stacks) {
    if (stack.column < 0) {
      let bestFit = Number.NEGATIVE_INFINITY;
      for (let c = 0; c < columns.length; c++) {
        if (overlapOf(stack, columns[c]!) <= 0) continue;
        const here = closeness(stack, columns[c]!);
        if (here > bestFit) {
          bestFit = here;
          stack.column = c;
        }
      }
      if (stack.column < 0) stack.column = nearest(stack, columns, BESIDE);
      if (stack.column < 0) continue;
    }
    const column = columns[stack.column]!;
    const other = heads[stack.column]!;
    if (other === null || closeness(stack, column) > closeness(other, column)) heads[stack.column] = stack;
  }
  return heads;
}
