import { bareName, roleOf } from './roles.ts';

/** The order of certificate classes from senior to junior, judged by their names alone. */

const junior = 100;
const prepaymentCharges = 200;
const residual = 300;

const rank = (name: string): number => {
  const upper = bareName(name);
  const role = roleOf(name);
  if (role === 'residual') return residual;
  if (role === 'prepaymentCharges') return prepaymentCharges;
  if (/^(?:CE|OC|XS|SB|N)(?:$|[-\d])|^X|(?:^|-|\d)IO(?:$|-|\d)|^S$|^[A-Z]-?IO/.test(upper)) return junior;
  const letter = upper.charCodeAt(0) - 65;
  if (letter < 0 || letter > 25) return 50;
  if (upper.startsWith('A')) return 0;
  if (upper.startsWith('M')) return 1;
  return 1 + letter;
};

const natural = (left: string, right: string): number => {
  const parts = left.match(/\d+|\D+/g) ?? [];
  const others = right.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.max(parts.length, others.length); index += 1) {
    const part = parts[index] ?? '';
    const other = others[index] ?? '';
    if (part === other) continue;
    const difference = Number(part) - Number(other);
    if (part !== '' && other !== '' && Number.isFinite(difference) && difference !== 0) return difference;
    return part < other ? -1 : 1;
  }
  return 0;
};

/**
 * Compares two class names from senior to junior: A, then M, then B and the letters after it, then classes on excess
 * interest (CE, X, IO), prepayment charges (P) and residuals (R). Within a letter by number: M-2 before M-10.
 */
export const compareClasses = (left: string, right: string): number => rank(left) - rank(right) || natural(left, right);

/** Whether a class name is that of a total row. */
export const isTotal = (name: string): boolean => /^totals?$/i.test(name.trim());
