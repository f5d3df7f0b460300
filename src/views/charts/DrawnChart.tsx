import { useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { notionalClasses } from '../../deal/notional.ts';
import { bucketColours, classColours, type SeriesColour } from '../palette.ts';
import type { ChartData } from './data/chart-data.ts';
import { ChartFrame, type DealChartProps } from './frame/ChartFrame.tsx';
import { Choice } from './frame/Choice.tsx';
import type { DealChart, Way } from './overview-charts.ts';

// Names between those drawn keep their colours further apart.
const prepaymentRamp = classColours(['', 'payoffs', 'curtailments', ' ', 'liquidationProceeds'], new Set());
const buckets = bucketColours();
const ofPool: SeriesColour = { stroke: 'var(--ink-quiet)', light: '#565c68', dark: '#a3a9b5', dash: undefined };

const coloursOf = (kind: DealChart['colours'], deal: Deal, data: ChartData): ReadonlyMap<string, SeriesColour> => {
  if (kind === 'buckets') return buckets;
  if (kind === 'prepayments') return prepaymentRamp;
  if (kind === 'series') {
    return classColours(
      data.series.map(({ id }) => id),
      new Set(),
    );
  }
  const classes = classColours(deal.classes, notionalClasses(deal));
  const others = data.series.filter(({ id }) => !classes.has(id)).map(({ id }) => [id, ofPool] as const);
  return others.length === 0 ? classes : new Map([...classes, ...others]);
};

export interface DrawnChartProps extends DealChartProps {
  readonly chart: DealChart;
  readonly deal: Deal;
  readonly way: Way;
  readonly onShape: (lines: boolean) => void;
}

/** A chart of a deal, in the way that its page is looked at. */
export const DrawnChart = ({ chart, deal, way, onShape, ...props }: DrawnChartProps) => {
  const data = useMemo(() => chart.data(deal, way), [chart, deal, way]);
  const colours = useMemo(() => coloursOf(chart.colours, deal, data), [chart.colours, deal, data]);
  return (
    <ChartFrame
      {...props}
      data={data}
      colours={colours}
      controls={
        chart.shapes === true &&
        way.unit !== 'index' && (
          <Choice
            label="Shape"
            value={way.lines ? 'lines' : 'stack'}
            onChange={(shape) => onShape(shape === 'lines')}
            options={[
              { value: 'stack', name: 'Stacked' },
              { value: 'lines', name: 'Lines' },
            ]}
          />
        )
      }
    />
  );
};
