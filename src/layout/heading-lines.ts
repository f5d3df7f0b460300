import type { ColumnExtent } from './columns.ts';
import { cutAtColumns } from './heading-cuts.ts';
import { coveredColumns, nearest, SLACK } from './heading-places.ts';
import type { Cell } from './scan.ts';
import type { HeadingLine } from './straightening.ts';

/** Lines of words that may stand above a table: which of them head its columns, and which go together. */

/** Whether the line is one title over several columns. */
export function isTitleLine(line: HeadingLine, columns: readonly ColumnExtent[]): boolean {
  const cell = line.cells[0]!;
  if (line.cells.length !== 1) return false;
  const covered = coveredColumns(cell, columns);
  return covered.length > 1 && cutAtColumns(cell, columns, covered) === null;
}

/** `ITEM 5.   MARKET FOR REGISTRANT'S COMMON EQUITY`: a part of an annual report. */
const itemOfForm = /^item\s+\d{1,2}[a-c]?\b/i;

/**
 * Whether the line stands over the columns rather than over the labels: one of its cells is above a column, and it does not begin
 * among the labels and run on as a sentence does.
 */
export function isHeadingLine(line: HeadingLine, columns: readonly ColumnExtent[], labelEnd: number): boolean {
  const first = columns[0];
  if (first === undefined || itemOfForm.test(line.cells[0]?.text ?? '')) return false;
  // `Distribution Date:   May 28, 2002` above a table is no heading of it.
  if (line.cells.filter((cell) => cell.kind === 'date').length === 1 && line.cells.length <= 2) return false;
  for (let i = 0; i < line.cells.length; i++) {
    const cell = line.cells[i]!;
    const overColumn =
      coveredColumns(cell, columns).length > 0 || (nearest(cell, columns, SLACK) >= 0 && cell.start >= labelEnd);
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

/** `Ending   Estimated` over `Certificate   Next`: the lines of the same headings, cell over cell. */
export function goesOn(line: HeadingLine, other: HeadingLine | undefined): boolean {
  if (other === undefined || other.cells.length !== line.cells.length || line.cells.length < 2) return false;
  return line.cells.every(({ start, end }, i) => {
    const its = other.cells[i]!;
    return Math.abs(its.start - start) <= 1 || Math.abs(its.end - end) <= 1;
  });
}

/** `Ending` over `Principal` over `Balance`, all begun or ended alike: the first line of single headings. */
export const beginsHeadings = (cells: readonly Cell[], below: readonly HeadingLine[]): boolean =>
  cells.length > 0 &&
  cells.every(({ start, end }) =>
    below.some((line) => line.cells.some((its) => its.start === start || its.end === end)),
  );

/** `Loss   Distribution   Rate`, each begun or ended as words above it that stand over more columns: the last line of single headings. */
export const endsHeadings = (cells: readonly Cell[], above: readonly HeadingLine[]): boolean =>
  cells.length > 0 &&
  above.some(
    (line) =>
      line.cells.length > cells.length &&
      cells.every(({ start, end }) => line.cells.some((its) => its.start === start || its.end === end)),
  );

/** `Ending` centred over one of several cells, all of it: they are lines of single headings. */
export const goesUnder = (cells: readonly Cell[], above: HeadingLine | undefined): boolean =>
  above !== undefined &&
  above.cells.length < cells.length &&
  above.cells.every((head) =>
    cells.some(
      (cell) =>
        head.end - head.start <= cell.end - cell.start && Math.abs(head.start + head.end - cell.start - cell.end) <= 2,
    ),
  );
