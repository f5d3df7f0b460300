import type { ChartMonth } from '../../data/chart-data.ts';
import { usePlotState } from '../plot-context.ts';
import type { PlotScales } from '../plot-scales.ts';

/** The chosen month: a line through the plot and a mark under the axis. */
export const ChosenMonth = ({
  scales,
  months,
}: {
  readonly scales: PlotScales;
  readonly months: readonly ChartMonth[];
}) => {
  const { month } = usePlotState();
  const chosen = months.find((each) => each.month === month && each.statement !== null);
  if (chosen === undefined) return null;
  const { x, top, bottom } = scales;
  const at = x(chosen.time);
  return (
    <>
      <path className="chart-chosen-mark" d={`M${at.toFixed(1)} ${bottom + 1}l4.5 7h-9z`} />
      {months.length > 1 && <line className="chart-chosen" x1={at} x2={at} y1={top} y2={bottom} />}
    </>
  );
};
