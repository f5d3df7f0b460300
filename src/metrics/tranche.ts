import { compareClasses } from '../deal/classes.ts';
import type { Deal } from '../deal/deal.ts';
import { notionalClasses } from '../deal/notional.ts';
import { bareName, type Role, roleOf } from '../deal/roles.ts';

/**
 * What a class does in the order of losses, by its name and, for notional ones, by its figures. `bond` classes are paid
 * principal and stand before each other; `excess` (CE, OC, X, SB) is the overcollateralization; the others have no
 * balance of the pool.
 */
export type Tranche = 'senior' | 'bond' | 'excess' | 'none';

/** What each role comes to in the order of losses. */
const tranches: Readonly<Record<Role, Tranche>> = {
  senior: 'senior',
  subordinate: 'bond',
  other: 'bond',
  excess: 'excess',
  prepaymentCharges: 'none',
  interestOnly: 'none',
  residual: 'none',
};

/** C is on excess cash flow only where no B or D stands beside it. */
const judge = (deal: Deal, name: string): Tranche => {
  if (notionalClasses(deal).get(name) === 'balance') return 'none';
  const bare = bareName(name);
  if (bare === 'C') {
    return deal.classes.some((other) => /^[BD](?:$|[-\d])/.test(bareName(other))) ? 'bond' : 'excess';
  }
  return /^C-?\d/.test(bare) ? 'bond' : tranches[roleOf(name)];
};

/** The classes of a deal in the order of losses. */
export interface Structure {
  readonly tranches: ReadonlyMap<string, Tranche>;
  /** Senior and subordinate classes, senior ones first. */
  readonly bonds: readonly string[];
  /** Classes on prepayment charges, whose small balance is part of the pool. */
  readonly charges: readonly string[];
  /** Of each senior or subordinate class, those that bear losses before it does: all subordinate ones below a senior class. */
  readonly below: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Deal, Structure>();

export const structureOf = (deal: Deal): Structure => {
  const before = known.get(deal);
  if (before !== undefined) return before;
  const judged = new Map(deal.classes.map((name) => [name, judge(deal, name)]));
  const bonds = deal.classes.filter((name) => judged.get(name) === 'senior' || judged.get(name) === 'bond');
  const subordinate = bonds.filter((name) => judged.get(name) === 'bond');
  const below = new Map(
    bonds.map((name) => [
      name,
      judged.get(name) === 'senior' ? subordinate : subordinate.filter((other) => compareClasses(name, other) < 0),
    ]),
  );
  const structure = {
    tranches: judged,
    bonds,
    charges: deal.classes.filter((name) => roleOf(name) === 'prepaymentCharges'),
    below,
  };
  known.set(deal, structure);
  return structure;
};
