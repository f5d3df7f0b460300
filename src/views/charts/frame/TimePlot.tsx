import { memo, useEffect, useId, useMemo } from 'react';
import { ComposedChart, Line, Tooltip, useActiveTooltipDataPoints, XAxis } from 'recharts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import type { SeriesColour } from '../../palette.ts';
import type { ChartData, ChartMonth, ChartSeries } from '../data/chart-data.ts';
import { alignedScale, roundScale, type Scale } from '../data/scale.ts';
import { tickLabel } from '../data/words.ts';
import { ChartTooltip } from './ChartTooltip.tsx';
import { pointAt } from './crosshair.ts';
import { HatchPatterns, hatchOf } from './HatchPatterns.tsx';
import { Axes } from './marks/Axes.tsx';
import { Marks } from './marks/Marks.tsx';
import { isStacked, type Stack, stackSpans, valuesOn } from './plot-geometry.ts';
import { plotScales } from './plot-scales.ts';
import { timeTicks } from './ticks.ts';

/** One row per month. */
interface Row extends ChartMonth {
  readonly index: number;
}

const axisWidth = 56;
/** Room for the names of months. */
const axisHeight = 30;
/** Room for the right axis, or for names beside the last month where there is none. */
const rightWidth = 52;
/** Below this the plot needs the room itself. */
const roomyWidth = 420;
/** Longer names, in characters, do not fit beside the last month. */
const longestLabel = 7;
const halfMonth = 16 * 24 * 3600 * 1000;
/** The same on an axis by age. */
const halfAge = 0.5;
/** Factors that stay above this are drawn from a round value below them, not from zero. */
const nearlyWhole = 0.5;

/** The scales of both axes; the right one has its ticks on the grid lines of the left. */
const scalesOf = (data: ChartData, series: readonly ChartSeries[]): { left: Scale; right: Scale } => {
  const values = [...valuesOn(series, 'left', data.months.length), ...(data.reach ?? [])];
  const high = data.left === 'ratio' && values.length > 0 && values.every((value) => value > nearlyWhole);
  const left = roundScale(values, 6, high ? 'values' : 'zero');
  const right = alignedScale(valuesOn(series, 'right', data.months.length), left.ticks.length - 1);
  return { left, right };
};

/** Keeps Recharts from drawing the one dot that it draws for a series of one point. */
const noDot = () => <g />;

const noSpans: Stack = [];

interface ActiveMonthProps {
  readonly sync: string;
  readonly onChange: (month: ChartMonth | null) => void;
}

/** Tells the month that one looks at in this plot to the others, and to the keyboard handler, which stands outside. */
const ActiveMonth = ({ sync, onChange }: ActiveMonthProps) => {
  const own = useId();
  const active = useActiveTooltipDataPoints<Row>()?.[0] ?? null;
  useEffect(() => onChange(active), [active, onChange]);
  useEffect(() => pointAt(sync, own, active?.month ?? null), [sync, own, active]);
  useEffect(() => () => pointAt(sync, own, null), [sync, own]);
  return null;
};

export interface TimePlotProps {
  readonly data: ChartData;
  /** Plots of the same name and the same months share a crosshair. */
  readonly sync: string;
  /** Those of the data that are to be seen. */
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
  /** Of the plot, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The chart in words, for those who do not see it. */
  readonly label: string;
  readonly onSelect: (month: ChartMonth) => void;
  readonly onActive: (month: ChartMonth | null) => void;
  readonly onPick: (series: string | null) => void;
  readonly onOpen: (statement: Statement, fact: Fact) => void;
}

const TimePlotInFull = ({
  data,
  sync,
  series,
  colours,
  width,
  height,
  label,
  onSelect,
  onActive,
  onPick,
  onOpen,
}: TimePlotProps) => {
  const patterns = useId();
  const { months } = data;
  // Frozen, since Recharts would freeze them itself, statements and all their figures included.
  const rows = useMemo(() => Object.freeze(months.map((each, index): Row => ({ ...each, index }))), [months]);
  const { left, right } = useMemo(() => scalesOf(data, series), [data, series]);
  const aged = months[0]?.age !== undefined;
  const beside = aged ? halfAge : halfMonth;
  const first = months[0]?.time ?? 0;
  const last = months.at(-1)?.time ?? 0;
  const isRoomy = width >= roomyWidth;
  const namesFit = series.every(({ mark, name, short = name }) => mark !== 'column' && short.length <= longestLabel);
  const margin = {
    top: 10,
    right: data.right !== null || isRoomy ? rightWidth : 8,
    bottom: axisHeight,
    left: axisWidth,
  };
  const times = { from: first - beside, to: last + beside };
  const scales = plotScales({ width, height }, margin, times, { left, right });
  const fillOf = (each: ChartSeries): string =>
    each.hatched ? hatchOf(patterns, each.id) : (colours.get(each.id)?.stroke ?? 'var(--ink)');
  const spans = useMemo(
    () => (series.some(isStacked) ? stackSpans(series, 0, months.length) : noSpans),
    [series, months],
  );

  const named = (unit: ChartData['left'], scale: Scale) =>
    scale.ticks.map((value) => ({ value, name: tickLabel(value, unit, scale) }));

  return (
    <ComposedChart width={width} height={height} data={rows} margin={margin} cursor="pointer" aria-label={label}>
      <HatchPatterns id={patterns} series={series} colours={colours} />
      <XAxis hide dataKey="time" type="number" domain={[times.from, times.to]} />
      <Axes
        scales={scales}
        times={timeTicks(months, scales.right - scales.left)}
        left={named(data.left, left)}
        right={data.right === null ? [] : named(data.right, right)}
      />
      <Marks
        scales={scales}
        months={months}
        series={series}
        spans={spans}
        fillOf={fillOf}
        sync={sync}
        patterns={patterns}
        named={data.right === null && isRoomy && namesFit}
        onSelect={onSelect}
        onPick={onPick}
        onOpen={onOpen}
      />
      {/* Series and axes of Recharts' own take ten times as long to draw. It has one each, unseen, to know of the months. */}
      <Line dataKey="index" stroke="none" dot={noDot} activeDot={false} isAnimationActive={false} legendType="none" />
      <Tooltip
        isAnimationActive={false}
        allowEscapeViewBox={{ x: false, y: true }}
        offset={14}
        cursor={false}
        content={<ChartTooltip rows={rows} series={series} colours={colours} />}
      />
      <ActiveMonth sync={sync} onChange={onActive} />
    </ComposedChart>
  );
};

/** Series over true distribution dates. Drawn anew only when what it draws changes. */
export const TimePlot = memo(TimePlotInFull);
