import type { Deal } from '../deal/deal.ts';
import { addMonths, monthRanges, monthTitle } from '../deal/month.ts';
import { firstDistribution, monthsSince } from './age.ts';
import {
  originalBalance,
  originalPool,
  poolBeginning,
  poolEnding,
  printed,
  remembered,
  statementOf,
} from './figures.ts';
import {
  computed,
  derivedTerm,
  exact,
  type Input,
  isMissing,
  isTerm,
  type Measure,
  type NotComputable,
  notComputable,
  type Term,
} from './measure.ts';

interface Balances {
  readonly beginning: (deal: Deal, month: string, name: string) => Input;
  readonly ending: (deal: Deal, month: string, name: string) => Input;
  readonly paid: (deal: Deal, month: string, name: string) => Input;
  readonly original: (deal: Deal, name: string) => Input;
}

/** Principal from the first distribution to a month. */
interface PaidToDate {
  /** Dollars; null before the first payment. */
  readonly total: Term | null;
  /** Month × dollars, summed; null before the first payment. */
  readonly weighted: Term | null;
  /** The balance that is left; null where it is not known. */
  readonly left: number | null;
  /** Months since the last loaded one. */
  readonly absent: readonly string[];
}

const notLoadedThen = (absent: readonly string[]): NotComputable =>
  notComputable(`No statement of ${monthRanges(absent).join(', ')} is loaded: principal paid then is not known.`);

const added = (name: string, before: Term | null, value: number, ...paid: readonly (string | Term)[]): Term =>
  derivedTerm(name, exact((before?.value ?? 0) + value), 'USD', before === null ? paid : [before, ' + ', ...paid]);

/**
 * Σ month × principal ÷ Σ principal ÷ 12. A month that is not loaded does no harm where the balance before it is still
 * there after it: then nothing was paid.
 */
const averageLife = (balances: Balances) => {
  const toDate = remembered((deal, month, name): PaidToDate | NotComputable => {
    const first = firstDistribution(deal);
    if (isMissing(first)) return first;
    if (month < first.month) return notComputable(`${monthTitle(month)} comes before the first distribution.`);
    const issued = balances.original(deal, name);
    const atIssue: PaidToDate = { total: null, weighted: null, left: isTerm(issued) ? issued.value : null, absent: [] };
    const before = month === first.month ? atIssue : toDate(deal, addMonths(month, -1), name);
    if (isMissing(before)) return before;
    if (statementOf(deal, month) === undefined) return { ...before, absent: [...before.absent, month] };
    if (before.absent.length > 0) {
      const beginning = balances.beginning(deal, month, name);
      const same = isTerm(beginning) && before.left !== null && Math.abs(beginning.value - before.left) <= 1;
      if (!same) return notLoadedThen(before.absent);
    }
    const paid = balances.paid(deal, month, name);
    if (!isTerm(paid)) return paid;
    const ending = balances.ending(deal, month, name);
    const left = isTerm(ending) ? ending.value : null;
    if (paid.value === 0) return { ...before, left, absent: [] };
    const age = monthsSince(first.month, month) + 1;
    return {
      total: added('Principal paid to date', before.total, paid.value, paid),
      weighted: added('Month × principal, summed', before.weighted, age * paid.value, `${age} × `, paid),
      left,
      absent: [],
    };
  });
  return remembered((deal, month, name): Measure => {
    const state = toDate(deal, month, name);
    if (isMissing(state)) return state;
    if (state.absent.length > 0) return notLoadedThen(state.absent);
    const { total, weighted } = state;
    if (total === null || weighted === null || total.value <= 0) {
      return notComputable(`No principal has been paid up to ${monthTitle(month)}.`);
    }
    return computed(weighted.value / total.value / 12, 'years', [weighted, ' ÷ ', total, ' ÷ 12']);
  });
};

/** What left the pool: beginning − ending. */
const paidByPool = (deal: Deal, month: string): Input => {
  const beginning = poolBeginning(deal, month);
  const ending = poolEnding(deal, month);
  if (!isTerm(beginning)) return beginning;
  if (!isTerm(ending)) return ending;
  const value = exact(beginning.value - ending.value);
  return derivedTerm('Decline of the pool', value, 'USD', [beginning, ' − ', ending]);
};

/**
 * Weighted average life of the pool's principal to date in years: Σ month × decline of the pool ÷ Σ decline ÷ 12, months
 * counted from issue, the first distribution being month 1 (SF-56). Only what has been paid, no projection.
 */
export const poolAverageLife = averageLife({
  beginning: poolBeginning,
  ending: poolEnding,
  paid: paidByPool,
  original: originalPool,
});

/**
 * Weighted average life of a class's principal paid to date in years: Σ month × principal ÷ Σ principal ÷ 12, months
 * counted from issue, the first distribution being month 1 (SF-56). Only what has been paid, no projection.
 */
export const classAverageLife = averageLife({
  beginning: (deal, month, name) => printed(deal, month, 'beginningBalance', { class: name }),
  ending: (deal, month, name) => printed(deal, month, 'endingBalance', { class: name }),
  paid: (deal, month, name) => printed(deal, month, 'principal', { class: name }),
  original: originalBalance,
});
