import { useContradicted } from '../../../checks/contradicted.ts';
import { verdictWords } from '../../../checks/verdict-words.ts';
import type { StackedMarksProps } from './marks.ts';

const reach = 7;

/** A boxed sign on every figure that a failing check points at. */
export const ContradictedMarks = ({ scales, months, series, spans }: Omit<StackedMarksProps, 'fillOf'>) => {
  const contradicted = useContradicted();
  if (contradicted.size === 0) return null;
  const { x, y } = scales;
  return (
    <>
      {months.map(({ month, time }, at) => {
        const found = series.filter(({ figures }) => {
          const source = figures[at]?.source;
          return source != null && contradicted.has(source.fact);
        });
        if (found.length === 0) return null;
        return found.map((each) => {
          const span = spans[at]?.[series.indexOf(each)];
          const value = span == null ? (each.figures[at]?.value ?? 0) : (span.from + span.to) / 2;
          return (
            <g
              key={`${each.id} ${month}`}
              className="chart-contradicted"
              transform={`translate(${x(time)} ${y(value, each.axis)})`}
            >
              <rect x={-reach} y={-reach} width={2 * reach} height={2 * reach} />
              <text textAnchor="middle" dy="0.35em">
                {verdictWords.contradicted.sign}
              </text>
            </g>
          );
        });
      })}
    </>
  );
};
