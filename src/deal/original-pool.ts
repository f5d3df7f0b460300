import type { Fact, Statement } from '../facts/fact.ts';
import type { Deal } from './deal.ts';
import { notionalClasses } from './notional.ts';
import { originalBalances } from './original-balance.ts';
import { factOf, numberOf, type PrintedFact } from './series.ts';

/** A pool's balance at issue in dollars with how it was found, or why it is not known. */
export type OriginalPool =
  | {
      readonly value: number;
      /** How, in words. */
      readonly formula: string;
      readonly from: readonly PrintedFact[];
    }
  | { readonly value: null; readonly reason: string };

const unknown = (reason: string): OriginalPool => ({ value: null, reason });

/** The pool's balance at the end of the month, as printed, else the total of the classes. */
const poolBalance = (statement: Statement): Fact | undefined =>
  factOf(statement, 'poolEndingBalance') ?? factOf(statement, 'endingBalance', { class: 'Total' });

/** Rounding and the odd cent apart; a class that stands for the difference is larger. */
const addsUp = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= Math.max(5, 1e-5 * whole);

/** Whether the ending balances of these classes make up the pool in some month. */
const makeUpThePool = (deal: Deal, classes: readonly string[]): boolean =>
  deal.months.some(({ statement }) => {
    const pool = numberOf(poolBalance(statement));
    const balances = classes.map((name) => numberOf(factOf(statement, 'endingBalance', { class: name })) ?? 0);
    return (
      pool !== null &&
      addsUp(
        balances.reduce((sum, balance) => sum + balance, 0),
        pool,
      )
    );
  });

const ofClasses = (deal: Deal): OriginalPool => {
  const originals = originalBalances(deal);
  const notional = notionalClasses(deal);
  const parts = deal.classes.filter((name) => notional.get(name) !== 'balance');
  const known = parts.flatMap((name) => originals.get(name) ?? []);
  if (known.length === 0) {
    return unknown('No original balances are printed, and none follow from the figures loaded.');
  }
  const untold = parts.filter(
    (name) =>
      !originals.has(name) &&
      deal.months.some(({ statement }) => (numberOf(factOf(statement, 'endingBalance', { class: name })) ?? 0) > 0),
  );
  if (untold.length > 0) return unknown(`The original balance of class ${untold.join(', ')} is not known.`);
  if (!makeUpThePool(deal, parts)) {
    return unknown('The classes do not add up to the pool, so the original pool does not follow from theirs.');
  }
  return {
    value: known.reduce((sum, balance) => sum + balance.value, 0),
    formula: 'the original balances of all classes, summed',
    from: known.flatMap((balance) => balance.from),
  };
};

const ofNotionalFactor = (deal: Deal): OriginalPool | null => {
  for (const [name, kind] of notionalClasses(deal)) {
    if (kind !== 'factor') continue;
    const quotients = deal.months.flatMap(({ statement }) => {
      const pool = poolBalance(statement);
      const factor = factOf(statement, 'certificateFactor', { class: name });
      const [balance, share] = [numberOf(pool), numberOf(factor)];
      if (pool === undefined || factor === undefined || balance === null || !share) return [];
      return [
        {
          value: balance / share,
          from: [
            { fact: pool, statement },
            { fact: factor, statement },
          ],
        },
      ];
    });
    const [first] = quotients;
    // It follows the pool only if pool and factor keep step through all months.
    if (first === undefined || !quotients.every(({ value }) => addsUp(value, first.value))) continue;
    return {
      value: Math.round(first.value),
      formula: `pool balance ÷ the factor of class ${name}, which follows the pool`,
      from: first.from,
    };
  }
  return null;
};

const originals = new WeakMap<Deal, OriginalPool>();

/**
 * The pool's balance at issue: the original balances of its classes summed, notional ones left out, where the classes
 * make up the pool; else the pool balance over the factor of a class whose factor follows the pool.
 */
export const originalPoolBalance = (deal: Deal): OriginalPool => {
  const known = originals.get(deal);
  if (known !== undefined) return known;
  const summed = ofClasses(deal);
  const original = summed.value === null ? (ofNotionalFactor(deal) ?? summed) : summed;
  originals.set(deal, original);
  return original;
};
