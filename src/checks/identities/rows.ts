import type { Identity } from '../identity.ts';

/** Statements that print a month's figures, or those of a year. */
export const printed = ['monthly', 'annual'] as const;

type Row = Omit<Identity, 'kind' | 'relation' | 'statements'>;

/** Two sides of a month or a year that are the same. */
export const equality = (row: Row): Identity => ({ kind: 'equality', relation: 'equal', statements: printed, ...row });

/** Two sides of a month or a year of which the left is not above the right. */
export const ordering = (row: Row): Identity => ({
  kind: 'ordering',
  relation: 'at most',
  statements: printed,
  ...row,
});
