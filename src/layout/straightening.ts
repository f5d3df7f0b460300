import type { ColumnExtent } from './columns.ts';
import type { Cell } from './scan.ts';

/** A line of words over the columns of a table. */
export interface HeadingLine {
  readonly text: string;
  readonly cells: readonly Cell[];
}

/** Headings that were typed, or moved by a conversion, some places beside the columns that they head. */

/** Fewer columns than these tell too little of where headings stand. */
const FEWEST = 4;
/** Headings that stand nearer to their columns need no help. */
const NEARLY = 3;
/** How far apart the distances of the headings from their columns may lie. */
const SPREAD = 4;

type Edge = (extent: ColumnExtent) => number;

const edges: readonly Edge[] = [({ end }) => end, ({ start, end }) => (start + end) / 2, ({ start }) => start];

/**
 * How far the headings stand to the right of their columns, taken in order: 0 where most are flush at some edge, null where they do not all
 * stand about as far.
 */
function distanceFrom(heads: readonly ColumnExtent[], columns: readonly ColumnExtent[]): number | null {
  let least = SPREAD + 1;
  let found: number | null = null;
  for (const edge of edges) {
    const distances = heads.map((head, i) => edge(head) - edge(columns[i]!)).sort((a, b) => a - b);
    const distance = Math.round(distances[distances.length >> 1]!);
    if (distances.filter((each) => Math.abs(each) <= 1).length * 2 >= distances.length) return 0;
    const spread = distances.at(-1)! - distances[0]!;
    if (spread >= least) continue;
    if (Math.abs(distance) <= NEARLY) return 0;
    least = spread;
    found = distance;
  }
  return found;
}

const overlaps = (a: ColumnExtent, b: ColumnExtent): boolean => a.start < b.end && a.end > b.start;

/** Whether each heading stands over its own column, and over no other. */
const standRight = (heads: readonly ColumnExtent[], columns: readonly ColumnExtent[]): boolean =>
  heads.every((head, i) => columns.every((column, c) => overlaps(head, column) === (i === c)));

const flush = (a: ColumnExtent, b: ColumnExtent): boolean => edges.some((edge) => Math.abs(edge(a) - edge(b)) <= 1);

/** How many of the cells stand flush with one of those. */
const flushWith = (cells: readonly Cell[], others: readonly ColumnExtent[]): number =>
  cells.filter((cell) => others.some((other) => flush(cell, other))).length;

const moved = (line: HeadingLine, by: number): HeadingLine => ({
  ...line,
  cells: line.cells.map((cell) => ({ ...cell, start: cell.start + by, end: cell.end + by })),
});

/**
 * The heading lines, top to bottom, as they would stand over their columns. Where the lowest has one heading for each column (and one for
 * the labels, where there are any), all the same distance to one side, that is how far they were moved, and the lines flush with it too.
 */
export function straightened(
  lines: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
  hasLabels: boolean,
): readonly HeadingLine[] {
  const lowest = lines.at(-1);
  if (lowest === undefined || columns.length < FEWEST) return lines;
  const stubs = lowest.cells.length - columns.length;
  if (stubs !== 0 && (stubs !== 1 || !hasLabels)) return lines;
  const heads = lowest.cells.slice(stubs);
  // `Days   Days   Foreclosure   Bankruptcies`, some flush left and some flush right: most stand where they belong.
  if (heads.filter((head, i) => flush(head, columns[i]!)).length * 2 >= heads.length) return lines;
  const distance = distanceFrom(heads, columns);
  if (distance === null || distance === 0 || standRight(heads, columns)) return lines;
  // The first column may have no heading and the last heading no figures, or the other way round: then they stand flush.
  const ofNext =
    distance > 0 ? distanceFrom(heads.slice(0, -1), columns.slice(1)) : distanceFrom(heads.slice(1), columns);
  if (ofNext === 0) return lines;
  return lines.map((line) =>
    line === lowest || flushWith(line.cells, lowest.cells) > flushWith(line.cells, columns)
      ? moved(line, -distance)
      : line,
  );
}
