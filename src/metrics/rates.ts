import type { Deal } from '../deal/deal.ts';
import { addMonths } from '../deal/month.ts';
import { firstOf, notLoaded, poolBeginning, printed, printedIn, remembered, statementOf } from './figures.ts';
import {
  allOf,
  computed,
  type Input,
  isMissing,
  isTerm,
  joined,
  type Measure,
  type NotComputable,
  notComputable,
  type PrintedTerm,
  sum,
  type Term,
} from './measure.ts';
import { structureOf } from './tranche.ts';

/** Weighted average coupon of the loans as printed, in percent a year. */
export const wac = remembered((deal, month): Measure => {
  const term = printed(deal, month, 'weightedAverageCoupon');
  return isTerm(term) ? computed(term.value, 'percent', [term]) : term;
});

/** The servicing fee of the month in dollars; under the name of the master servicer's compensation in some statements. */
export const servicingFee = (deal: Deal, month: string): Input =>
  firstOf(printed(deal, month, 'servicingFee'), () => printed(deal, month, 'masterServicerCompensation'));

/** Net WAC in percent a year: WAC − 12 × servicing fee ÷ pool beginning. Fees that are not printed are still in it. */
export const netWac = remembered((deal, month): Measure => {
  const inputs = allOf(
    printed(deal, month, 'weightedAverageCoupon'),
    servicingFee(deal, month),
    poolBeginning(deal, month),
  );
  if (isMissing(inputs)) return inputs;
  const [coupon, fee, beginning] = inputs;
  if (beginning.value <= 0) return notComputable(`${beginning.name} is ${beginning.text}: no rate follows.`);
  return computed(
    coupon.value - (1200 * fee.value) / beginning.value,
    'percent',
    [coupon, ' − 12 × ', fee, ' ÷ ', beginning],
    'After the servicing fee; fees that are not printed are not taken off.',
  );
});

/** Pass-through rate of a class as printed, in percent a year. */
export const classCoupon = remembered((deal, month, name): Measure => {
  const term = printed(deal, month, 'passThroughRate', { class: name });
  return isTerm(term) ? computed(term.value, 'percent', [term]) : term;
});

/** How a class's interest of a month accrued. */
export interface Accrual {
  readonly days: number;
  readonly basis: 'actual/360' | '30/360' | 'actual/365' | '30/360 on the pool';
  /** Days of the basis' year. */
  readonly year: 360 | 365;
  readonly balance: Term;
  readonly rate: Term;
  readonly interest: Term;
}

/** Half of a figure's last printed place. */
const half = (term: Term): number => (term.origin === 'printed' ? 0.5 * 10 ** -(term.fact.decimals ?? 0) : 0);

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Whether balance × rate × days ÷ year may print as the interest, each figure rounded to its last place. */
const reproduces = (balance: Term, rate: Term, interest: Term, share: number): boolean => {
  const low = ((balance.value - half(balance)) * (rate.value - half(rate)) * share) / 100;
  const high = ((balance.value + half(balance)) * (rate.value + half(rate)) * share) / 100;
  // A payment is cut off to whole cents of every unit now and then: one printed unit of room.
  return interest.value + 2 * half(interest) >= low && interest.value - 2 * half(interest) <= high;
};

const daysThat = (fits: (days: number) => boolean): readonly number[] =>
  Array.from({ length: 36 }, (_, index) => 15 + index).filter(fits);

const conventionOf = (
  terms: { readonly balance: Term; readonly rate: Term; readonly interest: Term },
  actual: number | null,
): Pick<Accrual, 'days' | 'basis' | 'year'> | null => {
  const fits = (days: number, year: number) => reproduces(terms.balance, terms.rate, terms.interest, days / year);
  if (actual !== null && fits(actual, 360)) return { days: actual, basis: 'actual/360', year: 360 };
  if (fits(30, 360)) return { days: 30, basis: '30/360', year: 360 };
  if (actual !== null) return fits(actual, 365) ? { days: actual, basis: 'actual/365', year: 365 } : null;
  for (const year of [360, 365] as const) {
    const days = daysThat((candidate) => fits(candidate, year));
    const [only] = days;
    if (only !== undefined && days.length === 1) return { days: only, basis: `actual/${year}`, year };
  }
  return null;
};

/**
 * Days and basis on which a class's interest of the month accrued (SF-44): the convention that reproduces the printed
 * interest from balance and rate. Actual days are those since the distribution before where it is loaded, else the whole
 * number that fits. A class on excess cash flow accrues 30/360 on the pool.
 */
const accrual = remembered((deal, month, name): Accrual | NotComputable => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  const inputs = allOf(
    printed(deal, month, 'passThroughRate', { class: name }),
    printed(deal, month, 'interest', { class: name }),
  );
  if (isMissing(inputs)) return inputs;
  const [rate, interest] = inputs;
  if (rate.value <= 0 || interest.value <= 0) {
    return notComputable(`Class ${name} has no interest or no rate in this month: no basis follows.`);
  }
  const balance = printedIn(statement, 'beginningBalance', { class: name });
  const before = statementOf(deal, addMonths(month, -1))?.date ?? null;
  const actual = before === null || statement.date === null ? null : dayNumber(statement.date) - dayNumber(before);
  const own = balance === null || balance.value <= 0 ? null : conventionOf({ balance, rate, interest }, actual);
  if (own !== null && balance !== null) return { ...own, balance, rate, interest };
  const pool = poolBeginning(deal, month);
  if (isTerm(pool) && reproduces(pool, rate, interest, 30 / 360)) {
    return { days: 30, year: 360, basis: '30/360 on the pool', balance: pool, rate, interest };
  }
  return balance === null
    ? notComputable(`Beginning balance of class ${name} not printed.`)
    : notComputable(
        `Interest of ${interest.text} follows from ${balance.text} at ${rate.text} by none of actual/360, 30/360 and actual/365${
          actual === null ? '' : ` (${actual} days)`
        }.`,
      );
});

/** Days of a class's accrual period (SF-44); the basis is in the note, the formula shows that it gives the interest. */
export const accrualDays = remembered((deal, month, name): Measure => {
  const found = accrual(deal, month, name);
  if (isMissing(found)) return found;
  const { days, year, basis, balance, rate, interest } = found;
  return computed(days, 'days', [balance, ' × ', rate, ` × ${days} ÷ ${year} = `, interest], basis);
});

/** The month's interest of the senior and subordinate classes in dollars. */
export const bondInterest = (deal: Deal, month: string): readonly PrintedTerm[] | NotComputable => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  const { bonds } = structureOf(deal);
  const terms: PrintedTerm[] = [];
  for (const name of bonds) {
    const interest = printedIn(statement, 'interest', { class: name });
    if (interest?.origin === 'printed') terms.push(interest);
    else if (printedIn(statement, 'beginningBalance', { class: name })?.value !== 0) {
      const interestMissing = printed(deal, month, 'interest', { class: name });
      if (!isTerm(interestMissing)) return interestMissing;
    }
  }
  return terms.length === 0 ? notComputable('No interest of any class is printed.') : terms;
};

/**
 * Weighted average rate of the senior and subordinate classes on the pool, in percent a year: the sum of each class's
 * interest × 360 ÷ its days, ÷ pool beginning. What the certificates cost the pool.
 */
export const classRateOnPool = remembered((deal, month): Measure => {
  const interest = bondInterest(deal, month);
  if (isMissing(interest)) return interest;
  const beginning = poolBeginning(deal, month);
  if (!isTerm(beginning)) return beginning;
  if (beginning.value <= 0) return notComputable(`${beginning.name} is ${beginning.text}: no rate follows.`);
  const byDays = new Map<string, { readonly year: number; readonly days: number; readonly terms: Term[] }>();
  for (const term of interest) {
    if (term.value === 0) continue;
    const found = accrual(deal, month, term.fact.class ?? '');
    if (isMissing(found)) return found;
    const key = `${found.year} ÷ ${found.days}`;
    const same = byDays.get(key);
    if (same === undefined) byDays.set(key, { year: found.year, days: found.days, terms: [term] });
    else same.terms.push(term);
  }
  if (byDays.size === 0) return notComputable('No class was paid interest.');
  let yearly = 0;
  const pieces: (string | Term)[] = [];
  for (const [key, { year, days, terms }] of byDays) {
    yearly += (sum(terms.map(({ value }) => value)) * year) / days;
    pieces.push(pieces.length === 0 ? '((' : ' + (', ...joined(terms), `) × ${key}`);
  }
  return computed((100 * yearly) / beginning.value, 'percent', [...pieces, ') ÷ ', beginning]);
});

/** Weighted average pass-through rate of the senior and subordinate classes in percent: Σ balance × rate ÷ Σ balance. */
export const weightedClassCoupon = remembered((deal, month): Measure => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  const terms: (readonly [Term, Term])[] = [];
  for (const name of structureOf(deal).bonds) {
    const balance = printedIn(statement, 'beginningBalance', { class: name });
    if (balance === null || balance.value === 0) continue;
    const rate = printed(deal, month, 'passThroughRate', { class: name });
    if (!isTerm(rate)) return rate;
    terms.push([balance, rate]);
  }
  const whole = sum(terms.map(([balance]) => balance.value));
  if (whole <= 0) return notComputable('No beginning balances of the senior and subordinate classes are printed.');
  const weighted = terms.reduce((total, [balance, rate]) => total + balance.value * rate.value, 0);
  const products = terms.flatMap(([balance, rate], index) => [...(index === 0 ? [] : [' + ']), balance, ' × ', rate]);
  const balances = terms.map(([balance]) => balance);
  return computed(weighted / whole, 'percent', ['(', ...products, ') ÷ (', ...joined(balances), ')']);
});
