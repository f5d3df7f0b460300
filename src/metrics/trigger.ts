import type { Deal } from '../deal/deal.ts';
import { addMonths, monthsBetween, monthTitle } from '../deal/month.ts';
import { factOf, type PrintedFact } from '../deal/series.ts';
import type { ConceptId } from '../facts/concepts.ts';
import { dealAge } from './age.ts';
import { monthDelinquency, rollingDelinquency } from './delinquency.ts';
import { initialCreditEnhancement, monthEnhancement } from './enhancement.ts';
import { notLoaded, statementOf } from './figures.ts';
import {
  allOf,
  computed,
  formatValue,
  givenTerm,
  isComputed,
  isMissing,
  isTerm,
  type Measure,
  type NotComputable,
  termOf,
} from './measure.ts';

/** A test that a statement prints the outcome of, made again. */
export interface TestOutcome {
  /** Whether the test says yes; a reason where it cannot be made. */
  readonly recomputed: boolean | NotComputable;
  /** The flag that the month's statement prints; null where it prints none. */
  readonly printed: { readonly value: boolean; readonly figure: PrintedFact } | null;
  /** Whether both say the same; null where one of them is missing. */
  readonly agrees: boolean | null;
  /** In words with the numbers put in: `1.11144% < 50% × 19.23632%`. Empty where the test cannot be made. */
  readonly sentence: string;
}

/** A trigger test and the two sides that it compares. */
export interface TriggerTest extends TestOutcome {
  /** Rolling three-month delinquency in percent. */
  readonly delinquency: Measure;
  /** k × credit enhancement in percent. */
  readonly threshold: Measure;
  /** Delinquency ÷ credit enhancement of this month alone, in percent. */
  readonly ratio: Measure;
}

/** A stepdown test and what it looks at. */
export interface StepdownTest extends TestOutcome {
  readonly age: Measure;
  /** This month's credit enhancement in percent. */
  readonly enhancement: Measure;
  /** 2 × the initial credit enhancement in percent. */
  readonly required: Measure;
  /** The month in which both conditions were first met; null where not yet, or not known. */
  readonly since: string | null;
}

const flagOf = (deal: Deal, month: string, concept: ConceptId): TestOutcome['printed'] => {
  const statement = statementOf(deal, month);
  const fact = statement === undefined ? undefined : factOf(statement, concept);
  if (statement === undefined || fact === undefined || typeof fact.value !== 'boolean') return null;
  return { value: fact.value, figure: { fact, statement } };
};

const outcome = (
  recomputed: boolean | NotComputable,
  printed: TestOutcome['printed'],
  sentence: string,
): TestOutcome => ({
  recomputed,
  printed,
  agrees: typeof recomputed === 'boolean' && printed !== null ? recomputed === printed.value : null,
  sentence,
});

/** Delinquency ÷ credit enhancement of one month in percent, both as printed where they are. */
export const delinquencyToEnhancement = (deal: Deal, month: string): Measure => {
  const inputs = allOf(
    termOf('Delinquency', monthDelinquency(deal, month)),
    termOf('Credit enhancement', monthEnhancement(deal, month)),
  );
  if (isMissing(inputs)) return inputs;
  const [delinquency, enhancement] = inputs;
  return computed((100 * delinquency.value) / enhancement.value, 'percent', [delinquency, ' ÷ ', enhancement]);
};

/**
 * The trigger test: rolling three-month 60+ delinquency ≥ k × credit enhancement, k as a share (0.5 for 50 %) that every
 * deal sets for itself. Both sides are as printed where printed, else recomputed.
 */
export const triggerTest = (deal: Deal, month: string, k: number): TriggerTest => {
  const printed = flagOf(deal, month, 'triggerEventOccurred');
  const delinquency = rollingDelinquency(deal, month);
  const enhancement = termOf('Credit enhancement', monthEnhancement(deal, month));
  const share = givenTerm('k', 100 * k, 'percent');
  const threshold = isTerm(enhancement)
    ? computed(k * enhancement.value, 'percent', [share, ' × ', enhancement])
    : enhancement;
  const ratio = delinquencyToEnhancement(deal, month);
  const sides = { delinquency, threshold, ratio };
  if (!isComputed(delinquency)) return { ...outcome(delinquency, printed, ''), ...sides };
  if (!isComputed(threshold)) return { ...outcome(threshold, printed, ''), ...sides };
  const occurred = delinquency.value >= threshold.value;
  const sentence = `${formatValue(delinquency.value, 'percent')} ${occurred ? '≥' : '<'} ${threshold.formula}`;
  return { ...outcome(occurred, printed, sentence), ...sides };
};

/** The first distribution at which a stepdown may come. */
const firstStepdownMonth = 37;

/**
 * The stepdown test: month 37 or later and credit enhancement ≥ 2 × the initial one. Once met it stays met, so earlier
 * months count: `since` tells which. Enhancement as printed where printed, else recomputed; a month that is not loaded
 * may have met it, so a "no" after such a month needs every month from 37 on.
 */
export const stepdownTest = (deal: Deal, month: string): StepdownTest => {
  const printed = flagOf(deal, month, 'stepdownDateOccurred');
  const age = dealAge(deal, month);
  const enhancement = monthEnhancement(deal, month);
  const initial = termOf('Initial credit enhancement', initialCreditEnhancement(deal));
  const required = isTerm(initial) ? computed(2 * initial.value, 'percent', ['2 × ', initial]) : initial;
  const sides = { age, enhancement, required };
  const cannot = (why: NotComputable): StepdownTest => ({ ...outcome(why, printed, ''), ...sides, since: null });
  if (!isComputed(age)) {
    return cannot(age);
  }
  if (age.value < firstStepdownMonth) {
    const sentence = `month ${age.value} comes before month ${firstStepdownMonth}`;
    return { ...outcome(false, printed, sentence), ...sides, since: null };
  }
  if (!isComputed(required)) return cannot(required);
  const first = addMonths(month, firstStepdownMonth - age.value);
  let unknown: NotComputable | null = null;
  for (const one of monthsBetween(first, month)) {
    const then = statementOf(deal, one) === undefined ? notLoaded(one) : monthEnhancement(deal, one);
    if (!isComputed(then)) {
      unknown ??= then;
      continue;
    }
    if (then.value < required.value) continue;
    const when = one === month ? '' : ` in ${monthTitle(one)}`;
    const sentence = `month ${age.value} is not before month ${firstStepdownMonth}, and ${formatValue(then.value, 'percent')}${when} ≥ ${required.formula}`;
    return { ...outcome(true, printed, sentence), ...sides, since: one };
  }
  if (unknown !== null) return cannot(unknown);
  const now = isComputed(enhancement) ? formatValue(enhancement.value, 'percent') : '';
  return { ...outcome(false, printed, `${now} < ${required.formula}`), ...sides, since: null };
};
