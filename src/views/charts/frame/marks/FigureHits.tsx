import { type MouseEvent, useRef } from 'react';
import type { Fact, Statement } from '../../../../facts/fact.ts';
import type { ChartMonth, ChartSeries } from '../../data/chart-data.ts';
import { seriesAt } from '../plot-geometry.ts';
import type { PlotScales } from '../plot-scales.ts';

interface FigureHitsProps {
  readonly scales: PlotScales;
  readonly months: readonly ChartMonth[];
  readonly series: readonly ChartSeries[];
  /** Told which series is under the pointer. */
  readonly onPick: (series: string | null) => void;
  /** Opens the figure of a series. */
  readonly onOpen: (statement: Statement, fact: Fact) => void;
  /** Chooses the month where no figure is. */
  readonly onSelect: (month: ChartMonth) => void;
}

/** Takes pointer and clicks over the plot: each belongs to the figure that stands there. */
export const FigureHits = ({ scales, months, series, onPick, onOpen, onSelect }: FigureHitsProps) => {
  const last = useRef<string | null>(null);
  const { x, y, left, right, top, bottom } = scales;
  const hitOf = (event: MouseEvent<SVGRectElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = left + event.clientX - box.left;
    const distance = ({ time }: ChartMonth): number => Math.abs(x(time) - at);
    const month = months.reduce(
      (best, each, index) => (best < 0 || distance(each) < distance(months[best] ?? each) ? index : best),
      -1,
    );
    return { month, series: seriesAt(series, month, top + event.clientY - box.top, y) };
  };
  const pick = (id: string | null) => {
    if (last.current === id) return;
    last.current = id;
    onPick(id);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, figures are picked on the chart itself */}
      <rect
        className="chart-hits"
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        fill="transparent"
        onPointerMove={(event) => pick(hitOf(event).series?.id ?? null)}
        onPointerLeave={() => pick(null)}
        onClick={(event) => {
          const hit = hitOf(event);
          const month = months[hit.month];
          if (month === undefined) return;
          // A finger has no hover: its tap tells the figures first.
          const touch = event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch';
          const source = hit.series?.figures[hit.month]?.source;
          if (source != null && !touch) onOpen(source.statement, source.fact);
          else onSelect(month);
        }}
      />
    </>
  );
};
