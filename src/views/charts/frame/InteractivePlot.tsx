import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Fact, Statement } from '../../../facts/fact.ts';
import type { ChartMonth } from '../data/chart-data.ts';
import { PlotContext } from './plot-context.ts';
import { TimePlot, type TimePlotProps } from './TimePlot.tsx';
import { useSize } from './use-size.ts';

interface InteractivePlotProps extends Pick<TimePlotProps, 'data' | 'series' | 'colours' | 'label' | 'sync'> {
  /** The chosen month, `2002-05`; null for none. */
  readonly month: string | null;
  readonly onSelectMonth: (month: string) => void;
  readonly onOpenFigure: ((statement: Statement, fact: Fact) => void) | undefined;
}

/** A series that is pointed at; only one picked by key is what Enter opens. */
interface Picked {
  readonly series: string;
  readonly by: 'pointer' | 'key';
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A plot whose figures are told where pointer or focus are and open by click or Enter. Months are chosen by a click
 * beside the figures, by the marks under the axis, or by Enter while no series is picked.
 */
export const InteractivePlot = ({ month, onSelectMonth, onOpenFigure, ...drawn }: InteractivePlotProps) => {
  const [element, size] = useSize<HTMLDivElement>();
  const [engaged, setEngaged] = useState(false);
  const [picked, setPicked] = useState<Picked | null>(null);
  const pickedSeries = picked?.series ?? null;
  const [overlay, setOverlay] = useState<HTMLElement | null>(null);
  const state = useMemo(
    () => ({ month, engaged, overlay, picked: pickedSeries }),
    [month, engaged, overlay, pickedSeries],
  );
  const active = useRef<ChartMonth | null>(null);
  const select = useRef(onSelectMonth);
  const open = useRef(onOpenFigure);
  useLayoutEffect(() => {
    select.current = onSelectMonth;
    open.current = onOpenFigure;
  });
  // The same functions for as long as the plot lives, so that it need not be drawn anew.
  const [{ onSelect, onActive, onPick, onOpen }] = useState(() => ({
    onSelect: (chosen: ChartMonth) => {
      if (chosen.statement !== null) select.current(chosen.month);
    },
    onActive: (under: ChartMonth | null) => {
      active.current = under;
    },
    onPick: (series: string | null) => setPicked(series === null ? null : { series, by: 'pointer' as const }),
    onOpen: (statement: Statement, fact: Fact) => open.current?.(statement, fact),
  }));
  const { data, series } = drawn;
  const figureAt = ({ month: at }: ChartMonth, id: string) => {
    const index = data.months.findIndex((each) => each.month === at);
    return series.find((each) => each.id === id)?.figures[index] ?? null;
  };
  /** The next series that prints a figure in the month under the crosshair. */
  const neighbour = (step: 1 | -1): Picked | null => {
    const shown = active.current;
    const printed = shown === null ? [] : series.filter(({ id }) => figureAt(shown, id) !== null);
    const at = picked === null ? -1 : printed.findIndex(({ id }) => id === picked.series);
    const next = printed[at < 0 ? (step > 0 ? 0 : printed.length - 1) : at + step];
    return next === undefined ? null : { series: next.id, by: 'key' };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    setEngaged(true);
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setPicked(neighbour(step));
      return;
    }
    if (event.key !== 'Enter') return;
    // Recharts would hide its tooltip.
    event.stopPropagation();
    const shown = active.current;
    if (shown === null) return;
    const source = picked?.by === 'key' ? figureAt(shown, picked.series)?.source : undefined;
    if (source != null) onOpen(source.statement, source.fact);
    else onSelect(shown);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside is the focusable element; this listens to what bubbles from it
    <div
      ref={element}
      className="chart-plot"
      onPointerEnter={() => setEngaged(true)}
      onPointerLeave={() => {
        setEngaged(false);
        setPicked(null);
      }}
      onFocus={() => setEngaged(true)}
      onBlur={() => {
        setEngaged(false);
        setPicked(null);
      }}
      onKeyDownCapture={onKeyDown}
    >
      <PlotContext value={state}>
        {size !== null && size.width > 0 && (
          <TimePlot {...drawn} {...size} onSelect={onSelect} onActive={onActive} onPick={onPick} onOpen={onOpen} />
        )}
      </PlotContext>
      <div ref={setOverlay} className="chart-overlay" aria-hidden="true" />
    </div>
  );
};
