import type { CheckedFact } from './figures.ts';
import type { Row, Scope, Sides } from './formula.ts';
import type { CheckKind, Form, Identity } from './identity.ts';
import { checkedFacts } from './notes.ts';
import type { Manner } from './reckon.ts';

/** What was compared, and the figures that the tests used: two numbers for each, as `reckon.ts` notes them. */
export interface TestedSides extends Sides {
  notes: Int32Array;
}

/** An identity tested on one row, before it is settled whether a gap counts. Both sides are reckoned anew when asked for. */
export interface Outcome {
  readonly identity: Identity;
  readonly form: Form;
  readonly sides: TestedSides;
  readonly row: Row;
  readonly manner: Manner;
  readonly holds: boolean;
  /** The figures used, those of the left side first: from one of the notes to another. */
  readonly from: number;
  readonly to: number;
  /** How many of them belong to the left side. */
  readonly leftCount: number;
  /** That of the identity; soft where a gap is how the deal defines its figures. */
  kind: CheckKind;
  /** Whether any of the figures is other than zero: zero = zero establishes nothing. */
  readonly telling: boolean;
  /** `counts`: reported. `open`: only where other statements obey the identity. `explained`: never. */
  gap: 'none' | 'counts' | 'open' | 'explained';
}

/** The figures that an outcome used, those of the left side first. */
export const factsOf = ({ sides, from, to }: Outcome): readonly CheckedFact[] =>
  checkedFacts(sides, sides.notes, from, to);

/** What the conditions of an identity are asked about. */
export const scopeOf = (sides: Sides, row: Row): Scope => ({
  context: sides.context,
  other: sides.other,
  months: sides.months,
  ...row,
});

const families = new WeakMap<Identity, string>();

/** `T4[realizedLossReduction]` is `T4` of one column. Tests of one family fail for one reason. */
export const familyOf = (identity: Identity): string => {
  let family = families.get(identity);
  if (family === undefined) {
    family = identity.oneOf ?? identity.id.replace(/\[.*$/, '');
    families.set(identity, family);
  }
  return family;
};
