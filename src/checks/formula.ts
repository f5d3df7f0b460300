import type { Role } from '../deal/roles.ts';
import type { ConceptId } from '../facts/concepts.ts';
import type { Context } from './context.ts';
import type { ClassEntity } from './figures.ts';
import { between, exactly, type Interval } from './interval.ts';

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

/** A formula over concepts: plain data, reckoned by `reckon.ts`. */
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

/** What is compared with what: a statement alone, with another, or with the months of its year. */
export interface Sides {
  readonly context: Context;
  readonly other: Context | null;
  readonly months: readonly Context[];
}

/** A row of a statement that a formula is reckoned for. */
export interface Row {
  /** Class, bucket or loan; that of the pool where the row is the pool. */
  readonly subject: string;
  readonly name: string | null;
  readonly group: string | null;
  readonly entity: ClassEntity | null;
  readonly partner: ClassEntity | null;
  /** Figures by number. */
  readonly terms: readonly number[];
  /** Where the columns of the statement have the subject, the pool and the total of the row's group. */
  readonly place: number;
  readonly poolPlace: number;
  readonly totalPlace: number;
}

/** What a formula is reckoned for: a statement, perhaps another one beside it, and a row of it. */
export type Scope = Sides & Row;

/** Whether a sum over classes is zero where there are none. */
export const mayBeEmpty = (select: Selection): boolean => select.lacking !== undefined || select.orNone === true;

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
