import type { ChartMonth } from '../../data/chart-data.ts';
import { rangesOfMonths } from '../../data/words.ts';
import { gapFill } from '../HatchPatterns.tsx';
import type { PlotScales } from '../plot-scales.ts';

/** Rough width of a character, to see whether a name fits. */
const characterWidth = 6.5;

interface Gap {
  readonly before: ChartMonth;
  readonly after: ChartMonth;
  readonly name: string;
}

/** Runs of months without a statement, with the months on either side. */
const gapsIn = (months: readonly ChartMonth[]): readonly Gap[] => {
  const gaps: Gap[] = [];
  let before: ChartMonth | undefined;
  let missing: ChartMonth[] = [];
  for (const month of months) {
    if (month.statement === null) {
      missing.push(month);
      continue;
    }
    if (before !== undefined && missing.length > 0) {
      gaps.push({ before, after: month, name: `no ${rangesOfMonths(missing)}` });
    }
    before = month;
    missing = [];
  }
  return gaps;
};

/** Months for which nothing is loaded: hatched, and named where there is room. */
export const GapMarks = ({
  scales,
  months,
  patterns,
}: {
  readonly scales: PlotScales;
  readonly months: readonly ChartMonth[];
  readonly patterns: string;
}) => {
  const { x, top, bottom } = scales;
  return gapsIn(months).map(({ before, after, name }) => {
    const [from, to] = [x(before.time), x(after.time)];
    return (
      <g key={before.month} className="chart-gap">
        <rect x={from} y={top} width={to - from} height={bottom - top} fill={gapFill(patterns)} />
        {to - from > name.length * characterWidth && (
          <text x={(from + to) / 2} y={top + 14} textAnchor="middle">
            {name}
          </text>
        )}
      </g>
    );
  });
};
