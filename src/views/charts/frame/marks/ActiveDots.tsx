import { createPortal } from 'react-dom';
import { useCrosshair } from '../crosshair.ts';
import { usePlotState } from '../plot-context.ts';
import type { MarksProps } from './marks.ts';

/** A dot on each line in the month under the pointer, in the plot that it is in. Over the drawing, as the crosshair is. */
export const ActiveDots = ({ scales, months, series, fillOf, sync }: MarksProps & { readonly sync: string }) => {
  const { overlay, engaged } = usePlotState();
  const month = useCrosshair(sync);
  if (overlay === null || !engaged || month === null) return null;
  const at = months.findIndex((each) => each.month === month);
  const time = months[at]?.time;
  if (time === undefined) return null;
  const { x, y } = scales;
  return createPortal(
    <svg className="chart-active" aria-hidden="true">
      {series.map((each) => {
        const figure = each.mark === 'line' ? each.figures[at] : null;
        return figure == null ? null : (
          <circle
            key={each.id}
            className="chart-point"
            cx={x(time)}
            cy={y(figure.value, each.axis)}
            r={4}
            fill={fillOf(each)}
          />
        );
      })}
    </svg>,
    overlay,
  );
};
