import type { ConceptId } from '../facts/concepts.ts';
import type { Statement } from '../facts/fact.ts';
import type { Deal, DealMonth } from './deal.ts';
import { addMonths } from './month.ts';
import { notionalClasses } from './notional.ts';
import { originalBalances } from './original-balance.ts';
import { type FactKey, factOf, monthIn, numberOf, type PrintedFact } from './series.ts';

/** A number and where it comes from: printed as it stands, computed from printed figures, or not to be had. */
export type Measured =
  | { readonly origin: 'printed'; readonly value: number; readonly printed: PrintedFact }
  | {
      readonly origin: 'computed';
      readonly value: number;
      /** How, in words. */
      readonly formula: string;
      readonly from: readonly PrintedFact[];
    }
  | { readonly origin: 'missing'; readonly value: null; readonly reason: string };

export type KeyFigureId =
  | 'poolBalance'
  | 'poolFactor'
  | 'delinquency'
  | 'creditEnhancement'
  | 'cumulativeLoss'
  | 'cumulativeLossShare'
  | 'prepayments';

/** A key figure of one month and how it moved since the calendar month before. */
export interface KeyFigure {
  readonly id: KeyFigureId;
  readonly title: string;
  readonly unit: 'USD' | 'percent' | 'factor';
  readonly figure: Measured;
  readonly before: Measured;
  /** In the unit (percentage points for percent); null where either month's figure is missing. */
  readonly change: number | null;
  /** change / before; null where there is no change or the one before is zero. */
  readonly relative: number | null;
}

const missing = (reason: string): Measured => ({ origin: 'missing', value: null, reason });

const printedIn = (statement: Statement, concept: ConceptId, key: FactKey = {}): Measured | null => {
  const fact = factOf(statement, concept, key);
  const value = numberOf(fact);
  return fact === undefined || value === null ? null : { origin: 'printed', value, printed: { fact, statement } };
};

const factsBehind = (measured: Measured): readonly PrintedFact[] => {
  if (measured.origin === 'printed') return [measured.printed];
  return measured.origin === 'computed' ? measured.from : [];
};

const poolBalance = (statement: Statement): Measured =>
  printedIn(statement, 'poolEndingBalance') ??
  printedIn(statement, 'endingBalance', { class: 'Total' }) ??
  missing('The statement prints no pool balance and no total of the classes.');

/** Rounding and the odd cent apart; a class that stands for the difference is larger. */
const addsUp = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= Math.max(5, 1e-5 * whole);

/** Whether the ending balances of these classes make up the pool in some month. */
const makeUpThePool = (deal: Deal, classes: readonly string[]): boolean =>
  deal.months.some(({ statement }) => {
    const pool = poolBalance(statement).value;
    const balances = classes.map((name) => numberOf(factOf(statement, 'endingBalance', { class: name })) ?? 0);
    return (
      pool !== null &&
      addsUp(
        balances.reduce((sum, balance) => sum + balance, 0),
        pool,
      )
    );
  });

const originalOfClasses = (deal: Deal): Measured => {
  const originals = originalBalances(deal);
  const notional = notionalClasses(deal);
  const parts = deal.classes.filter((name) => notional.get(name) !== 'balance');
  const known = parts.flatMap((name) => originals.get(name) ?? []);
  if (known.length === 0) {
    return missing('No original balances are printed, and none follow from the figures loaded.');
  }
  const unknown = parts.filter(
    (name) =>
      !originals.has(name) &&
      deal.months.some(({ statement }) => (numberOf(factOf(statement, 'endingBalance', { class: name })) ?? 0) > 0),
  );
  if (unknown.length > 0) return missing(`The original balance of class ${unknown.join(', ')} is not known.`);
  if (!makeUpThePool(deal, parts)) {
    return missing('The classes do not add up to the pool, so the original pool does not follow from theirs.');
  }
  return {
    origin: 'computed',
    value: known.reduce((sum, balance) => sum + balance.value, 0),
    formula: 'the original balances of all classes, summed',
    from: known.flatMap((balance) => balance.from),
  };
};

const originalOfNotionalFactor = (deal: Deal): Measured | null => {
  for (const [name, kind] of notionalClasses(deal)) {
    if (kind !== 'factor') continue;
    const quotients = deal.months.flatMap(({ statement }) => {
      const factor = printedIn(statement, 'certificateFactor', { class: name });
      const pool = poolBalance(statement);
      if (!factor?.value || pool.value === null) return [];
      return [{ value: pool.value / factor.value, from: [...factsBehind(pool), ...factsBehind(factor)] }];
    });
    const [first] = quotients;
    // It follows the pool only if pool and factor keep step through all months.
    if (first === undefined || !quotients.every(({ value }) => addsUp(value, first.value))) continue;
    return {
      origin: 'computed',
      value: Math.round(first.value),
      formula: `pool balance ÷ the factor of class ${name}, which follows the pool`,
      from: first.from,
    };
  }
  return null;
};

const originals = new WeakMap<Deal, Measured>();

/**
 * The pool's balance at issue: the original balances of its classes summed, notional ones left out, where the classes
 * make up the pool; else the pool balance over the factor of a class whose factor follows the pool.
 */
export const originalPoolBalance = (deal: Deal): Measured => {
  const known = originals.get(deal);
  if (known !== undefined) return known;
  const ofClasses = originalOfClasses(deal);
  const original = ofClasses.value === null ? (originalOfNotionalFactor(deal) ?? ofClasses) : ofClasses;
  originals.set(deal, original);
  return original;
};

const poolFactor = (deal: Deal, statement: Statement): Measured => {
  const pool = poolBalance(statement);
  const original = originalPoolBalance(deal);
  if (pool.value === null) return pool;
  if (original.value === null || original.value === 0) return original;
  return {
    origin: 'computed',
    value: pool.value / original.value,
    formula: `pool balance ÷ original pool balance ${original.value.toLocaleString('en-US')}`,
    from: factsBehind(pool),
  };
};

const severe = ['60-89', '90+', 'foreclosure', 'bankruptcy60+', 'reo'] as const;

/** Field guide: 60–89, 90+, foreclosure, bankruptcy 60+ and REO by stated balance over the ending pool, one month. */
const delinquency = (statement: Statement): Measured => {
  const printed = printedIn(statement, 'delinquencyPercentage');
  if (printed !== null) return printed;
  const pool = poolBalance(statement);
  const buckets = (concept: 'delinquentStatedBalance' | 'delinquentUnpaidBalance') =>
    severe.flatMap((member) => {
      const measured = printedIn(statement, concept, { member });
      return measured === null || measured.value === null ? [] : [{ member, measured, value: measured.value }];
    });
  const stated = buckets('delinquentStatedBalance');
  const terms = stated.length > 0 ? stated : buckets('delinquentUnpaidBalance');
  if (!terms.some(({ member }) => member === '60-89') || !terms.some(({ member }) => member === '90+')) {
    return missing('The statement prints neither a delinquency percentage nor balances of 60–89 and 90+ days.');
  }
  if (pool.value === null || pool.value === 0) return missing('The statement prints no pool balance to compare with.');
  return {
    origin: 'computed',
    value: (100 * terms.reduce((sum, { value }) => sum + value, 0)) / pool.value,
    formula: `(${terms.map(({ member }) => member.replace('-', '–')).join(' + ')}) ÷ pool balance`,
    from: [...terms.flatMap(({ measured }) => factsBehind(measured)), ...factsBehind(pool)],
  };
};

const creditEnhancement = (statement: Statement): Measured =>
  printedIn(statement, 'creditEnhancementPercentage') ??
  missing('The statement prints no credit enhancement percentage.');

const cumulativeLoss = (statement: Statement): Measured =>
  printedIn(statement, 'cumulativeRealizedLosses') ??
  printedIn(statement, 'cumulativeRealizedLoss', { class: 'Total' }) ??
  missing('The statement prints no cumulative losses.');

const cumulativeLossShare = (deal: Deal, statement: Statement): Measured => {
  const loss = cumulativeLoss(statement);
  const original = originalPoolBalance(deal);
  if (loss.value === null) return loss;
  if (original.value === null || original.value === 0) return original;
  return {
    origin: 'computed',
    value: (100 * loss.value) / original.value,
    formula: `cumulative losses ÷ original pool balance ${original.value.toLocaleString('en-US')}`,
    from: factsBehind(loss),
  };
};

const prepayments = (statement: Statement): Measured => {
  const printed =
    printedIn(statement, 'totalPrepayments') ?? printedIn(statement, 'unscheduledPrincipal', { class: 'Total' });
  if (printed !== null) return printed;
  const terms = (['curtailments', 'payoffs', 'liquidationProceeds'] as const).flatMap(
    (concept) => printedIn(statement, concept) ?? [],
  );
  if (terms.length === 0) return missing('The statement prints no prepayments.');
  return {
    origin: 'computed',
    value: terms.reduce((sum, { value }) => sum + (value ?? 0), 0),
    formula: 'curtailments, payoffs and liquidation proceeds, as far as printed, summed',
    from: terms.flatMap(factsBehind),
  };
};

interface Definition {
  readonly title: string;
  readonly unit: KeyFigure['unit'];
  readonly measure: (deal: Deal, statement: Statement) => Measured;
}

const definitions: Readonly<Record<KeyFigureId, Definition>> = {
  poolBalance: { title: 'Pool balance', unit: 'USD', measure: (_, statement) => poolBalance(statement) },
  poolFactor: { title: 'Pool factor', unit: 'factor', measure: poolFactor },
  delinquency: { title: '60+ delinquency', unit: 'percent', measure: (_, statement) => delinquency(statement) },
  creditEnhancement: {
    title: 'Credit enhancement',
    unit: 'percent',
    measure: (_, statement) => creditEnhancement(statement),
  },
  cumulativeLoss: { title: 'Cumulative loss', unit: 'USD', measure: (_, statement) => cumulativeLoss(statement) },
  cumulativeLossShare: { title: 'Cumulative loss', unit: 'percent', measure: cumulativeLossShare },
  prepayments: { title: 'Prepayments', unit: 'USD', measure: (_, statement) => prepayments(statement) },
};

/** The key figures of one month of a deal, each with its change on the calendar month before. */
export const keyFigures = (deal: Deal, month: DealMonth): Readonly<Record<KeyFigureId, KeyFigure>> => {
  const previous = monthIn(deal, addMonths(month.month, -1));
  const keyFigure = (id: KeyFigureId): KeyFigure => {
    const { title, unit, measure } = definitions[id];
    const figure = measure(deal, month.statement);
    const before =
      previous === undefined
        ? missing('No statement of the month before is loaded.')
        : measure(deal, previous.statement);
    const change = figure.value === null || before.value === null ? null : figure.value - before.value;
    return {
      id,
      title,
      unit,
      figure,
      before,
      change,
      relative: change === null || !before.value ? null : change / before.value,
    };
  };
  return {
    poolBalance: keyFigure('poolBalance'),
    poolFactor: keyFigure('poolFactor'),
    delinquency: keyFigure('delinquency'),
    creditEnhancement: keyFigure('creditEnhancement'),
    cumulativeLoss: keyFigure('cumulativeLoss'),
    cumulativeLossShare: keyFigure('cumulativeLossShare'),
    prepayments: keyFigure('prepayments'),
  };
};
