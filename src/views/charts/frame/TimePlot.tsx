import { memo, useEffect, useId, useMemo } from 'react';
import { CartesianGrid, ComposedChart, Line, Tooltip, useActiveTooltipDataPoints, XAxis, YAxis } from 'recharts';
import { monthTitle } from '../../../deal/month.ts';
import type { Fact, Statement } from '../../../facts/fact.ts';
import type { SeriesColour } from '../../palette.ts';
import type { AxisUnit, ChartData, ChartMonth, ChartSeries } from '../data/chart-data.ts';
import { ageTicks, alignedScale, monthTicks, roundScale, type Scale } from '../data/scale.ts';
import { tickLabel } from '../data/words.ts';
import { ChartTooltip } from './ChartTooltip.tsx';
import { pointAt } from './crosshair.ts';
import { HatchPatterns, hatchOf } from './HatchPatterns.tsx';
import { ActiveDots } from './marks/ActiveDots.tsx';
import { Areas } from './marks/Areas.tsx';
import { ChosenMonth } from './marks/ChosenMonth.tsx';
import { Columns } from './marks/Columns.tsx';
import { ContradictedMarks } from './marks/ContradictedMarks.tsx';
import { Crosshair } from './marks/Crosshair.tsx';
import { EndLabels } from './marks/EndLabels.tsx';
import { FigureHits } from './marks/FigureHits.tsx';
import { GapMarks } from './marks/GapMarks.tsx';
import { Lines } from './marks/Lines.tsx';
import { Points } from './marks/Points.tsx';
import { StatementMarks } from './marks/StatementMarks.tsx';
import { isStacked, type Stack, stackSpans, valuesOn } from './plot-geometry.ts';

/** One row per month. */
interface Row extends ChartMonth {
  readonly index: number;
}

const axisWidth = 56;
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

/** Where the months that are named on the axis stand. */
const timesOf = (months: readonly ChartMonth[]): readonly number[] => {
  const named = new Set(monthTicks(months.map(({ month }) => month)));
  return months.filter(({ month }) => named.has(month)).map(({ time }) => time);
};

/** Keeps Recharts from drawing the one dot that it draws for a series of one point. */
const noDot = () => <g />;

const noSpans: Stack = [];
const fullSize = { width: '100%', height: '100%' };

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
  /** Of the plot in pixels. */
  readonly width: number;
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
  const monthAt = new Map(months.map(({ time, month }) => [time, month]));
  const ticks = aged ? ageTicks(months.map(({ time }) => time)) : timesOf(months);
  const beside = aged ? halfAge : halfMonth;
  const first = months[0]?.time ?? 0;
  const last = months.at(-1)?.time ?? 0;
  const isRoomy = width >= roomyWidth;
  const namesFit = series.every(({ mark, name, short = name }) => mark !== 'column' && short.length <= longestLabel);
  const margin = { top: 10, right: data.right !== null ? 0 : isRoomy ? rightWidth : 8, bottom: 0, left: 0 };
  const fillOf = (each: ChartSeries): string =>
    each.hatched ? hatchOf(patterns, each.id) : (colours.get(each.id)?.stroke ?? 'var(--ink)');
  const spans = useMemo(
    () => (series.some(isStacked) ? stackSpans(series, 0, months.length) : noSpans),
    [series, months],
  );

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
    <ComposedChart responsive style={fullSize} data={rows} margin={margin} cursor="pointer" aria-label={label}>
      <HatchPatterns id={patterns} series={series} colours={colours} />
      <CartesianGrid vertical={false} yAxisId="left" />
      <XAxis
        dataKey="time"
        type="number"
        scale={aged ? 'linear' : 'time'}
        domain={[first - beside, last + beside]}
        ticks={[...ticks]}
        interval="preserveStart"
        minTickGap={8}
        tickFormatter={(time: number) => (aged ? String(time) : shortMonth(monthAt.get(time) ?? ''))}
        tickLine={false}
        tickMargin={10}
        height={30}
      />
      {yAxis('left', data.left, left)}
      {data.right !== null && yAxis('right', data.right, right)}
      <GapMarks months={months} patterns={patterns} />
      {data.right === null && isRoomy && namesFit && <EndLabels months={months} series={series} spans={spans} />}
      <Areas months={months} series={series} spans={spans} fillOf={fillOf} />
      <Columns months={months} series={series} spans={spans} fillOf={fillOf} />
      <Lines months={months} series={series} fillOf={fillOf} />
      <Points months={months} series={series} spans={spans} fillOf={fillOf} />
      <StatementMarks months={months} onSelect={onSelect} />
      <ChosenMonth months={months} />
      <ContradictedMarks months={months} series={series} spans={spans} />
      <FigureHits months={months} series={series} onPick={onPick} onOpen={onOpen} onSelect={onSelect} />
      <Crosshair months={months} sync={sync} />
      <ActiveDots months={months} series={series} fillOf={fillOf} sync={sync} />
      {/* Series of Recharts' own take ten times as long to draw. It has one, unseen, to know of the months. */}
      <Line
        dataKey="index"
        yAxisId="left"
        stroke="none"
        dot={noDot}
        activeDot={false}
        isAnimationActive={false}
        legendType="none"
      />
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

/** A tick's month, `Mar 2002`. */
const shortMonth = (month: string): string => {
  const [name = '', year = ''] = monthTitle(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
};
