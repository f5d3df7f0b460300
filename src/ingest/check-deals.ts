import { testDeal } from '../checks/check-deal.ts';
import type { Outcome } from '../checks/outcome.ts';
import type { Deal } from '../deal/deal.ts';
import type { Statement } from '../facts/fact.ts';
import { dealOfOutline, type FromChecker, type ToChecker } from './check-messages.ts';
import { checksOfStatement, dealChecks } from './deal-checks.ts';
import { unpackStatement } from './packed-reading.ts';

/** Deals whose checks are kept to be explained: the one looked at and a few before it. */
const remembered = 4;

/** Takes the page's messages one after the other and answers them. Never throws. */
export const createDealChecker = (tell: (message: FromChecker) => void): ((message: ToChecker) => void) => {
  let arriving: Statement[] = [];
  const known = new Map<number, { readonly deal: Deal; readonly outcomes: readonly Outcome[] }>();
  const check = ({ id, outline }: Extract<ToChecker, { kind: 'check' }>) => {
    const deal = dealOfOutline(outline, arriving);
    arriving = [];
    const outcomes = testDeal(deal);
    known.set(id, { deal, outcomes });
    for (const old of [...known.keys()].slice(0, -remembered)) known.delete(old);
    tell({ kind: 'checked', id, checks: dealChecks(deal, outcomes) });
  };
  const explain = ({ id, deal, statement }: Extract<ToChecker, { kind: 'explain' }>) => {
    const checked = known.get(deal);
    const checks = checked === undefined ? null : checksOfStatement(checked.deal, checked.outcomes, statement);
    tell({ kind: 'explained', id, checks });
  };
  return (message) => {
    if (message.kind === 'statement') {
      arriving.push(unpackStatement(message.statement));
      return;
    }
    try {
      if (message.kind === 'check') check(message);
      else explain(message);
    } catch (cause) {
      arriving = [];
      tell({ kind: 'failed', id: message.id, found: cause instanceof Error ? cause.message : String(cause) });
    }
  };
};
