import type { Deal } from '../../../deal/deal.ts';
import { isComputed, type Measure } from '../../../metrics/measure.ts';
import { triggerTest } from '../../../metrics/trigger.ts';
import { type ChartData, type ChartSeries, chartMonths, hasFigures } from './chart-data.ts';
import { measuredFigure } from './measure-series.ts';

/** The two sides of the trigger test in every month; `k` in percent of the credit enhancement. */
export const triggerSides = (deal: Deal, k: number): ChartData => {
  const months = chartMonths(deal);
  const tests = months.map(({ month, statement }) => (statement === null ? null : triggerTest(deal, month, k / 100)));
  const figureOf = (side: Measure | undefined) =>
    side === undefined || !isComputed(side) ? null : measuredFigure(side);
  const line = (id: 'delinquency' | 'threshold', name: string): ChartSeries => ({
    id,
    name,
    remark: null,
    mark: 'line',
    axis: 'left',
    dashed: id === 'threshold',
    hatched: false,
    absent: 'not computable',
    figures: tests.map((test) => figureOf(test?.[id])),
  });
  const series = [line('delinquency', 'Rolling delinquency'), line('threshold', `${k} % of credit enhancement`)].filter(
    hasFigures,
  );
  const last = tests.findLast((test) => test !== null);
  const reasons = [last?.delinquency, last?.threshold].flatMap((side) =>
    side === undefined || isComputed(side) ? [] : [side.reason],
  );
  return {
    id: 'trigger',
    title: 'Trigger test',
    measure: 'The trigger is met where delinquency reaches the threshold, % of the pool',
    months,
    series,
    left: 'percent',
    right: null,
    notes: [],
    empty: series.length > 0 ? null : `The test cannot be made. ${[...new Set(reasons)].join(' ')}`,
  };
};
