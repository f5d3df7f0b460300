import { columnWidth, isAlone } from '../plot-geometry.ts';
import type { StackedMarksProps } from './marks.ts';

/** How far a stroke reaches beyond its column, at most. */
const overhang = 3;
/** Fewer months with a statement than this are dots on their line. */
const few = 3;

/**
 * Totals as short strokes over their columns, and as dots those figures of lines that stand alone between gaps, or all
 * of them where there are few.
 */
export const Points = ({ scales, months, series, spans, fillOf }: StackedMarksProps) => {
  const { x, y } = scales;
  const width = columnWidth(months, x);
  const half = width / 2 + Math.min(overhang, width / 3);
  const strokes = series.filter(({ mark }) => mark === 'points');
  const areFew = months.filter(({ statement }) => statement !== null).length < few;
  return (
    <>
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
      {series.map((each, index) =>
        months.map(({ month, time }, at) => {
          const figure = each.figures[at];
          const isDot = each.mark === 'line' ? areFew || isAlone(each, at) : each.mark === 'area' && areFew;
          if (figure == null || !isDot) return null;
          // An area that stands alone is a column.
          if (each.mark === 'area' && isAlone(each, at)) return null;
          return (
            <circle
              key={`${each.id} ${month}`}
              className="chart-point"
              cx={x(time)}
              cy={y(spans[at]?.[index]?.to ?? figure.value, each.axis)}
              r={3.5}
              fill={fillOf(each)}
            />
          );
        }),
      )}
    </>
  );
};
