import type { ConceptId } from '../facts/concepts.ts';
import { type ClassEntity, type Figures, find, intervalAt } from './figures.ts';
import { add, between, divide, exactly, type Interval, multiply, powerOfTen } from './interval.ts';

/**
 * Original balances as the figures of one statement imply them. A dollar amount and its amount per $1,000 (or its factor)
 * allow an interval of originals; the original is what most of them have in common, so one misprint points at itself
 * and not at the others.
 */

/** Amount, amount per so many dollars of original balance, and how many. */
export const originalPairs: readonly (readonly [ConceptId, ConceptId, number])[] = [
  ['endingBalance', 'endingBalancePer1000', 1000],
  ['beginningBalance', 'beginningBalancePer1000', 1000],
  ['endingBalance', 'certificateFactor', 1],
  ['principal', 'principalPer1000', 1000],
  ['interest', 'interestPer1000', 1000],
  ['totalDistribution', 'totalPer1000', 1000],
  ['realizedLoss', 'lossPer1000', 1000],
];

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

const boundsOf = (interval: Interval): { low: number; high: number } => {
  const unit = powerOfTen(interval.places);
  // One unit of rounding outward: the true bounds are inside.
  const slack = 2 ** -50;
  const low = (interval.low - interval.error) / unit;
  const high = (interval.high + interval.error) / unit;
  return { low: low - Math.abs(low) * slack, high: high + Math.abs(high) * slack };
};

const impliedBounds = (figures: Figures, subject: string): Bounds[] => {
  const bounds: Bounds[] = [];
  const printed = intervalAt(figures, 'originalBalance', subject);
  if (printed !== null && printed.low > 0) bounds.push({ ...boundsOf(printed), weight: 2 });
  for (const [amountConcept, shareConcept, thousand] of originalPairs) {
    const share = intervalAt(figures, shareConcept, subject);
    const amount = share === null ? null : intervalAt(figures, amountConcept, subject);
    if (share === null || amount === null || amount.low <= 0 || share.low <= 0) continue;
    const implied = divide(multiply(amount, exactly(thousand)), share);
    if (implied !== null) bounds.push({ ...boundsOf(implied), weight: 1 });
  }
  const start = beginningPer1000(figures, subject);
  const beginning = start === null ? null : intervalAt(figures, 'beginningBalance', subject);
  if (start !== null && beginning !== null && start.low > 0 && beginning.low > 0) {
    const implied = divide(multiply(beginning, exactly(1000)), start);
    if (implied !== null) bounds.push({ ...boundsOf(implied), weight: 1 });
  }
  return bounds;
};

/** What the beginning balance per $1,000 was, where it is not printed: what was paid, lost and is left of it. */
const beginningPer1000 = (figures: Figures, subject: string): Interval | null => {
  if (find(figures, 'beginningBalancePer1000', subject) !== undefined) return null;
  const ending = intervalAt(figures, 'endingBalancePer1000', subject);
  const principal = intervalAt(figures, 'principalPer1000', subject);
  if (ending === null || principal === null) return null;
  const loss = intervalAt(figures, 'lossPer1000', subject);
  return loss === null ? add(ending, principal) : add(add(ending, principal), loss);
};

/** The intersection that most of the bounds share; null where fewer than two of them agree. */
const agreement = (bounds: readonly Bounds[], least = 2): Interval | null => {
  let best: { low: number; high: number; weight: number } | null = null;
  for (const { low: point } of bounds) {
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    let weight = 0;
    for (const other of bounds) {
      if (other.low > point || other.high < point) continue;
      low = Math.max(low, other.low);
      high = Math.min(high, other.high);
      weight += other.weight;
    }
    if (best === null || weight > best.weight || (weight === best.weight && high - low < best.high - best.low)) {
      best = { low, high, weight };
    }
  }
  return best === null || best.weight < least ? null : between(best.low, best.high);
};

/** What most statements' original balances of a class have in common. */
export const agreedOriginal = (originals: readonly Interval[]): Interval | null =>
  agreement(
    originals.map((original) => ({ ...boundsOf(original), weight: 1 })),
    1,
  );

const contains = (interval: Interval, value: Interval | null): boolean => {
  if (value === null) return false;
  const { low, high } = boundsOf(interval);
  const own = boundsOf(value);
  return own.low <= high && low <= own.high;
};

/**
 * The original balance of a class that at least two pairs of figures agree on, or that is printed. A class that may be
 * notional needs more: its payments can be stated per $1,000 of a notional amount and its balance per $1,000 of
 * something else, so disagreeing pairs count only where the base is a balance that the statement prints for the class.
 */
export const originalBalance = (figures: Figures, entity: ClassEntity): Interval | null => {
  const bounds = impliedBounds(figures, entity.subject);
  const agreed = agreement(bounds);
  if (agreed === null || entity.role === 'senior' || entity.role === 'subordinate') return agreed;
  const { low, high } = boundsOf(agreed);
  if (bounds.every((other) => other.low <= high && low <= other.high)) return agreed;
  const balances = (['originalBalance', 'beginningBalance', 'endingBalance'] as const).map((concept) =>
    intervalAt(figures, concept, entity.subject),
  );
  return balances.some((balance) => contains(agreed, balance)) ? agreed : null;
};

/** Whether a class has no balance and never prints one other than zero: it adds nothing to the pool's original balance. */
export const withoutBalance = (figures: Figures, subject: string): boolean => {
  const printed = (['originalBalance', 'beginningBalance', 'endingBalance'] as const)
    .map((concept) => find(figures, concept, subject)?.fact.value)
    .filter((value) => value !== undefined);
  return printed.length > 0 && printed.every((value) => value === 0);
};
