import { useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { Fact, Statement } from '../../facts/fact.ts';
import { DataTable } from './DataTable.tsx';
import { poolByMonth } from './data/pool-by-month.ts';

interface PoolByMonthTableProps {
  readonly deal: Deal;
  readonly onOpenFigure?: ((statement: Statement, fact: Fact) => void) | undefined;
}

/** Every figure of the pool by month: balances, counts, losses, triggers, delinquency buckets. */
export const PoolByMonthTable = ({ deal, onOpenFigure }: PoolByMonthTableProps) => {
  const model = useMemo(() => poolByMonth(deal), [deal]);
  if (model.columns.length < 2) {
    return <p className="data-table-empty">No figures of the pool were found in this deal’s monthly statements.</p>;
  }
  return <DataTable title="Pool by month" model={model} fileName={`${deal.id}-pool`} onOpenFigure={onOpenFigure} />;
};
