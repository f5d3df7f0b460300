import type { Deal } from '../deal/deal.ts';
import { monthTitle } from '../deal/month.ts';
import { originalBalances } from '../deal/original-balance.ts';
import { groupOf } from '../deal/roles.ts';
import { isPrinted, series } from '../deal/series.ts';
import type { Statement } from '../facts/fact.ts';
import {
  notLoaded,
  originalBalance,
  originalPool,
  poolEnding,
  printed,
  printedIn,
  remembered,
  statementOf,
} from './figures.ts';
import {
  allOf,
  computed,
  derivedTerm,
  type Input,
  isComputed,
  isMissing,
  isTerm,
  joined,
  type Measure,
  notComputable,
  sum,
  type Term,
} from './measure.ts';
import { structureOf } from './tranche.ts';

/** A class that is no longer printed because it was paid off: its last balance was zero. */
const isPaidOff = (deal: Deal, month: string, name: string): boolean => {
  const before = series(deal, 'endingBalance', { class: name }).filter(
    (point) => point.month < month && point.value !== null,
  );
  return before.at(-1)?.value === 0;
};

const endingOf = (deal: Deal, month: string, names: readonly string[]): readonly Term[] | { reason: string } => {
  const inputs = names.flatMap((name): Input[] => {
    const own = printed(deal, month, 'endingBalance', { class: name });
    return isTerm(own) || !isPaidOff(deal, month, name) ? [own] : [];
  });
  return allOf(...inputs);
};

/** Rounding of so many printed balances, and a dollar. */
const addsUp = (sumOfClasses: number, pool: number, count: number): boolean =>
  Math.abs(sumOfClasses - pool) <= 1 + 0.5 * (count + 1);

const excessBalance = (deal: Deal, statement: Statement, pool: Term): Term | null => {
  const excess = deal.classes.flatMap((name) => {
    const term =
      structureOf(deal).tranches.get(name) === 'excess' ? printedIn(statement, 'endingBalance', { class: name }) : null;
    return term === null ? [] : [term];
  });
  const [only] = excess;
  if (only === undefined || excess.length > 1) return null;
  // The balance of such a class may be a notional amount; it is the overcollateralization where it completes the pool.
  const others = deal.classes.flatMap((name) => printedIn(statement, 'endingBalance', { class: name }) ?? []);
  return addsUp(sum(others.map(({ value }) => value)), pool.value, others.length) ? only : null;
};

/**
 * Overcollateralization in dollars: the ending balance of the class on excess cash flow where it completes the pool; else
 * as printed; else the ending pool less the ending balances of all other classes.
 */
const overcollateralization = remembered((deal, month): Input => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  const pool = poolEnding(deal, month);
  const own = isTerm(pool) ? excessBalance(deal, statement, pool) : null;
  if (own !== null) return own;
  const stated = printedIn(statement, 'overcollateralization');
  if (stated !== null) return stated;
  const inputs = allOf(pool);
  if (isMissing(inputs)) return inputs;
  const [whole] = inputs;
  // A total of the classes leaves nothing over by itself.
  if (whole.origin === 'printed' && whole.fact.concept !== 'poolEndingBalance') {
    return notComputable('Overcollateralization not printed, and no pool balance apart from the total of the classes.');
  }
  const { bonds, charges } = structureOf(deal);
  const classes = endingOf(deal, month, bonds);
  if (isMissing(classes)) return classes;
  if (classes.length === 0) return notComputable('Overcollateralization not printed, and no balances of classes.');
  const small = charges.flatMap((name) => printedIn(statement, 'endingBalance', { class: name }) ?? []);
  const terms = [whole, ...classes, ...small];
  const value = sum([whole.value, ...[...classes, ...small].map((term) => -term.value)]);
  return derivedTerm('Overcollateralization', value, 'USD', joined(terms, ' − '));
});

/** Credit enhancement as the statement prints it, in percent. */
export const printedCreditEnhancement = remembered((deal, month): Measure => {
  const term = printed(deal, month, 'creditEnhancementPercentage');
  return isTerm(term) ? computed(term.value, 'percent', [term]) : term;
});

/**
 * Credit enhancement of a class in percent: (balances of the classes that bear losses before it + overcollateralization)
 * ÷ ending pool. The class on excess cash flow is the overcollateralization and counts once; prepayment charges,
 * residuals and notional classes are left out; all senior classes stand on one level.
 */
export const classCreditEnhancement = remembered((deal, month, name): Measure => {
  if (statementOf(deal, month) === undefined) return notLoaded(month);
  const { tranches, below: lower } = structureOf(deal);
  const tranche = tranches.get(name);
  if (tranche === 'excess')
    return notComputable(`Class ${name} is the overcollateralization: nothing stands below it.`);
  if (tranche !== 'senior' && tranche !== 'bond')
    return notComputable(`Class ${name} has no part of the pool that losses could reach.`);
  const below = lower.get(name) ?? [];
  if (new Set(below.map(groupOf)).size > 1) {
    return notComputable('Each loan group has its own subordinate classes: what stands below a class is not told.');
  }
  const classes = endingOf(deal, month, below);
  if (isMissing(classes)) return classes;
  const inputs = allOf(overcollateralization(deal, month), poolEnding(deal, month));
  if (isMissing(inputs)) return inputs;
  const [cushion, pool] = inputs;
  if (pool.value <= 0) return notComputable(`${pool.name} is ${pool.text}: nothing is left to enhance.`);
  const terms = [...classes, cushion];
  const value = (100 * sum(terms.map((term) => term.value))) / pool.value;
  return computed(value, 'percent', ['(', ...joined(terms), ') ÷ ', pool]);
});

const seniorOf = (deal: Deal): string | undefined =>
  structureOf(deal).bonds.find((name) => structureOf(deal).tranches.get(name) === 'senior');

/** Credit enhancement of the senior classes in percent, recomputed: (subordinate classes + overcollateralization) ÷ pool. */
export const creditEnhancement = remembered((deal, month): Measure => {
  const senior = seniorOf(deal);
  return senior === undefined
    ? notComputable('No senior class (A) is known: which classes stand below is not told.')
    : classCreditEnhancement(deal, month, senior);
});

/** The month's credit enhancement of the senior classes: as printed, else recomputed. */
export const monthEnhancement = (deal: Deal, month: string): Measure => {
  const own = printedCreditEnhancement(deal, month);
  return isComputed(own) ? own : creditEnhancement(deal, month);
};

/**
 * Credit enhancement of the senior classes at issue in percent: (original pool − original balances of the senior classes
 * and of prepayment charges) ÷ original pool.
 */
export const initialCreditEnhancement = (deal: Deal): Measure => {
  const pool = originalPool(deal);
  if (!isTerm(pool)) return pool;
  const originals = originalBalances(deal);
  const { tranches, charges } = structureOf(deal);
  const above = deal.classes.filter(
    (name) => tranches.get(name) === 'senior' || (charges.includes(name) && originals.has(name)),
  );
  const terms: Term[] = [];
  let seniors = 0;
  for (const name of above) {
    const original = originalBalance(deal, name);
    if (!isTerm(original)) {
      // A residual that is called A-R may have none.
      if (!isPrinted(series(deal, 'endingBalance', { class: name }))) continue;
      return original;
    }
    terms.push(original);
    if (tranches.get(name) === 'senior') seniors += 1;
  }
  if (seniors === 0) return notComputable('No senior class (A) is known.');
  const value = (100 * sum([pool.value, ...terms.map((term) => -term.value)])) / pool.value;
  return computed(value, 'percent', ['(', ...joined([pool, ...terms], ' − '), ') ÷ ', pool]);
};

/** Required overcollateralization as printed, in dollars. */
export const overcollateralizationTarget = remembered((deal, month): Measure => {
  const term = printed(deal, month, 'requiredOvercollateralization');
  return isTerm(term) ? computed(term.value, 'USD', [term]) : term;
});

/** Overcollateralization in dollars. */
export const overcollateralizationAmount = remembered((deal, month): Measure => {
  const term = overcollateralization(deal, month);
  if (!isTerm(term)) return term;
  return computed(term.value, 'USD', [term], term.origin === 'derived' ? `Pool less classes: ${term.formula}.` : null);
});

/** Overcollateralization against its target, in percent: 100 is on target. */
export const overcollateralizationOfTarget = remembered((deal, month): Measure => {
  const inputs = allOf(overcollateralization(deal, month), printed(deal, month, 'requiredOvercollateralization'));
  if (isMissing(inputs)) return inputs;
  const [amount, target] = inputs;
  if (target.value <= 0)
    return notComputable(`The target of ${monthTitle(month)} is ${target.text}: nothing to compare with.`);
  return computed((100 * amount.value) / target.value, 'percent', [amount, ' ÷ ', target]);
});

/** Overcollateralization less its target in dollars: negative is a deficiency. */
export const overcollateralizationSurplus = remembered((deal, month): Measure => {
  const inputs = allOf(overcollateralization(deal, month), printed(deal, month, 'requiredOvercollateralization'));
  if (isMissing(inputs)) return inputs;
  const [amount, target] = inputs;
  return computed(sum([amount.value, -target.value]), 'USD', [amount, ' − ', target]);
});
