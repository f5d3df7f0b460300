import type { ClassEntity, Figures } from './figures.ts';
import { intervalAt, numberAt } from './figures.ts';
import { divide, exactly, type Interval, multiply, powerOfTen } from './interval.ts';

/** How a class's interest is reckoned from its rate. */
export interface AccrualConvention {
  readonly id: 'actual/360' | '30/360' | 'actual/365' | '30/360 on the pool';
  /** Days of the period over days of the year. */
  readonly days: 'actual' | 30;
  readonly year: 360 | 365;
  readonly base: 'class' | 'pool';
}

/** In the order in which they are tried. */
export const accrualConventions: readonly AccrualConvention[] = [
  { id: 'actual/360', days: 'actual', year: 360, base: 'class' },
  { id: '30/360', days: 30, year: 360, base: 'class' },
  { id: 'actual/365', days: 'actual', year: 365, base: 'class' },
  { id: '30/360 on the pool', days: 30, year: 360, base: 'pool' },
];

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Days from one ISO date to another. */
const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

const longestPeriod = 62;

/** The whole number of days that reproduces a class's interest; null where none or more than one does. */
const impliedDays = (figures: Figures, subject: string, year: number): number | null => {
  const balance = intervalAt(figures, 'beginningBalance', subject);
  const rate = intervalAt(figures, 'passThroughRate', subject);
  const interest = intervalAt(figures, 'interest', subject);
  if (balance === null || rate === null || interest === null) return null;
  if (balance.low <= 0 || rate.low <= 0 || interest.low <= 0) return null;
  const days = divide(multiply(interest, exactly(year)), multiply(balance, rate));
  if (days === null) return null;
  const unit = powerOfTen(days.places);
  const first = Math.ceil(days.low / unit);
  const last = Math.floor(days.high / unit);
  return first === last && first > 0 && first <= longestPeriod ? first : null;
};

/** The days of the accrual period, and how many classes' interest they reproduce. */
export interface AccrualDays {
  readonly days: number;
  readonly classes: number;
}

/**
 * The days of the period: those since the previous distribution where that is known and reproduces a class's interest,
 * else the whole number that reproduces most classes'. The accrual runs from the previous distribution date to the day
 * before this one. 30 days are not inferred: then 30/360 tells the same.
 */
export const accrualDays = (
  figures: Figures,
  classes: readonly ClassEntity[],
  previousDate: string | null,
): AccrualDays | null => {
  const { date } = figures.statement;
  const known = date !== null && previousDate !== null ? daysBetween(previousDate, date) : null;
  for (const year of [360, 365]) {
    const votes = new Map<number, number>();
    for (const { subject } of classes) {
      const days = impliedDays(figures, subject, year);
      if (days !== null) votes.set(days, (votes.get(days) ?? 0) + 1);
    }
    if (known !== null && votes.has(known)) return { days: known, classes: votes.get(known) ?? 0 };
    let best: AccrualDays | null = null;
    for (const [days, count] of votes) {
      if (days !== 30 && (best === null || count > best.classes)) best = { days, classes: count };
    }
    // One class alone may hit a whole number by chance; a month's length makes that unlikely enough.
    if (best !== null && (best.classes > 1 || (best.days >= 28 && best.days <= 35))) return best;
  }
  return known === null ? null : { days: known, classes: 0 };
};

/**
 * The days that an annual statement's interest covers, from pairs of classes at unchanged balance: the difference of
 * their interest per $1,000 is the difference of their rates x days / 360 x 1,000. Null where no whole number of days
 * fits at least two pairs.
 */
export const accrualDaysOfYear = (
  figures: Figures,
  pairs: readonly (readonly [ClassEntity, ClassEntity])[],
): number | null => {
  const votes = new Map<number, number>();
  for (const [lower, higher] of pairs) {
    const interest = [lower, higher].map(({ subject }) => numberAt(figures, 'interestPer1000', subject));
    const rates = [lower, higher].map(({ subject }) => numberAt(figures, 'passThroughRate', subject));
    const [first, second] = interest;
    const [from, to] = rates;
    if (first == null || second == null || from == null || to == null || from === to) continue;
    const days = Math.round(((second - first) / ((to - from) * 10)) * 360);
    if (days > 0 && days <= 366) votes.set(days, (votes.get(days) ?? 0) + 1);
  }
  let best: number | null = null;
  for (const [days, count] of votes) if (count > 1 && count > (best === null ? 0 : (votes.get(best) ?? 0))) best = days;
  return best;
};

/**
 * The annual rate, in quarter basis points, that reproduces a monthly fee on a pool: whole basis points or sixteenths of
 * a percent. null where none does.
 */
export const monthlyFeeRate = (fee: Interval, pool: Interval): number | null => {
  const rate = divide(multiply(fee, exactly(12)), pool);
  if (rate === null || rate.low <= 0) return null;
  const unit = powerOfTen(rate.places) / 40_000;
  const low = Math.ceil(rate.low / unit);
  const high = Math.floor(rate.high / unit);
  return low === high && low > 0 && low <= 1200 && (low % 4 === 0 || low % 25 === 0) ? low : null;
};
