import type { ExportTable } from '../../../export/csv.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import { isDismissed, type TaughtWord, taughtKey, teachableWords } from '../../../facts/teaching.ts';

/** Figures of a statement that were not recognised and are taught together. */
export interface OtherLabel {
  readonly key: string;
  readonly words: Pick<TaughtWord, 'label' | 'columnLabel'>;
  /** In the order printed; never empty. */
  readonly facts: readonly Fact[];
}

export interface OtherFigures {
  readonly labels: readonly OtherLabel[];
  /** Figures that a person said mean nothing. */
  readonly dismissed: number;
}

/** What was not recognised in a statement, by the words that it is printed under. */
export const otherFigures = (statement: Statement, taught: ReadonlyMap<string, TaughtWord>): OtherFigures => {
  const labels = new Map<string, Fact[]>();
  let dismissed = 0;
  for (const fact of statement.facts) {
    if (fact.concept !== null) continue;
    if (isDismissed(fact, taught)) {
      dismissed += 1;
      continue;
    }
    const key = taughtKey(fact);
    const same = labels.get(key);
    if (same === undefined) labels.set(key, [fact]);
    else same.push(fact);
  }
  return {
    labels: [...labels].flatMap(([key, facts]) =>
      facts[0] === undefined ? [] : [{ key, words: teachableWords(facts[0]), facts }],
    ),
    dismissed,
  };
};

/** Words as a person would quote them: `Gross Widget Allowance`, `Amount of Gross Widget Allowance`. */
export const quoted = ({ label, columnLabel }: Pick<TaughtWord, 'label' | 'columnLabel'>): string => {
  const parts = [label, columnLabel ?? ''].map((part) => part.trim()).filter((part) => part !== '');
  return parts.length === 0 ? 'figures without a label' : `“${parts.join('”, “')}”`;
};

/** The unrecognised figures as a table to write out. */
export const otherFiguresTable = ({ labels }: OtherFigures): ExportTable => ({
  headings: ['Section', 'Label', 'Column heading', 'Class', 'Group', 'Value', 'Line'],
  rows: labels
    .flatMap(({ facts }) => facts)
    .sort((left, right) => left.line - right.line || left.column - right.column)
    .map((fact) => [
      { text: fact.section ?? '' },
      { text: fact.label ?? '' },
      { text: fact.columnLabel ?? '' },
      { text: fact.class ?? '' },
      { text: fact.group ?? '' },
      { figure: fact },
      { number: fact.line },
    ]),
});
