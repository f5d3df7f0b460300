import './tables.css';
import {
  type ColumnFiltersState,
  columnFilteringFeature,
  columnVisibilityFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  type FilterFn,
  globalFilteringFeature,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { Fact, Statement } from '../../facts/fact.ts';
import { counted } from '../format.ts';
import { copyText } from '../menu/copy-text.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { DataGrid } from './DataGrid.tsx';
import { layoutOf } from './data/table-layout.ts';
import { exportOf, hasWords, type TableModel, type TableRow } from './data/table-model.ts';
import { saveFile } from './save-file.ts';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, alphanumeric: sortFn_alphanumeric },
});
const helper = createColumnHelper<typeof features, TableRow>();

const wordsFilter: FilterFn<typeof features, TableRow> = (row, _column, search: string) =>
  hasWords(row.original, search);
const listFilter: FilterFn<typeof features, TableRow> = (row, column, chosen: string) =>
  row.original.cells.get(column)?.text === chosen;

/** How a table is looked at. */
export interface TableView {
  readonly sorting: SortingState;
  readonly search: string;
  /** Columns that were put in or taken out, by id. */
  readonly columns: Readonly<Record<string, boolean>>;
}

/** How long it is told that something was copied, in milliseconds. */
const saidFor = 5000;

/** A table of a hundred thousand rows takes seconds to write, in which the page is to answer. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const asGiven: TableView = { sorting: [], search: '', columns: {} };

interface DataTableProps {
  readonly title: string;
  readonly model: TableModel;
  /** Without ending. */
  readonly fileName: string;
  readonly onOpenFigure?: ((statement: Statement, fact: Fact) => void) | undefined;
  /** Switches that belong to this table alone. */
  readonly controls?: ReactNode;
  /** How it is looked at, where somebody else keeps it; both or neither. */
  readonly view?: TableView | undefined;
  readonly onView?: ((view: TableView) => void) | undefined;
}

/**
 * A table of figures as printed: sorted by any column, filtered by words and lists, columns to choose, written out as
 * it is seen. One tab stop; arrow keys move from cell to cell, Enter opens a figure or sorts by a heading.
 */
export const DataTable = ({ title, model, fileName, onOpenFigure, controls, view, onView }: DataTableProps) => {
  const titleId = useId();
  const searchId = useId();
  const [ownView, setOwnView] = useState(asGiven);
  const { sorting, search, columns: chosen } = view ?? ownView;
  const look = (change: Partial<TableView>) => (onView ?? setOwnView)({ sorting, search, columns: chosen, ...change });
  const [columnFilters, setColumnFilters] = useState<ColumnFiltersState>([]);
  /** What came of copying, after the number of rows. */
  const [said, setSaid] = useState('');
  const globalFilter = useDeferredValue(search.trim());

  const columns = useMemo(
    () =>
      helper.columns(
        model.columns.map(({ id, heading, kind }) =>
          helper.accessor((row) => row.cells.get(id)?.sort, {
            id,
            header: heading,
            sortFn: kind === 'figure' ? 'basic' : 'alphanumeric',
            sortUndefined: 'last',
            sortDescFirst: false,
            filterFn: listFilter,
          }),
        ),
      ),
    [model.columns],
  );
  const columnVisibility = useMemo(
    () => ({ ...Object.fromEntries(model.columns.map(({ id, shown }) => [id, shown])), ...chosen }),
    [model.columns, chosen],
  );
  const table = useTable({
    features,
    columns,
    data: model.rows,
    getRowId: (row) => row.id,
    state: { sorting, columnFilters, globalFilter, columnVisibility },
    onSortingChange: (change) => look({ sorting: typeof change === 'function' ? change(sorting) : change }),
    onColumnFiltersChange: setColumnFilters,
    globalFilterFn: wordsFilter,
    // The filter looks at the whole row, so one column is enough to ask.
    getColumnCanGlobalFilter: ({ id }) => id === model.columns[0]?.id,
  });
  const rows = table.getRowModel().rows.map(({ original }) => original);
  const seen = useMemo(() => model.columns.filter(({ id }) => columnVisibility[id]), [model.columns, columnVisibility]);
  const picked = new Map(columnFilters.map(({ id, value }) => [id, typeof value === 'string' ? value : '']));
  const layout = useMemo(() => layoutOf(model), [model]);
  const lists = useMemo(() => listsOf(model), [model]);

  const save = async () => {
    const { toCsvPieces } = await import('../../export/csv.ts');
    const type = 'text/csv';
    const pieces = await toCsvPieces(exportOf(seen, rows), rest);
    saveFile(`${fileName}.csv`, new Blob([...pieces], { type: `${type};charset=utf-8` }), type);
  };

  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), saidFor);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      const { toTsvPieces } = await import('../../export/tsv.ts');
      const written = exportOf(seen, rows);
      await copyText((await toTsvPieces(written, rest)).join(''));
      setSaid(` · ${counted(written.rows.length, 'row')} copied, with headings`);
    } catch (error) {
      setSaid(` · copying failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  };

  return (
    <section className="data-table" aria-labelledby={titleId}>
      <header className="data-table-header">
        <h2 id={titleId}>{title}</h2>
        <div className="data-table-tools">
          {controls}
          {lists.map(({ id, heading, values }) => (
            <div key={id} className="data-table-field">
              <label htmlFor={`${titleId}-${id}`}>{heading}</label>
              <select
                id={`${titleId}-${id}`}
                value={picked.get(id) ?? ''}
                onChange={({ target }) =>
                  table.getColumn(id)?.setFilterValue(target.value === '' ? undefined : target.value)
                }
              >
                <option value="">all</option>
                {values.map((value) => (
                  <option key={value}>{value}</option>
                ))}
              </select>
            </div>
          ))}
          <div className="data-table-field">
            <label htmlFor={searchId}>Filter</label>
            <input
              id={searchId}
              type="search"
              value={search}
              onChange={({ target }) => look({ search: target.value })}
            />
          </div>
          <ColumnChoice
            columns={model.columns}
            visible={columnVisibility}
            onChange={(shown) => look({ columns: shown })}
          />
          <div className="data-table-out">
            <button
              type="button"
              className="data-table-button"
              title="As tab-separated text, to paste into a spreadsheet"
              onClick={() => void copy()}
            >
              Copy
            </button>
            <button type="button" className="data-table-button" onClick={() => void save()}>
              Export CSV
            </button>
          </div>
        </div>
        <p className="data-table-count" aria-live="polite">
          {rows.length === model.rows.length
            ? counted(rows.length, 'row')
            : `${rows.length.toLocaleString('en-US')} of ${counted(model.rows.length, 'row')}`}
          {said}
        </p>
      </header>
      <DataGrid
        label={title}
        columns={seen}
        rows={rows}
        layout={layout}
        sortedBy={(column) => table.getColumn(column)?.getIsSorted() ?? false}
        onSort={(column, event) => table.getColumn(column)?.getToggleSortingHandler()?.(event)}
        onOpenFigure={onOpenFigure}
      />
    </section>
  );
};

/** The columns that rows can be picked by, with their values; those with one value have nothing to pick. */
const listsOf = ({ columns, rows }: TableModel) =>
  columns
    .filter(({ listed }) => listed)
    .map(({ id, heading }) => ({
      id,
      heading,
      values: [...new Set(rows.flatMap(({ cells }) => cells.get(id)?.text || []))].sort((left, right) =>
        left.localeCompare(right, 'en', { numeric: true }),
      ),
    }))
    .filter(({ values }) => values.length > 1);
