import type { Block, Row } from '../layout/blocks.ts';
import type { Frame } from './frame.ts';
import type { LabelMeaning } from './label.ts';
import { labelMeaning } from './label.ts';

/** Totals of classes: of all, or of those of one letter. */

/** `Total`, `Total Notes and Certificates`. */
export const isTotalOfClasses = ({ total, words }: LabelMeaning): boolean =>
  total ||
  (words[0] === 'total' && words.every((word) => word === 'total' || word === 'certificate' || word === 'class'));

const isTotal = (row: Row | undefined): boolean => row !== undefined && labelMeaning(row.label).total;

/** `Total` under the titles of classes: which of them have had theirs, so that the next is that of all. */
export class ClassTotals {
  /** How many rows stood under the title of each. */
  readonly #rows = new Map<string, number>();
  readonly #named = new Set<string>();
  readonly #bare = new Set<string>();
  readonly #frame: Frame;
  readonly #areSeveral: boolean;

  constructor({ rows }: Block, frame: Frame) {
    this.#frame = frame;
    this.#areSeveral = frame.classRows && rows.some(({ section }) => section !== rows[0]!.section);
  }

  row(of: string): void {
    this.#rows.set(of, (this.#rows.get(of) ?? 0) + 1);
  }

  /** `Class B Total` */
  named(of: string): void {
    this.#named.add(of);
  }

  /** Whether a `Total` under the title of the class is that of all. */
  isOfAll(of: string, next: Row | undefined): boolean {
    const { classRows, columns } = this.#frame;
    const others = [...this.#rows.keys()].filter((other) => other !== of);
    if (this.#named.has(of) || (classRows && (!this.#areSeveral || this.#bare.has(of)))) return true;
    if (columns.length > 1 && others.some((other) => !this.#named.has(other) && !this.#bare.has(other))) return true;
    // Of a single class the total is not printed again.
    if (classRows && others.length > 0 && this.#rows.get(of) === 1 && !isTotal(next)) return true;
    this.#bare.add(of);
    return false;
  }
}
