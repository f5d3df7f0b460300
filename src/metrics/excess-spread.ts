import type { ConceptId } from '../facts/concepts.ts';
import { firstOf, poolBeginning, printed, remembered } from './figures.ts';
import { allOf, computed, isMissing, joined, type Measure, notComputable, percentage, sum } from './measure.ts';
import { bondInterest, servicingFee } from './rates.ts';

/** Excess spread in percent a year: 12 × net monthly excess cash flow ÷ pool beginning. */
export const excessSpread = remembered(
  (deal, month): Measure =>
    percentage(printed(deal, month, 'netMonthlyExcessCashFlow'), poolBeginning(deal, month), 12),
);

/**
 * Excess spread from its parts, in percent a year: WAC − 12 × (servicing fee + interest of the senior and subordinate
 * classes) ÷ pool beginning. Above the printed one by fees that no line prints and by what interest the loans lacked.
 */
export const excessSpreadFromRates = remembered((deal, month): Measure => {
  const interest = bondInterest(deal, month);
  if (isMissing(interest)) return interest;
  const inputs = allOf(
    printed(deal, month, 'weightedAverageCoupon'),
    servicingFee(deal, month),
    poolBeginning(deal, month),
  );
  if (isMissing(inputs)) return inputs;
  const [coupon, fee, beginning] = inputs;
  if (beginning.value <= 0) return notComputable(`${beginning.name} is ${beginning.text}: no rate follows.`);
  const spent = sum([fee.value, ...interest.map(({ value }) => value)]);
  return computed(
    coupon.value - (1200 * spent) / beginning.value,
    'percent',
    [coupon, ' − 12 × (', ...joined([fee, ...interest]), ') ÷ ', beginning],
    'Fees and shortfalls that are not printed are not taken off.',
  );
});

const eaten = (concept: ConceptId, total?: ConceptId) =>
  remembered(
    (deal, month): Measure =>
      percentage(
        firstOf(printed(deal, month, concept), () => printed(deal, month, total ?? concept, { class: 'Total' })),
        poolBeginning(deal, month),
        12,
      ),
  );

/** What realized losses take of the excess spread, in percent a year: 12 × realized losses ÷ pool beginning. */
export const lossesOnPool = eaten('realizedLosses');

/** What prepayment interest shortfalls that the servicer does not cover take, in percent a year of pool beginning. */
export const prepaymentShortfallOnPool = eaten(
  'prepaymentInterestShortfallUncovered',
  'prepaymentInterestShortfallReduction',
);

/** What Relief Act interest shortfalls take, in percent a year of pool beginning. */
export const reliefActShortfallOnPool = eaten('reliefActShortfall', 'reliefActReduction');

/** What Net WAC rate carryforwards take, in percent a year of pool beginning. */
export const carryforwardOnPool = eaten('netWacCarryforward');

/** What extraordinary trust fund expenses take, in percent a year of pool beginning. */
export const expensesOnPool = eaten('extraordinaryExpenses');

/** What building overcollateralization takes, in percent a year of pool beginning. */
export const overcollateralizationIncreaseOnPool = eaten('overcollateralizationIncrease');

/**
 * Excess spread after losses in percent a year: 12 × (net monthly excess cash flow − realized losses) ÷ pool beginning.
 * Below zero the overcollateralization pays.
 */
export const excessSpreadAfterLosses = remembered((deal, month): Measure => {
  const inputs = allOf(
    printed(deal, month, 'netMonthlyExcessCashFlow'),
    printed(deal, month, 'realizedLosses'),
    poolBeginning(deal, month),
  );
  if (isMissing(inputs)) return inputs;
  const [excess, losses, beginning] = inputs;
  if (beginning.value <= 0) return notComputable(`${beginning.name} is ${beginning.text}: no rate follows.`);
  const left = sum([excess.value, -losses.value]);
  return computed((1200 * left) / beginning.value, 'percent', ['12 × (', excess, ' − ', losses, ') ÷ ', beginning]);
});
