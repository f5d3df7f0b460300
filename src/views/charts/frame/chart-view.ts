import { createContext, useContext, useMemo, useState } from 'react';
import type { ChartData } from '../data/chart-data.ts';
import { type Window, windowed } from '../data/window.ts';

/** What the charts of a page share. */
export interface ChartView {
  readonly window: Window;
  /** Charts that share this name and their months share a crosshair. */
  readonly sync: string;
  /** Series taken out, by the chart's id. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
  readonly onHide: (chart: string, series: readonly string[]) => void;
}

/** null for a chart that stands alone and keeps what is hidden to itself. */
export const ChartViewContext = createContext<ChartView | null>(null);

/** Everything, by date. */
const open: Window = { range: null, ageOf: null, span: 1 };
const noSeries: readonly string[] = [];

/** A chart as it is to be seen in its page, and which of its series are taken out. */
export const useShown = (
  data: ChartData,
): {
  readonly data: ChartData;
  readonly sync: string;
  readonly hidden: readonly string[];
  readonly onHide: (series: readonly string[]) => void;
} => {
  const view = useContext(ChartViewContext);
  const [own, setOwn] = useState(noSeries);
  const window = view?.window ?? open;
  const shown = useMemo(() => windowed(data, window), [data, window]);
  const hidden = view === null ? own : Object.hasOwn(view.hidden, data.id) ? view.hidden[data.id] : undefined;
  // The same series come anew with every place: the plot is not to be drawn anew for that.
  const wanted = hidden ?? noSeries;
  const [kept, setKept] = useState(wanted);
  if (kept !== wanted && (kept.length !== wanted.length || kept.some((series, at) => series !== wanted[at]))) {
    setKept(wanted);
  }
  return {
    data: shown,
    sync: view?.sync ?? 'deal',
    hidden: kept,
    onHide: view === null ? setOwn : (series) => view.onHide(data.id, series),
  };
};
