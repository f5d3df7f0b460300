import { type ConceptId, concepts } from '../facts/concepts.ts';
import { conceptNumber, missing } from './figures.ts';
import type { DerivedQuantity, Formula, Selection, Whose } from './formula.ts';
import { type Interval, zero } from './interval.ts';

/** One step of reckoning a formula: it puts a number on the stack, or combines the two on top. All have the same fields, for speed. */
export interface Step {
  readonly kind:
    | 'add'
    | 'subtract'
    | 'multiply'
    | 'divide'
    | 'constant'
    | 'figure'
    | 'cusip'
    | 'derived'
    | 'terms'
    | 'term'
    | 'classes'
    | 'loans'
    | 'allocations'
    | 'months';
  /** The column of the statement, by number. */
  readonly column: number;
  readonly whose: Whose | 'pool';
  readonly ofOther: boolean;
  /** Zero where the figure is not printed. */
  readonly orNothing: boolean;
  readonly value: Interval;
  readonly part: 'last' | 'check' | 'whole';
  readonly quantity: DerivedQuantity;
  readonly select: Selection;
  readonly index: number;
  readonly ofClass: boolean;
}

const plain: Step = {
  kind: 'constant',
  column: missing,
  whose: 'own',
  ofOther: false,
  orNothing: false,
  value: zero,
  part: 'last',
  quantity: 'originalBalance',
  select: {},
  index: 0,
  ofClass: false,
};

/** A formula as steps, in the order in which its figures are read. */
export type Program = readonly Step[];

const folded = (parts: readonly Formula[], kind: Step['kind']): Step[] =>
  parts.flatMap((part, index) => (index === 0 ? [...stepsOf(part)] : [...stepsOf(part), { ...plain, kind }]));

const ownOrPool = (whose: Whose, concept: ConceptId): Whose | 'pool' =>
  whose === 'own' && concepts[concept].scope === 'pool' ? 'pool' : whose;

const stepsOf = (formula: Formula): readonly Step[] => {
  const { kind } = formula;
  switch (kind) {
    case 'constant':
      return [{ ...plain, kind, value: formula.value }];
    case 'terms':
      return [{ ...plain, kind }];
    case 'term':
      return [{ ...plain, kind, index: formula.index }];
    case 'loans':
      return [{ ...plain, kind, column: conceptNumber(formula.concept) }];
    case 'months': {
      const { concept } = formula;
      return [{ ...plain, kind, column: conceptNumber(concept), whose: ownOrPool('own', concept) }];
    }
    case 'figure': {
      const { concept, whose, statement, absent } = formula;
      const where = { column: conceptNumber(concept), whose: ownOrPool(whose, concept) };
      return [{ ...plain, kind, ...where, ofOther: statement === 'other', orNothing: absent === 'zero' }];
    }
    case 'cusip':
      return [{ ...plain, kind, part: formula.part, ofOther: formula.statement === 'other' }];
    case 'derived': {
      const { quantity, whose, statement } = formula;
      return [{ ...plain, kind, quantity, whose, ofOther: statement === 'other' }];
    }
    case 'classes': {
      const { concept, select, statement } = formula;
      return [{ ...plain, kind, column: conceptNumber(concept), select, ofOther: statement === 'other' }];
    }
    case 'allocations':
      return [{ ...plain, kind, ofClass: formula.of === 'own class', ofOther: formula.statement === 'other' }];
    case 'sum':
      return folded(formula.of, 'add');
    case 'product':
      return folded(formula.of, 'multiply');
    case 'difference':
      return folded([formula.of, formula.by], 'subtract');
    case 'quotient':
      return folded([formula.of, formula.by], 'divide');
  }
};

const programs = new WeakMap<Formula, Program>();

/** The steps of a formula, worked out once. */
export const programOf = (formula: Formula): Program => {
  let program = programs.get(formula);
  if (program === undefined) {
    program = stepsOf(formula);
    programs.set(formula, program);
  }
  return program;
};
