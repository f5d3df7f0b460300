import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  type MouseHandlerDataParam,
  Tooltip,
  useActiveTooltipDataPoints,
  XAxis,
  YAxis,
} from 'recharts';
import { monthTitle } from '../../../deal/month.ts';
import type { SeriesColour } from '../../palette.ts';
import type { AxisUnit, ChartData, ChartMonth, ChartSeries } from '../data/chart-data.ts';
import { alignedScale, monthTicks, roundScale, type Scale } from '../data/scale.ts';
import { tickLabel } from '../data/words.ts';
import { ChartTooltip } from './ChartTooltip.tsx';
import { HatchPatterns, hatchOf } from './HatchPatterns.tsx';
import { PlotMarks } from './PlotMarks.tsx';
import { isStacked, valuesOn } from './plot-geometry.ts';
import { useWidth } from './use-width.ts';

/** One row per month; figures are looked up in the series by `index`. */
interface Row extends ChartMonth {
  readonly index: number;
}

const axisWidth = 56;
/** Room for the right axis, or for names beside the last month where there is none. */
const rightWidth = 52;
/** Below this the plot needs the room itself. */
const roomyWidth = 420;
/** More areas than this are parted by a finer line. */
const manyAreas = 12;
const halfMonth = 16 * 24 * 3600 * 1000;
/** Factors that stay above this are drawn from a round value below them, not from zero. */
const nearlyWhole = 0.5;

const keys = new WeakMap<ChartSeries, (row: Row) => number | null>();

/** Functions, not names: a class `A.1` is no path into the row. The same function for the same series, as Recharts compares them. */
const valueKey = (series: ChartSeries): ((row: Row) => number | null) => {
  const known = keys.get(series);
  if (known !== undefined) return known;
  const made = (row: Row): number | null => series.figures[row.index]?.value ?? null;
  keys.set(series, made);
  return made;
};

/** The scales of both axes; the right one has its ticks on the grid lines of the left. */
const scalesOf = (data: ChartData, series: readonly ChartSeries[]): { left: Scale; right: Scale } => {
  const values = valuesOn(series, 'left', data.months.length);
  const high = data.left === 'ratio' && values.length > 0 && values.every((value) => value > nearlyWhole);
  const left = roundScale(values, 6, high ? 'values' : 'zero');
  const right = alignedScale(valuesOn(series, 'right', data.months.length), left.ticks.length - 1);
  return { left, right };
};

/** Keeps Recharts from drawing the one dot that it draws for a series of one point. */
const noDot = () => <g />;

/** Tells the month under the crosshair to the keyboard handler, which stands outside the chart. */
const ActiveRow = ({ report }: { report: (row: Row | null) => void }) => {
  const active = useActiveTooltipDataPoints<Row>()?.[0] ?? null;
  useEffect(() => report(active), [active, report]);
  return null;
};

export interface TimePlotProps {
  readonly data: ChartData;
  /** Those of the data that are to be seen. */
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
  /** `2002-05`, marked on the axis; null marks none. */
  readonly month: string | null;
  readonly onSelectMonth: (month: string) => void;
  /** The chart in words, for those who do not see it. */
  readonly label: string;
}

/** Series over true distribution dates, with crosshair, tooltip and keyboard. */
export const TimePlot = ({ data, series, colours, month, onSelectMonth, label }: TimePlotProps) => {
  const patterns = useId();
  const [element, width] = useWidth<HTMLDivElement>();
  const [engaged, setEngaged] = useState(false);
  const active = useRef<Row | null>(null);
  const [report] = useState(() => (row: Row | null) => {
    active.current = row;
  });
  const rows = useMemo(() => data.months.map((each, index): Row => ({ ...each, index })), [data.months]);
  const ticks = useMemo(() => {
    const named = new Set(monthTicks(data.months.map((each) => each.month)));
    return data.months.filter((each) => named.has(each.month)).map(({ time }) => time);
  }, [data.months]);
  const { left, right } = useMemo(() => scalesOf(data, series), [data, series]);

  const first = rows[0]?.time ?? 0;
  const last = rows.at(-1)?.time ?? 0;
  const fewMonths = rows.filter(({ statement }) => statement !== null).length < 3;
  const overStack = series.some(isStacked);
  const areas = series.filter(({ mark }) => mark === 'area').length;
  const labelled = data.right === null && width >= roomyWidth && series.every(({ mark }) => mark !== 'column');
  const margin = {
    top: 10,
    right: data.right === null ? (width >= roomyWidth ? rightWidth : 8) : 0,
    bottom: 0,
    left: 0,
  };
  const monthAt = new Map(rows.map(({ time, month: name }) => [time, name]));

  const selectRow = (row: ChartMonth | null | undefined) => {
    if (row?.statement != null) onSelectMonth(row.month);
  };
  const onClick = ({ activeTooltipIndex }: MouseHandlerDataParam) => {
    if (activeTooltipIndex !== undefined) selectRow(rows[Number(activeTooltipIndex)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    setEngaged(true);
    if (event.key !== 'Enter') return;
    // Recharts would hide its tooltip.
    event.stopPropagation();
    selectRow(active.current);
  };
  const yAxis = (id: 'left' | 'right', unit: AxisUnit, scale: Scale) => (
    <YAxis
      yAxisId={id}
      orientation={id}
      width={id === 'left' ? axisWidth : rightWidth}
      domain={[scale.from, scale.to]}
      ticks={[...scale.ticks]}
      interval={0}
      allowDataOverflow
      tickFormatter={(value: number) => tickLabel(value, unit, scale)}
      axisLine={false}
      tickLine={false}
      tickMargin={6}
    />
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the chart inside is the focusable element; this listens to what bubbles from it
    <div
      ref={element}
      className="chart-plot"
      onPointerEnter={() => setEngaged(true)}
      onPointerLeave={() => setEngaged(false)}
      onFocus={() => setEngaged(true)}
      onBlur={() => setEngaged(false)}
      onKeyDownCapture={onKeyDown}
    >
      {width > 0 && (
        <ComposedChart
          responsive
          style={{ width: '100%', height: '100%' }}
          data={rows}
          margin={margin}
          syncId="deal"
          onClick={onClick}
          cursor="pointer"
          aria-label={label}
        >
          <HatchPatterns id={patterns} series={series} colours={colours} />
          <CartesianGrid vertical={false} yAxisId="left" />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={[first - halfMonth, last + halfMonth]}
            ticks={ticks}
            interval="preserveStart"
            minTickGap={8}
            tickFormatter={(time: number) => shortMonth(monthAt.get(time) ?? '')}
            tickLine={false}
            tickMargin={10}
            height={30}
          />
          {yAxis('left', data.left, left)}
          {data.right !== null && yAxis('right', data.right, right)}
          <PlotMarks
            rows={rows}
            series={series}
            colours={colours}
            patterns={patterns}
            month={month}
            labelled={labelled}
          />
          {series.map((each) => {
            const colour = colours.get(each.id);
            const shared = {
              dataKey: valueKey(each),
              name: each.name,
              yAxisId: each.axis,
              isAnimationActive: false,
              legendType: 'none',
            } as const;
            if (each.mark === 'area') {
              return (
                <Area
                  key={each.id}
                  {...shared}
                  type="linear"
                  stackId="stack"
                  stroke="var(--ground)"
                  strokeWidth={areas > manyAreas ? 0.5 : 1}
                  fill={each.hatched ? hatchOf(patterns, each.id) : (colour?.stroke ?? 'none')}
                  fillOpacity={1}
                  dot={
                    fewMonths
                      ? { r: 3, fill: colour?.stroke ?? 'none', fillOpacity: 1, stroke: 'var(--ground)' }
                      : false
                  }
                  activeDot={false}
                />
              );
            }
            if (each.mark !== 'line') {
              return <Line key={each.id} {...shared} stroke="none" dot={noDot} activeDot={false} />;
            }
            return (
              <Line
                key={each.id}
                {...shared}
                type="linear"
                stroke={colour?.stroke ?? 'var(--ink)'}
                strokeWidth={2}
                {...(each.dashed ? { strokeDasharray: colour?.dash ?? '5 4' } : {})}
                className={overStack ? 'chart-line-over' : 'chart-line'}
                dot={
                  fewMonths
                    ? { r: 3.5, fill: colour?.stroke ?? 'var(--ink)', stroke: 'var(--ground)', strokeDasharray: '0' }
                    : false
                }
                activeDot={{ r: 4, fill: colour?.stroke ?? 'var(--ink)', stroke: 'var(--ground)' }}
              />
            );
          })}
          <Tooltip
            isAnimationActive={false}
            allowEscapeViewBox={{ x: false, y: true }}
            offset={14}
            cursor={{ stroke: 'var(--ink-quiet)', strokeWidth: 1, strokeDasharray: '2 2' }}
            content={<ChartTooltip rows={rows} series={series} colours={colours} engaged={engaged} />}
          />
          <ActiveRow report={report} />
        </ComposedChart>
      )}
    </div>
  );
};

/** A tick's month, `Mar 2002`. */
const shortMonth = (month: string): string => {
  const [name = '', year = ''] = monthTitle(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
};
