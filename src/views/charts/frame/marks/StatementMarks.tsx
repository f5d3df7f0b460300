import type { MouseEvent } from 'react';
import type { ChartMonth } from '../../data/chart-data.ts';
import type { PlotScales } from '../plot-scales.ts';

/** Height of the strip under the axis that takes clicks, marks and names of months together. */
const stripHeight = 28;

/** A faint mark under the axis for each statement; a click there chooses the nearest one. */
export const StatementMarks = ({
  scales,
  months,
  onSelect,
}: {
  readonly scales: PlotScales;
  readonly months: readonly ChartMonth[];
  readonly onSelect: (month: ChartMonth) => void;
}) => {
  const { x, left, right, bottom } = scales;
  const loaded = months.filter(({ statement }) => statement !== null);
  const marks = loaded.map(({ time }) => `M${x(time).toFixed(1)} ${bottom + 1}v5`).join('');
  const choose = (event: MouseEvent<SVGRectElement>) => {
    const at = left + event.clientX - event.currentTarget.getBoundingClientRect().left;
    const distance = ({ time }: ChartMonth): number => Math.abs(x(time) - at);
    const nearest = loaded.reduce<ChartMonth | null>(
      (best, month) => (best === null || distance(month) < distance(best) ? month : best),
      null,
    );
    if (nearest !== null) onSelect(nearest);
  };
  return (
    <>
      <path className="chart-statements" d={marks} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, months are chosen on the chart itself */}
      <rect x={left} y={bottom} width={right - left} height={stripHeight} fill="transparent" onClick={choose} />
    </>
  );
};
