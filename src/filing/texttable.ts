import { isClosing, isDash, isFigure, isNumber, isOpening } from './cellkinds.ts';
import { openLine, type Page, printGap, printLine } from './page.ts';
import {
  collapseLine,
  emptyLine,
  joinLines,
  longestWord,
  pushSegments,
  type TextLine,
  trimLine,
  wrapLine,
} from './textline.ts';

/** Tables as text: each content column has a fixed extent, cells of a row are at least three spaces apart. */

/** What a document or a cell holds, in order. */
export type Item = TextLine | Table;

export interface Table {
  readonly rows: readonly (readonly Cell[])[];
}

export interface Cell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly items: readonly Item[];
}

/** Distance between paragraphs: an empty line where text is, nothing within a row. */
export const gap: TextLine = { ...emptyLine };

const pageWidth = 100;
const columnGap = 3;
const widestText = 72;
/** Headings over a column of narrow figures are stacked rather than widening it beyond this. */
const widestHeading = 20;
/** Indentation by no-break spaces beyond this is centring, which says nothing here. */
const deepestIndent = 12;

/** Beyond so many columns spans no longer count: no statement has them, and a grid of spans costs time and memory. */
const widestGrid = 1000;

/** A cell with text, where it stands in the grid of its table. */
interface PlacedCell {
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

interface PlacedRow {
  cells: PlacedCell[];
  /** Has figures; a row without is a heading or text. */
  figures: boolean;
  /** Its cells were all moved down to a later heading row. */
  moved: boolean;
}

interface Column {
  live: boolean;
  figures: boolean;
  width: number;
  left: number;
}

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
  if (signs) glueSigns(rows, width);
  for (const row of rows) row.figures = row.cells.some((cell) => cell.figure);
  lowerHeadings(rows);
  const columns = contentColumns(rows, width);
  setWidths(rows, columns);
  for (const row of rows) {
    if (row.cells.length > 0) printRow(page, row, columns);
    else if (!row.moved) printGap(page);
  }
}

/** Gives each cell with text its columns in the grid, as HTML lays out spans; cells without text are left out. */
function placeCells(source: readonly (readonly Cell[])[]): { rows: PlacedRow[]; width: number; signs: boolean } {
  let signs = false;
  let hanging: { start: number; end: number; until: number }[] = [];
  let width = 0;
  const rows = source.map((row, index): PlacedRow => {
    const cells: PlacedCell[] = [];
    if (hanging.length > 0) {
      hanging = hanging.filter((span) => span.until > index).sort((one, other) => one.start - other.start);
    }
    let column = 0;
    let next = 0;
    let stacked = false;
    for (const cell of row) {
      for (; next < hanging.length && hanging[next]!.start <= column; next++) {
        column = Math.max(column, hanging[next]!.end);
      }
      const start = column;
      column += start < widestGrid ? cell.columnSpan : 1;
      if (cell.rowSpan > 1 && column <= widestGrid) hanging.push({ start, end: column, until: index + cell.rowSpan });
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
function everyText(lines: readonly TextLine[], test: (text: string) => boolean): boolean {
  for (const { text } of lines) if (text !== '' && !test(text)) return false;
  return true;
}

/** The lines of a cell without gaps and without empty lines at its end; no line is all there is in an empty cell. */
function cellLines(items: readonly Item[]): readonly TextLine[] {
  if (items.length === 0) return [];
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
}

/** Joins signs that have a cell of their own with the figure that they belong to. */
function glueSigns(rows: readonly PlacedRow[], width: number): void {
  const grid = surveyGrid(rows, width);
  for (const row of rows) {
    const { cells } = row;
    if (cells.length < 2) continue;
    const glued: PlacedCell[] = [];
    for (let index = 0; index < cells.length; index++) {
      let figure = index;
      while (opensNext(grid, cells, figure)) figure++;
      if (!takesSigns(cells[figure]!)) figure = index;
      let end = figure;
      while (takesSigns(cells[figure]!) && closesPrevious(grid, cells, end)) end++;
      let joined = cells[index]!;
      for (let next = index + 1; next <= end; next++) joined = glue(joined, cells[next]!);
      glued.push(joined);
      index = end;
    }
    row.cells = glued;
  }
}

/** What the rows say about the columns of the source's grid, before signs are glued. */
interface Grid {
  /** By column: the least end of the cells that start there; 0 where none does. */
  readonly leastEnd: Int32Array;
  /** By column: how many cells start there that are numbers, how many that are dashes. */
  readonly numbers: Int32Array;
  readonly dashes: Int32Array;
  /** By column: how many numbers end there. */
  readonly numbersEnding: Int32Array;
  /** By column: a cell starts there that is neither a sign nor spans into columns of figures. */
  readonly words: Int32Array;
}

function surveyGrid(rows: readonly PlacedRow[], width: number): Grid {
  const grid: Grid = {
    leastEnd: new Int32Array(width + 1),
    numbers: new Int32Array(width + 1),
    dashes: new Int32Array(width + 1),
    numbersEnding: new Int32Array(width + 1),
    words: new Int32Array(width + 1),
  };
  for (const { cells } of rows) {
    for (const cell of cells) {
      const { start, end } = cell;
      const least = grid.leastEnd[start]!;
      if (least === 0 || end < least) grid.leastEnd[start] = end;
      if (cell.sign) {
        if (cell.lines.some((line) => isDash(line.text))) grid.dashes[start]!++;
      } else if (cell.figure) {
        grid.numbers[start]!++;
        grid.numbersEnding[end]!++;
      }
      // A heading over the sign alone makes the column one of its own.
      if (!cell.sign && end - start === 1) grid.words[start]!++;
    }
  }
  return grid;
}

function isSign(text: string): boolean {
  return text.length <= 6 && (isOpening(text) || isClosing(text) || isDash(text));
}

function isAmount(text: string): boolean {
  return isNumber(text) || isDash(text);
}

function takesSigns(cell: PlacedCell): boolean {
  return everyText(cell.lines, isAmount);
}

/** Whether the cell at `index` is a sign before the next one. */
function opensNext(grid: Grid, cells: readonly PlacedCell[], index: number): boolean {
  const sign = cells[index]!;
  const next = cells[index + 1];
  if (next === undefined || !adjoin(grid, sign, next)) return false;
  if (everyText(sign.lines, isOpening)) return next.sign || takesSigns(next);
  if (!everyText(sign.lines, isDash)) return false;
  if (!everyText(next.lines, isNumber)) return false;
  // Where only some figures have the dash it is their sign; where all have one it is a column of zeros.
  const figures = grid.numbers[next.start]! + grid.numbers[sign.start]!;
  return grid.words[sign.start] === 0 && figures > grid.dashes[sign.start]!;
}

/** Whether the cell after `index` is a sign that ends the figure at `index`. */
function closesPrevious(grid: Grid, cells: readonly PlacedCell[], index: number): boolean {
  const figure = cells[index]!;
  const sign = cells[index + 1];
  if (sign === undefined || !adjoin(grid, figure, sign)) return false;
  if (everyText(sign.lines, isClosing)) return true;
  if (!everyText(sign.lines, isDash)) return false;
  if (!everyText(figure.lines, isNumber)) return false;
  return grid.words[sign.start] === 0 && grid.numbersEnding[figure.end]! > grid.dashes[sign.start]!;
}

/** Whether nothing stands between two cells: columns between them, if any, are spacers that hold text in no row. */
function adjoin(grid: Grid, left: PlacedCell, right: PlacedCell): boolean {
  if (left.lines.length !== right.lines.length || right.start - left.end > 8) return false;
  for (let column = left.end; column < right.start; column++) {
    const end = grid.leastEnd[column]!;
    if (end !== 0 && end <= right.start) return false;
  }
  return true;
}

function glue(left: PlacedCell, right: PlacedCell): PlacedCell {
  const lines = left.lines.map((line, index) => joinLines(line, '', right.lines[index]!));
  return { ...left, end: right.end, lines, figure: true, sign: false };
}

/** Headings that span several heading rows stand in the lowest of them, over their figures. */
function lowerHeadings(rows: readonly PlacedRow[]): void {
  const lastFigures = rows.findLastIndex((row) => row.figures);
  rows.forEach((row, index) => {
    if (row.figures || index > lastFigures || !row.cells.some((cell) => cell.rowSpan > 1)) return;
    const staying = row.cells.filter((cell) => {
      let target = index;
      while (target + 1 < Math.min(rows.length, index + cell.rowSpan) && !rows[target + 1]!.figures) target++;
      if (target === index) return true;
      const { cells } = rows[target]!;
      const after = cells.findIndex((other) => other.start >= cell.start);
      cells.splice(after === -1 ? cells.length : after, 0, { ...cell, rowSpan: 1 });
      return false;
    });
    row.moved = staying.length === 0;
    row.cells = staying;
  });
}

/** Finds the columns that cells of one row keep apart, and sets each cell's first and last. */
function contentColumns(rows: readonly PlacedRow[], width: number): Column[] {
  const boundary = new Uint8Array(width + 2);
  const apart: { from: number; to: number }[] = [];
  for (const { cells } of rows) {
    for (let index = 1; index < cells.length; index++) {
      const from = cells[index - 1]!.end;
      const to = cells[index]!.start;
      if (from >= to) boundary[to] = 1;
      else apart.push({ from, to });
    }
  }
  apart.sort((one, other) => one.to - other.to);
  let passed = 0;
  let last = 0;
  for (const { from, to } of apart) {
    for (; passed <= to; passed++) if (boundary[passed] === 1) last = passed;
    if (last >= from) continue;
    boundary[to] = 1;
    last = to;
  }
  const columnOf = new Int32Array(width + 1);
  let count = 0;
  for (let column = 0; column <= width; column++) {
    if (column > 0 && boundary[column] === 1) count++;
    columnOf[column] = count;
  }
  const columns: Column[] = [];
  for (let index = 0; index <= count; index++) columns.push({ live: false, figures: false, width: 0, left: 0 });
  const spanning: PlacedCell[] = [];
  for (const row of rows) {
    for (const cell of row.cells) {
      cell.first = columnOf[cell.start]!;
      cell.last = Math.max(cell.first, columnOf[cell.end - 1]!);
      if (isLone(row)) continue;
      if (cell.first === cell.last) columns[cell.first]!.live = true;
      else spanning.push(cell);
    }
  }
  // Columns that are never a cell's own have no extent.
  for (const cell of spanning) {
    let { first, last } = cell;
    while (first < last && !columns[first]!.live) first++;
    while (last > first && !columns[last]!.live) last--;
    cell.last = last;
    if (cell.first > 0 || first === last) cell.first = first;
    columns[last]!.live = true;
  }
  setKinds(rows, columns);
  return columns;
}

/** A row of one text at its beginning: a title or a sentence, which runs on over the columns. */
function isLone(row: PlacedRow): boolean {
  return row.cells.length === 1 && row.cells[0]!.first === 0 && !row.figures;
}

function setKinds(rows: readonly PlacedRow[], columns: readonly Column[]): void {
  const balance = new Int32Array(columns.length);
  const seen = new Uint8Array(columns.length);
  for (const row of rows) {
    if (!row.figures) continue;
    for (const cell of row.cells) {
      if (cell.first !== cell.last) continue;
      const text = cell.lines[0]!.text;
      // `N/A` stands among figures as well as among names.
      if (cell.figure && /^n/i.test(text)) continue;
      balance[cell.first]! += cell.figure ? 1 : -1;
      if (cell.figure) seen[cell.first] = 1;
    }
  }
  columns.forEach((column, index) => {
    column.figures = seen[index] === 1 && balance[index]! >= 0;
  });
}

/** Wraps what is too long and sets the extent of each column. */
function setWidths(rows: readonly PlacedRow[], columns: readonly Column[]): void {
  const spanning: { readonly row: PlacedRow; readonly cell: PlacedCell }[] = [];
  const headings: PlacedCell[] = [];
  for (const row of rows) {
    if (isLone(row)) continue;
    const heading = isHeading(row, columns);
    for (const cell of row.cells) {
      if (cell.first !== cell.last) spanning.push({ row, cell });
      else if (heading && columns[cell.first]!.figures) headings.push(cell);
      else {
        const column = columns[cell.first]!;
        setIndent(cell);
        wrapCell(cell, widestText);
        column.width = Math.max(column.width, widestLine(cell));
      }
    }
  }
  const figureWidths = columns.map((column) => column.width);
  for (const cell of headings) {
    const column = columns[cell.first]!;
    setIndent(cell);
    wrapCell(cell, Math.max(figureWidths[cell.first]!, widestHeading, longestWordOf(cell)));
    column.width = Math.max(column.width, widestLine(cell));
  }
  spanning.sort((one, other) => one.cell.last - one.cell.first - (other.cell.last - other.cell.first));
  for (const { row, cell } of spanning) {
    setIndent(cell);
    const extent = extentOf(columns, cell.first, cell.last);
    if (!cell.figure) wrapCell(cell, Math.max(extent, row.figures || cell.first === 0 ? widestText : widestHeading));
    const lacking = widestLine(cell) - extent;
    if (lacking <= 0) continue;
    const widened = cell.figure || cell.first > 0 ? cell.last : cell.first;
    if (columns[widened]!.width === 0) columns[widened]!.width = Math.max(1, lacking - columnGap);
    else columns[widened]!.width += lacking;
  }
  let left = 0;
  for (const column of columns) {
    column.left = left;
    if (column.width > 0) left += column.width + columnGap;
  }
  const tableWidth = Math.max(pageWidth, left - columnGap);
  for (const row of rows) if (isLone(row)) wrapCell(row.cells[0]!, tableWidth);
}

/** A row without figures that has something to say over at least two columns of them. */
function isHeading(row: PlacedRow, columns: readonly Column[]): boolean {
  if (row.figures) return false;
  let over = 0;
  for (const cell of row.cells) if (columns[cell.last]!.figures) over++;
  return over > 1;
}

function wrapCell(cell: PlacedCell, width: number): void {
  if (cell.lines.some((line) => line.text.length > width)) {
    cell.lines = cell.lines.flatMap((line) => wrapLine(line, width));
  }
}

function widestLine(cell: PlacedCell): number {
  let widest = 0;
  for (const { text } of cell.lines) widest = Math.max(widest, text.length);
  return widest;
}

function longestWordOf(cell: PlacedCell): number {
  let longest = 0;
  for (const { text } of cell.lines) longest = Math.max(longest, longestWord(text));
  return longest;
}

/** Indentation shows how labels nest; beyond the first column it would only blur the columns. */
function setIndent(cell: PlacedCell): void {
  if (cell.lines.some((line) => line.text.charCodeAt(0) === 32)) {
    cell.lines = cell.lines.map(cell.first > 0 ? trimLine : limitIndent);
  }
}

function limitIndent(line: TextLine): TextLine {
  if (line.text.charCodeAt(0) !== 32) return line;
  const trimmed = trimLine(line);
  const indent = Math.min(deepestIndent, line.text.length - line.text.trimStart().length);
  return joinLines({ ...trimmed, text: ' '.repeat(indent) }, '', trimmed);
}

/** Width from the first to the last column; negative if none of them has any. */
function extentOf(columns: readonly Column[], first: number, last: number): number {
  let extent = -columnGap;
  for (let index = first; index <= last; index++) {
    const { width } = columns[index]!;
    if (width > 0) extent += width + columnGap;
  }
  return extent;
}

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
