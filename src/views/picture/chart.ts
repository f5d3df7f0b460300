import type { Fact } from '../../facts/fact.ts';
import type { ChartData, ChartSeries } from '../charts/data/chart-data.ts';
import type { SeriesColour } from '../palette.ts';

/** A chart as it is seen. */
export interface ShownChart {
  readonly data: ChartData;
  /** Those that are to be seen. */
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
  readonly contradicted: ReadonlySet<Fact>;
}
