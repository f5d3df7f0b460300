import { isClosing, isFigure, isOpening, isSign } from './cellkinds.ts';
import { type Cell, gap, type Item } from './items.ts';
import { collapseLine, type TextLine, trimLine } from './textline.ts';

/** Beyond so many columns spans no longer count: no statement has them, and a grid of spans costs time and memory. */
const widestGrid = 1000;

/** A cell with text, where it stands in the grid of its table. */
export interface PlacedCell {
  readonly items: readonly Item[];
  /** Columns of the source's grid, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly rowSpan: number;
  lines: readonly TextLine[];
  readonly figure: boolean;
  /** Nothing but signs that belong to a figure in another cell, or dashes. */
  readonly sign: boolean;
  /** Content columns, both inclusive. */
  first: number;
  last: number;
}

export interface PlacedRow {
  cells: PlacedCell[];
  /** Has figures; a row without is a heading or text. */
  figures: boolean;
  /** Its cells were all moved down to a later heading row. */
  moved: boolean;
}

/** Gives each cell with text its columns in the grid, as HTML lays out spans; cells without text are left out. */
export function placeCells(source: readonly (readonly Cell[])[]): { rows: PlacedRow[]; width: number; signs: boolean } {
  let signs = false;
  /** Per column, the first row in which no cell from further up hangs down. */
  const free = new Int32Array(widestGrid + 1);
  let width = 0;
  const rows = source.map((row, index): PlacedRow => {
    const cells: PlacedCell[] = [];
    let column = 0;
    let stacked = false;
    for (const cell of row) {
      while (column < widestGrid && free[column]! > index) column++;
      const start = column;
      column += start < widestGrid ? cell.columnSpan : 1;
      if (cell.rowSpan > 1 && column <= widestGrid) {
        for (let under = start; under < column; under++) free[under] = Math.max(free[under]!, index + cell.rowSpan);
      }
      const lines = cellLines(cell.items);
      if (lines.length === 0) continue;
      if (lines.length > 1) stacked = true;
      const figure = everyText(lines, isFigure);
      const sign = everyText(lines, isSign);
      if (sign) signs = true;
      const { items, rowSpan } = cell;
      cells.push({ items, start, end: column, rowSpan, lines, figure, sign, first: 0, last: 0 });
    }
    if (stacked) dropLeadingBlanks(cells);
    width = Math.max(width, column);
    return { cells, figures: false, moved: false };
  });
  return { rows, width, signs };
}

/** Whether `test` holds for every line with text. */
export function everyText(lines: readonly TextLine[], test: (text: string) => boolean): boolean {
  for (const { text } of lines) if (text !== '' && !test(text)) return false;
  return true;
}

const noLines: readonly TextLine[] = [];

/** The lines of a cell without gaps and without empty lines at its end; no line is all there is in an empty cell. */
function cellLines(items: readonly Item[]): readonly TextLine[] {
  if (items.length === 0) return noLines;
  const only = items[0]!;
  if (items.length === 1 && isPlain(only)) return items as readonly TextLine[];
  const lines: TextLine[] = [];
  for (const item of items) {
    if ('rows' in item || item === gap) continue;
    lines.push(item.verbatim ? collapseLine(item) : item.text.charCodeAt(0) === 32 ? indented(item) : item);
  }
  while (lines.length > 0 && lines[lines.length - 1]!.text === '') lines.pop();
  return lines;
}

/** A line that needs nothing done to be the line of a cell. */
function isPlain(item: Item): item is TextLine {
  return !('rows' in item) && item.text !== '' && !item.verbatim && item.text.charCodeAt(0) !== 32;
}

/** Indentation means something before a label, nothing before a figure or a sign. */
function indented(line: TextLine): TextLine {
  const bare = trimLine(line);
  return isFigure(bare.text) || isOpening(bare.text) || isClosing(bare.text) ? bare : line;
}

/** Empty lines at the top of a cell count only where they keep its lines level with those of another cell. */
function dropLeadingBlanks(cells: PlacedCell[]): void {
  for (const cell of cells) {
    const { lines } = cell;
    if (lines[0]!.text !== '') continue;
    if (cells.some((other) => other !== cell && other.lines.length === lines.length)) continue;
    cell.lines = lines.slice(lines.findIndex((line) => line.text !== ''));
  }
  // `# Loans` below an empty line, in each cell that has two.
  let height = 0;
  for (const { lines } of cells) height = Math.max(height, lines.length);
  const tallest = cells.filter(({ lines }) => lines.length === height);
  let common = height;
  for (const { lines } of tallest) {
    const first = lines.findIndex((line) => line.text !== '');
    common = Math.min(common, first);
  }
  if (common > 0) for (const cell of tallest) cell.lines = cell.lines.slice(common);
}
