import type { LayoutChoices } from './choices.ts';
import type { Cell, Sheet } from './sheet.ts';

/** A column of a table: its heading and, row by row, what stands in it (null for nothing). */
export interface TableColumn {
  readonly heading: string;
  readonly cells: readonly (Cell | null)[];
  /** Text such as a CUSIP stands left, figures stand right. */
  readonly left?: boolean;
}

export interface Table {
  readonly corner: string;
  readonly labels: readonly string[];
  readonly columns: readonly TableColumn[];
  /** Whether the last row is a total. */
  readonly total: boolean;
  /** Prints headings above groups of columns: the text and how many columns it spans. */
  readonly spans?: readonly (readonly [text: string, columns: number])[];
}

/** Breaks a phrase into at most `lines` lines, as narrow as they get. */
export function stackWords(phrase: string, lines: number): string[] {
  const words = phrase.split(' ');
  for (let width = Math.max(...words.map((word) => word.length)); ; width += 1) {
    const stacked: string[] = [];
    for (const word of words) {
      const last = stacked.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width) stacked[stacked.length - 1] = `${last} ${word}`;
      else stacked.push(word);
    }
    if (stacked.length <= lines) return stacked;
  }
}

const widthOf = (cell: Cell | null): number => (cell === null ? 0 : (cell.before ?? '').length + cell.text.length);

function aligned(text: string, left: number, right: number, alignment: LayoutChoices['headingAlignment']): Cell {
  if (alignment === 'right') return { text, right };
  return { text, left: alignment === 'left' ? left : left + Math.floor((right - left - text.length) / 2) };
}

/**
 * Prints a table whose columns are as wide as what stands in them. Returns how many figures touch the one before them,
 * which happens only without gap.
 */
export function printTable(sheet: Sheet, table: Table, choices: LayoutChoices): void {
  const { gap, indentation, headingAlignment, headingLines, rules, ruleCharacter } = choices;
  const spell = (text: string): string => (choices.upperCaseHeadings ? text.toUpperCase() : text);
  const headings = table.columns.map(({ heading }) => stackWords(spell(heading), headingLines));
  const depth = Math.max(1, ...headings.map((lines) => lines.length));
  const labelWidth = Math.max(table.corner.length, ...table.labels.map((label) => label.length));
  let edge = indentation + labelWidth;
  const places = table.columns.map((column, index) => {
    const width = Math.max(...column.cells.map(widthOf), ...(headings[index] ?? []).map((line) => line.length));
    const left = edge + Math.max(1, gap);
    edge = left + width;
    return { left, right: edge };
  });
  // Without gap the columns touch each other, but not the labels.
  if (gap === 0) {
    let shift = 0;
    for (const [index, place] of places.entries()) {
      if (index > 0) shift += 1;
      place.left -= shift;
      place.right -= shift;
    }
    edge -= shift;
  }
  const fullRule = ruleCharacter.repeat(Math.max(20, edge - indentation));
  const rule = (): void => sheet.row([{ text: fullRule, left: indentation }]);
  const dashes = (): void =>
    sheet.row(
      places
        .map(({ left, right }) => ({ text: ruleCharacter.repeat(Math.max(3, right - left)), left, right }))
        .map(({ text, right }) => ({ text, right })),
    );

  if (choices.tags) sheet.lines('<TABLE>', '<CAPTION>');
  if (rules === 'around') rule();
  if (table.spans !== undefined) {
    let column = 0;
    const cells: Cell[] = [];
    for (const [text, count] of table.spans) {
      const first = places[column];
      const last = places[column + count - 1];
      if (first !== undefined && last !== undefined && text !== '')
        cells.push(aligned(spell(text), first.left, last.right, 'centre'));
      column += count;
    }
    sheet.row(cells);
  }
  for (let line = 0; line < depth; line += 1) {
    const cells: (Cell | null)[] =
      line === depth - 1 && table.corner !== '' ? [{ text: spell(table.corner), left: indentation }] : [];
    headings.forEach((stacked, index) => {
      const text = stacked[choices.headingsAtTop ? line : line - (depth - stacked.length)];
      const place = places[index];
      if (text !== undefined && place !== undefined) {
        cells.push(
          aligned(text, place.left, place.right, table.columns[index]?.left === true ? 'left' : headingAlignment),
        );
      }
    });
    sheet.row(cells, gap === 0);
  }
  if (rules === 'column dashes') dashes();
  else if (rules !== 'none') rule();
  if (choices.tags)
    sheet.row([{ text: '<S>', left: indentation }, ...places.map(({ left }) => ({ text: '<C>', left }))]);

  table.labels.forEach((label, row) => {
    const isTotal = table.total && row === table.labels.length - 1;
    if (isTotal && rules === 'column dashes') dashes();
    else if (isTotal && rules === 'around') rule();
    else if (choices.blankLinesInTables && row > 0 && (isTotal || row % 4 === 0)) sheet.line();
    const cells: Cell[] = [{ text: label, left: indentation }];
    table.columns.forEach((column, index) => {
      const cell = column.cells[row] ?? null;
      const place = places[index];
      if (cell === null || place === undefined) return;
      cells.push({ ...cell, ...(column.left === true ? { left: place.left } : { right: place.right }) });
    });
    sheet.row(cells, gap === 0);
  });
  if (rules === 'around') rule();
  if (choices.tags) sheet.line('</TABLE>');
  sheet.line();
}
