import type { Deal } from '../../../deal/deal.ts';
import { dateTitle, monthTitle } from '../../../deal/month.ts';
import type { Statement } from '../../../facts/fact.ts';
import { type TableCell, type TableColumn, type TableRow, tableRow } from './table-model.ts';

/** The first column of every table by month. */
export const dateColumn: TableColumn = {
  id: 'date',
  heading: 'Distribution date',
  unit: null,
  kind: 'words',
  shown: true,
  listed: false,
};

/**
 * A row per calendar month of the deal with its distribution date and the cells given for its statement; months
 * without one are rows that say so.
 */
export const monthRows = (
  deal: Deal,
  cellsOf: (statement: Statement) => readonly (readonly [string, TableCell])[],
): readonly TableRow[] => {
  const loaded = deal.months.map(({ date, month, statement }) => {
    const own: TableCell = { text: dateTitle(date), sort: date, written: { date }, source: null };
    return tableRow(month, new Map([['date', own], ...cellsOf(statement)]));
  });
  const missing = deal.gaps.map((month) => {
    const own: TableCell = { text: monthTitle(month), sort: month, written: { text: month }, source: null };
    return tableRow(month, new Map([['date', own]]), 'No statement loaded');
  });
  return [...loaded, ...missing].sort((left, right) => (left.id < right.id ? -1 : 1));
};
