import type { ReactNode } from 'react';
import { measuresOf } from '../charts/catalog.ts';
import { DealCharts, type DealChartsProps } from '../charts/DealCharts.tsx';
import { MeasuresPanel } from './measures/MeasuresPanel.tsx';
import { TriggerPanel } from './measures/TriggerPanel.tsx';

interface ChartsSectionProps extends DealChartsProps {
  /** `2002-05`. */
  readonly month: string;
}

/** A section over the deal's months: its charts, and what its measures come to in the chosen month. */
export const ChartsSection = (props: ChartsSectionProps): ReactNode => {
  const { deal, month, section, view, onChangeView } = props;
  const measures = measuresOf[section];
  return (
    <>
      {section === 'enhancement' && (
        <TriggerPanel deal={deal} month={month} k={view.k} onChange={(k) => onChangeView({ ...view, k })} />
      )}
      <DealCharts {...props} />
      {measures.length > 0 && <MeasuresPanel key={section} deal={deal} month={month} measures={measures} />}
    </>
  );
};
