import type { Wordings } from './wordings.ts';

/** What classes are paid, lose and are still owed. */
export const classPayments: Wordings = {
  principal: `
    principal distribution actual
    principal
    principal distribution
    principal distributed
    principal payment
    principal paid
    total principal
    total principal distribution
    principal distribution amount
    total principal payment
    principal remittance ! pool
    aggregate principal distribution
    current principal distribution
    note principal distribution
    principal payment amount
    net principal distribution
    actual principal distribution`,
  scheduledPrincipal: `
    scheduled principal
    scheduled principal distribution
    scheduled principal payment
    scheduled principal distribution amount`,
  unscheduledPrincipal: `
    unscheduled principal
    unscheduled principal distribution
    unscheduled principal payment
    unscheduled principal distribution amount
    principal prepayment distribution`,
  interest: `
    interest distribution actual
    interest
    interest distribution
    interest distributed
    interest payment
    interest paid
    interest payment amount
    total interest
    total interest distribution
    interest distribution amount total
    current interest
    current interest distribution
    certificate interest
    note interest distribution
    aggregate interest distribution
    interest amount
    interest distribution current
    current interest payment
    actual interest distribution`,
  totalDistribution: `
    total distribution actual
    total
    total distribution
    total payment
    total amount distributed
    total distribution amount
    aggregate distribution
    class distribution amount ! interest principal formula available shortfall loss required carryforward
    total principal interest
    total principal and interest distribution
    total principal interest payment
    total distribution principal interest
    principal and interest
    total amount`,
  realizedLoss: `
    loss
    realized loss
    current realized loss
    realized loss principal
    realized loss of principal
    principal loss
    realized principal loss
    current loss
    realized loss allocated
    realized loss distribution
    allocated loss
    principal writedown
    writedown amount
    current period realized loss
    loss amount
    applied loss
    applied realized loss amount
    realized loss principal distribution
    collateral writedown principal
    total realized loss
    principal adjustment loss
    principal loss adjustment
    real loss`,
  cumulativeRealizedLoss: `
    cumulative realized loss
    cumulative loss
    cumulative writedown
    cumulative realized loss amount
    aggregate cumulative realized loss`,
  deferredInterest: `
    deferred interest ~ distribution
    negative amortization
    interest deferred amount
    accretion
    accreted interest ~ distribution
    accretion principal`,
  interestDistributionAmount: `
    interest distribution amount
    interest distribution amount @ interest distribution amount`,
  interestCarryForward: `
    interest carryforward
    interest carryforward amount
    interest carryforward balance
    unpaid interest carryforward amount
    class interest carryforward amount
    interest carryforward shortfall
    interest shortfall carryforward`,
  realizedLossReduction: `
    realized loss @ reduction
    reduction realized loss
    loss @ reduction realized`,
  prepaymentInterestShortfallReduction: `
    prepayment interest shortfall @ reduction
    prepayment interest shortfall
    prepayment shortfall @ reduction
    net prepayment interest shortfall
    prepaymentinterestshortfall
    current prepayment interest shortfall`,
  reliefActReduction: `
    relief interest shortfall @ reduction
    relief interest shortfall
    relief shortfall
    relief interest shortfall amount
    relief reduction`,
  netWacCarryforward: `
    current net wac rate carryforward amount
    net wac rate carryforward amount
    net wac carryforward
    net wac rate carryforward distribution
    net wac shortfall carryforward distribution
    basis risk shortfall carryforward amount
    basis risk carryforward amount distribution
    basis risk carryforward
    net rate carryforward amount
    net rate cap carryforward amount
    net rate carryforward
    net rate carryforward distribution`,
  netWacCarryforwardUnpaid: `
    unpaid @ net wac
    amount unpaid after distribution @ net wac
    net wac carryforward unpaid
    net wac rate carryforward remaining unpaid
    remaining net wac carryforward`,
};
