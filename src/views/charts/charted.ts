import type { ConceptId } from '../../facts/concepts.ts';

/** The titles of the charts. */
export const chartTitles = {
  balances: 'Class balances',
  factors: 'Certificate factors',
  delinquency: 'Delinquency',
  prepayments: 'Prepayments',
} as const;

/** The chart that draws a concept; every other is in the tables. */
export const chartOf: Partial<Readonly<Record<ConceptId, string>>> = {
  endingBalance: chartTitles.balances,
  certificateFactor: chartTitles.factors,
  delinquentStatedBalance: chartTitles.delinquency,
  delinquencyPercentage: chartTitles.delinquency,
  curtailments: chartTitles.prepayments,
  payoffs: chartTitles.prepayments,
  liquidationProceeds: chartTitles.prepayments,
  totalPrepayments: chartTitles.prepayments,
};
