import { notionalClasses } from '../deal/notional.ts';
import { originalBalances } from '../deal/original-balance.ts';
import { originalPool, poolEnding, printed, remembered, termsOf } from './figures.ts';
import {
  allOf,
  computed,
  derivedTerm,
  type Input,
  isMissing,
  isTerm,
  type Measure,
  notComputable,
  percentage,
} from './measure.ts';

const ratio = (balance: Input, original: Input): Measure => {
  const inputs = allOf(balance, original);
  if (isMissing(inputs)) return inputs;
  const [ending, issued] = inputs;
  if (issued.value <= 0) return notComputable(`${issued.name} is ${issued.text}: no factor follows.`);
  return computed(ending.value / issued.value, 'factor', [ending, ' ÷ ', issued]);
};

/** Pool factor: ending pool ÷ original pool; statements print factors to 8 places. */
export const poolFactor = remembered((deal, month): Measure => ratio(poolEnding(deal, month), originalPool(deal)));

/**
 * Factor of a class: ending balance ÷ original balance; of a class whose factor follows the pool (a notional one, such as
 * CE) ending pool ÷ original pool.
 */
export const classFactor = remembered((deal, month, name): Measure => {
  if (notionalClasses(deal).get(name) === 'factor') return poolFactor(deal, month);
  const original = originalBalances(deal).get(name);
  const balance = printed(deal, month, 'endingBalance', { class: name });
  if (original === undefined) {
    return isTerm(balance) ? notComputable(`The original balance of class ${name} is not known.`) : balance;
  }
  const words = original.origin === 'derived' ? 'ending balance ÷ its share of the original' : original.origin;
  const issued = derivedTerm(`Original balance, class ${name}`, original.value, 'USD', words, termsOf(original.from));
  return ratio(balance, issued);
});

/** Required overcollateralization in percent of the original pool, the way deals define it before the stepdown. */
export const targetOfOriginalPool = remembered(
  (deal, month): Measure => percentage(printed(deal, month, 'requiredOvercollateralization'), originalPool(deal)),
);
