import type { ColumnExtent } from './columns.ts';
import type { Cell } from './scan.ts';
import { type HeadingLine, straightened } from './straightening.ts';

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

const SLACK = 3;
/** How far a heading may stand beside the figures of a column that nothing else heads. */
const BESIDE = 6;
/** How far a column may stand from a heading that spans its neighbours and still belong to it. */
const NEAR = 40;

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
function cutWhereOthersAreSingle(
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
function cutAtHeads(
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

/** Whether the line is one title over several columns. */
export function isTitleLine(line: HeadingLine, columns: readonly ColumnExtent[]): boolean {
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
  const flush = (cell: Cell): boolean =>
    columns.some(
      (column) =>
        misalignment(cell.start, cell.end, column, 'right') <= 1 ||
        misalignment(cell.start, cell.end, column, 'left') <= 1,
    );
  if (cells.every(flush)) return null;
  return groups;
}

/** The nearest column that the cell stands beside, where it is near. */
function nearest(cell: ColumnExtent, columns: readonly ColumnExtent[], within: number): number {
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
export function isHeadingLine(line: HeadingLine, columns: readonly ColumnExtent[], labelEnd: number): boolean {
  const first = columns[0];
  if (first === undefined) return false;
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

/** Stands over the columns: it reaches the first, or begins right of the labels. */
const standsOver = (cell: Cell, firstStart: number, labelEnd: number): boolean =>
  cell.end > firstStart || (labelEnd > 0 && cell.start > labelEnd);

/** The heading line that has a cell for each of more columns than figures stand in: some columns of the table are empty. */
function fullestLine(
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
function groupedColumns(
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
function repetitionOf(
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
function repeatedGroups(
  line: HeadingLine,
  columns: readonly ColumnExtent[],
  { period, skip, tail }: Repetition,
): { cells: readonly Cell[]; groups: number[][] } | null {
  if (period === 0) return null;
  const end = columns[columns.length - tail - 1]!.end;
  const inFront = line.cells.filter((cell) => tail === 0 || (cell.start + cell.end) / 2 < end);
  const over = inFront.filter((cell) => cell.end > columns[skip]!.start);
  // `DELINQUENT   BANKRUPTCY` over `0-29 Days   4   …   0-29 Days   1   …`: the first over the labels.
  const cells = skip === 0 && over.length + 1 === inFront.length && over.length > 1 ? inFront : over;
  if (cells.length * period !== columns.length - skip - tail) return null;
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

/** `Ending   Estimated` over `Certificate   Next`: the lines of the same headings, cell over cell. */
function goesOn(line: HeadingLine, other: HeadingLine | undefined): boolean {
  if (other === undefined || other.cells.length !== line.cells.length || line.cells.length < 2) return false;
  return line.cells.every(({ start, end }, i) => {
    const its = other.cells[i]!;
    return Math.abs(its.start - start) <= 1 || Math.abs(its.end - end) <= 1;
  });
}

/** `Ending` over `Principal` over `Balance`, all begun or ended alike: the first line of single headings. */
const beginsHeadings = (cells: readonly Cell[], below: readonly HeadingLine[]): boolean =>
  cells.length > 0 &&
  cells.every(({ start, end }) =>
    below.some((line) => line.cells.some((its) => its.start === start || its.end === end)),
  );

/** `Loss   Distribution   Rate`, each begun or ended as words above it that stand over more columns: the last line of single headings. */
const endsHeadings = (cells: readonly Cell[], above: readonly HeadingLine[]): boolean =>
  cells.length > 0 &&
  above.some(
    (line) =>
      line.cells.length > cells.length &&
      cells.every(({ start, end }) => line.cells.some((its) => its.start === start || its.end === end)),
  );

/** `Ending` centred over one of several cells, all of it: they are lines of single headings. */
const goesUnder = (cells: readonly Cell[], above: HeadingLine | undefined): boolean =>
  above !== undefined &&
  above.cells.length < cells.length &&
  above.cells.every((head) =>
    cells.some(
      (cell) =>
        head.end - head.start <= cell.end - cell.start && Math.abs(head.start + head.end - cell.start - cell.end) <= 2,
    ),
  );

/** One line's part of the heading of a column. */
interface Piece extends ColumnExtent {
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

const overlapOf = (a: ColumnExtent, b: ColumnExtent): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** Pieces that stand over each other, built up from the line that has most of them. */
function stackPieces(pieces: readonly Piece[], lines: number): Stack[] {
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
function placeStacks(stacks: readonly Stack[], columns: readonly ColumnExtent[]): (Stack | null)[] {
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

/** Whether pieces of a cell stand over or beside a column each, and no two of them over the same. */
function headsOfTheirOwn(parts: readonly ColumnExtent[], columns: readonly ColumnExtent[]): boolean {
  const found = parts.map((part) => nearest(part, columns, SLACK));
  return found.every((column, i) => column >= 0 && found.indexOf(column) === i);
}

/** A word that what follows it belongs to. */
const leadsOn = /\b(?:of|per|the|for|in|on|to)$/i;

/** `Factors per $1,000 of Original Face` over three columns, where a line has few cells: words that belong together, wherever columns begin. */
const isPhrase = (parts: readonly string[], line: HeadingLine, columns: readonly ColumnExtent[]): boolean =>
  parts.length >= 3 && line.cells.length * 2 <= columns.length && parts.slice(0, -1).some((part) => leadsOn.test(part));

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
    headings = cutHeadings(straightened(lines, columns, labels !== null), columns, labels);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, headings);
  }
  return headings;
}
