import type { Statement } from '../facts/fact.ts';
import type { AccrualConvention } from './accrual.ts';
import type { CheckedFact } from './figures.ts';
import type { CheckKind, CheckScope } from './identity.ts';

/** One tested identity: both sides as printed or computed, what is apart, and what rounding allows. */
export interface CheckResult {
  /** `B1`, `T4[realizedLossReduction]`. */
  readonly rule: string;
  /** Results of one family fail for one reason: `T4` of several columns, the readings of one figure. */
  readonly family: string;
  /** The identity in plain words, in the form that was found to hold. */
  readonly title: string;
  /** What it is about, for sentences and headings. */
  readonly about: string;
  readonly kind: CheckKind;
  readonly scope: CheckScope;
  /** The statement that is checked; the later one where two are compared. */
  readonly statement: Statement;
  /** Its ISO date. */
  readonly date: string | null;
  readonly class: string | null;
  readonly group: string | null;
  readonly member: string | null;
  /** Point values; percentages as fractions. */
  readonly left: number;
  readonly right: number;
  /** left − right. */
  readonly difference: number;
  /** Half-widths of both sides together. */
  readonly tolerance: number;
  readonly holds: boolean;
  /** The figures used, those of the left side first. */
  readonly facts: readonly CheckedFact[];
  /** How many of them belong to the left side. */
  readonly leftCount: number;
  /** The accrual convention that reproduced a class's interest. */
  readonly accrual: AccrualConvention['id'] | null;
  /** For a gap: both sides and the gap in one sentence. null where the identity holds. */
  readonly sentence: string | null;
}
