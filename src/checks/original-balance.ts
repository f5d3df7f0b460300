import type { ConceptId } from '../facts/concepts.ts';
import { type ClassEntity, type Figures, factAt, intervalAt, isPrinted } from './figures.ts';
import { add, between, divide, exactly, type Interval, multiply, powerOfTen } from './interval.ts';

/**
 * Original balances as the figures of one statement imply them. A dollar amount and its amount per $1,000 (or its factor)
 * allow an interval of originals; the original is what most of them have in common, so one misprint points at itself
 * and not at the others.
 */

/** An amount, and what it is per so many dollars of original balance. */
const originalPairs: readonly { readonly amount: ConceptId; readonly share: ConceptId; readonly per: Interval }[] = [
  { amount: 'endingBalance', share: 'endingBalancePer1000', per: exactly(1000) },
  { amount: 'beginningBalance', share: 'beginningBalancePer1000', per: exactly(1000) },
  { amount: 'endingBalance', share: 'certificateFactor', per: exactly(1) },
  { amount: 'principal', share: 'principalPer1000', per: exactly(1000) },
  { amount: 'interest', share: 'interestPer1000', per: exactly(1000) },
  { amount: 'totalDistribution', share: 'totalPer1000', per: exactly(1000) },
  { amount: 'realizedLoss', share: 'lossPer1000', per: exactly(1000) },
];

interface Bounds {
  readonly low: number;
  readonly high: number;
  /** The printed figures that these bounds follow from; null where the original itself is printed. */
  readonly amount: ConceptId | null;
  readonly share: ConceptId | null;
}

/** Relative slack of one unit of rounding outward: the true bounds are inside. */
const slack = 2 ** -50;

const lowerBound = (interval: Interval): number => {
  const low = (interval.low - interval.error) / powerOfTen(interval.places);
  return low - Math.abs(low) * slack;
};

const upperBound = (interval: Interval): number => {
  const high = (interval.high + interval.error) / powerOfTen(interval.places);
  return high + Math.abs(high) * slack;
};

const boundsFrom = (interval: Interval, amount: ConceptId | null, share: ConceptId | null): Bounds => ({
  low: lowerBound(interval),
  high: upperBound(interval),
  amount,
  share,
});

const impliedBounds = (figures: Figures, subject: string): Bounds[] => {
  const bounds: Bounds[] = [];
  const printed = intervalAt(figures, 'originalBalance', subject);
  if (printed !== null && printed.low > 0) bounds.push(boundsFrom(printed, null, null));
  for (const pair of originalPairs) {
    const share = intervalAt(figures, pair.share, subject);
    const amount = share === null ? null : intervalAt(figures, pair.amount, subject);
    if (share === null || amount === null || amount.low <= 0 || share.low <= 0) continue;
    const implied = divide(multiply(amount, pair.per), share);
    if (implied !== null) bounds.push(boundsFrom(implied, pair.amount, pair.share));
  }
  const start = beginningPer1000(figures, subject);
  const beginning = start === null ? null : intervalAt(figures, 'beginningBalance', subject);
  if (start !== null && beginning !== null && start.low > 0 && beginning.low > 0) {
    const implied = divide(multiply(beginning, exactly(1000)), start);
    if (implied !== null) bounds.push(boundsFrom(implied, 'beginningBalance', 'endingBalancePer1000'));
  }
  return bounds;
};

/** What the beginning balance per $1,000 was, where it is not printed: what was paid, lost and is left of it. */
const beginningPer1000 = (figures: Figures, subject: string): Interval | null => {
  if (isPrinted(figures, 'beginningBalancePer1000', subject)) return null;
  const ending = intervalAt(figures, 'endingBalancePer1000', subject);
  const principal = intervalAt(figures, 'principalPer1000', subject);
  if (ending === null || principal === null) return null;
  const loss = intervalAt(figures, 'lossPer1000', subject);
  return loss === null ? add(ending, principal) : add(add(ending, principal), loss);
};

/** How many figures would have to be wrong alike for these bounds to agree by mistake. A printed original counts twice. */
const weightOf = (bounds: readonly Bounds[]): number => {
  const amounts = new Set<ConceptId>();
  const shares = new Set<ConceptId>();
  let printed = 0;
  for (const { amount, share } of bounds) {
    if (amount === null || share === null) printed += 2;
    else {
      amounts.add(amount);
      shares.add(share);
    }
  }
  return printed + Math.min(amounts.size, shares.size);
};

interface Overlap {
  readonly low: number;
  readonly high: number;
}

const overlapOf = (bounds: readonly Overlap[]): Overlap => {
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (const other of bounds) {
    low = Math.max(low, other.low);
    high = Math.min(high, other.high);
  }
  return { low, high };
};

/** The overlap of most weight; the narrower one where two weigh the same. */
const heaviest = <T extends Overlap>(
  bounds: readonly T[],
  weigh: (overlapping: readonly T[]) => number,
): { readonly overlap: Overlap; readonly weight: number } | null => {
  const all = overlapOf(bounds);
  if (bounds.length > 0 && all.low <= all.high) return { overlap: all, weight: weigh(bounds) };
  let best: { overlap: Overlap; weight: number } | null = null;
  for (const { low: point } of bounds) {
    const around = bounds.filter((other) => other.low <= point && point <= other.high);
    const overlap = overlapOf(around);
    const weight = weigh(around);
    const narrower = best !== null && overlap.high - overlap.low < best.overlap.high - best.overlap.low;
    if (best === null || weight > best.weight || (weight === best.weight && narrower)) best = { overlap, weight };
  }
  return best;
};

/** The intersection that most figures agree on; null where a single wrong one could make it. */
const agreement = (bounds: readonly Bounds[]): Interval | null => {
  const best = heaviest(bounds, weightOf);
  return best === null || best.weight < 2 ? null : between(best.overlap.low, best.overlap.high);
};

/**
 * The original balance of a class that most of a deal's statements agree on; null where fewer than half of them do, or
 * fewer than `least`.
 */
export const agreedOriginal = (originals: readonly Interval[], least: number): Interval | null => {
  const best = heaviest(
    originals.map((original) => ({ low: lowerBound(original), high: upperBound(original) })),
    (around) => around.length,
  );
  if (best === null || best.weight < least || 2 * best.weight <= originals.length) return null;
  return between(best.overlap.low, best.overlap.high);
};

/** What one balance and its share alone imply: worth something only where other statements imply the same. */
export const impliedOriginal = (figures: Figures, entity: ClassEntity): Interval | null => {
  const [first] = impliedBounds(figures, entity.subject);
  return first === undefined ? null : between(first.low, first.high);
};

const contains = (interval: Interval, value: Interval | null): boolean => {
  if (value === null) return false;
  return lowerBound(value) <= upperBound(interval) && lowerBound(interval) <= upperBound(value);
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
  const low = lowerBound(agreed);
  const high = upperBound(agreed);
  if (bounds.every((other) => other.low <= high && low <= other.high)) return agreed;
  const balances = (['originalBalance', 'beginningBalance', 'endingBalance'] as const).map((concept) =>
    intervalAt(figures, concept, entity.subject),
  );
  return balances.some((balance) => contains(agreed, balance)) ? agreed : null;
};

/** Whether every balance that a class prints is zero. */
export const withoutBalance = (figures: Figures, subject: string): boolean => {
  const printed = (['originalBalance', 'beginningBalance', 'endingBalance'] as const)
    .map((concept) => factAt(figures, concept, subject)?.value)
    .filter((value) => value !== undefined);
  return printed.length > 0 && printed.every((value) => value === 0);
};
