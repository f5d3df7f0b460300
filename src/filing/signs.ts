import { isAmount, isClosing, isDash, isNumber, isOpening } from './cellkinds.ts';
import { everyText, type PlacedCell, type PlacedRow } from './grid.ts';
import { joinLines } from './textline.ts';

/** Joins signs that have a cell of their own with the figure that they belong to. */
export function glueSigns(rows: readonly PlacedRow[], width: number): void {
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
  /** By column: the least end of the numbers that start there; 0 where none does. */
  readonly numberEnd: Int32Array;
  /** By column: the least end and the greatest start, counted from 1, of the words over it; 0 where there are none. */
  readonly wordsEnd: Int32Array;
  readonly wordsStart: Int32Array;
}

function surveyGrid(rows: readonly PlacedRow[], width: number): Grid {
  const grid: Grid = {
    leastEnd: new Int32Array(width + 1),
    numbers: new Int32Array(width + 1),
    dashes: new Int32Array(width + 1),
    numbersEnding: new Int32Array(width + 1),
    words: new Int32Array(width + 1),
    numberEnd: new Int32Array(width + 1),
    wordsEnd: new Int32Array(width + 1),
    wordsStart: new Int32Array(width + 1),
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
        const leastNumber = grid.numberEnd[start]!;
        if (leastNumber === 0 || end < leastNumber) grid.numberEnd[start] = end;
      } else {
        for (let column = start; column < end; column++) {
          const leastWords = grid.wordsEnd[column]!;
          if (leastWords === 0 || end < leastWords) grid.wordsEnd[column] = end;
          if (start + 1 > grid.wordsStart[column]!) grid.wordsStart[column] = start + 1;
        }
      }
      // A heading over the sign alone makes the column one of its own.
      if (!cell.sign && end - start === 1) grid.words[start]!++;
    }
  }
  return grid;
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
  if (!everyText(next.lines, isNumber) || hasOwnColumnBefore(grid, sign, next)) return false;
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
  if (!everyText(figure.lines, isNumber) || hasOwnColumnBehind(grid, figure, sign)) return false;
  return grid.words[sign.start] === 0 && grid.numbersEnding[figure.end]! > grid.dashes[sign.start]!;
}

/** Whether numbers or a heading of other rows stand where the dash stands and end before the figure behind it: it is a zero of that column. */
function hasOwnColumnBefore(grid: Grid, dash: PlacedCell, next: PlacedCell): boolean {
  const words = grid.wordsEnd[dash.start]!;
  if (words !== 0 && words <= next.start) return true;
  for (let column = dash.start; column < next.start; column++) {
    const end = grid.numberEnd[column]!;
    if (end !== 0 && end <= next.start) return true;
  }
  return false;
}

/** The same of a dash behind a figure: numbers or a heading begin behind the figure and stand where the dash stands. */
function hasOwnColumnBehind(grid: Grid, figure: PlacedCell, dash: PlacedCell): boolean {
  if (grid.wordsStart[dash.end - 1]! > figure.end) return true;
  for (let column = figure.end; column < dash.end; column++) if (grid.numberEnd[column] !== 0) return true;
  return false;
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
