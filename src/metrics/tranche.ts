import { compareClasses } from '../deal/classes.ts';
import type { Deal } from '../deal/deal.ts';
import { notionalClasses } from '../deal/notional.ts';

/**
 * What a class does in the order of losses, by its name and, for notional ones, by its figures. `bond` classes are paid
 * principal and stand before each other; `excess` (CE, OC, X, SB) is the overcollateralization; the others have no
 * balance of the pool.
 */
export type Tranche = 'senior' | 'bond' | 'excess' | 'none';

/** Loan group or REMIC in front of the letter: `I-A-1`, `2A3`, `II-M-1`. */
const groupPrefix = /^(?:\d+-?|(?:I|II|III|IV|V)-)(?=[A-Z])/;

const bare = (name: string): string => name.toUpperCase().trim().replace(groupPrefix, '');

/** The loan group that a class's name begins with; empty for none. */
export const groupOf = (name: string): string =>
  groupPrefix.exec(name.toUpperCase().trim())?.[0].replace(/-$/, '') ?? '';

const byName = (name: string): Tranche => {
  const upper = bare(name);
  if (/^(?:R|UR|LR|RX|RC|RR)(?:$|[-\d\s])|^R-?[IVX]+$|RESID|^P(?:$|[-\d])/.test(upper)) return 'none';
  if (/^(?:CE|OC|SB|XS|CX|X)(?:$|-?\d)/.test(upper)) return 'excess';
  if (/IO(?:$|[-\d])|^X|^S(?:$|-?\d)|^A-?X/.test(upper)) return 'none';
  return upper.startsWith('A') ? 'senior' : 'bond';
};

/** C is on excess cash flow only where no B or D stands beside it. */
const judge = (deal: Deal, name: string): Tranche => {
  if (notionalClasses(deal).get(name) === 'balance') return 'none';
  if (bare(name) === 'C') return deal.classes.some((other) => /^[BD](?:$|[-\d])/.test(bare(other))) ? 'bond' : 'excess';
  return byName(name);
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
  const tranches = new Map(deal.classes.map((name) => [name, judge(deal, name)]));
  const bonds = deal.classes.filter((name) => tranches.get(name) === 'senior' || tranches.get(name) === 'bond');
  const subordinate = bonds.filter((name) => tranches.get(name) === 'bond');
  const below = new Map(
    bonds.map((name) => [
      name,
      tranches.get(name) === 'senior' ? subordinate : subordinate.filter((other) => compareClasses(name, other) < 0),
    ]),
  );
  const structure = {
    tranches,
    bonds,
    charges: deal.classes.filter((name) => /^P(?:$|[-\d])/.test(bare(name))),
    below,
  };
  known.set(deal, structure);
  return structure;
};
