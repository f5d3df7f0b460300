import type { ComponentType, ReactNode } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { View } from '../../store/view.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { DrawnChart, type DrawnChartProps } from './DrawnChart.tsx';
import type { DealChartProps } from './frame/ChartFrame.tsx';
import { ChartViewContext } from './frame/chart-view.ts';
import { type DealChart, overviewCharts } from './overview-charts.ts';
import { useDealView } from './use-deal-view.ts';
import './charts.css';

/** What a section over the deal's months is given. */
export interface DealChartsProps extends DealChartProps {
  readonly deal: Deal;
  readonly view: View;
  /** `again` where the change goes on from the last one, so that Back undoes both. */
  readonly onChangeView: (view: View, again?: boolean) => void;
}

interface ChartsProps<Chart extends DealChart> extends DealChartsProps {
  readonly charts: readonly Chart[];
  readonly Chart: ComponentType<Omit<DrawnChartProps, 'chart'> & { readonly chart: Chart }>;
}

/** Charts over the deal's months, all on one range and one crosshair. */
export const Charts = <Chart extends DealChart>({
  view,
  onChangeView,
  deal,
  charts,
  Chart,
  ...props
}: ChartsProps<Chart>): ReactNode => {
  const { shared, way } = useDealView(deal, view, onChangeView);
  if (deal.months.length === 0) {
    return (
      <p className="chart-empty">
        No monthly statement of this deal is loaded. Charts need at least one, an 8-K or 10-D with its distribution
        date.
      </p>
    );
  }
  return (
    <ChartViewContext value={shared}>
      <div className="charts">
        {charts.map((chart) => (
          <ErrorPanel key={chart.id} what={`the chart ${chart.title}`}>
            <Chart
              {...props}
              chart={chart}
              deal={deal}
              way={way}
              onShape={(lines) => onChangeView({ ...view, lines })}
            />
          </ErrorPanel>
        ))}
      </div>
    </ChartViewContext>
  );
};

/** The charts of the overview, in order. */
export const overview: readonly DealChart[] = Object.values(overviewCharts);

/** The deal over its months as it is printed: balances, factors, delinquency and prepayments. */
export const DealCharts = (props: DealChartsProps): ReactNode => (
  <Charts {...props} charts={overview} Chart={DrawnChart} />
);
