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

/** Every class of a deal with what it is. C is on excess cash flow only where it comes last and no B or D does. */
export const trancheOf = (deal: Deal, name: string): Tranche => {
  if (notionalClasses(deal).get(name) === 'balance') return 'none';
  if (bare(name) === 'C') return deal.classes.some((other) => /^[BD](?:$|[-\d])/.test(bare(other))) ? 'bond' : 'excess';
  return byName(name);
};

/** Whether `other` bears losses before `name` does: all that is not senior stands below a senior class. */
export const standsBelow = (deal: Deal, other: string, name: string): boolean => {
  const [lower, upper] = [trancheOf(deal, other), trancheOf(deal, name)];
  if (lower !== 'bond') return false;
  return upper === 'senior' || (upper === 'bond' && compareClasses(name, other) < 0);
};
