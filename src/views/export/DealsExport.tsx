import type { ReactNode } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { ExportFormat } from '../../export/formats.ts';
import { useApp } from '../../store/store.ts';
import { type Action, ActionMenu } from '../menu/ActionMenu.tsx';

interface DealsExportProps {
  readonly deals: readonly Deal[];
  /** The word on the button. */
  readonly label: string;
}

const long = 'every figure with its line and verdict';

const forms: readonly { readonly format: ExportFormat; readonly name: string; readonly detail: string }[] = [
  { format: 'xlsx', name: 'XLSX', detail: 'a workbook: tables, measures, figures, sources' },
  { format: 'csv', name: 'CSV', detail: long },
  { format: 'parquet', name: 'Parquet', detail: `${long}, for DuckDB, pandas …` },
  { format: 'json', name: 'JSON', detail: long },
];

/** Everything of some deals in the forms that other tools take. */
export const DealsExport = ({ deals, label }: DealsExportProps): ReactNode => {
  const actions = forms.map(
    ({ format, name, detail }): Action => ({
      name,
      detail,
      run: async () => {
        const { saveDeals } = await import('./save-deals.ts');
        return saveDeals(format, deals, useApp.getState().checks);
      },
    }),
  );
  return <ActionMenu label={label} title={label} actions={actions} />;
};
