import type { PlacedCell, PlacedRow } from './grid.ts';
import { joinLines, longestWord, type TextLine, trimLine, wrapLine } from './textline.ts';

/** Width of the page for text that is in no column. */
export const pageWidth = 100;
export const columnGap = 3;
const widestText = 220;
/** No heading has more rows. */
const mostHeadingRows = 16;
/** Headings over a column of narrow figures are stacked rather than widening it beyond this. */
const widestHeading = 20;
/** Indentation by no-break spaces beyond this is centring, which says nothing here. */
const deepestIndent = 12;

/** A column of the text table. */
export interface Column {
  live: boolean;
  figures: boolean;
  width: number;
  left: number;
}

/** Headings that span several heading rows stand in the lowest of them, over their figures. */
export function lowerHeadings(rows: readonly PlacedRow[]): void {
  const lastFigures = rows.findLastIndex((row) => row.figures);
  rows.forEach((row, index) => {
    if (row.figures || index > lastFigures || !row.cells.some((cell) => cell.rowSpan > 1)) return;
    const staying = row.cells.filter((cell) => {
      const end = Math.min(rows.length, index + Math.min(cell.rowSpan, mostHeadingRows));
      let target = index;
      while (target + 1 < end && !rows[target + 1]!.figures) target++;
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
export function contentColumns(rows: readonly PlacedRow[], width: number): Column[] {
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
  const figuresEnd = new Int32Array(columns.length);
  const wordsEnd = new Int32Array(columns.length);
  for (const row of rows) {
    if (isLone(row)) continue;
    for (const { first, last, figure, end } of row.cells) {
      if (first !== last) continue;
      const ends = figure ? figuresEnd : wordsEnd;
      ends[first] = Math.max(ends[first]!, end);
    }
  }
  const endsBefore = (column: number, start: number): boolean => {
    const end = figuresEnd[column]! > 0 ? figuresEnd[column]! : wordsEnd[column]!;
    return end > 0 && end <= start;
  };
  // Columns that are never a cell's own have no extent; one whose figures or words end before the cell is only the room beside them.
  for (const cell of spanning) {
    let { first, last } = cell;
    while (first < last && (!columns[first]!.live || endsBefore(first, cell.start))) first++;
    while (last > first && !columns[last]!.live) last--;
    cell.last = last;
    if (cell.first > 0 || first === last || endsBefore(0, cell.start)) cell.first = first;
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
export function setWidths(rows: readonly PlacedRow[], columns: readonly Column[]): void {
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
        column.width = Math.max(column.width, fitText(cell));
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

/** Wraps the text of a cell and gives its width. Most cells hold a short line that needs nothing done. */
function fitText(cell: PlacedCell): number {
  const { text } = cell.lines[0]!;
  if (cell.lines.length === 1 && text.length <= widestText && text.charCodeAt(0) !== 32) return text.length;
  setIndent(cell);
  wrapCell(cell, widestText);
  return widestLine(cell);
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
