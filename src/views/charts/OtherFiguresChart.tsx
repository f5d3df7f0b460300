import './charts.css';
import { useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { classColours } from '../palette.ts';
import { otherFiguresOver } from './data/other-figures.ts';
import { ChartFrame, type DealChartProps } from './frame/ChartFrame.tsx';

interface OtherFiguresChartProps extends DealChartProps {
  readonly deal: Deal;
  /** Of the label and heading, as `taughtKey` makes it. */
  readonly figures: string;
  readonly title: string;
}

/** Figures under a label that was not recognised, over the deal's months. */
export const OtherFiguresChart = ({ deal, figures, title, ...props }: OtherFiguresChartProps) => {
  const data = useMemo(() => otherFiguresOver(deal, figures, title), [deal, figures, title]);
  const colours = useMemo(
    () =>
      classColours(
        data.series.map(({ id }) => id),
        new Set(),
      ),
    [data],
  );
  return <ChartFrame {...props} data={data} colours={colours} />;
};
