import type { Role } from '../deal/roles.ts';
import { type ConceptId, concepts } from '../facts/concepts.ts';
import {
  type Context,
  centTerm,
  classOfRole,
  daysOf,
  daysOfYear,
  feeRate,
  levelPayPrincipal,
  listedReports,
  originalOf,
  paymentsOfYear,
  poolOriginal,
} from './context.ts';
import { checkDigit, cusipOf } from './cusip.ts';
import { type ClassEntity, column, type Figure, find, subjectOf, totalName } from './figures.ts';
import { add, between, divide, exactly, type Interval, multiply, powerOfTen, subtract, zero } from './interval.ts';
import {
  addRational,
  divideRational,
  multiplyRational,
  type RationalInterval,
  rationalInterval,
  subtractRational,
} from './rational.ts';

/** Whose figure: the row's own, its partner's, the total row's, the pool's, that of the class of a role, of a bucket. */
export type Whose = 'own' | 'partner' | 'total' | { readonly role: Role } | { readonly member: string };

/** Which classes a sum runs over. */
export interface Selection {
  readonly roles?: readonly Role[];
  readonly except?: readonly Role[];
  /** Only classes for which this concept is not printed. */
  readonly lacking?: ConceptId;
  /** Zero where the deal has no such class. */
  readonly orNone?: true;
}

/** What follows from several figures of a statement together; how is told where it is computed (`context.ts`). */
export type DerivedQuantity =
  | 'originalBalance'
  | 'poolOriginalBalance'
  | 'accrualDays'
  | 'accrualDaysOfYear'
  | 'centTerm'
  | 'feeRate'
  | 'levelPayPrincipal'
  | 'listedReports'
  | 'paymentsOfYear';

/** A formula over concepts: plain data, reckoned with doubles or, where these leave a doubt, with fractions. */
export type Formula =
  | {
      readonly kind: 'figure';
      readonly concept: ConceptId;
      readonly whose: Whose;
      readonly statement: 'this' | 'other';
      /** A figure that is not printed leaves the formula without a value, or counts as zero. */
      readonly absent: 'stop' | 'zero';
    }
  | { readonly kind: 'constant'; readonly value: Interval }
  /** A CUSIP as a number: its last digit, the digit that the others call for, or all nine characters. */
  | { readonly kind: 'cusip'; readonly part: 'last' | 'check' | 'whole'; readonly statement: 'this' | 'other' }
  | {
      readonly kind: 'derived';
      readonly quantity: DerivedQuantity;
      readonly whose: 'own' | 'partner';
      readonly statement: 'this' | 'other';
    }
  /** The cells above a total, or one of two printings of a figure. */
  | { readonly kind: 'terms' }
  | { readonly kind: 'term'; readonly index: number }
  | {
      readonly kind: 'classes';
      readonly concept: ConceptId;
      readonly select: Selection;
      readonly statement: 'this' | 'other';
    }
  | { readonly kind: 'loans'; readonly concept: ConceptId }
  /** Underwriters' allocations, totals left out: of the row's class or of all; `other` is the offering. */
  | { readonly kind: 'allocations'; readonly of: 'own class' | 'every class'; readonly statement: 'this' | 'other' }
  /** The sum over the months of the year. */
  | { readonly kind: 'months'; readonly concept: ConceptId }
  | { readonly kind: 'sum' | 'product'; readonly of: readonly Formula[] }
  | { readonly kind: 'difference' | 'quotient'; readonly of: Formula; readonly by: Formula };

export const figure = (concept: ConceptId, whose: Whose = 'own'): Formula => ({
  kind: 'figure',
  concept,
  whose,
  statement: 'this',
  absent: 'stop',
});
/** Zero where it is not printed. */
export const ifPrinted = (concept: ConceptId, whose: Whose = 'own'): Formula => ({
  kind: 'figure',
  concept,
  whose,
  statement: 'this',
  absent: 'zero',
});
/** The figure in the other statement: the month before, a month of the year, the offering. */
export const otherFigure = (concept: ConceptId, whose: Whose = 'own'): Formula => ({
  kind: 'figure',
  concept,
  whose,
  statement: 'other',
  absent: 'stop',
});
export const number = (value: number): Formula => ({ kind: 'constant', value: exactly(value) });
export const range = (low: number, high: number): Formula => ({ kind: 'constant', value: between(low, high) });
export const cusip = (part: 'last' | 'check' | 'whole', statement: 'this' | 'other' = 'this'): Formula => ({
  kind: 'cusip',
  part,
  statement,
});
export const derived = (quantity: DerivedQuantity, whose: 'own' | 'partner' = 'own'): Formula => ({
  kind: 'derived',
  quantity,
  whose,
  statement: 'this',
});
export const otherDerived = (quantity: DerivedQuantity): Formula => ({
  kind: 'derived',
  quantity,
  whose: 'own',
  statement: 'other',
});
export const terms: Formula = { kind: 'terms' };
export const term = (index: number): Formula => ({ kind: 'term', index });
export const classes = (concept: ConceptId, select: Selection = {}): Formula => ({
  kind: 'classes',
  concept,
  select,
  statement: 'this',
});
export const otherClasses = (concept: ConceptId): Formula => ({
  kind: 'classes',
  concept,
  select: {},
  statement: 'other',
});
export const loans = (concept: ConceptId): Formula => ({ kind: 'loans', concept });
export const allocations = (of: 'own class' | 'every class', statement: 'this' | 'other' = 'this'): Formula => ({
  kind: 'allocations',
  of,
  statement,
});
export const months = (concept: ConceptId): Formula => ({ kind: 'months', concept });
export const sum = (...of: readonly Formula[]): Formula => ({ kind: 'sum', of });
export const product = (...of: readonly Formula[]): Formula => ({ kind: 'product', of });
export const difference = (of: Formula, ...by: readonly [Formula, ...Formula[]]): Formula => ({
  kind: 'difference',
  of,
  by: by.length === 1 ? by[0] : sum(...by),
});
export const quotient = (of: Formula, by: Formula): Formula => ({ kind: 'quotient', of, by });

/** What a formula is reckoned for: a statement, perhaps another one beside it, and a row of it. */
export interface Scope {
  readonly context: Context;
  readonly other: Context | null;
  readonly months: readonly Context[];
  /** Subject of the row: class, bucket or loan; that of the pool where the row is the pool. */
  readonly subject: string;
  readonly name: string | null;
  readonly group: string | null;
  readonly entity: ClassEntity | null;
  readonly partner: ClassEntity | null;
  readonly terms: readonly Figure[];
}

/** How to reckon: with doubles or with fractions. */
export interface Arithmetic<T> {
  readonly of: (interval: Interval) => T;
  readonly add: (a: T, b: T) => T;
  readonly subtract: (a: T, b: T) => T;
  readonly multiply: (a: T, b: T) => T;
  readonly divide: (a: T, b: T) => T | null;
}

export const withDoubles: Arithmetic<Interval> = { of: (interval) => interval, add, subtract, multiply, divide };

export const withFractions: Arithmetic<RationalInterval> = {
  of: rationalInterval,
  add: addRational,
  subtract: subtractRational,
  multiply: multiplyRational,
  divide: divideRational,
};

const subjectFor = (whose: Whose, concept: ConceptId, scope: Scope): string | null => {
  if (whose === 'own') return concepts[concept].scope === 'pool' ? subjectOf('', scope.group) : scope.subject;
  if (whose === 'partner') return scope.partner?.subject ?? null;
  if (whose === 'total') return subjectOf(totalName, scope.group);
  if ('member' in whose) return subjectOf(whose.member, scope.group);
  return classOfRole(scope.context, whose.role, scope.group)?.subject ?? null;
};

/** A pool figure of a group where the group prints one, else of the whole deal. */
const lookUp = (context: Context, concept: ConceptId, subject: string): Figure | undefined =>
  find(context.figures, concept, subject);

const selects = (select: Selection, entity: ClassEntity, scope: Scope): boolean =>
  (scope.group === null || entity.group === scope.group) &&
  (select.roles === undefined || select.roles.includes(entity.role)) &&
  (select.except === undefined || !select.except.includes(entity.role)) &&
  (select.lacking === undefined || find(scope.context.figures, select.lacking, entity.subject) === undefined);

const mayBeEmpty = (select: Selection): boolean => select.lacking !== undefined || select.orNone === true;

const derivedValue = (formula: Formula & { kind: 'derived' }, scope: Scope): Interval | null => {
  const context = formula.statement === 'this' ? scope.context : scope.other;
  const entity = formula.whose === 'own' ? scope.entity : scope.partner;
  if (context === null) return null;
  switch (formula.quantity) {
    case 'originalBalance':
      return entity === null ? null : originalOf(context, entity);
    case 'poolOriginalBalance':
      return poolOriginal(context);
    case 'accrualDays': {
      const days = daysOf(context)?.days;
      return days === undefined ? null : exactly(days);
    }
    case 'accrualDaysOfYear': {
      const days = daysOfYear(context);
      return days === null ? null : exactly(days);
    }
    case 'centTerm':
      return entity === null ? null : centTerm(context, entity);
    case 'feeRate': {
      const rate = feeRate(context, scope.group);
      return rate === null ? null : exactly(rate);
    }
    case 'levelPayPrincipal':
      return levelPayPrincipal(context, scope.group);
    case 'paymentsOfYear':
      return exactly(paymentsOfYear(context));
    case 'listedReports': {
      const reports = scope.other === null ? null : listedReports(context, scope.other);
      return reports === null ? null : exactly(reports);
    }
  }
};

/**
 * How figures are read: as printed; the second printing of those printed twice; or shares (factors, amounts per $1,000,
 * percentages) as some trustees print them: cut off after their last place instead of rounded, or rounded and then filled
 * up with zeros.
 */
export type Manner = 'printed' | 'second printing' | 'cut off' | 'padded';

/** The manner of reading, and the figures that were used. */
export interface Reading {
  readonly seen: Figure[];
  readonly manner: Manner;
}

const isShare = ({ fact }: Figure): boolean =>
  fact.unit === 'factor' || fact.unit === 'perThousand' || fact.unit === 'percent';

/** Fewer places than these are no rounding that zeros were added to. */
const leastPlaces = 3;

/** The interval of a share in the manner of its printing. */
const shareInterval = (figure: Figure, interval: Interval, manner: Manner): Interval => {
  if (manner === 'cut off') return { ...interval, low: interval.low + 0.5, high: interval.high + 0.5 };
  const decimals = figure.fact.decimals ?? 0;
  let zeros = 0;
  for (let units = interval.low + 0.5; units !== 0 && units % 10 === 0 && zeros < decimals; units /= 10) zeros += 1;
  if (zeros === 0 || decimals - zeros < leastPlaces) return interval;
  const half = 0.5 * powerOfTen(zeros);
  return { ...interval, low: interval.low + 0.5 - half, high: interval.high - 0.5 + half };
};

const read = <T>(figure: Figure | undefined, arithmetic: Arithmetic<T>, reading: Reading): T | null => {
  const chosen = reading.manner === 'second printing' ? (figure?.again ?? figure) : figure;
  if (chosen === undefined || chosen.interval === null) return null;
  reading.seen.push(chosen);
  const asPrinted = reading.manner === 'printed' || reading.manner === 'second printing' || !isShare(chosen);
  return arithmetic.of(asPrinted ? chosen.interval : shareInterval(chosen, chosen.interval, reading.manner));
};

const addUp = <T>(figures: Iterable<Figure>, arithmetic: Arithmetic<T>, reading: Reading): T | null => {
  let total: T | null = null;
  for (const figure of figures) {
    const value = read(figure, arithmetic, reading);
    if (value === null) return null;
    total = total === null ? value : arithmetic.add(total, value);
  }
  return total;
};

/** The value of a formula, or null where a figure that it needs is not printed. */
export const reckon = <T>(formula: Formula, scope: Scope, arithmetic: Arithmetic<T>, reading: Reading): T | null => {
  switch (formula.kind) {
    case 'constant':
      return arithmetic.of(formula.value);
    case 'cusip': {
      const context = formula.statement === 'this' ? scope.context : scope.other;
      const found = context === null ? undefined : find(context.figures, 'cusip', scope.subject);
      const text = found === undefined ? null : cusipOf(found.fact.value);
      if (found === undefined || text === null) return null;
      // The check digit follows from the same figure whose last digit is compared with it.
      if (formula.part !== 'check') reading.seen.push(found);
      const part = {
        last: () => Number(text[8]),
        check: () => checkDigit(text),
        whole: () => Number.parseInt(text, 36),
      };
      return arithmetic.of(exactly(part[formula.part]()));
    }
    case 'figure': {
      const context = formula.statement === 'this' ? scope.context : scope.other;
      const subject = subjectFor(formula.whose, formula.concept, scope);
      const found = context === null || subject === null ? undefined : lookUp(context, formula.concept, subject);
      if (found === undefined && formula.absent === 'zero') return arithmetic.of(zero);
      return read(found, arithmetic, reading);
    }
    case 'derived': {
      const value = derivedValue(formula, scope);
      return value === null ? null : arithmetic.of(value);
    }
    case 'terms':
      return addUp(scope.terms, arithmetic, reading);
    case 'term':
      return read(scope.terms[formula.index], arithmetic, reading);
    case 'classes': {
      const context = formula.statement === 'this' ? scope.context : scope.other;
      if (context === null) return null;
      const chosen: Figure[] = [];
      for (const entity of context.figures.classes) {
        if (!selects(formula.select, entity, scope)) continue;
        const found = find(context.figures, formula.concept, entity.subject);
        if (found !== undefined) chosen.push(found);
      }
      if (chosen.length === 0) return mayBeEmpty(formula.select) ? arithmetic.of(zero) : null;
      return addUp(chosen, arithmetic, reading);
    }
    case 'loans':
      return addUp(column(scope.context.figures, formula.concept), arithmetic, reading);
    case 'allocations': {
      const context = formula.statement === 'this' ? scope.context : scope.other;
      if (context === null) return null;
      const cells = column(context.figures, 'underwriterAllocation').filter(
        ({ fact, subject }) =>
          fact.class !== totalName &&
          !/^totals?$/i.test(fact.member ?? '') &&
          (formula.of === 'every class' || subject === scope.subject),
      );
      return addUp(cells, arithmetic, reading);
    }
    case 'months': {
      const found = scope.months.map(({ figures }) =>
        find(figures, formula.concept, subjectFor('own', formula.concept, scope) ?? ''),
      );
      if (found.length === 0 || found.includes(undefined)) return null;
      return addUp(found as readonly Figure[], arithmetic, reading);
    }
    case 'sum':
    case 'product': {
      let result: T | null = null;
      for (const part of formula.of) {
        const value = reckon(part, scope, arithmetic, reading);
        if (value === null) return null;
        if (result === null) result = value;
        else result = formula.kind === 'sum' ? arithmetic.add(result, value) : arithmetic.multiply(result, value);
      }
      return result;
    }
    case 'difference':
    case 'quotient': {
      const of = reckon(formula.of, scope, arithmetic, reading);
      if (of === null) return null;
      const by = reckon(formula.by, scope, arithmetic, reading);
      if (by === null) return null;
      return formula.kind === 'difference' ? arithmetic.subtract(of, by) : arithmetic.divide(of, by);
    }
  }
};

/** The concepts of this statement that a formula has no value without. */
export const neededConcepts = (formula: Formula): readonly ConceptId[] => {
  switch (formula.kind) {
    case 'figure':
      return formula.statement === 'this' && formula.absent === 'stop' ? [formula.concept] : [];
    case 'classes':
      return formula.statement === 'this' && !mayBeEmpty(formula.select) ? [formula.concept] : [];
    case 'loans':
      return [formula.concept];
    case 'sum':
    case 'product':
      return formula.of.flatMap(neededConcepts);
    case 'difference':
    case 'quotient':
      return [...neededConcepts(formula.of), ...neededConcepts(formula.by)];
    case 'cusip':
      return formula.statement === 'this' ? ['cusip'] : [];
    default:
      return [];
  }
};
