import type { LabelMeaning } from './label.ts';

/** What the characters of a value tell about its unit; `count` is a number with what it counts behind it. */
export type ValueShape = 'percent' | 'money' | 'integer' | 'long' | 'decimal' | 'flag' | 'code' | 'count';

export interface Surroundings {
  readonly row: LabelMeaning;
  readonly column: LabelMeaning;
  readonly spanning: LabelMeaning;
  /** Nearest first: rows that it is indented below, words over the labels, section titles. */
  readonly context: readonly LabelMeaning[];
  /** The words over the row labels. */
  readonly stub: LabelMeaning;
  /** Lines of words before it, used only where the label and its context say nothing by themselves. */
  readonly preceding: readonly LabelMeaning[];
  /** The value belongs to a class (or to the total of the classes). */
  readonly ofClass: boolean;
  /** Only a title far above names the class: the value may be the pool's as well. */
  readonly classFromContext: boolean;
  /** The row's label names a class or a total and says nothing else. */
  readonly rowIsDimension: boolean;
  /** The table speaks of amounts per $1,000. */
  readonly perThousand: boolean;
  /** Stands below an item of the classes above that no figure is printed for: a balance may be that of a class or of the pool. */
  readonly belowItem: boolean;
  /** The rows or columns beside it are delinquency buckets, or a title says so. */
  readonly delinquency: boolean;
  /** Rows or columns of the table are delinquency buckets. */
  readonly bucketTable: boolean;
  readonly bucket: string | null;
  /** A whole number beside an amount in cents. */
  readonly besideMoney: boolean;
  /** The row names a loan. */
  readonly ofLoan: boolean;
  readonly shape: ValueShape;
}
