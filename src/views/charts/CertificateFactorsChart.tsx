import { useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { notionalClasses } from '../../deal/notional.ts';
import { classColours } from '../palette.ts';
import { certificateFactors } from './data/certificate-factors.ts';
import { ChartFrame, type DealChartProps } from './frame/ChartFrame.tsx';

/** What is left of each class, 1 at issue. */
export const CertificateFactorsChart = ({ deal, ...props }: DealChartProps & { readonly deal: Deal }) => {
  const data = useMemo(() => certificateFactors(deal), [deal]);
  const colours = useMemo(() => classColours(deal.classes, notionalClasses(deal)), [deal]);
  return <ChartFrame {...props} data={data} colours={colours} />;
};
