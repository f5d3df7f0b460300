import type { Deal } from '../../../deal/deal.ts';
import { poolBeginning } from '../../../metrics/figures.ts';
import type { Unit } from '../../../store/view.ts';
import { chartTitles } from '../charted.ts';
import { type ChartData, type ChartSeries, chartMonths, hasFigures, seriesOver } from './chart-data.ts';
import { figureIn } from './figures.ts';
import { asShares } from './shares.ts';
import { joined } from './words.ts';

const parts = [
  { id: 'curtailments', name: 'Curtailments' },
  { id: 'payoffs', name: 'Payoffs' },
  { id: 'liquidationProceeds', name: 'Liquidation proceeds' },
] as const;

/**
 * Prepaid principal of each month by kind, stacked, and the total as the statement prints it: in dollars or as a share of
 * the pool at the beginning of the month.
 */
export const prepayments = (deal: Deal, unit: Unit = 'amount'): ChartData => {
  const months = chartMonths(deal);
  const inUnit = (series: ChartSeries): ChartSeries =>
    unit === 'share' ? asShares(series, months, (month) => poolBeginning(deal, month)) : series;
  const stack = parts
    .map(({ id, name }) =>
      seriesOver(months, { id, name, mark: 'column', rolls: true }, (statement) => figureIn(statement, id)),
    )
    .map(inUnit)
    .filter(hasFigures);
  const total = [
    seriesOver(months, { id: 'totalPrepayments', name: 'Total as printed', mark: 'points', rolls: true }, (statement) =>
      figureIn(statement, 'totalPrepayments'),
    ),
  ]
    .map(inUnit)
    .filter(hasFigures);
  const notes: string[] = [];
  const absent = parts.filter(({ id }) => !stack.some((series) => series.id === id));
  const isEmpty = stack.length + total.length === 0;
  if (!isEmpty && absent.length > 0) notes.push(`Not printed: ${joined(absent.map(({ name }) => name))}.`);
  if (!isEmpty && total.length === 0) notes.push('No total is printed.');
  return {
    id: 'prepayments',
    title: chartTitles.prepayments,
    measure:
      unit === 'share'
        ? 'Principal prepaid in the month, % of the pool at its beginning'
        : 'Principal prepaid in the month, US dollars',
    months,
    series: [...stack, ...total],
    left: unit === 'share' ? 'percent' : 'USD',
    right: null,
    notes,
    empty: isEmpty
      ? 'No prepayments were found in these statements. Curtailments, payments in full or liquidation proceeds fill this chart.'
      : null,
  };
};
