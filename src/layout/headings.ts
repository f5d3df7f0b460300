import type { ColumnExtent } from './columns.ts';
import type { ScannedLine } from './lines.ts';
import type { Cell } from './scan.ts';

/** What stands above a table's columns. */
export interface Headings {
  /** Per column, its own words from top to bottom. */
  readonly own: string[];
  /** Per column, its own words on the lowest heading line alone. */
  readonly lowest: string[];
  /** Per column, its own words without the lowest heading line. */
  readonly upper: string[];
  /** Per column, the words that span it and others. */
  readonly spanning: string[];
  /** Words above the row labels. */
  readonly stub: string;
  /** Lines among the headings that belong to the whole table. */
  readonly titles: string[];
}

const SLACK = 3;

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

type Edge = 'right' | 'left' | 'centre';

/** How far a piece of a heading stands from flush with a column, at one edge. */
function misalignment(start: number, end: number, column: ColumnExtent, edge: Edge): number {
  if (edge === 'right') return Math.abs(end - column.end);
  if (edge === 'left') return Math.abs(start - column.start);
  return Math.abs((start + end) / 2 - (column.start + column.end) / 2);
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
function cutAtColumns(cell: Cell, columns: readonly ColumnExtent[], covered: readonly number[]): string[] | null {
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
function cutWhereOthersAreSingle(cell: Cell, line: ScannedLine, columns: readonly ColumnExtent[], covered: readonly number[]): string[] | null {
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

/** Whether the line is one title over several columns. */
export function isTitleLine(line: ScannedLine, columns: readonly ColumnExtent[]): boolean {
  const cell = line.cells[0]!;
  if (line.cells.length !== 1) return false;
  const covered = coveredColumns(cell, columns);
  return covered.length > 1 && cutAtColumns(cell, columns, covered) === null;
}

/**
 * The groups of neighbouring columns that the cells of a line are centred over, or null where the cells head single columns.
 * `DELINQUENT   BANKRUPTCY` over a number and a balance each.
 */
function centredGroups(cells: readonly Cell[], columns: readonly ColumnExtent[]): number[][] | null {
  if (cells.length < 2 || cells.length * 2 > columns.length) return null;
  const groups: number[][] = cells.map(() => []);
  const centres = cells.map((cell) => (cell.start + cell.end) / 2);
  for (let c = 0; c < columns.length; c++) {
    const centre = (columns[c]!.start + columns[c]!.end) / 2;
    let best = 0;
    for (let i = 1; i < centres.length; i++)
      if (Math.abs(centres[i]! - centre) < Math.abs(centres[best]! - centre)) best = i;
    groups[best]!.push(c);
  }
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i]!;
    if (group.length < 2) return null;
    const start = columns[group[0]!]!.start;
    const end = columns[group[group.length - 1]!]!.end;
    if (Math.abs((start + end) / 2 - centres[i]!) > Math.max(4, (end - start) * 0.12)) return null;
  }
  // `Beginning … Ending` flush with a column each are the first lines of those columns' headings.
  const flush = (cell: Cell): boolean => columns.some((column) => misalignment(cell.start, cell.end, column, 'right') <= 1);
  if (cells.every(flush)) return null;
  return groups;
}

/** Lays cells that no figure column is under to the nearest column, where it is near. */
function nearest(cell: Cell, columns: readonly ColumnExtent[]): number {
  let best = -1;
  let bestGap = SLACK + 1;
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

function coveredColumns(cell: Cell, columns: readonly ColumnExtent[]): number[] {
  const covered: number[] = [];
  for (let i = 0; i < columns.length; i++) {
    const column = columns[i]!;
    if (cell.start < column.end && cell.end > column.start) covered.push(i);
  }
  return covered;
}

const join = (above: string, below: string): string => {
  if (above === '') return below;
  return above.endsWith('-') && !above.endsWith(' -') ? above + below : `${above} ${below}`;
};

/**
 * Whether the line stands over the columns rather than over the labels: one of its cells is above a column, and it does not begin
 * among the labels and run on as a sentence does.
 */
export function isHeadingLine(line: ScannedLine, columns: readonly ColumnExtent[], labelEnd: number): boolean {
  const first = columns[0];
  if (first === undefined) return false;
  for (let i = 0; i < line.cells.length; i++) {
    const cell = line.cells[i]!;
    const overColumn =
      coveredColumns(cell, columns).length > 0 || (nearest(cell, columns) >= 0 && cell.start >= labelEnd);
    if (!overColumn) continue;
    if (cell.start < Math.min(labelEnd, first.start) - 1 && line.cells.length === 1) {
      // Begins over the labels: a heading only where it is short and mostly above the column.
      const inside = cell.end - Math.max(cell.start, first.start);
      if (inside < (cell.end - cell.start) * 0.6) continue;
    }
    return true;
  }
  return false;
}

/** Cuts heading lines (top to bottom) at the columns. */
export function readHeadings(
  lines: readonly ScannedLine[],
  columns: readonly ColumnExtent[],
  labelEnd: number,
): Headings {
  const own = columns.map(() => '');
  let upper = own.slice();
  const spanning = columns.map(() => '');
  const titles: string[] = [];
  let stub = '';
  const firstStart = columns[0]?.start ?? 0;
  for (const line of lines) {
    upper = own.slice();
    const overColumns = line.cells.filter((cell) => cell.end > firstStart);
    const groups = centredGroups(overColumns, columns);
    if (groups !== null) {
      for (const cell of line.cells) if (cell.end <= firstStart) stub = join(stub, cell.text);
      groups.forEach((group, i) => {
        for (const column of group) spanning[column] = join(spanning[column]!, overColumns[i]!.text);
      });
      continue;
    }
    const spanners: { text: string; start: number; end: number; covered: number[] }[] = [];
    for (let i = 0; i < line.cells.length; i++) {
      const cell = line.cells[i]!;
      const covered = coveredColumns(cell, columns);
      const overLabels = cell.start < Math.min(labelEnd, firstStart);
      if (overLabels && (covered.length === 0 || (i === 0 && line.cells.length > 1 && cell.end <= firstStart + 1))) {
        stub = join(stub, cell.text);
        continue;
      }
      if (covered.length <= 1) {
        let index = covered[0];
        if (index === undefined) {
          const near = nearest(cell, columns);
          if (near >= 0 && !(cell.end <= firstStart && cell.start < labelEnd)) index = near;
        }
        if (index === undefined) {
          if (line.cells.length === 1) titles.push(cell.text);
          else if (cell.end <= firstStart) stub = join(stub, cell.text);
          else spanners.push({ text: cell.text, start: cell.start, end: cell.end, covered: [] });
        } else own[index] = join(own[index]!, cell.text);
        continue;
      }
      const pieces = cutAtColumns(cell, columns, covered) ?? cutWhereOthersAreSingle(cell, line, columns, covered);
      if (pieces !== null) {
        covered.forEach((column, position) => {
          own[column] = join(own[column]!, pieces[position]!);
        });
      } else if (line.cells.length === 1 && covered.length > 1) {
        titles.push(cell.text);
      } else spanners.push({ text: cell.text, start: cell.start, end: cell.end, covered });
    }
    for (const spanner of spanners)
      for (const column of spanner.covered) spanning[column] = join(spanning[column]!, spanner.text);
    // With several spanners, the columns between them belong to the nearer one.
    if (spanners.length > 0) {
      for (let c = 0; c < columns.length; c++) {
        if (spanners.some((spanner) => spanner.covered.includes(c))) continue;
        const column = columns[c]!;
        if (line.cells.some((cell) => cell.start < column.end && cell.end > column.start)) continue;
        const centre = (column.start + column.end) / 2;
        let best: string | null = null;
        let bestDistance = Number.POSITIVE_INFINITY;
        for (const spanner of spanners) {
          const distance = Math.max(spanner.start - centre, centre - spanner.end, 0);
          if (distance < bestDistance) {
            bestDistance = distance;
            best = spanner.text;
          }
        }
        if (best !== null) spanning[c] = join(spanning[c]!, best);
      }
    }
  }
  const lowest = own.map((heading, i) => heading.slice(upper[i]!.length).trim());
  return { own, lowest, upper, spanning, stub, titles };
}
