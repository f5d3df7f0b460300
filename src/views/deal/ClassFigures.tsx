import type { ReactNode } from 'react';
import { compareClasses, isTotal } from '../../deal/classes.ts';
import { factOf } from '../../deal/series.ts';
import type { ConceptId } from '../../facts/concepts.ts';
import type { Statement } from '../../facts/fact.ts';
import { FiguresTable } from './FiguresTable.tsx';

interface ClassFiguresProps {
  readonly statement: Statement;
  readonly caption: string;
  /** The columns, as far as the statement prints them. */
  readonly columns: readonly ConceptId[];
}

/** The figures of a statement with its classes as rows, as printed, from senior to junior and the total last. */
export const ClassFigures = ({ statement, caption, columns }: ClassFiguresProps): ReactNode => {
  const facts = statement.facts.filter(({ concept }) => concept !== null && columns.includes(concept));
  const shown = columns.filter((column) => facts.some(({ concept }) => concept === column));
  const names = [...new Set(facts.flatMap((fact) => fact.class ?? []))].sort(
    (left, right) => Number(isTotal(left)) - Number(isTotal(right)) || compareClasses(left, right),
  );
  if (names.length === 0) return null;
  return (
    <FiguresTable
      statement={statement}
      caption={caption}
      heading="Class"
      rows={names.map((name) => ({ id: name, title: name, isTotal: isTotal(name) }))}
      columns={shown}
      factAt={({ id }, column) => factOf(statement, column, { class: id })}
    />
  );
};
