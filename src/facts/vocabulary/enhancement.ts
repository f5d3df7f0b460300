import type { Wordings } from './wordings.ts';

/** What protects the classes, and the tests it is released by. */
export const enhancement: Wordings = {
  overcollateralization: `
    overcollateralization
    overcollateralization amount
    current overcollateralization amount
    actual overcollateralization amount
    ending overcollateralization amount
    overcollateralization balance
    ending overcollateralization
    overcollateralization ending balance
    overcollateralization amount ending distribution
    actual overcollateralization amount ending distribution`,
  requiredOvercollateralization: `
    required overcollateralization
    required overcollateralization amount
    target overcollateralization amount
    overcollateralization target
    overcollateralization target amount
    specified overcollateralization amount
    overcollateralization required amount
    current required overcollateralization
    overcollateralization required level
    required overcollateralization level`,
  overcollateralizationIncrease: `
    overcollateralization increase
    overcollateralization increase amount
    extra principal
    extra principal distribution amount
    extra principal distribution
    overcollateralization deficiency paid`,
  overcollateralizationReduction: `
    overcollateralization reduction
    overcollateralization reduction amount
    overcollateralization release amount
    excess overcollateralization amount
    overcollateralization released`,
  creditEnhancementPercentage: `
    credit enhancement percent
    senior enhancement percent
    senior credit enhancement percent
    current credit enhancement percent
    enhancement percent`,
  netMonthlyExcessCashFlow: `
    net monthly excess cashflow
    monthly excess cashflow
    excess cashflow
    net excess cashflow
    monthly excess cashflow amount
    total excess cashflow
    excess cashflow amount`,
  delinquencyPercentage: `
    delinquency percent
    rolling delinquency percent
    delinquency rate percent
    sixty day delinquency percent
    sixty day delinquency ratio
    ending sixty day delinquency ratio
    60+ delinquency percent
    60 day delinquency percent
    delinquency ratio`,
  stepdownDateOccurred: `
    stepdown occurred
    stepdown
    has stepdown occurred
    stepdown reached
    stepdown date`,
  triggerEventOccurred: `
    trigger event occurred
    trigger event
    trigger event in effect
    trigger occurred
    has trigger event occurred
    delinquency trigger event occurred
    trigger event status
    cumulative loss trigger event occurred`,
};
