import './tables.css';
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useDeferredValue, useEffect, useId, useMemo, useState } from 'react';
import type { Fact, Statement } from '../../facts/fact.ts';
import { counted } from '../format.ts';
import { copyText } from '../menu/copy-text.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { DataGrid } from './DataGrid.tsx';
import { arrangedRows } from './data/arranged.ts';
import { layoutOf } from './data/table-layout.ts';
import { exportOf, type TableModel, type TableRow } from './data/table-model.ts';
import { saveFile } from './save-file.ts';

/** The library keeps what is sorted by and seen; rows are put in order by keys that are made once (`arranged.ts`). */
const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
const helper = createColumnHelper<typeof features, TableRow>();
const noRows: TableRow[] = [];
const nothingPicked: ReadonlyMap<string, string> = new Map();

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
  const [lists, setLists] = useState(nothingPicked);
  /** What came of copying, after the number of rows. */
  const [said, setSaid] = useState('');
  const settled = useDeferredValue(search.trim());

  const columns = useMemo(
    () =>
      helper.columns(
        model.columns.map(({ id, heading }) =>
          helper.accessor((row) => row.cells.get(id)?.sort, {
            id,
            header: heading,
            sortDescFirst: false,
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
    data: noRows,
    manualSorting: true,
    state: { sorting, columnVisibility },
    onSortingChange: (change) => look({ sorting: typeof change === 'function' ? change(sorting) : change }),
  });
  const rows = useMemo(
    () => arrangedRows(model, sorting, { search: settled, lists }),
    [model, sorting, settled, lists],
  );
  const seen = useMemo(() => model.columns.filter(({ id }) => columnVisibility[id]), [model.columns, columnVisibility]);
  const layout = useMemo(() => layoutOf(model), [model]);
  const choices = useMemo(() => listsOf(model), [model]);
  const pick = (id: string, value: string) => {
    const others = [...lists].filter(([other]) => other !== id);
    setLists(new Map(value === '' ? others : [...others, [id, value]]));
  };

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
          {choices.map(({ id, heading, values }) => (
            <div key={id} className="data-table-field">
              <label htmlFor={`${titleId}-${id}`}>{heading}</label>
              <select
                id={`${titleId}-${id}`}
                value={lists.get(id) ?? ''}
                onChange={({ target }) => pick(id, target.value)}
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
