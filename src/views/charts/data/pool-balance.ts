import type { Deal } from '../../../deal/deal.ts';
import { originalPool } from '../../../metrics/figures.ts';
import { isTerm } from '../../../metrics/measure.ts';
import type { Unit } from '../../../store/view.ts';
import { type ChartData, chartMonths, hasFigures, seriesOver } from './chart-data.ts';
import { figureIn, percentOf } from './figures.ts';

/** The pool beside the classes that are paid from it: what lies between is the overcollateralization. */
export const poolBalance = (deal: Deal, unit: Unit): ChartData => {
  const months = chartMonths(deal);
  const original = originalPool(deal);
  const whole = isTerm(original) ? original.value : null;
  const printed = [
    seriesOver(months, { id: 'pool', name: 'Pool', mark: 'line' }, (statement) =>
      figureIn(statement, 'poolEndingBalance'),
    ),
    seriesOver(months, { id: 'classes', name: 'All classes', mark: 'line', dashed: true }, (statement) =>
      figureIn(statement, 'endingBalance', { class: 'Total' }),
    ),
  ].filter(hasFigures);
  const share = unit === 'share';
  const series =
    share && whole !== null
      ? printed.map((each) => ({ ...each, figures: each.figures.map((figure) => figure && percentOf(figure, whole)) }))
      : share
        ? []
        : printed;
  return {
    id: 'pool',
    title: 'Pool balance',
    measure:
      unit === 'index'
        ? 'Ending balance, the first month shown as 100'
        : share
          ? 'Ending balance, % of the original pool'
          : 'Ending balance, US dollars',
    months,
    falling: 'paid down',
    series,
    left: unit === 'index' ? 'index' : share ? 'percent' : 'USD',
    right: null,
    notes: [],
    empty:
      series.length > 0
        ? null
        : share && !isTerm(original) && printed.length > 0
          ? `The share of the original pool is not known. ${original.reason}`
          : 'No balance of the pool nor a total of the classes was found in these statements.',
  };
};
