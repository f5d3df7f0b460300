import type { Deal } from '../deal/deal.ts';
import { addMonths, monthOf, monthTitle } from '../deal/month.ts';
import { notLoaded, originalPool, poolBeginning, printedIn, remembered, statementOf } from './figures.ts';
import { computed, type Input, isTerm, type Measure, type NotComputable, notComputable, type Term } from './measure.ts';

/** The month of a deal's first distribution and what tells it. */
export interface FirstDistribution {
  /** `2002-03`. */
  readonly month: string;
  /** In words. */
  readonly because: string;
  readonly terms: readonly Term[];
}

const equalsOriginal = (balance: Input, original: Input): boolean =>
  isTerm(balance) && isTerm(original) && Math.abs(balance.value - original.value) <= Math.max(1, 1e-8 * original.value);

const fromFirstMonth = (deal: Deal): FirstDistribution | null => {
  const first = deal.months[0];
  if (first === undefined) return null;
  const [beginning, original] = [poolBeginning(deal, first.month), originalPool(deal)];
  if (!equalsOriginal(beginning, original) || !isTerm(beginning) || !isTerm(original)) return null;
  return {
    month: first.month,
    because: `the pool of ${monthTitle(first.month)} begins with its original balance`,
    terms: [beginning, original],
  };
};

const fromFirstYear = (deal: Deal): FirstDistribution | null => {
  const original = originalPool(deal);
  for (const statement of deal.annual) {
    const beginning = printedIn(statement, 'poolBeginningBalance');
    const [date] = [...statement.cover.reportDates].sort();
    if (date === undefined || beginning === null || !isTerm(original) || !equalsOriginal(beginning, original)) continue;
    return {
      month: monthOf(date),
      because: `the annual statement that begins with the original pool lists ${monthTitle(monthOf(date))} as its first report`,
      terms: [beginning, original],
    };
  }
  return null;
};

const fromOffering = (deal: Deal): FirstDistribution | null => {
  const dates = deal.offering.flatMap(({ date }) => (date === null ? [] : [date])).sort();
  const date = dates.at(-1);
  if (date === undefined) return null;
  const month = addMonths(monthOf(date), 1);
  // An offering later than the first statement is one of something else: a resale, a later series.
  if (deal.months[0] !== undefined && deal.months[0].month < month) return null;
  return { month, because: `the offering is dated ${monthTitle(monthOf(date))}, the month before`, terms: [] };
};

/** Calendar months from one to the other; negative where it comes before. */
export const monthsSince = (first: string, month: string): number =>
  12 * (Number(month.slice(0, 4)) - Number(first.slice(0, 4))) + Number(month.slice(5, 7)) - Number(first.slice(5, 7));

const known = new WeakMap<Deal, FirstDistribution | NotComputable>();

/**
 * The month of the first distribution: the first loaded month where its pool begins with the original balance; else the
 * first report that an annual statement lists whose pool begins with it; else the month after the offering's date.
 */
export const firstDistribution = (deal: Deal): FirstDistribution | NotComputable => {
  const before = known.get(deal);
  if (before !== undefined) return before;
  const found =
    fromFirstMonth(deal) ??
    fromFirstYear(deal) ??
    fromOffering(deal) ??
    notComputable(
      'The first distribution is not known: no offering is loaded, and neither the first month nor an annual statement begins with the original pool.',
    );
  known.set(deal, found);
  return found;
};

/**
 * Deal age in months: distributions up to and including this one, the first being month 1, which is also the months
 * since the closing where the first distribution follows a month after it. Not the age of the loans (SF-40), which may
 * be older than the deal.
 */
export const dealAge = remembered((deal, month): Measure => {
  if (statementOf(deal, month) === undefined) return notLoaded(month);
  const first = firstDistribution(deal);
  if ('reason' in first) return first;
  const age = monthsSince(first.month, month) + 1;
  if (age < 1) return notComputable(`${monthTitle(month)} comes before the first distribution.`);
  const note = `First distribution ${monthTitle(first.month)}: ${first.because}.`;
  const outcome = computed(age, 'months', [`${monthTitle(first.month)} to ${monthTitle(month)}`], note);
  return 'value' in outcome ? { ...outcome, terms: first.terms } : outcome;
});
