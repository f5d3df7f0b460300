import type { ChartMonth, ChartSeries } from '../../data/chart-data.ts';
import type { Stack } from '../plot-geometry.ts';
import type { PlotScales } from '../plot-scales.ts';

/** What a mark that draws series is given. */
export interface MarksProps {
  readonly scales: PlotScales;
  readonly months: readonly ChartMonth[];
  /** Those that are to be seen. */
  readonly series: readonly ChartSeries[];
  /** A paint: a colour or a pattern. */
  readonly fillOf: (series: ChartSeries) => string;
}

export interface StackedMarksProps extends MarksProps {
  /** Where each figure of a stack stands. */
  readonly spans: Stack;
}
