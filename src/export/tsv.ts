import { type ExportTable, formula, inPieces, written } from './csv.ts';

/** A cell without what would end it, and never a formula where it is pasted. */
const cleaned = (value: string | number): string => {
  const line = String(value).replace(/[\t\r\n]+/g, ' ');
  return typeof value === 'string' && formula.test(line) ? `'${line}` : line;
};

const lines = (headings: ExportTable['headings'] | null, rows: ExportTable['rows']): string =>
  [
    ...(headings === null ? [] : [headings.map(cleaned)]),
    ...rows.map((row) => row.map((cell) => cleaned(written(cell)))),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');

/** A table as tab-separated text to paste into a sheet, headings first. Tabs and line breaks in cells become spaces. */
export const toTsv = ({ headings, rows }: ExportTable): string => lines(headings, rows);

/** The same text in pieces. */
export const toTsvPieces = (table: ExportTable, rest: () => Promise<void>): Promise<readonly string[]> =>
  inPieces(table, lines, '\n', rest);
