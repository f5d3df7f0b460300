import type { Deal } from '../../../deal/deal.ts';
import { factsOf } from '../../../deal/series.ts';
import type { Statement } from '../../../facts/fact.ts';
import { poolEnding } from '../../../metrics/figures.ts';
import type { Unit } from '../../../store/view.ts';
import { chartTitles } from '../charted.ts';
import {
  type ChartData,
  type ChartMonth,
  type ChartSeries,
  chartMonths,
  hasFigures,
  seriesOver,
} from './chart-data.ts';
import { type Figure, figureIn, sumOf } from './figures.ts';
import { asShares } from './shares.ts';
import { joined } from './words.ts';

const buckets = [
  { id: '30-59', name: '30–59 days' },
  { id: '60-89', name: '60–89 days' },
  { id: '90+', name: '90+ days' },
  { id: 'foreclosure', name: 'Foreclosure' },
  { id: 'bankruptcy', name: 'Bankruptcy' },
  { id: 'reo', name: 'REO' },
] as const;

type Basis = 'delinquentStatedBalance' | 'delinquentUnpaidBalance';

const membersOf = (statement: Statement, basis: Basis): readonly string[] => [
  ...new Set(factsOf(statement, basis).flatMap(({ member }) => member ?? [])),
];

/** What a grid prints by status and days (`foreclosure90+`), added up to the status. */
const crossed = (statement: Statement, basis: Basis, status: string): Figure | null => {
  const members = membersOf(statement, basis).filter((member) => member !== status && member.startsWith(status));
  // 60+ contains 60-89 and 90+: it counts only where they are not printed.
  const parts = members.length > 1 ? members.filter((member) => member !== `${status}60+`) : members;
  const figures = parts.flatMap((member) => figureIn(statement, basis, { member }) ?? []);
  return sumOf(figures, `sum of ${joined(parts.map((member) => member.slice(status.length)))} days`);
};

const bucketOn = (statement: Statement, basis: Basis, bucket: string): Figure | null => {
  const figure = figureIn(statement, basis, { member: bucket }) ?? crossed(statement, basis, bucket);
  if (figure !== null || bucket !== 'reo' || basis !== 'delinquentStatedBalance') return figure;
  return figureIn(statement, 'reoStatedBalance');
};

const basisOf = (statement: Statement): Basis =>
  factsOf(statement, 'delinquentStatedBalance').length > 0 ? 'delinquentStatedBalance' : 'delinquentUnpaidBalance';

const bucketIn = (statement: Statement, bucket: string): Figure | null => {
  const basis = basisOf(statement);
  const figure = bucketOn(statement, basis, bucket);
  if (figure === null || basis === 'delinquentStatedBalance') return figure;
  return { ...figure, derived: figure.derived === null ? 'unpaid balance' : `unpaid balance, ${figure.derived}` };
};

const percentageOver = (months: readonly ChartMonth[], axis: 'left' | 'right'): ChartSeries =>
  seriesOver(
    months,
    {
      id: 'delinquencyPercentage',
      name: 'Delinquency percentage',
      mark: 'line',
      axis,
      rolls: true,
      remark: axis === 'right' ? 'right axis' : null,
    },
    (statement) =>
      figureIn(statement, 'delinquencyPercentage') ?? figureIn(statement, 'delinquentPercentage', { member: 'total' }),
  );

/**
 * Delinquent balances by bucket, stacked by severity, and the printed delinquency percentage on an axis of its own.
 * In dollars or as a share of the month's ending pool. Stated balances where a statement prints them, else unpaid ones, and then the notes and the figures say so.
 */
export const delinquency = (deal: Deal, unit: Unit = 'amount'): ChartData => {
  const months = chartMonths(deal);
  const share = unit === 'share';
  const stack = buckets
    .map(({ id, name }) =>
      seriesOver(
        months,
        { id, name, mark: 'area', rolls: true, hatched: id === 'foreclosure' || id === 'reo' },
        (statement) => bucketIn(statement, id),
      ),
    )
    .map((series) => (share ? asShares(series, months, (month) => poolEnding(deal, month)) : series))
    .filter(hasFigures);
  const percentage = [percentageOver(months, stack.length > 0 && !share ? 'right' : 'left')].filter(hasFigures);

  const unpaid = months.filter(
    ({ statement }) =>
      statement !== null &&
      factsOf(statement, 'delinquentUnpaidBalance').length > 0 &&
      basisOf(statement) === 'delinquentUnpaidBalance',
  );
  const statements = months.filter(({ statement }) => statement !== null).length;
  const allUnpaid = unpaid.length === statements && statements > 0;
  const notes: string[] = [];
  if (unpaid.length > 0) {
    notes.push(
      allUnpaid
        ? 'These statements print no stated balances of delinquent loans; unpaid principal balances are drawn.'
        : `Unpaid principal balances where no stated ones are printed (${unpaid.length} of ${statements} months).`,
    );
  }
  const absent = stack.length > 0 ? buckets.filter(({ id }) => !stack.some((series) => series.id === id)) : [];
  if (absent.length > 0) notes.push(`Not printed: ${joined(absent.map(({ name }) => name))}.`);
  if (stack.length > 0 && percentage.length === 0) notes.push('No delinquency percentage is printed.');
  return {
    id: 'delinquency',
    title: chartTitles.delinquency,
    measure:
      stack.length > 0
        ? `${allUnpaid ? 'Unpaid principal' : 'Stated principal'} balance of delinquent loans, ${share ? '% of the pool at the end of the month' : 'US dollars'}`
        : 'Delinquent share of the pool as printed, %',
    months,
    series: [...stack, ...percentage],
    left: stack.length > 0 && !share ? 'USD' : 'percent',
    right: stack.length > 0 && !share && percentage.length > 0 ? 'percent' : null,
    notes,
    empty:
      stack.length + percentage.length > 0
        ? null
        : 'No delinquency figures were found in these statements. A table of delinquent loans by days, or a delinquency percentage, fills this chart.',
  };
};
