import { dealAge } from './age.ts';
import { remembered } from './figures.ts';
import { allOf, computed, isMissing, type Measure, notComputable, termOf } from './measure.ts';
import { cpr } from './prepayment.ts';

/** Months after which the benchmark no longer rises. */
const ramp = 30;

/**
 * PSA in percent of the benchmark: 100 · CPR ÷ (6 % · min(age, 30) ÷ 30) (SF-5), age being that of the loans in months.
 *
 * Statements do not print the age of the loans. A deal of 30 months or more holds loans at least as old, and from there
 * on the benchmark is 6 %, so it follows; before, it would be a guess and is refused.
 */
export const psa = remembered((deal, month): Measure => {
  const age = dealAge(deal, month);
  const older = 'value' in age && age.value >= ramp;
  if (!older) {
    if (deal.offering.length === 0) {
      return notComputable('The age of the loans is not known: age not printed and no offering loaded.');
    }
    return notComputable(
      `The age of the loans is not known: age not printed, and the offering tells that of the deal${
        'value' in age ? ` (${age.value} months)` : ''
      }. Until month ${ramp} the benchmark depends on it.`,
    );
  }
  const inputs = allOf(termOf('CPR', cpr(deal, month)), termOf('Deal age', age));
  if (isMissing(inputs)) return inputs;
  const [speed, months] = inputs;
  return computed(
    (100 * speed.value) / 6,
    'PSA',
    ['100 × ', speed, ` ÷ (6% × min(`, months, `, ${ramp}) ÷ ${ramp})`],
    'The loans are at least as old as the deal, and past 30 months the benchmark is 6 %.',
  );
});
