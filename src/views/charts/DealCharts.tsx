import type { Deal } from '../../deal/deal.ts';
import type { ChartSection } from '../../store/place.ts';
import type { View } from '../../store/view.ts';
import { chartsOf } from './catalog.ts';
import { ViewBar } from './controls/ViewBar.tsx';
import type { DealChartProps } from './frame/ChartFrame.tsx';
import { ChartViewContext } from './frame/chart-view.ts';
import { MeasuredChart } from './MeasuredChart.tsx';
import { useDealView } from './use-deal-view.ts';
import './charts.css';

export interface DealChartsProps extends DealChartProps {
  readonly deal: Deal;
  readonly section: ChartSection;
  readonly view: View;
  /** `again` where the change goes on from the last one, so that Back undoes both. */
  readonly onChangeView: (view: View, again?: boolean) => void;
}

/** A section of the deal over its months, all charts on one range and one crosshair. */
export const DealCharts = ({ section, view, onChangeView, deal, ...props }: DealChartsProps) => {
  const { shared, way } = useDealView(deal, view, onChangeView);
  const charts = chartsOf[section];
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
      <ViewBar deal={deal} charts={charts} view={view} onChange={onChangeView} />
      <div className="charts">
        {charts.map((chart) => (
          <MeasuredChart
            key={chart.id}
            {...props}
            chart={chart}
            deal={deal}
            way={way}
            onShape={(lines) => onChangeView({ ...view, lines })}
          />
        ))}
      </div>
    </ChartViewContext>
  );
};
