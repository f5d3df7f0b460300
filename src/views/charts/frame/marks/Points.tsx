import { ZIndexLayer } from 'recharts';
import type { ChartMonth, ChartSeries } from '../../data/chart-data.ts';
import { columnWidth, isAlone } from '../plot-geometry.ts';
import { usePlotScales } from '../use-plot-scales.ts';

/** Where Recharts has its dots. */
const layer = 600;
/** How far a stroke reaches beyond its column, at most. */
const overhang = 3;

/** Totals as short strokes over their columns, and figures of lines that stand alone between gaps as dots. */
export const Points = ({
  months,
  series,
  fillOf,
}: {
  readonly months: readonly ChartMonth[];
  readonly series: readonly ChartSeries[];
  readonly fillOf: (series: ChartSeries) => string;
}) => {
  const scales = usePlotScales();
  if (scales === null) return null;
  const { x, y } = scales;
  const width = columnWidth(months, x);
  const half = width / 2 + Math.min(overhang, width / 3);
  const strokes = series.filter(({ mark }) => mark === 'points');
  const lines = series.filter(({ mark }) => mark === 'line');
  return (
    <ZIndexLayer zIndex={layer}>
      {strokes.map(({ id, axis, figures }) => (
        <path
          key={id}
          className="chart-total"
          d={months
            .map(({ time }, at) => {
              const figure = figures[at];
              return figure == null ? '' : `M${x(time) - half} ${y(figure.value, axis)}h${2 * half}`;
            })
            .join('')}
        />
      ))}
      {lines.map((each) =>
        months.map(({ month, time }, at) => {
          const figure = each.figures[at];
          return figure != null && isAlone(each, at) ? (
            <circle
              key={`${each.id} ${month}`}
              className="chart-point"
              cx={x(time)}
              cy={y(figure.value, each.axis)}
              r={3.5}
              fill={fillOf(each)}
            />
          ) : null;
        }),
      )}
    </ZIndexLayer>
  );
};
