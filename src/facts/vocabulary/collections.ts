import type { Wordings } from './wordings.ts';

/** What borrowers pay before it is due. */
export const collections: Wordings = {
  curtailments: `
    curtailment
    principal curtailment
    partial prepayment
    partial principal prepayment
    aggregate curtailment
    principal prepayment partial
    principal prepayment part
    prepayment part
    curtailment principal`,
  payoffs: `
    payoff
    prepayment full
    principal prepayment full
    full prepayment
    payoff principal
    prepaid full
    loan payoff
    liquidated full
    aggregate payoff
    amount payoff principal
    voluntary payoff
    full voluntary prepayment
    voluntary prepayment full
    payoff principal scheduled balance
    prepayment full principal`,
  liquidationProceeds: `
    liquidation proceeds ! interest
    net liquidation proceeds ! interest
    principal liquidation proceeds ~ distribution
    aggregate liquidation proceeds
    liquidation proceeds principal ~ distribution
    liquidation principal ~ loan
    liquidation ! balance ~ loan`,
  totalPrepayments: `
    total prepayment
    total principal prepayment
    total @ principal prepayment
    aggregate principal prepayment
    principal prepayment
    total unscheduled principal
    prepayment principal
    prepayment curtailment
    pool prepayment
    principal prepayment curtailment
    principal prepayment amount
    voluntary prepayment
    full partial prepayment
    full partial principal prepayment
    prepayment full partial principal`,
  prepaymentCharges: `
    prepayment charge
    prepayment penalty
    prepayment premium
    prepayment penalty collected
    aggregate prepayment charge
    prepayment charge collected`,
  reoPrincipalAmortization: `
    reo principal amortization
    principal amortization reo`,
  prepaymentInterestShortfallUncovered: `
    prepaymentinterestshortfall not covered servicer
    prepayment interest shortfall not covered servicer
    uncovered prepayment interest shortfall
    net prepayment interest shortfall
    prepayment interest shortfall
    prepayment interest shortfall uncovered
    noncovered prepayment interest shortfall
    uncovered prepayment curtailment interest shortfall
    uncovered prepaymentinterestshortfall
    net prepaymentinterestshortfall
    net prepaymentinterestshortfall uncovered`,
  reliefActShortfall: `
    relief interest shortfall
    relief shortfall
    relief interest shortfall amount
    civil relief interest shortfall`,
};
