import type { ReactNode } from 'react';
import { compareClasses, isTotal } from '../../deal/classes.ts';
import { factOf } from '../../deal/series.ts';
import { type ConceptId, concepts } from '../../facts/concepts.ts';
import type { Statement } from '../../facts/fact.ts';
import { FigureLink } from './FigureLink.tsx';

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
    <div className="table-frame">
      <table className="figures-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Class</th>
            {shown.map((column) => (
              <th key={column} scope="col" className="number">
                {concepts[column].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name} className={isTotal(name) ? 'total' : undefined}>
              <th scope="row">{name}</th>
              {shown.map((column) => {
                const fact = factOf(statement, column, { class: name });
                return (
                  <td key={column} className="number">
                    {fact !== undefined && <FigureLink printed={[{ fact, statement }]}>{fact.text}</FigureLink>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
