import { useId, useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { type ConceptId, concepts } from '../../facts/concepts.ts';
import type { Fact, Statement } from '../../facts/fact.ts';
import { DataTable } from './DataTable.tsx';
import { classConcepts, classesByMonth } from './data/classes-by-month.ts';

interface ClassesByMonthTableProps {
  readonly deal: Deal;
  /** The figure to begin with; null for ending balances. */
  readonly concept: ConceptId | null;
  readonly onOpenFigure?: ((statement: Statement, fact: Fact) => void) | undefined;
}

/** One kind of figure for every class and month: balances, factors, principal, interest, rates … */
export const ClassesByMonthTable = ({ deal, concept: first, onOpenFigure }: ClassesByMonthTableProps) => {
  const selectId = useId();
  const available = useMemo(() => classConcepts(deal), [deal]);
  const [wanted, setWanted] = useState<ConceptId>(first ?? 'endingBalance');
  const concept = available.includes(wanted) ? wanted : available[0];
  const model = useMemo(() => (concept === undefined ? null : classesByMonth(deal, concept)), [deal, concept]);
  if (concept === undefined || model === null) {
    return <p className="data-table-empty">No figures by class were found in this deal’s monthly statements.</p>;
  }
  return (
    <DataTable
      key={concept}
      title="Classes by month"
      model={model}
      fileName={`${deal.id}-classes-${concept}`}
      onOpenFigure={onOpenFigure}
      controls={
        <div className="data-table-field">
          <label htmlFor={selectId}>Figure</label>
          <select id={selectId} value={concept} onChange={({ target }) => setWanted(target.value as ConceptId)}>
            {available.map((id) => (
              <option key={id} value={id}>
                {concepts[id].title}
              </option>
            ))}
          </select>
        </div>
      }
    />
  );
};
