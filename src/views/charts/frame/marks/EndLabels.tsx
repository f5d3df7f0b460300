import type { ChartMonth, ChartSeries } from '../../data/chart-data.ts';
import { columnWidth, endLabels, stackSpans } from '../plot-geometry.ts';
import { usePlotScales } from '../use-plot-scales.ts';

const lineHeight = 12;
const distance = 8;

/** Names of series beside the last month, where they fit. */
export const EndLabels = ({
  months,
  series,
}: {
  readonly months: readonly ChartMonth[];
  readonly series: readonly ChartSeries[];
}) => {
  const scales = usePlotScales();
  const last = months.at(-1);
  if (scales === null || last === undefined) return null;
  const { x, y } = scales;
  const at = months.length - 1;
  const spans = stackSpans(series, at, months.length)[0];
  const ends = series.flatMap(({ name, mark, axis, figures }, index) => {
    const figure = figures[at];
    const span = spans?.[index];
    // A class that has been paid off needs no name.
    if (figure == null || figure.value === 0 || mark === 'points') return [];
    if (span == null) return [{ text: name, y: y(figure.value, axis) }];
    const [from, to] = [y(span.from, axis), y(span.to, axis)];
    return Math.abs(from - to) < lineHeight ? [] : [{ text: name, y: (from + to) / 2 }];
  });
  const beside = x(last.time) + distance + (months.length === 1 ? columnWidth(months, x) / 2 : 0);
  return endLabels(ends, lineHeight).map(({ text, y: height }) => (
    <text key={text} className="chart-end-label" x={beside} y={height + 4}>
      {text}
    </text>
  ));
};
