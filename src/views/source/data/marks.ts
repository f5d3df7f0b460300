import type { Verdict } from '../../../checks/verdicts.ts';
import type { Fact, Statement, UncertainFigure } from '../../../facts/fact.ts';
import type { LinePlace, OpenedSource } from '../../../store/source.ts';

/** A figure on its line. */
export interface Mark {
  readonly id: string;
  readonly place: LinePlace;
  readonly length: number;
  /** The statement's number among those of the file. */
  readonly statement: number;
  readonly figure: Fact | UncertainFigure;
  /** null for a figure that was left out because its reading is not certain. */
  readonly fact: { readonly fact: Fact; readonly index: number } | null;
  readonly verdict: Verdict | 'uncertain';
}

const inOrder = (left: Mark, right: Mark): number =>
  left.place.document - right.place.document ||
  left.place.line - right.place.line ||
  left.place.offset - right.place.offset;

/**
 * The figures of a file in the order in which they stand, one for each place. `verdictOf` is asked for the fact of that
 * number in the statement of that number.
 */
export const marksOf = (
  statements: readonly Statement[],
  source: OpenedSource,
  verdictOf: (statement: number, fact: number) => Verdict,
): readonly Mark[] => {
  const marks: Mark[] = [];
  statements.forEach(({ facts, uncertain }, statement) => {
    facts.forEach((fact, index) => {
      const place = source.facts[statement]?.[index];
      if (place == null || fact.text === '') return;
      const id = `${statement}.${index}`;
      const verdict = verdictOf(statement, index);
      marks.push({ id, place, length: fact.text.length, statement, figure: fact, fact: { fact, index }, verdict });
    });
    uncertain.forEach((figure, index) => {
      const place = source.uncertain[statement]?.[index];
      if (place == null || figure.text === '') return;
      const id = `${statement}.u${index}`;
      marks.push({ id, place, length: figure.text.length, statement, figure, fact: null, verdict: 'uncertain' });
    });
  });
  marks.sort(inOrder);
  return marks.filter(({ place }, at) => {
    const before = marks[at - 1];
    return (
      before === undefined ||
      before.place.document !== place.document ||
      before.place.line !== place.line ||
      before.place.offset + before.length <= place.offset
    );
  });
};

/** The mark of the figure that stands at a place of the file as given; without a column the first on that line. */
export const markAt = (marks: readonly Mark[], line: number, column: number | null): Mark | undefined =>
  marks.find(({ figure }) => figure.line === line && (column === null || figure.column === column));
