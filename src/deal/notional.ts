import type { Deal } from './deal.ts';
import { originalBalances } from './original-balance.ts';
import { factOf, numberOf } from './series.ts';

/**
 * What of a class is notional. `factor`: its balance is a real one, its factor follows the pool (class CE, whose balance
 * is the overcollateralization). `balance`: its balance is an amount that only interest is reckoned on (IO classes); it
 * is no part of the deal's balance.
 */
export type Notional = 'factor' | 'balance';

const factorOffBalance = (deal: Deal, name: string): boolean => {
  const original = originalBalances(deal).get(name);
  return deal.months.some(({ statement }) => {
    const factorFact = factOf(statement, 'certificateFactor', { class: name });
    const factor = numberOf(factorFact);
    if (factor === null || factorFact === undefined) return false;
    const place = 10 ** -(factorFact.decimals ?? 0);
    const perThousandFact = factOf(statement, 'endingBalancePer1000', { class: name });
    const perThousand = numberOf(perThousandFact);
    if (perThousand !== null && perThousandFact !== undefined) {
      return Math.abs(factor * 1000 - perThousand) > 500 * place + 0.5 * 10 ** -(perThousandFact.decimals ?? 0) + 1e-6;
    }
    const endingFact = factOf(statement, 'endingBalance', { class: name });
    const ending = numberOf(endingFact);
    if (ending === null || endingFact === undefined || original === undefined) return false;
    const rounding = 0.5 * original.value * place + 0.5 * 10 ** -(endingFact.decimals ?? 0);
    return Math.abs(factor * original.value - ending) > rounding + 1e-6 * original.value;
  });
};

/** Between two months the factor went another way than the balance. */
const factorMovesAlone = (deal: Deal, name: string): boolean => {
  const printed = deal.months.flatMap(({ statement }) => {
    const factor = factOf(statement, 'certificateFactor', { class: name });
    const ending = factOf(statement, 'endingBalance', { class: name });
    const [share, balance] = [numberOf(factor), numberOf(ending)];
    if (!share || !balance || factor === undefined || ending === undefined) return [];
    const rounding = 0.5 * (10 ** -(factor.decimals ?? 0) / share + 10 ** -(ending.decimals ?? 0) / balance);
    return [{ quotient: balance / share, rounding }];
  });
  const [first, last] = [printed[0], printed.at(-1)];
  if (first === undefined || last === undefined) return false;
  const apart = Math.abs(first.quotient / last.quotient - 1);
  return apart > first.rounding + last.rounding + 1e-6;
};

/** Some total rows leave notional classes out of the balances: the class by which the sum is too large is one. */
const leftOutOfTotal = (deal: Deal, name: string): boolean =>
  deal.months.some(({ statement }) => {
    const totalFact = factOf(statement, 'endingBalance', { class: 'Total' });
    const total = numberOf(totalFact);
    const own = numberOf(factOf(statement, 'endingBalance', { class: name }));
    if (total === null || own === null || own <= 0) return false;
    let sum = 0;
    let terms = 1;
    for (const other of deal.classes) {
      const balance = numberOf(factOf(statement, 'endingBalance', { class: other }));
      if (balance === null) continue;
      sum += balance;
      terms += 1;
    }
    const rounding = 0.5 * terms * 10 ** -(totalFact?.decimals ?? 0);
    return own > 2 * rounding && Math.abs(sum - total - own) <= rounding;
  });

const known = new WeakMap<Deal, ReadonlyMap<string, Notional>>();

/** The notional classes of a deal, found from their figures and not from their names. */
export const notionalClasses = (deal: Deal): ReadonlyMap<string, Notional> => {
  const before = known.get(deal);
  if (before !== undefined) return before;
  const notional = new Map<string, Notional>();
  for (const name of deal.classes) {
    if (leftOutOfTotal(deal, name)) notional.set(name, 'balance');
    else if (factorOffBalance(deal, name) || factorMovesAlone(deal, name)) notional.set(name, 'factor');
  }
  known.set(deal, notional);
  return notional;
};
