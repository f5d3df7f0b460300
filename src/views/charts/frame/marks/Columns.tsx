import { columnWidth, isAlone } from '../plot-geometry.ts';
import type { StackedMarksProps } from './marks.ts';

/**
 * Stacked columns at true dates: the series that are columns, and those figures of areas that stand alone between
 * gaps, which an area would not show.
 */
export const Columns = ({ scales, months, series, spans, fillOf }: StackedMarksProps) => {
  if (spans.length === 0) return null;
  const { x, y } = scales;
  const width = columnWidth(months, x);
  return (
    <>
      {series.map((each, index) => {
        // One path for all: twenty classes over thirty years would be thousands of elements.
        const outline = months
          .map(({ time }, at) => {
            const span = spans[at]?.[index];
            if (span == null || span.from === span.to || (each.mark === 'area' && !isAlone(each, at))) return '';
            const top = y(Math.max(span.from, span.to), each.axis);
            const foot = y(Math.min(span.from, span.to), each.axis);
            const height = Math.max(0.5, foot - top);
            return `M${(x(time) - width / 2).toFixed(2)} ${top.toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h${(-width).toFixed(2)}z`;
          })
          .join('');
        return outline === '' ? null : <path key={each.id} className="chart-column" d={outline} fill={fillOf(each)} />;
      })}
    </>
  );
};
