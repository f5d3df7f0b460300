import type { Deal } from '../deal/deal.ts';
import { monthRanges, monthTitle } from '../deal/month.ts';
import { originalBalances } from '../deal/original-balance.ts';
import { monthsSinceIssue } from './age.ts';
import { originalPool, poolBeginning, poolEnding, printed, remembered, statementOf } from './figures.ts';
import {
  computed,
  derivedTerm,
  exact,
  type Input,
  isMissing,
  isTerm,
  type Measure,
  notComputable,
  type Term,
} from './measure.ts';

interface Balances {
  readonly beginning: (deal: Deal, month: string) => Input;
  readonly ending: (deal: Deal, month: string) => Input;
  readonly paid: (deal: Deal, month: string) => Input;
  readonly original: (deal: Deal) => number | null;
}

/**
 * Σ age × principal ÷ Σ principal ÷ 12. A month that is not loaded does no harm where the balance before it is still
 * there after it: then nothing was paid.
 */
const averageLife = (deal: Deal, month: string, balances: Balances): Measure => {
  const months = monthsSinceIssue(deal, month);
  if (isMissing(months)) return months;
  const terms: Term[] = [];
  let weighted = 0;
  let total = 0;
  let before: number | null = balances.original(deal);
  let absent: string[] = [];
  for (const [index, one] of months.entries()) {
    if (statementOf(deal, one) === undefined) {
      absent.push(one);
      continue;
    }
    if (absent.length > 0) {
      const beginning = balances.beginning(deal, one);
      if (!isTerm(beginning) || before === null || Math.abs(beginning.value - before) > 1) {
        return notComputable(
          `No statement of ${monthRanges(absent).join(', ')} is loaded: principal paid then is not known.`,
        );
      }
      absent = [];
    }
    const paid = balances.paid(deal, one);
    if (!isTerm(paid)) return paid;
    const ending = balances.ending(deal, one);
    before = isTerm(ending) ? ending.value : null;
    if (paid.value === 0) continue;
    weighted += (index + 1) * paid.value;
    total += paid.value;
    terms.push(paid);
  }
  if (absent.length > 0) return notComputable(`No statement of ${monthRanges(absent).join(', ')} is loaded.`);
  if (total <= 0) return notComputable(`No principal has been paid up to ${monthTitle(month)}.`);
  const sumOfPrincipal = derivedTerm(
    'Principal paid to date',
    exact(total),
    'USD',
    'principal of every month, summed',
    terms,
  );
  const product = derivedTerm(
    'Month × principal, summed',
    exact(weighted),
    'USD',
    'month since issue × principal',
    terms,
  );
  return computed(weighted / total / 12, 'years', [product, ' ÷ ', sumOfPrincipal, ' ÷ 12']);
};

/** What left the pool: beginning − ending. */
const paidByPool = (deal: Deal, month: string): Input => {
  const beginning = poolBeginning(deal, month);
  const ending = poolEnding(deal, month);
  if (!isTerm(beginning)) return beginning;
  if (!isTerm(ending)) return ending;
  const value = exact(beginning.value - ending.value);
  return derivedTerm('Decline of the pool', value, 'USD', `${beginning.text} − ${ending.text}`, [beginning, ending]);
};

/**
 * Weighted average life of the pool's principal to date in years: Σ month × decline of the pool ÷ Σ decline ÷ 12, months
 * counted from issue, the first distribution being month 1 (SF-56). Only what has been paid, no projection.
 */
export const poolAverageLife = remembered(
  (deal, month): Measure =>
    averageLife(deal, month, {
      beginning: poolBeginning,
      ending: poolEnding,
      paid: paidByPool,
      original: (of) => {
        const original = originalPool(of);
        return isTerm(original) ? original.value : null;
      },
    }),
);

/**
 * Weighted average life of a class's principal paid to date in years: Σ month × principal ÷ Σ principal ÷ 12, months
 * counted from issue, the first distribution being month 1 (SF-56). Only what has been paid, no projection.
 */
export const classAverageLife = remembered(
  (deal, month, name): Measure =>
    averageLife(deal, month, {
      beginning: (of, one) => printed(of, one, 'beginningBalance', { class: name }),
      ending: (of, one) => printed(of, one, 'endingBalance', { class: name }),
      paid: (of, one) => printed(of, one, 'principal', { class: name }),
      original: (of) => originalBalances(of).get(name)?.value ?? null,
    }),
);
