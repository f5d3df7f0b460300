import { printDate } from '../calendar.ts';
import type { SimulatedStatement } from '../statement.ts';
import type { Paging } from './sheet.ts';

/** What every layout lets a caller vary. */
export interface PrintOptions {
  /** Places of dollar amounts. */
  readonly decimals: 0 | 2;
  /** Whether tables by class end in a total row. */
  readonly totals: boolean;
  /** Characters added between columns; the layout's own width is 0. */
  readonly widening: number;
  /** A page mark after so many lines, with the page's heading repeated; null for none. */
  readonly pageLength: number | null;
}

/** The page marks that the options ask for, with the lines that a trustee repeats on every page. */
export function pagingOf(options: PrintOptions, statement: SimulatedStatement): Paging | null {
  const { deal, date } = statement;
  const heading = [
    deal.trust.toUpperCase(),
    `SERIES ${deal.series}`,
    `Distribution Date: ${printDate(date, '10/25/2002')}`,
    '',
  ];
  return options.pageLength === null ? null : { length: options.pageLength, heading };
}

export const defaultPrintOptions: PrintOptions = { decimals: 0, totals: true, widening: 0, pageLength: null };

/** Said in every file, so that nobody takes it for a filing. */
export const simulationNote = 'SIMULATED statement, made by the samples script of Paydown. It describes no real trust.';
