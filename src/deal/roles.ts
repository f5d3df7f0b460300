/** What a class is for, as far as its name tells. */
export type Role = 'senior' | 'subordinate' | 'excess' | 'prepaymentCharges' | 'interestOnly' | 'residual' | 'other';

/** Loan group or REMIC in front of the letter: `I-A-1`, `2A3`, `II-M-1`. */
const groupPrefix = /^(?:\d+-?|(?:I|II|III|IV|V)-)(?=[A-Z])/;

/** A class's name in capitals, without the group in front. */
export const bareName = (name: string): string => name.toUpperCase().trim().replace(groupPrefix, '');

/** The loan group that a class's name begins with; empty for none. */
export const groupOf = (name: string): string =>
  groupPrefix.exec(name.toUpperCase().trim())?.[0].replace(/-$/, '') ?? '';

/** First match counts. */
const names: readonly (readonly [RegExp, Role])[] = [
  [/^(?:R|UR|LR|RX|RC|RR)(?:$|[-\d\s])|^R-?[IVX]+$|RESID/, 'residual'],
  [/^P(?:$|[-\d])/, 'prepaymentCharges'],
  [/^(?:CE|C|OC|SB|X|XS|CX)(?:$|-?\d)/, 'excess'],
  [/IO(?:$|[-\d])|^X|^S(?:$|-?\d)|^A-?X/, 'interestOnly'],
  [/^A/, 'senior'],
  [/^[MB](?:$|[-\dFV])/, 'subordinate'],
];

const known = new Map<string, Role>();

/**
 * The role of a class by its name: A senior; M and B subordinate; CE, C, X and OC on excess cash flow (its balance, where
 * it has one, is the overcollateralization); P on prepayment charges; IO, S on interest of a notional amount; R residual.
 */
export const roleOf = (name: string): Role => {
  const before = known.get(name);
  if (before !== undefined) return before;
  const upper = bareName(name);
  const role = names.find(([pattern]) => pattern.test(upper))?.[1] ?? 'other';
  known.set(name, role);
  return role;
};
