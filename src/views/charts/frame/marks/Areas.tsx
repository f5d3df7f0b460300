import { areaOutline, lineOutline } from '../outline.ts';
import type { StackedMarksProps } from './marks.ts';

/** More areas than this are parted by a finer line. */
const manyAreas = 12;

/** Stacked areas, one path each, parted by a hairline of the ground. */
export const Areas = ({ scales, months, series, spans, fillOf }: StackedMarksProps) => {
  const count = series.filter(({ mark }) => mark === 'area').length;
  if (count === 0) return null;
  const { x, y } = scales;
  const times = months.map(({ time }) => x(time));
  return series.map((each, index) => {
    if (each.mark !== 'area') return null;
    const slices = times.map((at, month) => {
      const span = spans[month]?.[index];
      return span == null ? null : { x: at, top: y(span.to, each.axis), foot: y(span.from, each.axis) };
    });
    return (
      <g key={each.id} className="chart-area">
        <path d={areaOutline(slices)} fill={fillOf(each)} />
        <path
          d={lineOutline(slices.map((slice) => (slice === null ? null : { x: slice.x, y: slice.top })))}
          fill="none"
          stroke="var(--ground)"
          strokeWidth={count > manyAreas ? 0.5 : 1}
        />
      </g>
    );
  });
};
