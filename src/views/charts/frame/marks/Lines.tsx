import { lineOutline } from '../outline.ts';
import { isStacked } from '../plot-geometry.ts';
import type { MarksProps } from './marks.ts';

/** Lines through figures, one path each, interrupted where there is none. */
export const Lines = ({ scales, months, series, fillOf }: MarksProps) => {
  const lines = series.filter(({ mark }) => mark === 'line');
  if (lines.length === 0) return null;
  const { x, y } = scales;
  const times = months.map(({ time }) => x(time));
  const className = series.some(isStacked) ? 'chart-line chart-line-over' : 'chart-line';
  return (
    <>
      {lines.map((each) => (
        <path
          key={each.id}
          className={className}
          d={lineOutline(
            times.map((at, month) => {
              const figure = each.figures[month];
              return figure == null ? null : { x: at, y: y(figure.value, each.axis) };
            }),
          )}
          fill="none"
          stroke={fillOf(each)}
          {...(each.dashed ? { strokeDasharray: '5 4' } : {})}
        />
      ))}
    </>
  );
};
