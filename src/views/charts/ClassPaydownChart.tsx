import { useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { notionalClasses } from '../../deal/notional.ts';
import { classColours } from '../palette.ts';
import { classPaydown, type PaydownMeasure, type PaydownShape } from './data/class-paydown.ts';
import { ChartFrame, type DealChartProps } from './frame/ChartFrame.tsx';
import { Choice } from './frame/Choice.tsx';

/** How the classes pay down: ending balances stacked or as lines, in dollars or as a share of the original. */
export const ClassPaydownChart = ({ deal, ...props }: DealChartProps & { readonly deal: Deal }) => {
  const [shape, setShape] = useState<PaydownShape>('stack');
  const [measure, setMeasure] = useState<PaydownMeasure>('amount');
  const data = useMemo(() => classPaydown(deal, shape, measure), [deal, shape, measure]);
  const colours = useMemo(() => classColours(deal.classes, notionalClasses(deal)), [deal]);
  return (
    <ChartFrame
      {...props}
      data={data}
      colours={colours}
      controls={
        <>
          <Choice
            label="Shape"
            value={shape}
            onChange={setShape}
            options={[
              { value: 'stack', name: 'Stacked' },
              { value: 'lines', name: 'Lines' },
            ]}
          />
          <Choice
            label="Unit"
            value={measure}
            onChange={setMeasure}
            options={[
              { value: 'amount', name: '$' },
              { value: 'share', name: '% of original' },
            ]}
          />
        </>
      }
    />
  );
};
