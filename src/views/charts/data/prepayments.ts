import type { Deal } from '../../../deal/deal.ts';
import { chartTitles } from '../charted.ts';
import { type ChartData, chartMonths, hasFigures, seriesOver } from './chart-data.ts';
import { figureIn } from './figures.ts';
import { joined } from './words.ts';

const parts = [
  { id: 'curtailments', name: 'Curtailments' },
  { id: 'payoffs', name: 'Payoffs' },
  { id: 'liquidationProceeds', name: 'Liquidation proceeds' },
] as const;

/** Prepaid principal of each month by kind, stacked, and the total as the statement prints it. */
export const prepayments = (deal: Deal): ChartData => {
  const months = chartMonths(deal);
  const stack = parts
    .map(({ id, name }) => seriesOver(months, { id, name, mark: 'column' }, (statement) => figureIn(statement, id)))
    .filter(hasFigures);
  const total = [
    seriesOver(months, { id: 'totalPrepayments', name: 'Total as printed', mark: 'points' }, (statement) =>
      figureIn(statement, 'totalPrepayments'),
    ),
  ].filter(hasFigures);
  const notes: string[] = [];
  const absent = parts.filter(({ id }) => !stack.some((series) => series.id === id));
  const isEmpty = stack.length + total.length === 0;
  if (!isEmpty && absent.length > 0) notes.push(`Not printed: ${joined(absent.map(({ name }) => name))}.`);
  if (!isEmpty && total.length === 0) notes.push('No total is printed.');
  return {
    id: 'prepayments',
    title: chartTitles.prepayments,
    measure: 'Principal prepaid in the month, US dollars',
    months,
    series: [...stack, ...total],
    left: 'USD',
    right: null,
    notes,
    empty: isEmpty
      ? 'No prepayments were found in these statements. Curtailments, payments in full or liquidation proceeds fill this chart.'
      : null,
  };
};
