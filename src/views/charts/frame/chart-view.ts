import { createContext, useContext, useMemo, useState } from 'react';
import type { ChartData } from '../data/chart-data.ts';
import { type MonthRange, windowed } from '../data/window.ts';

/** What the charts of a page share. */
export interface ChartView {
  /** The months that are shown; null for all. */
  readonly range: MonthRange | null;
  /** The deal's age in a month, on an axis by age; null on one of dates. */
  readonly ageOf: ((month: string) => number) | null;
  /** Charts that share this name and their months share a crosshair. */
  readonly sync: string;
  /** Series taken out, by the chart's id. */
  readonly hidden: Readonly<Record<string, readonly string[]>>;
  readonly onHide: (chart: string, series: readonly string[]) => void;
}

/** null for a chart that stands alone and keeps what is hidden to itself. */
export const ChartViewContext = createContext<ChartView | null>(null);

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
  const range = view?.range ?? null;
  const ageOf = view?.ageOf ?? null;
  const shown = useMemo(() => windowed(data, range, ageOf), [data, range, ageOf]);
  const hidden = view === null ? own : Object.hasOwn(view.hidden, data.id) ? view.hidden[data.id] : undefined;
  return {
    data: shown,
    sync: view?.sync ?? 'deal',
    hidden: hidden ?? noSeries,
    onHide: view === null ? setOwn : (series) => view.onHide(data.id, series),
  };
};
