import type { Chance } from './chance.ts';
import type { Accrual, SimulatedClass } from './classes.ts';
import { roundedQuotient } from './exact.ts';
import { rateScale } from './rates.ts';

/** A bounded walk of the index, in steps of a four-hundredth of a percent. */
export function walkIndex(chance: Chance, start: number): (suits: (index: number) => boolean) => number {
  let current = start;
  let trend = 0;
  return (suits) => {
    trend = Math.max(-40, Math.min(40, trend + chance.integer(-12, 12)));
    let next = current;
    for (let tries = 0; tries < 40; tries += 1) {
      next = Math.max(100_000, Math.min(450_000, current + 250 * (trend + chance.integer(-15, 15))));
      if (suits(next)) break;
    }
    if (next === 100_000 || next === 450_000) trend = -trend;
    current = next;
    return current;
  };
}

/** Interest as a fraction of cents: actual/360 for floating classes, 30/360 for fixed ones. */
const accruedInterest = (balance: number, rate: number, days: number, accrual: Accrual): [bigint, bigint] =>
  accrual.kind === 'floating'
    ? [BigInt(balance) * BigInt(rate) * BigInt(days), BigInt(360 * rateScale)]
    : [BigInt(balance) * BigInt(rate), BigInt(12 * rateScale)];

/**
 * Interest in cents. An amount just below half a dollar keeps below it, so that a statement in whole dollars prints what
 * balance and rate give.
 */
export function interestOn(balance: number, rate: number, days: number, accrual: Accrual): number {
  const [numerator, denominator] = accruedInterest(balance, rate, days, accrual);
  const cents = roundedQuotient(numerator, denominator);
  return Number(cents % 100n === 50n && numerator < cents * denominator ? cents - 1n : cents);
}

/** Whether rounding the interest to cents and then to dollars gives the same as rounding it to dollars at once. */
export function roundsCleanly(balance: number, rate: number, days: number, accrual: Accrual): boolean {
  const [numerator, denominator] = accruedInterest(balance, rate, days, accrual);
  const cents = roundedQuotient(numerator, denominator);
  return cents % 100n !== 50n || numerator >= cents * denominator;
}

/** The rate of a class at an index. */
export const rateOf = ({ accrual }: SimulatedClass, index: number): number =>
  accrual.kind === 'fixed' ? accrual.rate : index + accrual.margin;
