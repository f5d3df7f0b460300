import type { ColumnExtent } from './columns.ts';
import {
  cutAtColumns,
  cutAtHeads,
  cutWhereOthersAreSingle,
  headsOfTheirOwn,
  isPhrase,
  isTitleOver,
} from './heading-cuts.ts';
import { fullestLine, groupedColumns, repeatedGroups, repetitionOf } from './heading-groups.ts';
import { beginsHeadings, endsHeadings, goesOn, goesUnder } from './heading-lines.ts';
import { coveredColumns, NEAR, overlapOf } from './heading-places.ts';
import type { Piece } from './heading-stacks.ts';
import { join, placeStacks, stackPieces } from './heading-stacks.ts';
import type { HeadingLine } from './straightening.ts';
import { straightened } from './straightening.ts';

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
  /** Headings over no column, left to right: no figure stands under them in these rows. */
  readonly spare: readonly SpareHeading[];
}

export interface SpareHeading extends ColumnExtent {
  readonly text: string;
}

/** Cuts heading lines (top to bottom) at the columns. */
function cutHeadings(
  lines: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
  labels: ColumnExtent | null,
): Headings {
  const labelEnd = labels?.end ?? 0;
  const spanning = columns.map(() => '');
  const titles: string[] = [];
  const pieces: Piece[] = [];
  let stub = '';
  const firstStart = columns[0]?.start ?? 0;
  const labelZone = Math.min(labelEnd, firstStart);
  const headed = fullestLine(lines, columns, firstStart, labelEnd);
  const repetition = repetitionOf(lines, columns, firstStart, labelEnd);
  const ofRepeated =
    repetition.period === 0 ? -1 : lines.findIndex((line) => repeatedGroups(line, columns, repetition) !== null);
  for (let l = 0; l < lines.length; l++) {
    const line = lines[l]!;
    const overColumns = line.cells.filter((cell) => cell.end > firstStart);
    const mayGroup =
      line !== headed?.line &&
      !goesOn(line, lines[l - 1]) &&
      !goesOn(line, lines[l + 1]) &&
      !beginsHeadings(overColumns, lines.slice(l + 1)) &&
      !endsHeadings(overColumns, lines.slice(0, l)) &&
      !goesUnder(overColumns, lines[l - 1]);
    const repeated = repeatedGroups(line, columns, repetition);
    const heads = repeated?.cells ?? overColumns;
    const groups = repeated?.groups ?? (mayGroup ? groupedColumns(overColumns, columns, headed?.cells ?? null) : null);
    if (groups !== null) {
      for (const cell of line.cells) if (cell.end <= firstStart) stub = join(stub, cell.text);
      groups.forEach((group, i) => {
        for (const column of group) spanning[column] = join(spanning[column]!, heads[i]!.text);
      });
      continue;
    }
    // `Prepayments` over `Curtailments   Payoff` over a number and an amount each: of several groups, which they are does not show.
    if (l < ofRepeated && overColumns.length * 2 <= lines[ofRepeated]!.cells.length) continue;
    const spanners: { text: string; start: number; end: number; covered: number[] }[] = [];
    for (let i = 0; i < line.cells.length; i++) {
      const cell = line.cells[i]!;
      const covered = coveredColumns(cell, columns);
      if (cell.start < labelZone && covered.length > 0 && labels !== null) {
        // Words over the labels and over columns, a space apart: `Class Distribution Balance`.
        const parts = cutAtColumns(cell, [labels, ...columns], [0, ...covered.map((column) => column + 1)]);
        if (parts !== null) {
          stub = join(stub, parts[0]!);
          covered.forEach((column, position) => {
            const { start, end } = columns[column]!;
            pieces.push({ text: parts[position + 1]!, start, end, line: l, column });
          });
          continue;
        }
      }
      if (
        cell.start < labelZone &&
        (covered.length === 0 || (i === 0 && line.cells.length > 1 && cell.end <= firstStart + 1))
      ) {
        stub = join(stub, cell.text);
        continue;
      }
      if (covered.length <= 1) {
        const parts = labels === null || cell.start >= labelEnd ? cutAtHeads(cell, line, lines, columns) : null;
        if (parts !== null && headsOfTheirOwn(parts, columns)) {
          for (const part of parts) pieces.push({ ...part, line: l });
          continue;
        }
        if (covered.length === 0 && cell.end <= firstStart && cell.start < labelEnd) stub = join(stub, cell.text);
        else pieces.push({ text: cell.text, start: cell.start, end: cell.end, line: l, column: -1 });
        continue;
      }
      const byHeads = cutAtHeads(cell, line, lines, columns);
      if (
        byHeads !== null &&
        !isPhrase(
          byHeads.map(({ text }) => text),
          line,
          columns,
        )
      ) {
        for (const part of byHeads) pieces.push({ ...part, line: l });
        continue;
      }
      const parts = cutAtColumns(cell, columns, covered) ?? cutWhereOthersAreSingle(cell, line, columns, covered);
      if (parts !== null && !isPhrase(parts, line, columns)) {
        covered.forEach((column, position) => {
          const { start, end } = columns[column]!;
          pieces.push({ text: parts[position]!, start, end, line: l, column });
        });
      } else if (line.cells.length === 1) titles.push(cell.text);
      else spanners.push({ text: cell.text, start: cell.start, end: cell.end, covered });
    }
    for (const spanner of spanners)
      for (const column of spanner.covered) spanning[column] = join(spanning[column]!, spanner.text);
    // Columns between spanning headings belong to the nearer one.
    if (spanners.length > 0) {
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c]!;
        if (
          spanners.some((spanner) => spanner.covered.includes(c)) ||
          line.cells.some((cell) => overlapOf(cell, column) > 0)
        )
          continue;
        const centre = (column.start + column.end) / 2;
        let best: string | null = null;
        let bestDistance = NEAR;
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
  const own: string[] = [];
  const upper: string[] = [];
  const lowest: string[] = [];
  const stacks = stackPieces(pieces, lines.length);
  const placed = placeStacks(stacks, columns);
  const spare = stacks
    .filter((stack) => !placed.includes(stack))
    .map(({ start, end, pieces: its }) => ({
      start,
      end,
      text: its.toSorted((a, b) => a.line - b.line).reduce((words, piece) => join(words, piece.text), ''),
    }))
    .toSorted((a, b) => a.start - b.start);
  for (const stack of placed) {
    let heading = '';
    let above = '';
    let last = '';
    if (stack !== null) {
      stack.pieces.sort((a, b) => a.line - b.line);
      for (const piece of stack.pieces) {
        heading = join(heading, piece.text);
        if (piece.line === lines.length - 1) last = piece.text;
        else above = join(above, piece.text);
      }
    }
    own.push(heading);
    upper.push(above);
    lowest.push(last);
  }
  return { own, lowest, upper, spanning, stub, titles, spare };
}

/** Titles that stand over the labels and the first column, and the lines without them. */
function withoutTitles(
  lines: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
  labels: ColumnExtent | null,
): { titles: string[]; rest: readonly HeadingLine[] } {
  const titles: string[] = [];
  if (labels === null) return { titles, rest: lines };
  const rest = lines.map((line, l) => {
    const [first, ...others] = line.cells;
    if (first === undefined || first.start > labels.start || !isTitleOver(first, line, lines.slice(l + 1), columns))
      return line;
    titles.push(first.text);
    return { text: line.text, cells: others };
  });
  return { titles, rest };
}

/** Headings by their lines and where the columns stand: rows with other figures below them cut them alike. */
const known = new Map<string, Headings>();

const MOST_KNOWN = 5_000;

/** What stands above the columns of a table: its heading lines, top to bottom, cut at the columns. */
export function readHeadings(
  lines: readonly HeadingLine[],
  columns: readonly ColumnExtent[],
  labels: ColumnExtent | null,
): Headings {
  let key = labels === null ? '' : `${labels.start} ${labels.end}`;
  for (const { start, end } of columns) key += `,${start} ${end}`;
  for (const { text } of lines) key += `\n${text}`;
  let headings = known.get(key);
  if (headings === undefined) {
    const { titles, rest } = withoutTitles(lines, columns, labels);
    const cut = cutHeadings(straightened(rest, columns, labels !== null), columns, labels);
    headings = titles.length === 0 ? cut : { ...cut, titles: [...titles, ...cut.titles] };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, headings);
  }
  return headings;
}
