import { createContext, useContext } from 'react';

/** What changes while one looks at a chart, apart from what it draws: only the parts that use it are drawn anew. */
export interface PlotState {
  /** The chosen month, `2002-05`; null for none. */
  readonly month: string | null;
  /** Whether pointer or focus are in this chart: the crosshair stands in all, the figures are told in one. */
  readonly engaged: boolean;
  /** Lies over the drawing, for what moves with the pointer. */
  readonly overlay: HTMLElement | null;
  /** The series under the pointer, or picked by key: its figure is what a click or Enter opens. */
  readonly picked: string | null;
}

export const PlotContext = createContext<PlotState>({ month: null, engaged: false, overlay: null, picked: null });

export const usePlotState = (): PlotState => useContext(PlotContext);
