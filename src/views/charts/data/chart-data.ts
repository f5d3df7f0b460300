import type { Deal } from '../../../deal/deal.ts';
import type { Statement } from '../../../facts/fact.ts';
import type { Figure } from './figures.ts';

/** One place on the time axis: a statement's distribution date, or the stand-in date of a month without one. */
export interface ChartMonth {
  /** ISO date. */
  readonly date: string;
  /** `2002-05`. */
  readonly month: string;
  /** What the axis measures: milliseconds since 1970, UTC midnight, or the deal's age in months on an axis by age. */
  readonly time: number;
  /** How the month is told on an axis by age, `Month 3`; left out on one of dates. */
  readonly age?: string;
  /** What it is called where it is no month of the calendar: the same age of several deals. */
  readonly title?: string;
  /** null where no statement of the month is loaded. */
  readonly statement: Statement | null;
}

/** What the numbers of an axis are. `ratio` is a factor: 1 is the whole. `index` has 100 at its beginning. */
export type AxisUnit = 'USD' | 'percent' | 'ratio' | 'index' | 'count' | 'years' | 'days' | 'PSA';

/** How a series is drawn. Areas and columns stack in the order of the series, lines and points do not. */
export type Mark = 'area' | 'column' | 'line' | 'points';

export interface ChartSeries {
  readonly id: string;
  readonly name: string;
  /** A shorter name for the end of its line, where there is one. */
  readonly short?: string;
  /** In a sentence, where its name alone would not do: `Class A`. */
  readonly called?: string;
  /** What sets it apart, for legend and table: `notional`, `derived`. */
  readonly remark: string | null;
  readonly mark: Mark;
  readonly axis: 'left' | 'right';
  readonly dashed: boolean;
  /** Hatched, so that colour is not all that tells it from its neighbour. */
  readonly hatched: boolean;
  /** One per month of the chart; null is a gap. */
  readonly figures: readonly (Figure | null)[];
  /** Whether a mean over several months says something: of rates and flows it does, of balances it does not. */
  readonly rolls?: boolean;
  /** What to say of a month with a statement and no figure; `not printed` where left out. */
  readonly absent?: string;
}

/** Everything that a chart shows, as plain data. */
export interface ChartData {
  /** Lower case letters, digits and hyphens: names the chart in the address bar. */
  readonly id: string;
  readonly title: string;
  /** Unit and what it is a part of: `US dollars`, `% of the deal’s original balance`. */
  readonly measure: string;
  readonly months: readonly ChartMonth[];
  readonly series: readonly ChartSeries[];
  readonly left: AxisUnit;
  /** null where every series is on the left axis. */
  readonly right: AxisUnit | null;
  /** What its series do when they fall, where the field has a word for it. */
  readonly falling?: string;
  /** Values that the left axis reaches beside those of the series, so that several charts have the same. */
  readonly reach?: readonly number[];
  /** What a reader must know that the picture does not show, one sentence each. */
  readonly notes: readonly string[];
  /** Why there is nothing to draw and what would fill the chart; null where there is something. */
  readonly empty: string | null;
}

/** Milliseconds since 1970 of an ISO date, at UTC midnight. */
const timeOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/**
 * The deal's months on the time axis: each statement at its distribution date, each missing month between them at the
 * day of the month before it, so that lines are interrupted there.
 */
export const chartMonths = (deal: Deal): readonly ChartMonth[] => {
  const day = deal.months[0]?.date.slice(8, 10) ?? '25';
  const printed = deal.months.map(({ date, month, statement }) => ({ date, month, time: timeOf(date), statement }));
  const missing = deal.gaps.map((month) => {
    const date = `${month}-${day > '28' ? '28' : day}`;
    return { date, month, time: timeOf(date), statement: null };
  });
  return [...printed, ...missing].sort((left, right) => left.time - right.time);
};

/** A series with a figure for each month, looked up in the month's statement. */
export const seriesOver = (
  months: readonly ChartMonth[],
  description: Pick<ChartSeries, 'id' | 'name' | 'mark'> & Partial<ChartSeries>,
  figure: (statement: Statement) => Figure | null,
): ChartSeries => ({
  remark: null,
  axis: 'left',
  dashed: false,
  hatched: false,
  ...description,
  figures: months.map(({ statement }) => (statement === null ? null : figure(statement))),
});

/** Whether a series has any figure at all. */
export const hasFigures = ({ figures }: ChartSeries): boolean => figures.some((figure) => figure !== null);

/** Whether a series has a figure other than zero: what can be seen in a stack. */
export const hasAmounts = ({ figures }: ChartSeries): boolean =>
  figures.some((figure) => figure !== null && figure.value !== 0);
