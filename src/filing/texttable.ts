import { isClosing, isNumber, isOpening } from './cellkinds.ts';
import { type Column, columnGap, contentColumns, lowerHeadings, pageWidth, setWidths } from './columns.ts';
import { type PlacedCell, type PlacedRow, placeCells } from './grid.ts';
import { type Cell, gap, type Item, type Table } from './items.ts';
import { openLine, type Page, printGap, printLine } from './page.ts';
import { glueSigns } from './signs.ts';
import { emptyLine, joinLines, pushSegments, type TextLine, trimLine, wrapLine } from './textline.ts';

/** Tables as text: each content column has a fixed extent, cells of a row are at least three spaces apart. */

/** Prints a sequence of lines and tables; paragraphs longer than the page are wrapped. */
function printItems(page: Page, items: readonly Item[]): void {
  for (const item of items) printItem(page, item);
}

export function printItem(page: Page, item: Item): void {
  if ('rows' in item) {
    printGap(page);
    printTable(page, item);
    printGap(page);
  } else if (item === gap) {
    printGap(page);
  } else if (item.text.length <= pageWidth || item.verbatim || item.text.includes('   ')) {
    printLine(page, item);
  } else {
    for (const part of wrapLine(item, pageWidth)) printLine(page, part);
  }
}

/** Prints a table. Rows that hold tables or preformatted text only arrange them on the page: their contents follow one another. */
export function printTable(page: Page, table: Table): void {
  let rows: (readonly Cell[])[] = [];
  for (const row of table.rows) {
    if (!row.some(isLayout)) {
      rows.push(row);
      continue;
    }
    const inlined = inlineTables(row);
    if (inlined !== null) {
      rows.push(inlined);
      continue;
    }
    printRows(page, rows);
    rows = [];
    for (const cell of row) {
      printGap(page);
      printItems(page, cell.items);
    }
    printGap(page);
  }
  printRows(page, rows);
}

function isLayout(cell: Cell): boolean {
  const { items } = cell;
  if (items.length === 0) return false;
  const first = items[0]!;
  if (items.length === 1) return 'rows' in first;
  let verbatim = 0;
  return items.some((item) => 'rows' in item || (item.verbatim && item.text.trim() !== '' && ++verbatim > 1));
}

/** A row whose nested tables are single rows themselves, such as a sign beside its figure: they become text of their cells. */
function inlineTables(row: readonly Cell[]): readonly Cell[] | null {
  if (row.filter((cell) => cell.items.length > 0).length < 2) return null;
  const inlined: Cell[] = [];
  for (const cell of row) {
    if (!isLayout(cell)) {
      inlined.push(cell);
      continue;
    }
    let line = emptyLine;
    for (const item of cell.items) {
      const parts = 'rows' in item ? singleRow(item) : [item];
      if (parts === null || parts.some((part) => part.verbatim)) return null;
      for (const part of parts) {
        const glued = isOpening(line.text) || (isClosing(part.text) && isNumber(line.text));
        line = joinLines(line, glued ? '' : ' ', part);
      }
    }
    inlined.push({ ...cell, items: [line] });
  }
  return inlined;
}

function singleRow(table: Table): TextLine[] | null {
  const filled = table.rows.filter((row) => row.some((cell) => cell.items.length > 0));
  if (filled.length > 1 || (filled[0]?.length ?? 0) > 6) return null;
  const lines: TextLine[] = [];
  for (const cell of filled[0] ?? []) {
    for (const item of cell.items) {
      if ('rows' in item) return null;
      if (item.text !== '') lines.push(trimLine(item));
    }
  }
  return lines;
}

function printRows(page: Page, source: readonly (readonly Cell[])[]): void {
  if (source.length === 0) return;
  const { rows, width, signs } = placeCells(source);
  if (rows.every((row) => row.cells.length <= 1)) {
    for (const row of rows) {
      const cell = row.cells[0];
      if (cell === undefined) printGap(page);
      else printItems(page, cell.items);
    }
    return;
  }
  let titles = 0;
  while (isTitle(rows[titles]!, width)) {
    printItems(page, rows[titles]!.cells[0]!.items);
    titles++;
  }
  if (titles > 0) {
    printGap(page);
    rows.splice(0, titles);
  }
  if (signs) glueSigns(rows, width);
  for (const row of rows) row.figures = row.cells.some((cell) => cell.figure);
  lowerHeadings(rows);
  const columns = contentColumns(rows, width);
  setWidths(rows, columns);
  const listed = isMostlyEmpty(rows, columns);
  for (const row of rows) {
    if (listed) listCells(page, row);
    else if (row.cells.length > 0) printRow(page, row, columns);
    else if (!row.moved) printGap(page);
  }
}

/** No reader takes longer lines for rows. */
const widestTable = 8_000;
/** Printed characters up to which a table is printed as it is, and how many there may be beyond for each that is no space. */
const smallTable = 1_000_000;
const mostSpaces = 30;

/** A table of more space than any statement prints: a small file could ask for more of it than memory holds. */
function isMostlyEmpty(rows: readonly PlacedRow[], columns: readonly Column[]): boolean {
  const last = columns.at(-1);
  const width = last === undefined ? 0 : last.left + last.width;
  if (width > widestTable) return true;
  const area = width * rows.length;
  if (area <= smallTable) return false;
  let text = 0;
  for (const { cells } of rows) for (const { lines } of cells) for (const line of lines) text += line.text.length;
  return area > mostSpaces * text;
}

/** The cells of a row, one below the other. */
function listCells(page: Page, row: PlacedRow): void {
  for (const { lines } of row.cells) for (const line of lines) if (line.text !== '') printLine(page, line);
}

/** A row of one cell over the whole table: it heads no single column. */
const isTitle = ({ cells }: PlacedRow, width: number): boolean =>
  cells.length === 1 && cells[0]!.start === 0 && cells[0]!.end >= width && width > 1 && !cells[0]!.figure;

function printRow(page: Page, row: PlacedRow, columns: readonly Column[]): void {
  const { cells } = row;
  let height = 1;
  for (const cell of cells) height = Math.max(height, cell.lines.length);
  const heading = !row.figures && cells.some((cell) => columns[cell.last]!.figures);
  const tallest = cells.findIndex((cell) => cell.lines.length === height);
  for (let level = 0; level < height; level++) {
    openLine(page, '');
    let width = 0;
    const parts: string[] = [];
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]!;
      const { lines } = cell;
      // Figures stand level with the last line of a label that wraps, headings on the line above the figures.
      const above = heading || index > tallest ? height - lines.length : 0;
      const line = lines[level - above];
      if (line === undefined || line.text === '') continue;
      const at = Math.max(placeOf(line, cell, heading, columns), width === 0 ? 0 : width + columnGap);
      if (at > width) parts.push(spaces(at - width));
      pushSegments(page.segments, at, line);
      parts.push(line.text);
      width = at + line.text.length;
    }
    // Joined at once, the line does not keep its parts alive.
    page.lines[page.lines.length - 1] = parts.join('');
  }
}

/** Where a line of a cell begins: figures and their headings end with their column, text begins with it. */
function placeOf(line: TextLine, cell: PlacedCell, heading: boolean, columns: readonly Column[]): number {
  const first = columns[cell.first]!;
  const last = columns[cell.last]!;
  const { length } = line.text;
  if (cell.figure ? last.figures || cell.first !== cell.last : cell.first === cell.last && last.figures) {
    return Math.max(0, last.left + last.width - length);
  }
  if (heading && cell.first > 0 && cell.first !== cell.last) {
    return first.left + Math.max(0, (last.left + last.width - first.left - length) >>> 1);
  }
  return first.left;
}

const padding = Array.from({ length: 256 }, (_, count) => ' '.repeat(count));

function spaces(count: number): string {
  return padding[count] ?? ' '.repeat(count);
}
