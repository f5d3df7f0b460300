import { firstOf, originalPool, printed, remembered } from './figures.ts';
import {
  allOf,
  asItStands,
  computed,
  derivedTerm,
  exact,
  type Input,
  isMissing,
  type Measure,
  notComputable,
  percentage,
} from './measure.ts';
import { annualised, ofScheduledBalance, over } from './prepayment.ts';

/**
 * Balance of the loans liquidated in a month in dollars: realized losses + liquidation proceeds, what it must have been
 * where the statement prints no balance of liquidated loans (SF-16).
 */
const liquidatedBalance = remembered((deal, month): Input => {
  const inputs = allOf(printed(deal, month, 'realizedLosses'), printed(deal, month, 'liquidationProceeds'));
  if (isMissing(inputs)) return inputs;
  const [loss, proceeds] = inputs;
  const value = exact(loss.value + proceeds.value);
  return derivedTerm('Liquidated balance (loss + proceeds)', value, 'USD', [loss, ' + ', proceeds]);
});

/** MDR in percent: liquidated balance ÷ (B0 − S) (SF-16). */
export const mdr = remembered(
  (deal, month): Measure => ofScheduledBalance(deal, month, liquidatedBalance(deal, month)),
);

/** CDR in percent: 1 − (1 − MDR)^12 (SF-16). */
export const cdr = remembered((deal, month): Measure => annualised('MDR', mdr(deal, month)));

/** CDR over three months in percent (SF-11, SF-16). */
export const cdr3 = over(3, 'MDR', mdr);
/** CDR over six months in percent (SF-11, SF-16). */
export const cdr6 = over(6, 'MDR', mdr);
/** CDR over twelve months in percent (SF-11, SF-16). */
export const cdr12 = over(12, 'MDR', mdr);

/** Loss severity as the statement prints it, in percent (SF-17). */
export const printedLossSeverity = remembered((deal, month): Measure => {
  const severity = printed(deal, month, 'aggregateLossSeverity');
  return isMissing(severity) ? severity : computed(severity.value, 'percent', [severity]);
});

/** Loss severity in percent of loss and liquidation proceeds: L ÷ (L + proceeds) (SF-17). */
const severityOf = (loss: Input, proceeds: Input): Measure => {
  const inputs = allOf(loss, proceeds);
  if (isMissing(inputs)) return inputs;
  const [lost, recovered] = inputs;
  const liquidated = exact(lost.value + recovered.value);
  if (liquidated === 0) return notComputable('No loan was liquidated: losses and liquidation proceeds are zero.');
  if (liquidated < 0) {
    return notComputable(`Losses of ${lost.text} and proceeds of ${recovered.text} leave no balance liquidated.`);
  }
  return computed((100 * lost.value) / liquidated, 'percent', [lost, ' ÷ (', lost, ' + ', recovered, ')']);
};

/** Loss severity of the month's liquidations in percent, recomputed: L ÷ (L + liquidation proceeds) (SF-17). */
export const lossSeverity = remembered(
  (deal, month): Measure =>
    severityOf(printed(deal, month, 'realizedLosses'), printed(deal, month, 'liquidationProceeds')),
);

/** Losses since issue in dollars, as printed for the pool, else for the classes together. */
const lossesToDate = remembered(
  (deal, month): Input =>
    firstOf(printed(deal, month, 'cumulativeRealizedLosses'), () =>
      printed(deal, month, 'cumulativeRealizedLoss', { class: 'Total' }),
    ),
);

/** Cumulative loss in dollars, as the statement prints it. */
export const cumulativeLossAmount = remembered((deal, month): Measure => asItStands(lossesToDate(deal, month)));

/** Cumulative loss in percent: cumulative realized losses ÷ original pool. */
export const cumulativeLoss = remembered(
  (deal, month): Measure => percentage(lossesToDate(deal, month), originalPool(deal)),
);
