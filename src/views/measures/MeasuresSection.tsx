import type { ReactNode } from 'react';
import { ViewBar } from '../charts/controls/ViewBar.tsx';
import { Charts, type DealChartsProps } from '../charts/DealCharts.tsx';
import { chartsOf, type MeasuredSection, measuresOf } from './catalog.ts';
import { MeasuredChart } from './MeasuredChart.tsx';
import { MeasuresPanel } from './MeasuresPanel.tsx';
import { TriggerPanel } from './TriggerPanel.tsx';

interface MeasuresSectionProps extends DealChartsProps {
  readonly section: MeasuredSection;
  /** `2002-05`. */
  readonly month: string;
}

/** A section over the deal's months: its charts, and what its measures come to in the chosen month. */
export const MeasuresSection = ({ section, ...props }: MeasuresSectionProps): ReactNode => {
  const { deal, month, view, onChangeView } = props;
  const charts = chartsOf[section];
  return (
    <>
      {section === 'enhancement' && (
        <TriggerPanel deal={deal} month={month} k={view.k} onChange={(k) => onChangeView({ ...view, k })} />
      )}
      <ViewBar deal={deal} charts={charts} view={view} onChange={onChangeView} />
      <Charts key={section} {...props} charts={charts} Chart={MeasuredChart} />
      <MeasuresPanel key={`${section} measures`} deal={deal} month={month} measures={measuresOf[section]} />
    </>
  );
};
