import type { ColumnExtent } from './columns.ts';
import type { Edge } from './heading-places.ts';
import { coveredColumns, misalignment, nearest, SLACK } from './heading-places.ts';
import type { Cell } from './scan.ts';
import type { HeadingLine } from './straightening.ts';

/** Cells of a heading line that reach over several columns, cut into a piece for each. */

/** Where a cell may be cut: behind a space, or where a small letter meets a capital (`DistributionCarry`). Offsets into the text. */
function cutPoints(text: string): number[] {
  const points: number[] = [];
  for (let i = 1; i < text.length; i++) {
    const before = text.charCodeAt(i - 1);
    const here = text.charCodeAt(i);
    if (before === 32) points.push(i);
    else if (before >= 97 && before <= 122 && here >= 65 && here <= 90) points.push(i);
  }
  return points;
}

function cutFlush(
  cell: Cell,
  columns: readonly ColumnExtent[],
  covered: readonly number[],
  points: readonly number[],
  edge: Edge,
): string[] | null {
  const pieces: string[] = [];
  let from = 0;
  for (let i = 0; i < covered.length; i++) {
    const column = columns[covered[i]!]!;
    const pieceStart = cell.start + from;
    if (i === covered.length - 1) {
      if (from >= cell.text.length || misalignment(pieceStart, cell.end, column, edge) > 1) return null;
      pieces.push(cell.text.slice(from).trim());
      continue;
    }
    let best = -1;
    let bestDistance = 1.5;
    for (const point of points) {
      if (point <= from) continue;
      const pieceEnd = cell.start + (cell.text.charCodeAt(point - 1) === 32 ? point - 1 : point);
      const distance = misalignment(pieceStart, pieceEnd, column, edge);
      if (distance < bestDistance) {
        best = point;
        bestDistance = distance;
      }
    }
    if (best < 0) return null;
    pieces.push(cell.text.slice(from, best).trim());
    from = best;
  }
  return pieces;
}

/** Cuts a cell that lies over several columns into one piece for each, all flush with the same edge, or returns null where it spans them as one. */
export function cutAtColumns(
  cell: Cell,
  columns: readonly ColumnExtent[],
  covered: readonly number[],
): string[] | null {
  const points = cutPoints(cell.text);
  if (points.length < covered.length - 1) return null;
  return (
    cutFlush(cell, columns, covered, points, 'right') ??
    cutFlush(cell, columns, covered, points, 'left') ??
    cutFlush(cell, columns, covered, points, 'centre')
  );
}

/**
 * Cuts a cell that is not flush with its columns, where the line gives every other column a heading of its own: then this cell is two
 * headings a space apart, not one that spans. The cut is where the pieces stand nearest to their columns.
 */
export function cutWhereOthersAreSingle(
  cell: Cell,
  line: HeadingLine,
  columns: readonly ColumnExtent[],
  covered: readonly number[],
): string[] | null {
  if (covered.length !== 2 || columns.length < 4) return null;
  let single = 0;
  for (const other of line.cells) if (other !== cell && coveredColumns(other, columns).length === 1) single++;
  if (single < (columns.length - 2) * 0.6) return null;
  const [first, second] = covered.map((index) => columns[index]!) as [ColumnExtent, ColumnExtent];
  let best: string[] | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const point of cutPoints(cell.text)) {
    const middle = cell.start + point;
    const distance = Math.abs(middle - (first.end + second.start) / 2);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = [cell.text.slice(0, point).trim(), cell.text.slice(point).trim()];
    }
  }
  return best;
}

/**
 * Cuts a cell at the places where the cells of another heading line begin or end: headings a space apart whose columns show only on the
 * lines above or below. Null where the words do not meet those places.
 */
export function cutAtHeads(
  cell: Cell,
  line: HeadingLine,
  lines: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
): { text: string; start: number; end: number; column: number }[] | null {
  for (const other of lines) {
    if (other === line) continue;
    const heads = other.cells.filter((head) => head.start < cell.end && head.end > cell.start);
    if (heads.length < 2) continue;
    const parts = cutAtColumns(
      cell,
      heads,
      heads.map((_, i) => i),
    );
    if (parts === null) continue;
    let from = 0;
    return parts.map((text) => {
      const at = cell.text.indexOf(text, from);
      from = at + text.length;
      const start = cell.start + at;
      return { text, start, end: start + text.length, column: columns.length === 0 ? 0 : -1 };
    });
  }
  return null;
}

/** Whether pieces of a cell stand over or beside a column each, and no two of them over the same. */
export function headsOfTheirOwn(parts: readonly ColumnExtent[], columns: readonly ColumnExtent[]): boolean {
  const found = parts.map((part) => nearest(part, columns, SLACK));
  return found.every((column, i) => column >= 0 && found.indexOf(column) === i);
}

/** A word that joins those around it. */
const joins = /\S\s(?:of|per|for|in|to)\s\S/i;

/**
 * `FACTOR INFORMATION PER $1,000` over the labels and the first column, both of which have words of their own below it, in a line of few cells:
 * the title of the table.
 */
export function isTitleOver(
  cell: Cell,
  line: HeadingLine,
  below: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
): boolean {
  const first = columns[0];
  if (first === undefined || line.cells.length * 2 > columns.length || !joins.test(cell.text)) return false;
  // Begun where the word over the labels begins: centred over columns, it is the heading that spans them.
  const overLabels = (head: Cell): boolean => head.end <= first.start && Math.abs(head.start - cell.start) <= 1;
  const overFirst = (head: Cell): boolean => head.start < first.end && head.end > first.start;
  return below.some(({ cells }) => cells.some(overLabels)) && below.some(({ cells }) => cells.some(overFirst));
}

/** A word that what follows it belongs to. */
const leadsOn = /\b(?:of|per|the|for|in|on|to)$/i;

/** `Factors per $1,000 of Original Face` over three columns, where a line has few cells: words that belong together, wherever columns begin. */
export const isPhrase = (parts: readonly string[], line: HeadingLine, columns: readonly ColumnExtent[]): boolean =>
  parts.length >= 3 && line.cells.length * 2 <= columns.length && parts.slice(0, -1).some((part) => leadsOn.test(part));
