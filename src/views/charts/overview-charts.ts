import type { Deal } from '../../deal/deal.ts';
import type { Unit, View } from '../../store/view.ts';
import { chartTitles } from './charted.ts';
import { certificateFactors } from './data/certificate-factors.ts';
import type { ChartData } from './data/chart-data.ts';
import { classPaydown } from './data/class-paydown.ts';
import { delinquency } from './data/delinquency.ts';
import { prepayments } from './data/prepayments.ts';

/** What of a view changes what a chart draws, rather than how much of it. */
export type Way = Pick<View, 'unit' | 'span' | 'lines' | 'k'>;

/** A chart of a deal's page. */
export interface DealChart {
  readonly id: string;
  readonly title: string;
  /** Units that it can be drawn in; dollars or its own where none is named. */
  readonly units?: readonly Unit[];
  /** Whether the choice of one or several months changes it. */
  readonly spans?: boolean;
  /** Whether it can be stacked or drawn as lines. */
  readonly shapes?: boolean;
  readonly colours: 'classes' | 'buckets' | 'prepayments' | 'series';
  readonly data: (deal: Deal, way: Way) => ChartData;
}

/** The charts that one looks at first: figures as they are printed. */
export const overviewCharts = {
  balances: {
    id: 'balances',
    title: chartTitles.balances,
    units: ['amount', 'share', 'index'],
    shapes: true,
    colours: 'classes',
    data: (deal, { lines, unit }) => classPaydown(deal, lines ? 'lines' : 'stack', unit),
  },
  factors: {
    id: 'factors',
    title: chartTitles.factors,
    colours: 'classes',
    data: (deal) => certificateFactors(deal),
  },
  delinquency: {
    id: 'delinquency',
    title: chartTitles.delinquency,
    units: ['amount', 'share'],
    spans: true,
    colours: 'buckets',
    data: (deal, { unit }) => delinquency(deal, unit),
  },
  prepayments: {
    id: 'prepayments',
    title: chartTitles.prepayments,
    units: ['amount', 'share'],
    spans: true,
    colours: 'prepayments',
    data: (deal, { unit }) => prepayments(deal, unit),
  },
} as const satisfies Readonly<Record<string, DealChart>>;
