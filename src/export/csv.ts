import Papa from 'papaparse';
import type { Fact } from '../facts/fact.ts';

/** What is needed of a figure to write it. */
export type WrittenFigure = Pick<Fact, 'value' | 'text' | 'decimals'>;

/**
 * What a cell of a table is: printed figures are written as plain numbers, dates (ISO) and words as they are; null is
 * an empty cell.
 */
export type ExportCell =
  | { readonly figure: WrittenFigure }
  | { readonly number: number }
  | { readonly date: string }
  | { readonly text: string }
  | null;

/** A table to write out: what is seen, in the order that it is seen in. */
export interface ExportTable {
  /** One per column. */
  readonly headings: readonly string[];
  /** Each as long as the headings. */
  readonly rows: readonly (readonly ExportCell[])[];
}

/**
 * Text that a spreadsheet would run as a formula. Plain negative numbers are none. The full-width signs count, and
 * whatever follows a line break in the cell does not matter.
 */
export const formula = /^(?:[=@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]|[+-](?!(?:\d[\d,]*(?:\.\d*)?|\.\d+)%?$))/;

const plain = /^(-?)(\d*)(?:\.(\d*))?$/;

/**
 * A printed figure as a plain number with every printed digit: `$1,645,120` is `1645120`, `(338.25)` is `-338.25`,
 * `1.11144%` is `1.11144`, `1.00000000` stays. Printed forms that are no number by themselves (`-` for zero) are
 * written from the value and its decimals. Flags are `true` and `false`, other text is kept.
 */
export const plainFigure = ({ value, text, decimals }: Pick<Fact, 'value' | 'text' | 'decimals'>): string => {
  if (typeof value !== 'number') return String(value);
  const bare = text.replace(/[\s$,%]/g, '');
  const negative = /^\(.*\)$/.test(bare) || /[^-]-$/.test(bare);
  const [, sign = '', whole = '', places] = plain.exec(bare.replace(/[()]/g, '').replace(/-$/, '')) ?? [];
  const number = `${negative || sign ? '-' : ''}${whole || '0'}${places ? `.${places}` : ''}`;
  if ((whole || places) && Number(number) === value) return number;
  return decimals === null ? String(value) : value.toFixed(decimals);
};

/** A cell as plain text or number. */
export const written = (cell: ExportCell): string | number => {
  if (cell === null) return '';
  if ('figure' in cell) return plainFigure(cell.figure);
  if ('number' in cell) return cell.number;
  return 'date' in cell ? cell.date : cell.text;
};

/** Rows written before others get their turn: some milliseconds' worth. */
const rowsAtOnce = 1000;

/** Writes rows; the headings come first where they are given. */
type WriteRows = (headings: ExportTable['headings'] | null, rows: ExportTable['rows']) => string;

/**
 * The lines of a table in pieces, for tables so long that writing them in one go would hold up whoever waits: `rest` is
 * asked for between two of them.
 */
export const inPieces = async (
  { headings, rows }: ExportTable,
  write: WriteRows,
  newline: string,
  rest: () => Promise<void>,
): Promise<readonly string[]> => {
  const pieces = [write(headings, rows.slice(0, rowsAtOnce))];
  for (let at = rowsAtOnce; at < rows.length; at += rowsAtOnce) {
    await rest();
    pieces.push(newline, write(null, rows.slice(at, at + rowsAtOnce)));
  }
  return pieces;
};

const newline = '\r\n';

const csvLines: WriteRows = (headings, rows) => {
  const data = rows.map((row) => row.map(written));
  return Papa.unparse(headings === null ? data : { fields: [...headings], data }, { escapeFormulae: formula, newline });
};

/**
 * A table as CSV (RFC 4180, comma, CRLF, headings first). Text that a spreadsheet would take for a formula gets an
 * apostrophe in front; numbers, negative ones too, are left alone.
 */
export const toCsv = ({ headings, rows }: ExportTable): string => csvLines(headings, rows);

/** The same text in pieces. */
export const toCsvPieces = (table: ExportTable, rest: () => Promise<void>): Promise<readonly string[]> =>
  inPieces(table, csvLines, newline, rest);
