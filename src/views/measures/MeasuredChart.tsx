import { useMemo } from 'react';
import { DrawnChart, type DrawnChartProps } from '../charts/DrawnChart.tsx';
import type { MeasuredDealChart } from './catalog.ts';
import { useComputed } from './use-computed.ts';

interface MeasuredChartProps extends DrawnChartProps {
  readonly chart: MeasuredDealChart;
}

/** A chart whose measures are computed while the page goes on; then it is drawn. */
export const MeasuredChart = (props: MeasuredChartProps) => {
  const { chart, deal, way } = props;
  const needs = useMemo(() => chart.needs(deal, way), [chart, deal, way]);
  if (useComputed(deal, needs)) return <DrawnChart {...props} />;
  return (
    <figure className="chart" aria-busy="true" aria-label={chart.title}>
      <header className="chart-header">
        <h2>{chart.title}</h2>
      </header>
      <div className="chart-body chart-waiting">Computing…</div>
    </figure>
  );
};
