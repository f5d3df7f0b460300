import type { Wordings } from './wordings.ts';

/** Losses of the pool and of its loans. */
export const losses: Wordings = {
  realizedLosses: `
    total realized loss
    realized loss
    current realized loss
    realized loss current period
    aggregate realized loss
    realized loss amount
    current period realized loss
    realized loss incurred
    net realized loss
    current loss
    net loss
    monthly realized loss
    net liquidation loss
    aggregate net loss
    loss
    collateral realized loss
    net credit loss
    liquidation loss
    liquidation realized loss
    net realized loss current period
    current realized loss interest shortfall
    current realized loss ending`,
  bankruptcyLosses: `
    bankruptcy loss
    bankruptcy realized loss`,
  cumulativeRealizedLosses: `
    cumulative realized loss
    cumulative loss
    cumulative net loss
    cumulative net realized loss
    aggregate cumulative realized loss
    cumulative realized loss original
    cumulative loss original
    original @ cumulative loss
    total cumulative realized loss
    realized loss cumulative
    cumulative collateral loss
    aggregate realized loss original
    cumulative liquidation loss
    cumulative net liquidation loss
    cumulative net credit loss
    cumulative credit loss
    cumulative realized loss since original
    cumulative realized loss interest shortfall`,
  aggregateLossSeverity: `
    aggregate loss severity percent
    loss severity percent
    aggregate loss severity
    loss severity
    average loss severity
    current loss severity
    total loss severity`,
  reoLoanUnpaidBalance: `
    unpaid @ reo
    unpaid principal balance @ reo
    unpaid balance @ reo
    actual balance @ reo
    unpaid principal @ reo`,
  reoLoanStatedBalance: `
    stated balance @ reo
    stated principal balance @ reo
    stated @ reo
    principal balance @ reo`,
  loanLossSeverity: `
    loss percent @ severity
    loss severity percent
    loss severity
    severity`,
};
