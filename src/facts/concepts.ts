import type { Unit } from './fact.ts';

/** What a concept belongs to: a certificate class, the pool, a delinquency bucket, one loan. */
export type ConceptScope = 'class' | 'pool' | 'bucket' | 'loan';

/** A flow belongs to a period (its amounts add up over months), a stock to a date, a rate to neither. */
export type ConceptNature = 'flow' | 'stock' | 'rate' | 'identifier';

export interface Concept {
  readonly scope: ConceptScope;
  readonly unit: Unit;
  readonly nature: ConceptNature;
  /** The field's own words, for headings and lists. */
  readonly title: string;
}

const concept = (scope: ConceptScope, unit: Unit, nature: ConceptNature, title: string): Concept => ({
  scope,
  unit,
  nature,
  title,
});

/** Every concept that a figure can have. An id, once used, keeps its meaning. */
export const concepts = {
  originalBalance: concept('class', 'USD', 'stock', 'Original balance'),
  beginningBalance: concept('class', 'USD', 'stock', 'Beginning balance'),
  principal: concept('class', 'USD', 'flow', 'Principal'),
  scheduledPrincipal: concept('class', 'USD', 'flow', 'Scheduled principal'),
  unscheduledPrincipal: concept('class', 'USD', 'flow', 'Unscheduled principal'),
  interest: concept('class', 'USD', 'flow', 'Interest'),
  totalDistribution: concept('class', 'USD', 'flow', 'Total distribution'),
  realizedLoss: concept('class', 'USD', 'flow', 'Realized loss'),
  cumulativeRealizedLoss: concept('class', 'USD', 'stock', 'Cumulative realized loss'),
  deferredInterest: concept('class', 'USD', 'flow', 'Deferred interest'),
  endingBalance: concept('class', 'USD', 'stock', 'Ending balance'),
  passThroughRate: concept('class', 'percent', 'rate', 'Pass-through rate'),
  nextPassThroughRate: concept('class', 'percent', 'rate', 'Next pass-through rate'),
  certificateFactor: concept('class', 'factor', 'stock', 'Certificate factor'),
  beginningBalancePer1000: concept('class', 'perThousand', 'stock', 'Beginning balance per $1,000'),
  principalPer1000: concept('class', 'perThousand', 'flow', 'Principal per $1,000'),
  interestPer1000: concept('class', 'perThousand', 'flow', 'Interest per $1,000'),
  totalPer1000: concept('class', 'perThousand', 'flow', 'Total per $1,000'),
  lossPer1000: concept('class', 'perThousand', 'flow', 'Loss per $1,000'),
  endingBalancePer1000: concept('class', 'perThousand', 'stock', 'Ending balance per $1,000'),
  interestDistributionAmount: concept('class', 'USD', 'flow', 'Interest distribution amount'),
  interestCarryForward: concept('class', 'USD', 'stock', 'Interest carry forward'),
  realizedLossReduction: concept('class', 'USD', 'flow', 'Reduction from realized losses'),
  prepaymentInterestShortfallReduction: concept(
    'class',
    'USD',
    'flow',
    'Reduction from prepayment interest shortfalls',
  ),
  reliefActReduction: concept('class', 'USD', 'flow', 'Reduction from Relief Act shortfalls'),
  netWacCarryforward: concept('class', 'USD', 'flow', 'Net WAC rate carryforward'),
  netWacCarryforwardUnpaid: concept('class', 'USD', 'stock', 'Net WAC rate carryforward unpaid'),
  cusip: concept('class', 'text', 'identifier', 'CUSIP'),
  holdersOfRecord: concept('class', 'count', 'stock', 'Holders of record'),
  underwriterAllocation: concept('class', 'USD', 'stock', 'Underwriter’s allocation'),

  poolBeginningBalance: concept('pool', 'USD', 'stock', 'Pool beginning balance'),
  poolEndingBalance: concept('pool', 'USD', 'stock', 'Pool ending balance'),
  loanCountBeginning: concept('pool', 'count', 'stock', 'Loans, beginning'),
  loanCountEnding: concept('pool', 'count', 'stock', 'Loans, ending'),
  weightedAverageCoupon: concept('pool', 'percent', 'rate', 'Weighted average coupon'),
  weightedAverageRemainingTerm: concept('pool', 'months', 'rate', 'Weighted average remaining term'),
  servicingFee: concept('pool', 'USD', 'flow', 'Servicing fee'),
  masterServicerCompensation: concept('pool', 'USD', 'flow', 'Master servicer compensation'),
  advances: concept('pool', 'USD', 'stock', 'Advances'),
  statedBalanceExcludingReo: concept('pool', 'USD', 'stock', 'Stated balance excluding REO'),
  reoStatedBalance: concept('pool', 'USD', 'stock', 'Stated balance of REO'),
  reoBookValue: concept('pool', 'USD', 'stock', 'Book value of REO'),
  curtailments: concept('pool', 'USD', 'flow', 'Curtailments'),
  payoffs: concept('pool', 'USD', 'flow', 'Payoffs'),
  liquidationProceeds: concept('pool', 'USD', 'flow', 'Liquidation proceeds'),
  totalPrepayments: concept('pool', 'USD', 'flow', 'Total prepayments'),
  prepaymentCharges: concept('pool', 'USD', 'flow', 'Prepayment charges'),
  reoPrincipalAmortization: concept('pool', 'USD', 'flow', 'REO principal amortization'),
  realizedLosses: concept('pool', 'USD', 'flow', 'Realized losses'),
  bankruptcyLosses: concept('pool', 'USD', 'flow', 'Bankruptcy losses'),
  cumulativeRealizedLosses: concept('pool', 'USD', 'stock', 'Cumulative realized losses'),
  aggregateLossSeverity: concept('pool', 'percent', 'rate', 'Aggregate loss severity'),
  extraordinaryExpenses: concept('pool', 'USD', 'flow', 'Extraordinary trust fund expenses'),
  overcollateralization: concept('pool', 'USD', 'stock', 'Overcollateralization'),
  requiredOvercollateralization: concept('pool', 'USD', 'stock', 'Required overcollateralization'),
  overcollateralizationIncrease: concept('pool', 'USD', 'flow', 'Overcollateralization increase'),
  overcollateralizationReduction: concept('pool', 'USD', 'flow', 'Overcollateralization reduction'),
  creditEnhancementPercentage: concept('pool', 'percent', 'rate', 'Credit enhancement percentage'),
  netMonthlyExcessCashFlow: concept('pool', 'USD', 'flow', 'Net monthly excess cash flow'),
  delinquencyPercentage: concept('pool', 'percent', 'rate', 'Delinquency percentage'),
  stepdownDateOccurred: concept('pool', 'flag', 'stock', 'Stepdown date occurred'),
  triggerEventOccurred: concept('pool', 'flag', 'stock', 'Trigger event occurred'),
  prepaymentInterestShortfallUncovered: concept('pool', 'USD', 'flow', 'Prepayment interest shortfall not covered'),
  reliefActShortfall: concept('pool', 'USD', 'flow', 'Relief Act interest shortfall'),
  offeredBalance: concept('pool', 'USD', 'stock', 'Offered balance'),

  delinquentCount: concept('bucket', 'count', 'stock', 'Delinquent loans'),
  delinquentUnpaidBalance: concept('bucket', 'USD', 'stock', 'Delinquent unpaid balance'),
  delinquentStatedBalance: concept('bucket', 'USD', 'stock', 'Delinquent stated balance'),
  delinquentPercentage: concept('bucket', 'percent', 'rate', 'Delinquent percentage'),

  reoLoanUnpaidBalance: concept('loan', 'USD', 'stock', 'REO loan unpaid balance'),
  reoLoanStatedBalance: concept('loan', 'USD', 'stock', 'REO loan stated balance'),
  loanLossSeverity: concept('loan', 'percent', 'rate', 'Loan loss severity'),
} as const satisfies Record<string, Concept>;

export type ConceptId = keyof typeof concepts;

/** All concepts of a class, the pool, a bucket or a loan. */
export const conceptsOf = (scope: ConceptScope): readonly ConceptId[] =>
  (Object.keys(concepts) as ConceptId[]).filter((id) => concepts[id].scope === scope);

/** Delinquency buckets in order of severity. A status crossed with days is written `foreclosure90+`, after the pattern of `bankruptcy60+`. */
export const delinquencyBuckets = [
  '30-59',
  '60-89',
  '90+',
  'foreclosure',
  'bankruptcy',
  'bankruptcy60+',
  'reo',
  'total',
] as const;

/** What is said of amounts, said of each $1,000 of original balance. */
export const perThousandConcept: Partial<Record<ConceptId, ConceptId>> = {
  beginningBalance: 'beginningBalancePer1000',
  principal: 'principalPer1000',
  interest: 'interestPer1000',
  interestDistributionAmount: 'interestPer1000',
  totalDistribution: 'totalPer1000',
  realizedLoss: 'lossPer1000',
  endingBalance: 'endingBalancePer1000',
};
