import type { ConceptId } from '../../facts/concepts.ts';

/** The titles of the charts. */
export const chartTitles = {
  balances: 'Class balances',
  factors: 'Certificate factors',
  delinquency: 'Delinquency',
  prepayments: 'Prepayments',
} as const;

/** The id of the chart that draws a concept; every other is in the tables. */
export const chartOf: Partial<Readonly<Record<ConceptId, string>>> = {
  endingBalance: 'balances',
  certificateFactor: 'factors',
  delinquentStatedBalance: 'delinquency',
  delinquencyPercentage: 'delinquency',
  curtailments: 'prepayments',
  payoffs: 'prepayments',
  liquidationProceeds: 'prepayments',
  totalPrepayments: 'prepayments',
};
