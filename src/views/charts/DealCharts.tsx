import type { ComponentType } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { ChartSection } from '../../store/place.ts';
import type { View } from '../../store/view.ts';
import { CertificateFactorsChart } from './CertificateFactorsChart.tsx';
import { ClassPaydownChart } from './ClassPaydownChart.tsx';
import { DelinquencyChart } from './DelinquencyChart.tsx';
import type { DealChartProps } from './frame/ChartFrame.tsx';
import { ChartViewContext } from './frame/chart-view.ts';
import { PrepaymentsChart } from './PrepaymentsChart.tsx';
import { useDealView } from './use-deal-view.ts';
import './charts.css';

export interface DealChartsProps extends DealChartProps {
  readonly deal: Deal;
  readonly section: ChartSection;
  readonly view: View;
  readonly onChangeView: (view: View) => void;
}

const charts = {
  balances: ClassPaydownChart,
  factors: CertificateFactorsChart,
  delinquency: DelinquencyChart,
  prepayments: PrepaymentsChart,
} as const satisfies Record<string, ComponentType<DealChartProps & { readonly deal: Deal }>>;

/** The charts of each section, in order. */
const chartsOf: Readonly<Record<ChartSection, readonly (keyof typeof charts)[]>> = {
  overview: ['balances', 'factors', 'delinquency', 'prepayments'],
  balances: ['balances'],
  factors: ['factors'],
  delinquency: ['delinquency'],
  prepayments: ['prepayments'],
  losses: [],
  enhancement: [],
  rates: [],
};

/** A section of the deal over its months, all charts on one range and one crosshair. */
export const DealCharts = ({ section, view, onChangeView, ...props }: DealChartsProps) => {
  const shared = useDealView(props.deal, view, onChangeView);
  if (props.deal.months.length === 0) {
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
        {chartsOf[section].map((id) => {
          const Chart = charts[id];
          return <Chart key={id} {...props} />;
        })}
      </div>
    </ChartViewContext>
  );
};
