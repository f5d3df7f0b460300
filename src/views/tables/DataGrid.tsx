// biome-ignore-all lint/a11y/noRedundantRoles: display: grid takes the roles of table elements away in some browsers
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: cells are moved through by arrow keys, as in a grid
// biome-ignore-all lint/a11y/useFocusableInteractive: tabIndex comes with the grid's focus
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type MouseEvent, useRef } from 'react';
import type { Fact, Statement } from '../../facts/fact.ts';
import { useContradicted } from '../checks/contradicted.ts';
import { ContradictedSign } from '../checks/VerdictSign.tsx';
import type { ColumnLayout } from './data/table-layout.ts';
import type { TableCell, TableColumn, TableRow } from './data/table-model.ts';
import { Sparkline } from './Sparkline.tsx';
import { useGridFocus } from './use-grid-focus.ts';

const rowHeight = 28;

type Sorted = 'asc' | 'desc' | false;

const spoken = { asc: 'ascending', desc: 'descending' } as const;
const arrows = { asc: '▲', desc: '▼' } as const;

interface DataGridProps {
  readonly label: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly layout: ReadonlyMap<string, ColumnLayout>;
  readonly sortedBy: (column: string) => Sorted;
  readonly onSort: (column: string, event: MouseEvent) => void;
  readonly onOpenFigure?: ((statement: Statement, fact: Fact) => void) | undefined;
}

/** A cell's words; where they have to be cut, not at the end that tells them apart. */
const CellText = ({ cell: { text, tail } }: { readonly cell: TableCell }) =>
  tail === undefined || !text.endsWith(tail) ? (
    text
  ) : (
    <span className="data-tailed">
      <span>{text.slice(0, -tail.length)}</span>
      <span>{tail}</span>
    </span>
  );

/** Rows and headings in a frame that scrolls; only the rows in view exist. */
export const DataGrid = ({ label, columns, rows, layout, sortedBy, onSort, onOpenFigure }: DataGridProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const contradicted = useContradicted();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const focus = useGridFocus({
    rows: rows.length,
    columns: columns.length,
    scrollTo: (row) => virtualizer.scrollToIndex(row),
    scroller,
  });
  // Where the page is narrow, the first column leaves room for the others.
  const template = columns
    .map(({ id }) => `${layout.get(id)?.width ?? 0}ch`)
    .map((width, index) => (index === 0 ? `min(${width}, 46vw)` : width))
    .join(' ');

  return (
    <div ref={scroller} className="data-grid">
      <table
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        style={{ '--columns': template } as CSSProperties}
        onKeyDown={focus.onKeyDown}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            {columns.map(({ id, heading, unit, kind }, column) => {
              const sorted = sortedBy(id);
              return (
                <th
                  key={id}
                  role="columnheader"
                  scope="col"
                  data-column={id}
                  aria-colindex={column + 1}
                  aria-sort={sorted === false ? 'none' : spoken[sorted]}
                  className={kind === 'figure' ? 'data-figure' : ''}
                >
                  <button type="button" {...focus.cell(-1, column)} onClick={(event) => onSort(id, event)}>
                    {heading}
                    {sorted !== false && <span aria-hidden="true"> {arrows[sorted]}</span>}
                    {unit !== null && <small>{unit}</small>}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup" style={{ blockSize: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr key={row.id} role="row" aria-rowindex={index + 2} style={{ insetBlockStart: start }}>
                {columns.map(({ id, kind }, column) => {
                  if (row.remark !== null && column > 0) {
                    // The remark takes the place of all other cells.
                    return column === 1 ? (
                      <td
                        key={id}
                        role="gridcell"
                        aria-colindex={2}
                        aria-colspan={columns.length - 1}
                        {...focus.cell(index, 1)}
                        className="data-remark"
                      >
                        {row.remark}
                      </td>
                    ) : null;
                  }
                  const cell = row.cells.get(id);
                  const source = cell?.source ?? null;
                  const opens = source !== null && onOpenFigure !== undefined;
                  const open = () => {
                    if (opens) onOpenFigure(source.statement, source.fact);
                  };
                  const isFigure = kind === 'figure' && cell !== undefined;
                  const padding = isFigure ? layout.get(id)?.padding.get(cell.text) : undefined;
                  if (cell?.address !== undefined) {
                    return (
                      <td
                        key={id}
                        role="gridcell"
                        aria-colindex={column + 1}
                        className={`${isFigure ? 'data-figure' : ''} ${cell.alarming === true ? 'data-alarm' : ''}`}
                        title={cell.note}
                      >
                        {cell.trend !== undefined && <Sparkline values={cell.trend} />}
                        <a href={cell.address} {...focus.cell(index, column)} className="data-link" data-pad={padding}>
                          <CellText cell={cell} />
                        </a>
                      </td>
                    );
                  }
                  return (
                    <td
                      key={id}
                      role="gridcell"
                      aria-colindex={column + 1}
                      {...focus.cell(index, column)}
                      className={`${isFigure ? 'data-figure' : ''} ${opens ? 'data-opens' : ''} ${source !== null && contradicted.has(source.fact) ? 'data-contradicted' : ''}`}
                      title={
                        source === null ? (cell?.note ?? cell?.text) : `${source.statement.file}:${source.fact.line}`
                      }
                      data-pad={padding}
                      onClick={open}
                      onKeyDown={(event) => {
                        if (event.key === 'Enter') open();
                      }}
                    >
                      {source !== null && contradicted.has(source.fact) && <ContradictedSign />}
                      {cell?.trend !== undefined && <Sparkline values={cell.trend} />}
                      {cell?.text}
                      {cell?.note !== undefined && <span className="sr-only"> {cell.note}</span>}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {rows.length === 0 && <p className="data-table-empty">No row matches.</p>}
    </div>
  );
};
