import { lazy, type ReactNode, Suspense, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Fact, Statement } from '../../../facts/fact.ts';
import type { SeriesColour } from '../../palette.ts';
import type { ChartData } from '../data/chart-data.ts';

import { nameOfMonth, rangesOfMonths, summaryOf } from '../data/words.ts';

import { ChartLegend } from './ChartLegend.tsx';
import { ChartTable } from './ChartTable.tsx';
import { useShown } from './chart-view.ts';
import { InteractivePlot } from './InteractivePlot.tsx';
import { useSeen } from './use-seen.ts';

const ChartActions = lazy(() =>
  import('../../picture/ChartActions.tsx').then((module) => ({ default: module.ChartActions })),
);

/** What every chart of a deal is given. */
export interface DealChartProps {
  /** The chosen month, `2002-05`; null for none. */
  readonly month: string | null;
  readonly onSelectMonth: (month: string) => void;
  /** Opens a printed figure in its statement; figures are plain text without it. */
  readonly onOpenFigure?: ((statement: Statement, fact: Fact) => void) | undefined;
}

interface ChartFrameProps extends DealChartProps {
  readonly data: ChartData;
  readonly colours: ReadonlyMap<string, SeriesColour>;
  /** Switches that belong to this chart alone. */
  readonly controls?: ReactNode;
}

const rangeOf = ({ months }: ChartData): string => {
  const loaded = months.filter(({ statement }) => statement !== null);
  const [first, last] = [loaded[0], loaded.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return nameOfMonth(first);
  return `${nameOfMonth(first)} – ${nameOfMonth(last)}, ${loaded.length} months`;
};

/** Series that are told in words beside the plot; those who do not see it hear of more. */
const mostSeen = 2;

/** Title, unit and range, the plot or the same figures as a table, the legend, and what must be said about them. */
export const ChartFrame = ({ data: whole, colours, controls, month, onSelectMonth, onOpenFigure }: ChartFrameProps) => {
  const titleId = useId();
  const summaryId = useId();
  const [element, seen] = useSeen<HTMLElement>();
  const { data, sync, hidden: hiddenIds, onHide } = useShown(whole);
  const [asTable, setAsTable] = useState(false);
  const hidden = useMemo(() => new Set(hiddenIds), [hiddenIds]);
  // What is pressed shows at once, the plot follows.
  const left = useDeferredValue(hidden);
  const showTable = useDeferredValue(asTable);
  const visible = useMemo(() => data.series.filter(({ id }) => !left.has(id)), [data.series, left]);
  const summary = useMemo(() => summaryOf(data), [data]);
  const range = rangeOf(data);
  const gaps = data.months.filter(({ statement }) => statement === null);
  const notes = gaps.length > 0 ? [`No statement loaded for ${rangesOfMonths(gaps)}.`, ...data.notes] : data.notes;

  return (
    <figure ref={element} className="chart" data-chart={data.id} aria-labelledby={titleId} aria-describedby={summaryId}>
      <header className="chart-header">
        <h2 id={titleId}>{data.title}</h2>
        {data.empty === null && (
          <div className="chart-controls">
            {controls}
            <button type="button" className="chart-toggle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              Table
            </button>
            <Suspense
              fallback={
                <button type="button" className="chart-toggle" disabled>
                  More ▾
                </button>
              }
            >
              <ChartActions data={data} series={visible} colours={colours} />
            </Suspense>
          </div>
        )}
        <p className="chart-measure">
          <span>
            {data.measure}
            {data.months[0]?.age !== undefined && ', by months since the first distribution'}
            {range !== '' && `\u00a0· ${range}`}
          </span>
          {data.empty === null && <span>{summaryOf(data, mostSeen)}</span>}
        </p>
      </header>
      {data.empty !== null ? (
        <p className="chart-empty">{data.empty}</p>
      ) : (
        <>
          <div className="chart-body">
            {showTable ? (
              <ChartTable data={data} onOpenFigure={onOpenFigure} />
            ) : visible.length === 0 ? (
              <p className="chart-empty">All series are hidden.</p>
            ) : (
              seen && (
                <InteractivePlot
                  data={data}
                  sync={sync}
                  series={visible}
                  colours={colours}
                  month={month}
                  onSelectMonth={onSelectMonth}
                  onOpenFigure={onOpenFigure}
                  label={`${summary} Left and right arrow keys move through the months, Enter chooses one; up and down pick a figure, whose line Enter then opens.`}
                />
              )
            )}
          </div>
          {!showTable && (
            <ChartLegend
              title={data.title}
              series={data.series}
              colours={colours}
              hidden={hidden}
              onChange={(series) => onHide([...series])}
            />
          )}
        </>
      )}
      <p id={summaryId} className="chart-hidden">
        {summary}
      </p>
      {notes.length > 0 && data.empty === null && (
        <ul className="chart-notes">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </figure>
  );
};
