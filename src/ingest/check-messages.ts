import type { Deal } from '../deal/deal.ts';
import type { Statement } from '../facts/fact.ts';
import type { Check, DealChecks } from './deal-checks.ts';
import type { PackedStatement } from './packed-reading.ts';

/** A deal whose statements are told by number, in the order of `statementsOf`. */
export interface DealOutline extends Omit<Deal, 'months' | 'annual' | 'offering' | 'undated'> {
  readonly months: readonly {
    readonly date: string;
    readonly month: string;
    readonly superseded: number;
  }[];
  readonly annual: number;
  readonly offering: number;
  readonly undated: number;
}

/** From the page. A deal crosses statement by statement: all at once would hold the page up. */
export type ToChecker =
  | { readonly kind: 'statement'; readonly statement: PackedStatement }
  /** The statements since the last outline are those of this deal: check them, and remember the outcome as `id`. */
  | { readonly kind: 'check'; readonly id: number; readonly outline: DealOutline }
  /** Every check of a deal that uses a figure of one of its statements. */
  | { readonly kind: 'explain'; readonly id: number; readonly deal: number; readonly statement: number };

export type FromChecker =
  | { readonly kind: 'checked'; readonly id: number; readonly checks: DealChecks }
  /** `checks` is null where the deal has been forgotten meanwhile. */
  | { readonly kind: 'explained'; readonly id: number; readonly checks: readonly Check[] | null }
  | { readonly kind: 'failed'; readonly id: number; readonly found: string };

/** The deal as numbers of its statements. */
export const outlineOf = (deal: Deal): DealOutline => ({
  ...deal,
  months: deal.months.map(({ date, month, superseded }) => ({ date, month, superseded: superseded.length })),
  annual: deal.annual.length,
  offering: deal.offering.length,
  undated: deal.undated.length,
});

/** The deal of an outline, its statements given in the order of `statementsOf`. */
export const dealOfOutline = (outline: DealOutline, statements: readonly Statement[]): Deal => {
  let next = 0;
  const take = (count: number): readonly Statement[] => {
    next += count;
    return statements.slice(next - count, next);
  };
  const months = outline.months.flatMap(({ date, month, superseded }) => {
    const [statement, ...others] = take(1 + superseded);
    return statement === undefined ? [] : [{ date, month, statement, superseded: others }];
  });
  const [annual, offering, undated] = [take(outline.annual), take(outline.offering), take(outline.undated)];
  return { ...outline, months, annual, offering, undated };
};
