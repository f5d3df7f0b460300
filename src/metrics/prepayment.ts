import type { Deal } from '../deal/deal.ts';
import { addMonths, monthRanges, monthsBetween, monthTitle } from '../deal/month.ts';
import { dealAge, firstDistribution } from './age.ts';
import { firstOf, notLoaded, poolBeginning, poolEnding, printed, remembered, statementOf } from './figures.ts';
import {
  allOf,
  asItStands,
  computed,
  derivedTerm,
  exact,
  type Input,
  isComputed,
  isMissing,
  isTerm,
  joined,
  type Measure,
  notComputable,
  type Term,
  termOf,
} from './measure.ts';

const summed = (name: string, parts: readonly Input[]): Input => {
  const inputs = allOf(...parts);
  if (isMissing(inputs)) return inputs;
  const value = exact(inputs.reduce((total, { value }) => total + value, 0));
  return derivedTerm(name, value, 'USD', joined(inputs));
};

/**
 * Unscheduled principal U of a month in dollars, liquidation proceeds included: total prepayments as printed, else
 * curtailments + payoffs + liquidation proceeds, else the unscheduled principal of all classes.
 */
const unscheduledPrincipal = remembered((deal, month): Input => {
  const parts = (['curtailments', 'payoffs', 'liquidationProceeds'] as const).map((id) => printed(deal, month, id));
  const found = firstOf(
    printed(deal, month, 'totalPrepayments'),
    () => summed('Curtailments, payoffs and liquidation proceeds', parts),
    () => printed(deal, month, 'unscheduledPrincipal'),
    () => printed(deal, month, 'unscheduledPrincipal', { class: 'Total' }),
  );
  // Where most parts are printed, the one that is not says more than the missing total.
  return isTerm(found) || parts.filter(isTerm).length < 2 ? found : summed('Prepayments', parts);
});

/** Unscheduled principal of a month in dollars, liquidation proceeds included, as printed or summed. */
export const prepayments = remembered((deal, month): Measure => asItStands(unscheduledPrincipal(deal, month)));

/** Voluntary prepayments of a month in dollars: curtailments + payoffs; else total prepayments − liquidation proceeds. */
const voluntaryPrepayments = remembered((deal, month): Input => {
  const parts = summed('Curtailments and payoffs', [
    printed(deal, month, 'curtailments'),
    printed(deal, month, 'payoffs'),
  ]);
  if (isTerm(parts)) return parts;
  const inputs = allOf(printed(deal, month, 'totalPrepayments'), printed(deal, month, 'liquidationProceeds'));
  if (isMissing(inputs)) return parts;
  const [total, liquidation] = inputs;
  const value = exact(total.value - liquidation.value);
  return derivedTerm('Prepayments without liquidations', value, 'USD', [total, ' − ', liquidation]);
});

/** S = B0 · r / ((1 + r)^n − 1) with r = WAC / 12 and n the remaining term: level payments (SF-4). */
const levelPay = (deal: Deal, month: string): Measure => {
  if (statementOf(deal, month)?.statement !== 'monthly') return notComputable('Level payments are those of a month.');
  const inputs = allOf(
    poolBeginning(deal, month),
    printed(deal, month, 'weightedAverageCoupon'),
    printed(deal, month, 'weightedAverageRemainingTerm'),
  );
  if (isMissing(inputs)) return inputs;
  const [beginning, coupon, term] = inputs;
  if (coupon.value <= 0 || term.value <= 0 || beginning.value <= 0) {
    return notComputable('The pool, its coupon or its remaining term is zero: no level payment follows.');
  }
  const rate = coupon.value / 1200;
  return computed(
    (beginning.value * rate) / ((1 + rate) ** term.value - 1),
    'USD',
    [beginning, ' × r ÷ ((1 + r)^', term, ' − 1), r = ', coupon, ' ÷ 12'],
    'Level payments of one loan with the pool’s average coupon and remaining term; the statement does not print what it takes to know it exactly.',
  );
};

/**
 * Scheduled principal S of a month in dollars (SF-4): as printed; else S = B0 − B1 − U − L, pool beginning and ending,
 * unscheduled principal and realized losses; else that of level payments at the pool's coupon and remaining term.
 */
export const scheduledPrincipal = remembered((deal, month): Measure => {
  const own = firstOf(printed(deal, month, 'scheduledPrincipal'), () =>
    printed(deal, month, 'scheduledPrincipal', { class: 'Total' }),
  );
  if (isTerm(own)) return computed(own.value, 'USD', [own]);
  const inputs = allOf(
    poolBeginning(deal, month),
    poolEnding(deal, month),
    unscheduledPrincipal(deal, month),
    printed(deal, month, 'realizedLosses'),
  );
  if (!isMissing(inputs)) {
    const [beginning, ending, unscheduled, loss] = inputs;
    const value = exact(beginning.value - ending.value - unscheduled.value - loss.value);
    return computed(value, 'USD', joined([beginning, ending, unscheduled, loss], ' − '));
  }
  const level = levelPay(deal, month);
  return isComputed(level) ? level : inputs;
});

/** The unscheduled decline of the pool B0 − S − B1, where prepayments are not printed; losses are part of it (SF-5). */
const unscheduledDecline = (deal: Deal, month: string): Input => {
  const own = unscheduledPrincipal(deal, month);
  if (isTerm(own)) return own;
  const inputs = allOf(
    poolBeginning(deal, month),
    termOf('Scheduled principal', scheduledPrincipal(deal, month)),
    poolEnding(deal, month),
  );
  if (isMissing(inputs)) return own;
  const value = exact(inputs[0].value - inputs[1].value - inputs[2].value);
  return derivedTerm('Unscheduled decline of the pool', value, 'USD', joined(inputs, ' − '));
};

const noteOf = (measure: Measure): string | null => (isComputed(measure) ? measure.note : null);

/** The share of the pool after scheduled principal, B0 − S, in percent of a month. */
export const ofScheduledBalance = (deal: Deal, month: string, part: Input): Measure => {
  const scheduled = scheduledPrincipal(deal, month);
  const inputs = allOf(part, poolBeginning(deal, month), termOf('Scheduled principal', scheduled));
  if (isMissing(inputs)) return inputs;
  const [amount, beginning, principal] = inputs;
  const base = beginning.value - principal.value;
  if (base <= 0)
    return notComputable(`No balance is left after scheduled principal: ${beginning.text} − ${principal.text}.`);
  const share = (100 * amount.value) / base;
  if (share > 100) {
    return notComputable(
      `${amount.name} of ${amount.text} is more than the balance of ${beginning.text} − ${principal.text}.`,
    );
  }
  const note = noteOf(scheduled);
  return computed(share, 'percent', [amount, ' ÷ (', beginning, ' − ', principal, ')'], note);
};

/**
 * SMM in percent: U ÷ (B0 − S) (SF-5), liquidation proceeds included in U. Where prepayments are not printed, from the
 * balances and the scheduled principal of level payments.
 */
export const smm = remembered(
  (deal, month): Measure => ofScheduledBalance(deal, month, unscheduledDecline(deal, month)),
);

/** SMM in percent without liquidations: (curtailments + payoffs) ÷ (B0 − S) (SF-5). */
export const voluntarySmm = remembered(
  (deal, month): Measure => ofScheduledBalance(deal, month, voluntaryPrepayments(deal, month)),
);

type Rate = (deal: Deal, month: string) => Measure;

/** A monthly rate as a term that the windows of several months share. */
const monthlyTerm = (name: string, rate: Rate) =>
  remembered((deal, month): Input => termOf(`${name} of ${monthTitle(month)}`, rate(deal, month)));

/** A monthly rate over a year, in percent: 1 − (1 − monthly)^12 (SF-5, SF-16). */
export const annualised = (name: string, measure: Measure): Measure => {
  const monthly = termOf(name, measure);
  if (!isTerm(monthly)) return monthly;
  const note = noteOf(measure);
  return computed(100 * (1 - (1 - monthly.value / 100) ** 12), 'percent', ['1 − (1 − ', monthly, ')^12'], note);
};

/**
 * The annual rate over the `count` months that end with this one, in percent: 1 − (Π (1 − monthly))^(12 ÷ n), the rate
 * that would have left as much (SF-11). Every month must be loaded and have its rate.
 */
export const over = (count: number, name: string, rate: Rate): Rate => {
  const monthly = monthlyTerm(name, rate);
  return remembered((deal, month) => {
    const months = monthsBetween(addMonths(month, 1 - count), month);
    const absent = months.filter((one) => statementOf(deal, one) === undefined);
    if (absent.length > 0) {
      const first = firstDistribution(deal);
      return notComputable(
        'month' in first && (months[0] ?? month) < first.month && month >= first.month
          ? `The first distribution was in ${monthTitle(first.month)}: there are not yet ${count} months.`
          : `No statement of ${monthRanges(absent).join(', ')} is loaded.`,
      );
    }
    const inputs = allOf(...months.map((one) => monthly(deal, one)));
    if (isMissing(inputs)) return inputs;
    let survived = 1;
    for (const { value } of inputs) survived *= 1 - value / 100;
    const pieces = inputs.flatMap((term): (string | Term)[] => ['(1 − ', term, ')']);
    const note = noteOf(rate(deal, month));
    return computed(100 * (1 - survived ** (12 / count)), 'percent', ['1 − (', ...pieces, `)^(12 ÷ ${count})`], note);
  });
};

/** What is left of a dollar after a monthly rate of every month since issue: this month's 1 − rate × that of the month before. */
const survivalSinceIssue = (name: string, rate: Rate): ((deal: Deal, month: string) => Input) => {
  const survival = remembered((deal, month): Input => {
    const first = firstDistribution(deal);
    if (isMissing(first)) return first;
    if (month < first.month) return notComputable(`${monthTitle(month)} comes before the first distribution.`);
    const before = month === first.month ? null : survival(deal, addMonths(month, -1));
    if (before !== null && !isTerm(before)) return before;
    const own = statementOf(deal, month) === undefined ? notLoaded(month) : termOf(name, rate(deal, month));
    if (!isTerm(own)) return own;
    const left = (before?.value ?? 1) * (1 - own.value / 100);
    const pieces = [...(before === null ? [] : [before, ' × ']), '(1 − ', own, ')'];
    return derivedTerm(`Left to ${monthTitle(month)} after the monthly rates`, left, 'factor', pieces);
  });
  return survival;
};

const sinceIssue = (name: string, rate: Rate): Rate => {
  const survival = survivalSinceIssue(name, rate);
  return remembered((deal, month) => {
    const inputs = allOf(survival(deal, month), termOf('Deal age', dealAge(deal, month)));
    if (isMissing(inputs)) return inputs;
    const [left, age] = inputs;
    const note = noteOf(rate(deal, month));
    return computed(100 * (1 - left.value ** (12 / age.value)), 'percent', ['1 − ', left, '^(12 ÷ ', age, ')'], note);
  });
};

/** CPR in percent: 1 − (1 − SMM)^12 (SF-5). */
export const cpr = remembered((deal, month): Measure => annualised('SMM', smm(deal, month)));

/** CPR over three months in percent (SF-11). */
export const cpr3 = over(3, 'SMM', smm);
/** CPR over six months in percent (SF-11). */
export const cpr6 = over(6, 'SMM', smm);
/** CPR over twelve months in percent (SF-11). */
export const cpr12 = over(12, 'SMM', smm);
/** CPR since the first distribution in percent (SF-11). */
export const cprSinceIssue = sinceIssue('SMM', smm);

/** Voluntary CPR in percent: 1 − (1 − voluntary SMM)^12 (SF-5). */
export const voluntaryCpr = remembered(
  (deal, month): Measure => annualised('Voluntary SMM', voluntarySmm(deal, month)),
);

/** Voluntary CPR over three months in percent (SF-11). */
export const voluntaryCpr3 = over(3, 'Voluntary SMM', voluntarySmm);
/** Voluntary CPR over six months in percent (SF-11). */
export const voluntaryCpr6 = over(6, 'Voluntary SMM', voluntarySmm);
/** Voluntary CPR over twelve months in percent (SF-11). */
export const voluntaryCpr12 = over(12, 'Voluntary SMM', voluntarySmm);
/** Voluntary CPR since the first distribution in percent (SF-11). */
export const voluntaryCprSinceIssue = sinceIssue('Voluntary SMM', voluntarySmm);
