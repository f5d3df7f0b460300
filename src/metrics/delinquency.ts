import type { Deal } from '../deal/deal.ts';
import { addMonths, monthsBetween } from '../deal/month.ts';
import type { Statement } from '../facts/fact.ts';
import { firstOf, notLoaded, poolEnding, printed, printedIn, remembered, statementOf } from './figures.ts';
import {
  allOf,
  computed,
  derivedTerm,
  type Input,
  isComputed,
  isMissing,
  isTerm,
  joined,
  type Measure,
  notComputable,
  sum,
  type Term,
  termOf,
} from './measure.ts';

type Status = 'foreclosure' | 'bankruptcy' | 'reo';

type BalanceConcept = 'delinquentStatedBalance' | 'delinquentUnpaidBalance';

/** How a statement prints its delinquency. */
interface Grid {
  /** Stated balances, or unpaid ones where the statement prints no stated ones: never some of each. */
  readonly basis: BalanceConcept;
  /** Cells of statuses by days: `foreclosure60-89`. */
  readonly cells: readonly { readonly name: string; readonly status: Status; readonly days: number }[];
}

const statuses: readonly Status[] = ['foreclosure', 'bankruptcy', 'reo'];

const grids = new WeakMap<Statement, Grid>();

const gridOf = (statement: Statement): Grid => {
  const known = grids.get(statement);
  if (known !== undefined) return known;
  const names = new Set<string>();
  let basis: BalanceConcept = 'delinquentUnpaidBalance';
  for (const { concept, member } of statement.facts) {
    if (concept === 'delinquentStatedBalance') basis = concept;
    if (member !== null && concept?.startsWith('delinquent') === true) names.add(member);
  }
  const cells = [...names].flatMap((name) => {
    const status = statuses.find((one) => name.startsWith(one));
    const days = status === undefined ? null : /^\d+/.exec(name.slice(status.length));
    // `bankruptcy60+` beside a row of all bankruptcies is a part of it, no cell of a grid.
    return status === undefined || days == null || name === 'bankruptcy60+'
      ? []
      : [{ name, status, days: Number(days[0]) }];
  });
  const grid = { basis, cells };
  grids.set(statement, grid);
  return grid;
};

const basisOf = (statement: Statement): BalanceConcept => gridOf(statement).basis;

const member = (statement: Statement, name: string): Term | null => {
  const own = printedIn(statement, basisOf(statement), { member: name });
  return own ?? (name === 'reo' ? printedIn(statement, 'reoStatedBalance') : null);
};

/** Cells of a grid of statuses by days, from so many days on. */
const crossed = (statement: Statement, status: Status, fromDays: number): readonly Term[] =>
  gridOf(statement).cells.flatMap((cell) =>
    cell.status === status && cell.days >= fromDays ? (member(statement, cell.name) ?? []) : [],
  );

/** Loans of a status, whatever their days: one row, or the cells of the grid. */
const ofStatus = (statement: Statement, status: Status): readonly Term[] => {
  const own = member(statement, status);
  return own === null ? crossed(statement, status, 0) : [own];
};

const bankruptciesFrom = (statement: Statement, fromDays: number): readonly Term[] => {
  const own = fromDays === 60 ? member(statement, 'bankruptcy60+') : null;
  return own === null ? crossed(statement, 'bankruptcy', fromDays) : [own];
};

const shareOfPool = (deal: Deal, month: string, terms: readonly Term[], note: string | null = null): Measure => {
  const pool = poolEnding(deal, month);
  if (!isTerm(pool)) return pool;
  if (pool.value <= 0) return notComputable(`${pool.name} is ${pool.text}: nothing to take a share of.`);
  const value = (100 * sum(terms.map((term) => term.value))) / pool.value;
  return computed(value, 'percent', ['(', ...joined(terms), ') ÷ ', pool], note);
};

/** Days past due as the buckets are printed, from the mildest that counts. */
const buckets = ['30-59', '60-89', '90+'] as const;

const delinquentFrom = (deal: Deal, month: string, from: 30 | 60 | 90): Measure => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  const concept = basisOf(statement);
  const days = allOf(...buckets.slice(from / 30 - 1).map((name) => printed(deal, month, concept, { member: name })));
  if (isMissing(days)) {
    const names = buckets
      .slice(from / 30 - 1)
      .filter((name) => printedIn(statement, concept, { member: name }) === null);
    return notComputable(
      `Delinquent balance of ${names.map((name) => name.replace('-', '–')).join(', ')} days not printed.`,
    );
  }
  // Bankruptcies from 60 days on, also among those of 30 days or more: what is less is seldom told apart.
  const bankruptcies = bankruptciesFrom(statement, from === 90 ? 90 : 60);
  const untold = bankruptcies.length === 0 && ofStatus(statement, 'bankruptcy').length > 0;
  return shareOfPool(
    deal,
    month,
    [...days, ...ofStatus(statement, 'foreclosure'), ...bankruptcies, ...ofStatus(statement, 'reo')],
    untold ? 'Bankruptcies are printed without their days past due and are left out.' : null,
  );
};

/** (30–59 + 60–89 + 90+ + foreclosure + bankruptcy 60+ + REO) ÷ ending pool, in percent; stated balances where printed. */
export const delinquency30 = remembered((deal, month): Measure => delinquentFrom(deal, month, 30));

/** (60–89 + 90+ + foreclosure + bankruptcy 60+ + REO) ÷ ending pool, in percent; stated balances where printed. */
export const delinquency60 = remembered((deal, month): Measure => delinquentFrom(deal, month, 60));

/** (90+ + foreclosure + REO, bankruptcies of 90+ where told) ÷ ending pool, in percent; stated balances where printed. */
export const delinquency90 = remembered((deal, month): Measure => delinquentFrom(deal, month, 90));

/** The delinquency percentage as the statement prints it; its definition is that of the deal. */
export const printedDelinquency = remembered((deal, month): Measure => {
  const term = printed(deal, month, 'delinquencyPercentage');
  return isTerm(term) ? computed(term.value, 'percent', [term]) : term;
});

const statusShare = (deal: Deal, month: string, status: Status, words: string): Measure => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  const terms = ofStatus(statement, status);
  return terms.length === 0 ? notComputable(`Balance ${words} not printed.`) : shareOfPool(deal, month, terms);
};

/** Balance in foreclosure ÷ ending pool, in percent. */
export const foreclosure = remembered(
  (deal, month): Measure => statusShare(deal, month, 'foreclosure', 'in foreclosure'),
);

/** Balance in bankruptcy, whatever the days, ÷ ending pool, in percent. */
export const bankruptcy = remembered((deal, month): Measure => statusShare(deal, month, 'bankruptcy', 'in bankruptcy'));

/** Balance of real estate owned ÷ ending pool, in percent. */
export const reo = remembered((deal, month): Measure => statusShare(deal, month, 'reo', 'of REO'));

/** The month's delinquency percentage: as printed, else 60+ recomputed. */
export const monthDelinquency = (deal: Deal, month: string): Measure => {
  const own = printedDelinquency(deal, month);
  return isComputed(own) ? own : delinquency60(deal, month);
};

/** Rolling three-month delinquency in percent: the mean of this month's and the two before, as printed or 60+ recomputed. */
export const rollingDelinquency = remembered((deal, month): Measure => {
  const inputs = allOf(
    ...monthsBetween(addMonths(month, -2), month).map((one) =>
      statementOf(deal, one) === undefined
        ? notLoaded(one)
        : termOf(`Delinquency of ${one}`, monthDelinquency(deal, one)),
    ),
  );
  if (isMissing(inputs)) return inputs;
  const mean = inputs.reduce((total, { value }) => total + value, 0) / 3;
  return computed(mean, 'percent', ['(', ...joined(inputs), ') ÷ 3']);
});

/** What is neither past due nor foreclosed, bankrupt or owned: the pool less all of these. */
const current = (deal: Deal, month: string): Input => {
  const statement = statementOf(deal, month);
  const pool = poolEnding(deal, month);
  if (statement === undefined || !isTerm(pool)) return pool;
  const days = allOf(...buckets.map((name) => printed(deal, month, basisOf(statement), { member: name })));
  if (isMissing(days)) return days;
  const others = (['foreclosure', 'bankruptcy', 'reo'] as const).flatMap((status) => ofStatus(statement, status));
  const terms = [pool, ...days, ...others];
  const value = sum([pool.value, ...[...days, ...others].map((term) => -term.value)]);
  return derivedTerm('Current balance', value, 'USD', joined(terms, ' − '));
};

const bucketOf = (deal: Deal, month: string, name: string): Input => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  if (name === 'current') return current(deal, month);
  const terms = name === 'foreclosure' || name === 'reo' ? ofStatus(statement, name) : [];
  const [only] = terms;
  if (only !== undefined && terms.length === 1) return only;
  if (only !== undefined) {
    return derivedTerm(`Balance, ${name}`, sum(terms.map(({ value }) => value)), 'USD', joined(terms));
  }
  return firstOf(printed(deal, month, basisOf(statement), { member: name }));
};

/**
 * Roll from one bucket to the next at the level of the pool, in percent: the bucket's balance this month ÷ the balance of
 * the bucket before it last month. Not a transition of loans: a bucket that holds loans for longer than a month (90+,
 * foreclosure, REO) also has those that were in it already.
 */
export const roll = (from: string, to: string) =>
  remembered((deal, month): Measure => {
    const before = addMonths(month, -1);
    const inputs = allOf(bucketOf(deal, month, to), bucketOf(deal, before, from));
    if (isMissing(inputs)) return inputs;
    const [rolled, base] = inputs;
    if (base.value <= 0)
      return notComputable(`${base.name} was ${base.text} in ${before}: nothing could roll from it.`);
    return computed((100 * rolled.value) / base.value, 'percent', [rolled, ' ÷ ', base]);
  });
