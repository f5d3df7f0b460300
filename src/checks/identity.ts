import type { ConceptId } from '../facts/concepts.ts';
import type { StatementKind } from '../facts/fact.ts';
import type { AccrualConvention } from './accrual.ts';
import type { Condition } from './conditions.ts';
import type { Formula } from './formula.ts';

export type CheckKind = 'equality' | 'ordering' | 'soft';
export type CheckScope =
  | 'row'
  | 'table'
  | 'statement'
  | 'consecutive months'
  | 'months against the year'
  | 'monthly against the offering';

/** What an identity is tested for: each row of a kind, or the statement's pool. */
export type Each =
  | 'class'
  | 'class or total'
  | 'notional class'
  | 'total row'
  | 'pool'
  | 'bucket'
  | 'bucket total'
  | 'loan'
  | 'class beside the reference'
  | 'pair of unchanged classes'
  | 'sum of the groups'
  | 'printed twice';

/** One way to write an identity. Deals differ in what they add to a sum; the first form that holds is the one reported. */
export interface Form {
  readonly left: Formula;
  readonly right: Formula;
  /** In plain words; `{days}` stands for the days of the accrual period. */
  readonly title: string;
  readonly when?: Condition;
  /** The accrual convention that this form stands for. */
  readonly accrual?: AccrualConvention['id'];
}

/**
 * When a gap is reported. A statement printed correctly must never be called wrong, so identities that depend on how a
 * deal defines its figures say what has to be known first:
 * `always`: the identity is arithmetic that every statement obeys.
 * `established`: other rows of the statement obey it, twice as many as do not and two at least, or other statements do.
 * `reproduced`: other statements of the deal obey it, three times as many as do not and two at least.
 * `never`: where it holds it proves; a gap says nothing.
 */
export type GapCounts = 'always' | 'established' | 'reproduced' | 'never';

/** One identity: a row of data. A new identity is a new row. */
export interface Identity {
  readonly id: string;
  /** In plain words: what the finding is about. */
  readonly about: string;
  readonly leftWords: string;
  readonly rightWords: string;
  readonly kind: CheckKind;
  readonly relation: 'equal' | 'at most' | 'zero together';
  readonly scope: CheckScope;
  readonly statements: readonly StatementKind[];
  readonly each: Each;
  /** The concept of the column, for identities on total rows and on figures printed twice. */
  readonly concept?: ConceptId;
  readonly forms: readonly [Form, ...Form[]];
  readonly gapCounts: GapCounts;
  /** Must be so for a gap to count at once; else it counts only where other statements obey the identity. */
  readonly gapNeeds?: readonly Condition[];
  /** Must be so for a gap to count at all. */
  readonly gapOnlyIf?: readonly Condition[];
  /** Explains a gap: it never counts where this is so. */
  readonly gapExplainedBy?: readonly Condition[];
  /** A gap never counts where a figure between those used was not understood: it may be the missing term. */
  readonly wholeTable?: true;
  /** A matter of definition: a gap in every one of three or more statements is the deal's definition, not an error. */
  readonly customary?: true;
  /** Readings of one figure of which a statement follows one: gaps count only where none of them holds. */
  readonly oneOf?: string;
  /** Shares in it may be cut off after their last place instead of rounded, or filled up with zeros. */
  readonly sharesMayBeRough?: true;
  /** Zeros that agree tell something too: a count that starts at zero goes on from it. */
  readonly zerosTell?: true;
  /** Compares something else than figures: a list of reports. */
  readonly withoutFigures?: true;
  /** Identities that establish each other. */
  readonly pattern?: string;
}

/** An identity without what all of its table share. */
type TableRow = Pick<Identity, 'id' | 'about' | 'leftWords' | 'rightWords' | 'forms' | 'each'> & Partial<Identity>;

/** Makes the rows of a table that compares two statements: customary equalities unless a row says otherwise. */
export const rowsWith =
  (shared: Pick<Identity, 'scope' | 'statements' | 'gapCounts'>) =>
  (row: TableRow): Identity => ({ kind: 'equality', relation: 'equal', customary: true, ...shared, ...row });
