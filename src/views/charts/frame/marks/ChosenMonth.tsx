import { ZIndexLayer } from 'recharts';
import type { ChartMonth } from '../../data/chart-data.ts';
import { usePlotState } from '../plot-context.ts';
import { usePlotScales } from '../use-plot-scales.ts';

/** Over areas, under columns and lines. */
const layer = 150;

/** The chosen month: a line through the plot and a mark under the axis. */
export const ChosenMonth = ({ months }: { readonly months: readonly ChartMonth[] }) => {
  const scales = usePlotScales();
  const { month } = usePlotState();
  const chosen = months.find((each) => each.month === month && each.statement !== null);
  if (scales === null || chosen === undefined) return null;
  const { x, top, bottom } = scales;
  const at = x(chosen.time);
  return (
    <>
      <path className="chart-chosen-mark" d={`M${at.toFixed(1)} ${bottom + 1}l4.5 7h-9z`} />
      {months.length > 1 && (
        <ZIndexLayer zIndex={layer}>
          <line className="chart-chosen" x1={at} x2={at} y1={top} y2={bottom} />
        </ZIndexLayer>
      )}
    </>
  );
};
