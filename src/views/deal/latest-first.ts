import type { Deal } from '../../deal/deal.ts';
import type { Statement } from '../../facts/fact.ts';
import { dealOf } from './statement-words.ts';

/** The deals with the one first that got the last of the statements; as they are where that is none of them. */
export const latestFirst = (deals: readonly Deal[], statements: readonly Statement[]): readonly Deal[] => {
  const last = statements.at(-1);
  const latest = last === undefined ? undefined : dealOf(deals, last);
  if (latest === undefined || latest === deals[0]) return deals;
  return [latest, ...deals.filter((deal) => deal !== latest)];
};
