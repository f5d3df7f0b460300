import { useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { classColours } from '../palette.ts';
import { prepayments } from './data/prepayments.ts';
import { ChartFrame, type DealChartProps } from './frame/ChartFrame.tsx';

// Names between those drawn keep their colours further apart.
const ramp = ['', 'payoffs', 'curtailments', ' ', 'liquidationProceeds'];
const colours = classColours(ramp, new Set());

/** Principal that came back early, by kind, beside the total that the trustee prints. */
export const PrepaymentsChart = ({ deal, ...props }: DealChartProps & { readonly deal: Deal }) => {
  const data = useMemo(() => prepayments(deal), [deal]);
  return <ChartFrame {...props} data={data} colours={colours} />;
};
