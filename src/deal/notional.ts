import type { Deal, DealMonth } from './deal.ts';
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

interface Share {
  readonly quotient: number;
  readonly rounding: number;
}

const shareIn = ({ statement }: DealMonth, name: string): Share | null => {
  const factor = factOf(statement, 'certificateFactor', { class: name });
  const ending = factOf(statement, 'endingBalance', { class: name });
  const [share, balance] = [numberOf(factor), numberOf(ending)];
  if (!share || !balance || factor === undefined || ending === undefined) return null;
  const rounding = 0.5 * (10 ** -(factor.decimals ?? 0) / share + 10 ** -(ending.decimals ?? 0) / balance);
  return { quotient: balance / share, rounding };
};

const firstShare = (months: Iterable<DealMonth>, name: string): Share | null => {
  for (const month of months) {
    const share = shareIn(month, name);
    if (share !== null) return share;
  }
  return null;
};

/** Between the first and the last month the factor went another way than the balance. */
const factorMovesAlone = (deal: Deal, name: string): boolean => {
  const first = firstShare(deal.months, name);
  const last = firstShare(deal.months.toReversed(), name);
  if (first === null || last === null) return false;
  const apart = Math.abs(first.quotient / last.quotient - 1);
  return apart > first.rounding + last.rounding + 1e-6;
};

/** The ending balances that a statement prints beside their total. */
interface Balances {
  readonly total: number;
  readonly sum: number;
  readonly ofClasses: ReadonlyMap<string, number>;
  readonly rounding: number;
}

const balancesOf = (deal: Deal): readonly Balances[] =>
  deal.months.flatMap(({ statement }): Balances[] => {
    const totalFact = factOf(statement, 'endingBalance', { class: 'Total' });
    const total = numberOf(totalFact);
    if (total === null) return [];
    const ofClasses = new Map<string, number>();
    let sum = 0;
    for (const name of deal.classes) {
      const balance = numberOf(factOf(statement, 'endingBalance', { class: name }));
      if (balance === null) continue;
      ofClasses.set(name, balance);
      sum += balance;
    }
    const rounding = 0.5 * (ofClasses.size + 1) * 10 ** -(totalFact?.decimals ?? 0);
    return [{ total, sum, ofClasses, rounding }];
  });

/** Some total rows leave notional classes out of the balances: the class by which the sum is too large is one. */
const leftOutOfTotal = (balances: readonly Balances[], name: string): boolean =>
  balances.some(({ total, sum, ofClasses, rounding }) => {
    const own = ofClasses.get(name);
    return own !== undefined && own > 2 * rounding && Math.abs(sum - total - own) <= rounding;
  });

const known = new WeakMap<Deal, ReadonlyMap<string, Notional>>();

/** The notional classes of a deal, found from their figures and not from their names. */
export const notionalClasses = (deal: Deal): ReadonlyMap<string, Notional> => {
  const before = known.get(deal);
  if (before !== undefined) return before;
  const notional = new Map<string, Notional>();
  const balances = balancesOf(deal);
  for (const name of deal.classes) {
    if (leftOutOfTotal(balances, name)) notional.set(name, 'balance');
    else if (factorOffBalance(deal, name) || factorMovesAlone(deal, name)) notional.set(name, 'factor');
  }
  known.set(deal, notional);
  return notional;
};
