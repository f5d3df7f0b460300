import type { ReactNode } from 'react';
import { type ConceptId, concepts } from '../../facts/concepts.ts';
import type { Fact, Statement } from '../../facts/fact.ts';
import { FigureLink } from './FigureLink.tsx';

/** A row: a class or a bucket. */
interface FiguresRow {
  readonly id: string;
  readonly title: string;
  readonly isTotal: boolean;
}

interface FiguresTableProps {
  readonly statement: Statement;
  readonly caption: string;
  /** What the rows are: `Class`. */
  readonly heading: string;
  readonly rows: readonly FiguresRow[];
  readonly columns: readonly ConceptId[];
  readonly factAt: (row: FiguresRow, column: ConceptId) => Fact | undefined;
}

/** Figures of a statement as printed, each leading to its line; cells without one stay empty. */
export const FiguresTable = ({ statement, caption, heading, rows, columns, factAt }: FiguresTableProps): ReactNode => (
  <div className="table-frame">
    <table className="figures-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="number">
              {concepts[column].title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={row.isTotal ? 'total' : undefined}>
            <th scope="row">{row.title}</th>
            {columns.map((column) => {
              const fact = factAt(row, column);
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
