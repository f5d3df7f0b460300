import type { ReactNode } from 'react';
import { ViewBar } from './controls/ViewBar.tsx';
import { DealCharts, type DealChartsProps, overview } from './DealCharts.tsx';

/** The charts that one looks at first, and what they show. */
export const OverviewSection = (props: DealChartsProps): ReactNode => (
  <>
    <ViewBar deal={props.deal} charts={overview} view={props.view} onChange={props.onChangeView} />
    <DealCharts {...props} />
  </>
);
