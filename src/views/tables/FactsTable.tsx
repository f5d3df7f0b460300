import { useMemo } from 'react';
import type { Fact, Statement } from '../../facts/fact.ts';
import { DataTable } from './DataTable.tsx';
import { factsOfStatement } from './data/facts-of-statement.ts';

interface FactsTableProps {
  readonly statement: Statement;
  readonly onOpenFigure?: ((statement: Statement, fact: Fact) => void) | undefined;
}

/** All figures of one statement with the words that gave them their meaning. */
export const FactsTable = ({ statement, onOpenFigure }: FactsTableProps) => {
  const model = useMemo(() => factsOfStatement(statement), [statement]);
  if (model.rows.length === 0) {
    return <p className="data-table-empty">No figures were found in this statement.</p>;
  }
  const stem = statement.file.replace(/^.*[/\\!]/, '').replace(/\.[^.]*$/, '');
  return (
    <DataTable
      key={`${statement.file} ${statement.exhibit} ${statement.date}`}
      title="Figures of this statement"
      model={model}
      fileName={`${stem}-figures`}
      onOpenFigure={onOpenFigure}
    />
  );
};
