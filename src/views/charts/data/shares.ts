import { type Input, isTerm } from '../../../metrics/measure.ts';
import type { ChartMonth, ChartSeries } from './chart-data.ts';
import { percentOf } from './figures.ts';

/** A series as percentages of a whole that differs from month to month; no figure where the whole is not known. */
export const asShares = (
  series: ChartSeries,
  months: readonly ChartMonth[],
  wholeOf: (month: string) => Input,
): ChartSeries => ({
  ...series,
  absent: 'not known',
  figures: series.figures.map((figure, index) => {
    const month = months[index]?.month;
    if (figure === null || month === undefined) return null;
    const whole = wholeOf(month);
    return isTerm(whole) && whole.value > 0 ? percentOf(figure, whole.value) : null;
  }),
});
