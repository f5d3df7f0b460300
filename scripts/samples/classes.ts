import type { Chance } from './chance.ts';
import { simulatedCusip } from './cusip.ts';
import { share, sum } from './exact.ts';
import type { DealOptions } from './options.ts';

/**
 * `senior` and `mezzanine` classes are offered and bear interest; `excess` holds the overcollateralization and takes what
 * interest is left; `prepayment` takes prepayment charges; `residual` takes nothing.
 */
export type ClassKind = 'senior' | 'mezzanine' | 'excess' | 'prepayment' | 'residual';

/** A margin over the index (actual/360) or a rate (30/360), in hundred-thousandths of a percent. */
export type Accrual =
  | { readonly kind: 'floating'; readonly margin: number }
  | { readonly kind: 'fixed'; readonly rate: number };

export interface SimulatedClass {
  readonly name: string;
  readonly kind: ClassKind;
  /** Cents. */
  readonly originalBalance: number;
  readonly accrual: Accrual;
  /** null for residual classes. */
  readonly cusip: string | null;
  readonly holdersOfRecord: number;
}

const prepaymentClassBalance = 10_000;
const dollar = 100;
const thousandDollars = 100_000;

const numbered = (pattern: string, number: number, of: number): string =>
  of === 1 ? pattern.replace(/[- ]?#/, '') : pattern.replace('#', String(number));

/** The classes of a deal in order of rank. Throws where the options leave nothing to the senior classes or to the excess. */
export function issueClasses(chance: Chance, options: DealOptions): SimulatedClass[] {
  const pool = options.originalPool * dollar;
  const wholeThousands = (cents: number): number =>
    Math.max(thousandDollars, Math.floor(cents / thousandDollars) * thousandDollars);
  const classes: SimulatedClass[] = [];
  let issue = chance.integer(0, 25);
  const nextCusip = (): string => {
    issue += 1;
    const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
    return simulatedCusip(`V${letters.charAt(Math.floor(issue / 24) % 24)}${letters.charAt(issue % 24)}`);
  };
  const issueClass = (name: string, kind: ClassKind, originalBalance: number, accrual: Accrual): void => {
    classes.push({
      name,
      kind,
      originalBalance,
      accrual,
      cusip: kind === 'residual' ? null : nextCusip(),
      holdersOfRecord: kind === 'senior' ? chance.integer(3, 9) : kind === 'mezzanine' ? chance.integer(1, 4) : 1,
    });
  };

  const mezzanineWeights = Array.from(
    { length: options.mezzanineClasses },
    (_, index) => 100 / (index + 2) + chance.integer(0, 20),
  );
  const mezzanineTotal = options.mezzanineClasses === 0 ? 0 : share(pool, options.mezzanineShare, 10_000);
  const mezzanine = mezzanineWeights.map((weight) => wholeThousands((mezzanineTotal / sum(mezzanineWeights)) * weight));
  const excess = share(pool, options.overcollateralizationAtClosing, 10_000);
  const prepayment = options.prepaymentClass ? prepaymentClassBalance : 0;
  const seniorTotal = wholeThousands(pool - sum(mezzanine) - excess - prepayment);
  const seniorWeights = Array.from({ length: options.seniorClasses }, () => chance.integer(20, 60));
  const senior = seniorWeights.map((weight) => wholeThousands((seniorTotal / sum(seniorWeights)) * weight));
  senior[0] = (senior[0] ?? 0) + seniorTotal - sum(senior);

  let margin = 25_000 + 500 * chance.integer(0, 20);
  const accrue = (rank: number): Accrual =>
    rank < options.fixedRateClasses
      ? { kind: 'fixed', rate: options.index + margin + 120_000 }
      : { kind: 'floating', margin };
  senior.forEach((balance, index) => {
    issueClass(numbered(options.seniorName, index + 1, senior.length), 'senior', balance, accrue(index));
    margin += 500 * chance.integer(4, 20);
  });
  mezzanine.forEach((balance, index) => {
    issueClass(
      numbered(options.mezzanineName, index + 1, mezzanine.length),
      'mezzanine',
      balance,
      accrue(senior.length + index),
    );
    margin += 500 * chance.integer(20, Math.max(30, Math.floor(700 / options.mezzanineClasses)));
  });
  const none: Accrual = { kind: 'fixed', rate: 0 };
  const rest = pool - sum(classes.map((issued) => issued.originalBalance)) - prepayment;
  if (senior.some((balance) => balance <= 0) || rest < 0) {
    throw new Error(`a pool of $${options.originalPool} is too small for ${senior.length + mezzanine.length} classes`);
  }
  if (options.excessClass) issueClass(options.excessName, 'excess', rest, none);
  if (options.prepaymentClass) issueClass('P', 'prepayment', prepayment, none);
  for (let number = 1; number <= options.residualClasses; number += 1) {
    issueClass(numbered('R-#', number, options.residualClasses), 'residual', 0, none);
  }
  return classes;
}
