import { notionalClasses } from '../deal/notional.ts';
import { originalBalance, originalPool, poolEnding, printed, remembered } from './figures.ts';
import {
  allOf,
  asItStands,
  computed,
  type Input,
  isMissing,
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

/** Pool at the end of the month in dollars: printed, else the total of the classes. */
export const poolBalance = remembered((deal, month): Measure => asItStands(poolEnding(deal, month)));

/** Ending balance of a class in dollars, as printed; of a notional class its notional amount. */
export const classBalance = remembered(
  (deal, month, name): Measure => asItStands(printed(deal, month, 'endingBalance', { class: name })),
);

/** Pool factor: ending pool ÷ original pool; statements print factors to 8 places. */
export const poolFactor = remembered((deal, month): Measure => ratio(poolEnding(deal, month), originalPool(deal)));

/**
 * Factor of a class: ending balance ÷ original balance; of a class whose factor follows the pool (a notional one, such as
 * CE) ending pool ÷ original pool.
 */
export const classFactor = remembered((deal, month, name): Measure => {
  if (notionalClasses(deal).get(name) === 'factor') return poolFactor(deal, month);
  return ratio(printed(deal, month, 'endingBalance', { class: name }), originalBalance(deal, name));
});

/** Required overcollateralization in percent of the original pool, the way deals define it before the stepdown. */
export const targetOfOriginalPool = remembered(
  (deal, month): Measure => percentage(printed(deal, month, 'requiredOvercollateralization'), originalPool(deal)),
);
