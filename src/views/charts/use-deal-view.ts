import { useDeferredValue, useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { firstDistribution, monthsSince } from '../../metrics/age.ts';
import type { View } from '../../store/view.ts';
import { monthsIn, type Window } from './data/window.ts';
import type { ChartView } from './frame/chart-view.ts';
import type { Way } from './overview-charts.ts';

/** What the address says of a deal's charts, for all of them; they follow when there is time, so that the page answers. */
export const useDealView = (
  deal: Deal,
  view: View,
  onChange: (view: View) => void,
): { readonly shared: ChartView; readonly way: Way } => {
  const { range, axis, hidden, unit, span, lines, k } = useDeferredValue(view);
  // By its months: the same range comes anew with every place.
  const { from, to } = monthsIn(
    range,
    deal.months.map(({ month }) => month),
  ) ?? { from: null, to: null };
  const window = useMemo((): Window => {
    const first = firstDistribution(deal);
    return {
      range: from === null || to === null ? null : { from, to },
      ageOf: axis === 'age' && 'month' in first ? (month) => monthsSince(first.month, month) + 1 : null,
      span,
    };
  }, [deal, from, to, axis, span]);
  const way = useMemo((): Way => ({ unit, span, lines, k }), [unit, span, lines, k]);
  const shared = useMemo(
    (): ChartView => ({
      window,
      sync: 'deal',
      hidden,
      onHide: (chart, series) => {
        const { [chart]: _, ...others } = view.hidden;
        onChange({ ...view, hidden: series.length === 0 ? others : { ...others, [chart]: series } });
      },
    }),
    [window, hidden, view, onChange],
  );
  return { shared, way };
};
