import type { Statement } from '../facts/fact.ts';
import type { Deal } from './deal.ts';

/** All statements of a deal, whether they count or not: months with what they superseded, years, offering, undated. */
export const statementsOf = (deal: Deal): readonly Statement[] => [
  ...deal.months.flatMap(({ statement, superseded }) => [statement, ...superseded]),
  ...deal.annual,
  ...deal.offering,
  ...deal.undated,
];
