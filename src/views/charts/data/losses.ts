import type { Deal } from '../../../deal/deal.ts';
import { type ChartData, chartMonths, hasFigures, seriesOver } from './chart-data.ts';
import { figureIn } from './figures.ts';
import { measuredOver } from './measure-series.ts';

/** Losses of each month as printed, and what has been lost since issue. */
export const losses = (deal: Deal): ChartData => {
  const months = chartMonths(deal);
  const monthly = [
    seriesOver(months, { id: 'realizedLosses', name: 'Realized losses', mark: 'column', rolls: true }, (statement) =>
      figureIn(statement, 'realizedLosses'),
    ),
  ].filter(hasFigures);
  const cumulative = measuredOver(deal, months, {
    measure: 'cumulativeLoss',
    axis: monthly.length > 0 ? 'right' : 'left',
  });
  const line = cumulative.reason === null ? [cumulative.series] : [];
  return {
    id: 'losses',
    title: 'Realized losses',
    measure:
      monthly.length > 0
        ? `Losses of the month, US dollars${line.length > 0 ? '; since issue, % of the original pool' : ''}`
        : 'Losses since issue, % of the original pool',
    months,
    series: [...monthly, ...line],
    left: monthly.length > 0 ? 'USD' : 'percent',
    right: monthly.length > 0 && line.length > 0 ? 'percent' : null,
    notes: cumulative.reason === null ? [] : [`Cumulative loss is not computable. ${cumulative.reason}`],
    empty:
      monthly.length + line.length > 0
        ? null
        : 'No losses were found in these statements. A line with the realized losses of the month fills this chart.',
  };
};
