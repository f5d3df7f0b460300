import type { ColumnExtent } from './columns.ts';
import { misalignment, standsOver } from './heading-places.ts';
import type { Cell } from './scan.ts';
import type { HeadingLine } from './straightening.ts';

/** Headings that stand over groups of columns, and words that repeat under them. */

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
  const flush = (cell: Cell): boolean =>
    columns.some(
      (column) =>
        misalignment(cell.start, cell.end, column, 'right') <= 1 ||
        misalignment(cell.start, cell.end, column, 'left') <= 1,
    );
  if (cells.every(flush)) return null;
  return groups;
}

/** The heading line that has a cell for each of more columns than figures stand in: some columns of the table are empty. */
export function fullestLine(
  lines: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
  firstStart: number,
  labelEnd: number,
): { line: HeadingLine; cells: readonly Cell[] } | null {
  let fullest: { line: HeadingLine; cells: readonly Cell[] } | null = null;
  for (const line of lines) {
    const cells = line.cells.filter((cell) => standsOver(cell, firstStart, labelEnd));
    if (cells.length > columns.length && cells.length > (fullest?.cells.length ?? 0)) fullest = { line, cells };
  }
  return fullest;
}

/** Groups of columns under the cells of a line; where columns are empty, by way of the cells that head each column. */
export function groupedColumns(
  cells: readonly Cell[],
  columns: readonly ColumnExtent[],
  heads: readonly Cell[] | null,
): number[][] | null {
  if (heads === null) return centredGroups(cells, columns);
  const groups = centredGroups(cells, heads);
  if (groups === null) return null;
  return groups.map((group) => {
    const start = heads[group[0]!]!.start;
    const end = heads[group[group.length - 1]!]!.end;
    return columns.map((_, i) => i).filter((i) => columns[i]!.end > start && columns[i]!.start < end);
  });
}

interface Repetition {
  /** After how many columns the words repeat; 0 where they do not. */
  readonly period: number;
  /** Columns before them that stand alone: the date of a row, its code. */
  readonly skip: number;
  /** Columns behind them that stand alone: an average, a rate. */
  readonly tail: number;
}

const NO_REPETITION: Repetition = { period: 0, skip: 0, tail: 0 };

const MOST_SKIPPED = 3;

/** `#   Balance   #   Amount`: how many, and how much of each. */
const countHead = /^(?:#|no\.?|nbr\.?|number|count)$/i;

/** Whether the words repeat after so many: all of them, or counts and what is counted. */
function repeats(words: readonly string[], period: number): boolean {
  if (words.length % period !== 0) return false;
  const counted = period === 2 && countHead.test(words[0]!);
  return words.every((word, i) => (counted && i % 2 === 1 ? !countHead.test(word) : word === words[i % period]));
}

/** `No.   Balance   No.   Balance`: how the words of the lowest heading line that has one for each column repeat. */
export function repetitionOf(
  lines: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
  firstStart: number,
  labelEnd: number,
): Repetition {
  for (let l = lines.length - 1; l >= 0; l--) {
    const words = lines[l]!.cells.filter((cell) => standsOver(cell, firstStart, labelEnd)).map((cell) => cell.text);
    if (words.length !== columns.length) continue;
    for (let tail = 0; tail <= MOST_SKIPPED; tail++) {
      // Where others stand behind them too, three make sure that it is a repetition.
      const times = tail === 0 ? 2 : 3;
      for (let skip = 0; skip <= MOST_SKIPPED; skip++) {
        const repeated = words.slice(skip, words.length - tail);
        for (let period = 2; period * times <= repeated.length; period++)
          if (repeats(repeated, period)) return { period, skip, tail };
      }
    }
    return NO_REPETITION;
  }
  return NO_REPETITION;
}

/** The cells that stand over groups of columns, different words over each repetition of the words below them, with their groups. */
export function repeatedGroups(
  line: HeadingLine,
  columns: readonly ColumnExtent[],
  { period, skip, tail }: Repetition,
): { cells: readonly Cell[]; groups: number[][] } | null {
  if (period === 0) return null;
  const end = columns[columns.length - tail - 1]!.end;
  const inFront = line.cells.filter((cell) => tail === 0 || (cell.start + cell.end) / 2 < end);
  const over = inFront.filter((cell) => cell.end > columns[skip]!.start);
  // `DELINQUENT   BANKRUPTCY` over `0-29 Days   4   …   0-29 Days   1   …`: the first over the labels.
  const count = (columns.length - skip - tail) / period;
  const cells = skip === 0 && over.length + 1 === count && inFront.length === count && count > 2 ? inFront : over;
  if (cells.length !== count) return null;
  if (new Set(cells.map((cell) => cell.text)).size < cells.length) return null;
  const groups = cells.map((_, i) => Array.from({ length: period }, (_, k) => skip + i * period + k));
  const within = groups.every((group, i) => {
    const centre = (cells[i]!.start + cells[i]!.end) / 2;
    const before = i === 0 ? Number.NEGATIVE_INFINITY : columns[group[0]! - 1]!.end;
    const after = columns[group[period - 1]! + 1]?.start ?? Number.POSITIVE_INFINITY;
    return centre > before && centre < after;
  });
  if (!within) return null;
  const behind = line.cells.filter((cell) => !inFront.includes(cell));
  if (tail === 0 || behind.length !== 1) return behind.length === 0 ? { cells, groups } : null;
  const alone = Array.from({ length: tail }, (_, k) => columns.length - tail + k);
  return { cells: [...cells, behind[0]!], groups: [...groups, alone] };
}
