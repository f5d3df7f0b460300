import { useDeferredValue, useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { firstDistribution, monthsSince } from '../../metrics/age.ts';
import type { View } from '../../store/view.ts';
import { monthsIn } from './data/window.ts';
import type { ChartView } from './frame/chart-view.ts';

/** What the address says of a deal's charts, for all of them; they follow when there is time, so that the page answers. */
export const useDealView = (deal: Deal, view: View, onChange: (view: View) => void): ChartView => {
  const later = useDeferredValue(view);
  return useMemo((): ChartView => {
    const first = firstDistribution(deal);
    return {
      range: monthsIn(
        later.range,
        deal.months.map(({ month }) => month),
      ),
      ageOf: later.axis === 'age' && 'month' in first ? (month) => monthsSince(first.month, month) + 1 : null,
      sync: 'deal',
      hidden: later.hidden,
      onHide: (chart, series) => {
        const { [chart]: _, ...others } = view.hidden;
        onChange({ ...view, hidden: series.length === 0 ? others : { ...others, [chart]: series } });
      },
    };
  }, [deal, later, view, onChange]);
};
