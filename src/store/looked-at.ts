import type { Deal } from '../deal/deal.ts';
import { findDeal } from '../deal/group.ts';
import { statementsOf } from '../deal/statements.ts';
import type { Statement } from '../facts/fact.ts';
import type { Place } from './place.ts';

/** The statements whose figures a place looks at: of its deal, of the deals of its file, or of all. */
export const lookedAt = (place: Place, deals: readonly Deal[]): readonly Statement[] => {
  switch (place.kind) {
    case 'start':
    case 'files':
    case 'help':
      return [];
    case 'deal':
    case 'report': {
      const deal = findDeal(deals, place.deal);
      return deal === undefined ? [] : statementsOf(deal);
    }
    case 'source':
      return deals
        .map(statementsOf)
        .filter((of) => of.some(({ file }) => file === place.file))
        .flat();
    default:
      return deals.flatMap(statementsOf);
  }
};
