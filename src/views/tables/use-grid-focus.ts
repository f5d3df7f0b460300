import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

interface Place {
  /** -1 is the row of headings. */
  readonly row: number;
  readonly column: number;
}

interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Brings a row into view, so that its cells exist. */
  readonly scrollTo: (row: number) => void;
  readonly scroller: RefObject<HTMLElement | null>;
}

const pageRows = 12;

const moves: Readonly<Record<string, (place: Place, grid: Grid) => Place>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: Math.max(0, row - pageRows), column }),
  PageDown: ({ row, column }) => ({ row: row + pageRows, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};

const within = (value: number, lowest: number, highest: number): number => Math.max(lowest, Math.min(highest, value));

/**
 * The keyboard of a grid: one cell is the tab stop, arrow keys, Page Up and Down, Home and End move it (with Control,
 * Home and End go to the first and last row). Spread `cell(row, column)` on each cell.
 */
export const useGridFocus = (grid: Grid) => {
  const [place, setPlace] = useState<Place>({ row: -1, column: 0 });
  const moved = useRef(false);
  const row = within(place.row, -1, grid.rows - 1);
  const column = within(place.column, 0, grid.columns - 1);

  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    const cell = grid.scroller.current?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = move({ row, column }, grid);
    const far =
      event.ctrlKey && event.key === 'Home' ? 0 : event.ctrlKey && event.key === 'End' ? grid.rows - 1 : next.row;
    const target = { row: within(far, -1, grid.rows - 1), column: within(next.column, 0, grid.columns - 1) };
    if (target.row >= 0) grid.scrollTo(target.row);
    moved.current = true;
    setPlace(target);
  };

  const cell = (ofRow: number, ofColumn: number) => ({
    tabIndex: ofRow === row && ofColumn === column ? 0 : -1,
    'data-place': `${ofRow} ${ofColumn}`,
    onFocus: () => setPlace({ row: ofRow, column: ofColumn }),
  });
  return { onKeyDown, cell };
};
