import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChartMonth } from '../data/chart-data.ts';
import { PlotContext } from './plot-context.ts';
import { TimePlot, type TimePlotProps } from './TimePlot.tsx';
import { useWidth } from './use-width.ts';

interface InteractivePlotProps extends Pick<TimePlotProps, 'data' | 'series' | 'colours' | 'label'> {
  /** The chosen month, `2002-05`; null for none. */
  readonly month: string | null;
  readonly onSelectMonth: (month: string) => void;
}

/** A plot in which months are chosen by click or Enter, and whose figures are told where pointer or focus are. */
export const InteractivePlot = ({ month, onSelectMonth, ...drawn }: InteractivePlotProps) => {
  const [element, width] = useWidth<HTMLDivElement>();
  const [engaged, setEngaged] = useState(false);
  const state = useMemo(() => ({ month, engaged }), [month, engaged]);
  const active = useRef<ChartMonth | null>(null);
  const select = useRef(onSelectMonth);
  useLayoutEffect(() => {
    select.current = onSelectMonth;
  });
  // The same functions for as long as the plot lives, so that it need not be drawn anew.
  const [{ onSelect, onActive }] = useState(() => ({
    onSelect: (chosen: ChartMonth) => {
      if (chosen.statement !== null) select.current(chosen.month);
    },
    onActive: (under: ChartMonth | null) => {
      active.current = under;
    },
  }));
  const onKeyDown = (event: KeyboardEvent) => {
    setEngaged(true);
    if (event.key !== 'Enter') return;
    // Recharts would hide its tooltip.
    event.stopPropagation();
    if (active.current !== null) onSelect(active.current);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside is the focusable element; this listens to what bubbles from it
    <div
      ref={element}
      className="chart-plot"
      onPointerEnter={() => setEngaged(true)}
      onPointerLeave={() => setEngaged(false)}
      onFocus={() => setEngaged(true)}
      onBlur={() => setEngaged(false)}
      onKeyDownCapture={onKeyDown}
    >
      <PlotContext value={state}>
        {width > 0 && <TimePlot {...drawn} width={width} onSelect={onSelect} onActive={onActive} />}
      </PlotContext>
    </div>
  );
};
