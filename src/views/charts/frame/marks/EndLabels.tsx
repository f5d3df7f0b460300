import type { ChartSeries } from '../../data/chart-data.ts';
import { columnWidth, endLabels } from '../plot-geometry.ts';
import type { StackedMarksProps } from './marks.ts';

const lineHeight = 12;
const distance = 8;

/** Series with a short name that end before the last month, by where they end. */
const endingBefore = (series: readonly ChartSeries[], at: number): ReadonlyMap<number, readonly ChartSeries[]> => {
  const endings = new Map<number, ChartSeries[]>();
  for (const each of series) {
    const end = each.short === undefined ? -1 : each.figures.findLastIndex((figure) => figure !== null);
    if (end >= 0 && end < at) endings.set(end, [...(endings.get(end) ?? []), each]);
  }
  return endings;
};

/** Names of series beside the last month, where they fit; those of other deals' lines where they end. */
export const EndLabels = ({ scales, months, series, spans }: Omit<StackedMarksProps, 'fillOf'>) => {
  const last = months.at(-1);
  if (last === undefined) return null;
  const { x, y } = scales;
  const at = months.length - 1;
  const ends = series.flatMap(({ name: whole, short: name = whole, mark, axis, figures }, index) => {
    const figure = figures[at];
    const span = spans[at]?.[index];
    // A class that has been paid off needs no name.
    if (figure == null || figure.value === 0 || mark === 'points') return [];
    if (span == null) return [{ text: name, y: y(figure.value, axis) }];
    const [from, to] = [y(span.from, axis), y(span.to, axis)];
    return Math.abs(from - to) < lineHeight ? [] : [{ text: name, y: (from + to) / 2 }];
  });
  const beside = x(last.time) + distance + (months.length === 1 ? columnWidth(months, x) / 2 : 0);
  const earlier = [...endingBefore(series, at)].flatMap(([end, ending]) =>
    endLabels(
      ending.map(({ name, short = name, axis, figures }) => ({ text: short, y: y(figures[end]?.value ?? 0, axis) })),
      lineHeight,
    ).map((label) => ({ ...label, x: x(months[end]?.time ?? 0) + distance / 2 })),
  );
  const labels = [...endLabels(ends, lineHeight).map((label) => ({ ...label, x: beside })), ...earlier];
  return labels.map(({ text, x: across, y: height }) => (
    <text key={text} className="chart-end-label" x={across} y={height + 4}>
      {text}
    </text>
  ));
};
