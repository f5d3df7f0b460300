import { createPortal } from 'react-dom';
import type { ChartMonth } from '../../data/chart-data.ts';
import { useCrosshair } from '../crosshair.ts';
import { usePlotState } from '../plot-context.ts';
import type { PlotScales } from '../plot-scales.ts';

/**
 * A line at the month that one looks at, in this plot or in one that shares its crosshair. It lies over the drawing and is
 * no part of it: every movement would have all plots painted anew.
 */
export const Crosshair = ({
  scales,
  months,
  sync,
}: {
  readonly scales: PlotScales;
  readonly months: readonly ChartMonth[];
  readonly sync: string;
}) => {
  const { overlay } = usePlotState();
  const month = useCrosshair(sync);
  const at = month === null ? undefined : months.find((each) => each.month === month);
  if (overlay === null || at === undefined) return null;
  const { x, top, bottom } = scales;
  return createPortal(
    <div
      className="chart-crosshair"
      style={{ blockSize: bottom - top, transform: `translate(${x(at.time)}px, ${top}px)` }}
    />,
    overlay,
  );
};
