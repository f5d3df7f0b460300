import type { Deal } from '../../deal/deal.ts';
import { CertificateFactorsChart } from './CertificateFactorsChart.tsx';
import { ClassPaydownChart } from './ClassPaydownChart.tsx';
import { DelinquencyChart } from './DelinquencyChart.tsx';
import type { DealChartProps } from './frame/ChartFrame.tsx';
import { PrepaymentsChart } from './PrepaymentsChart.tsx';
import './charts.css';

export interface DealChartsProps extends DealChartProps {
  readonly deal: Deal;
}

/** The deal over its months: balances, factors, delinquency and prepayments on one crosshair. */
export const DealCharts = (props: DealChartsProps) => {
  if (props.deal.months.length === 0) {
    return (
      <p className="chart-empty">
        No monthly statement of this deal is loaded. Charts need at least one, an 8-K or 10-D with its distribution
        date.
      </p>
    );
  }
  return (
    <div className="charts">
      <ClassPaydownChart {...props} />
      <CertificateFactorsChart {...props} />
      <DelinquencyChart {...props} />
      <PrepaymentsChart {...props} />
    </div>
  );
};
