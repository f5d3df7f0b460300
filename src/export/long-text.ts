import Papa from 'papaparse';
import { formula, plainFigure } from './csv.ts';
import { type LongRow, longColumns } from './long-form.ts';

/** Rows that are written at once: enough to be quick, few enough to hold nobody up. */
const atOnce = 250;

const encoder = new TextEncoder();

/** Rows in groups of so many. */
export function* inGroups<Row>(rows: Iterable<Row>, size: number): Generator<readonly Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    if (group.push(row) < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

const csvCells = (row: LongRow): readonly (string | number | boolean | null)[] =>
  longColumns.map((column) => (column === 'value' ? plainFigure(row) : row[column]));

/** The long form as CSV (RFC 4180), headings first. Text that a spreadsheet would run gets an apostrophe in front. */
export function* longCsv(rows: Iterable<LongRow>): Generator<Uint8Array> {
  const options = { escapeFormulae: formula, newline: '\r\n' };
  yield encoder.encode(`${longColumns.join(',')}\r\n`);
  for (const group of inGroups(rows, atOnce)) {
    const data = group.map((row) => [...csvCells(row)]);
    yield encoder.encode(`${Papa.unparse(data, options)}\r\n`);
  }
}

const keys = [...longColumns];

const asJson = (row: LongRow): string => JSON.stringify(row, keys);

/** The long form as one JSON array, a row a line. */
export function* longJson(rows: Iterable<LongRow>): Generator<Uint8Array> {
  let before = '[\n';
  for (const group of inGroups(rows, atOnce)) {
    yield encoder.encode(before + group.map(asJson).join(',\n'));
    before = ',\n';
  }
  yield encoder.encode(before === '[\n' ? '[]\n' : '\n]\n');
}

/** The long form as NDJSON, an object a line. */
export function* longNdjson(rows: Iterable<LongRow>): Generator<Uint8Array> {
  for (const group of inGroups(rows, atOnce)) {
    yield encoder.encode(group.map((row) => `${asJson(row)}\n`).join(''));
  }
}
