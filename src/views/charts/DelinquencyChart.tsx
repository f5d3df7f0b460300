import { useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { bucketColours } from '../palette.ts';
import { delinquency } from './data/delinquency.ts';
import { ChartFrame, type DealChartProps } from './frame/ChartFrame.tsx';

const colours = bucketColours();

/** Loans behind on their payments, by how far, and the delinquency percentage that the trustee prints. */
export const DelinquencyChart = ({ deal, ...props }: DealChartProps & { readonly deal: Deal }) => {
  const data = useMemo(() => delinquency(deal), [deal]);
  return <ChartFrame {...props} data={data} colours={colours} />;
};
