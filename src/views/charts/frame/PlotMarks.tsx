import { usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts';
import { monthRanges } from '../../../deal/month.ts';
import type { SeriesColour } from '../../palette.ts';
import type { ChartMonth, ChartSeries } from '../data/chart-data.ts';
import { hatchOf } from './HatchPatterns.tsx';
import { endLabels, isAlone, isStacked, stackSpans } from './plot-geometry.ts';

const columnLayer = 300;
/** Over areas, under columns and lines. */
const chosenLayer = 150;
const pointLayer = 600;
/** Rough width of a character of the axis type, to see whether a name fits. */
const characterWidth = 6.5;
const labelHeight = 12;

/** The widest run of columns that still leaves air between months. */
const columnWidth = (rows: readonly ChartMonth[], x: (time: number) => number): number => {
  let narrowest = 36;
  for (let index = 1; index < rows.length; index += 1) {
    narrowest = Math.min(narrowest, 0.72 * (x(rows[index]?.time ?? 0) - x(rows[index - 1]?.time ?? 0)));
  }
  return Math.max(1, narrowest);
};

/** Runs of months without a statement, with the months on either side. */
const gapRuns = (rows: readonly ChartMonth[]): readonly { before: ChartMonth; after: ChartMonth; name: string }[] => {
  const runs: { before: ChartMonth; after: ChartMonth; name: string }[] = [];
  let start = -1;
  rows.forEach((row, index) => {
    if (row.statement === null && start < 0) start = index;
    if (row.statement !== null && start >= 0) {
      const before = rows[start - 1];
      const missing = rows.slice(start, index).map(({ month }) => month);
      if (before !== undefined) runs.push({ before, after: row, name: `no ${monthRanges(missing).join(', ')}` });
      start = -1;
    }
  });
  return runs;
};

/**
 * What Recharts does not draw: gaps named, a mark per statement under the axis, the chosen month, columns at true
 * dates, and figures that stand alone between gaps, which an area or line would not show.
 */
export const PlotMarks = ({
  rows,
  series,
  colours,
  patterns,
  month,
  labelled,
}: {
  readonly rows: readonly ChartMonth[];
  readonly series: readonly ChartSeries[];
  readonly colours: ReadonlyMap<string, SeriesColour>;
  readonly patterns: string;
  readonly month: string | null;
  /** Whether there is room for names beside the last month. */
  readonly labelled: boolean;
}) => {
  const area = usePlotArea();
  const xScale = useXAxisScale();
  const leftScale = useYAxisScale('left');
  const rightScale = useYAxisScale('right');
  if (area === undefined || xScale === undefined || leftScale === undefined) return null;

  const x = (time: number): number => xScale(time) ?? area.x;
  const y = (value: number, axis: 'left' | 'right'): number =>
    ((axis === 'right' ? rightScale : leftScale) ?? leftScale)(value) ?? area.y + area.height;
  const bottom = area.y + area.height;
  const width = columnWidth(rows, x);
  const spans = series.some(isStacked) ? stackSpans(series, rows.length) : [];
  const fill = (each: ChartSeries): string =>
    each.hatched ? hatchOf(patterns, each.id) : (colours.get(each.id)?.stroke ?? 'var(--ink)');
  const chosen = rows.find((row) => row.month === month && row.statement !== null);
  const loaded = rows.filter(({ statement }) => statement !== null).length;
  const last = rows.length - 1;
  const beside = x(rows[last]?.time ?? 0) + (loaded === 1 ? width / 2 : 0) + 8;
  // A class that has been paid off needs no name.
  const ends = series.flatMap((each, index) => {
    const figure = each.figures[last];
    const span = spans[last]?.[index];
    if (figure == null || each.mark === 'points') return [];
    if (span == null) return figure.value === 0 ? [] : [{ text: each.name, y: y(figure.value, each.axis) }];
    const [from, to] = [y(span.from, each.axis), y(span.to, each.axis)];
    return Math.abs(from - to) < labelHeight ? [] : [{ text: each.name, y: (from + to) / 2 }];
  });
  const labels = labelled ? endLabels(ends, labelHeight) : [];
  const marks = rows
    .filter(({ statement }) => statement !== null)
    .map(({ time }) => `M${x(time).toFixed(1)} ${bottom + 1}v5`)
    .join('');

  return (
    <>
      {gapRuns(rows).map(({ before, after, name }) => {
        const [from, to] = [x(before.time), x(after.time)];
        return (
          <g key={before.month} className="chart-gap">
            <rect x={from} y={area.y} width={to - from} height={area.height} fill={`url(#${patterns}-gap)`} />
            {to - from > name.length * characterWidth && (
              <text x={(from + to) / 2} y={area.y + 14} textAnchor="middle">
                {name}
              </text>
            )}
          </g>
        );
      })}
      <path className="chart-statements" d={marks} />
      {chosen !== undefined && (
        <path className="chart-chosen-mark" d={`M${x(chosen.time).toFixed(1)} ${bottom + 1}l4.5 7h-9z`} />
      )}
      {labels.map((label) => (
        <text key={label.text} className="chart-end-label" x={beside} y={label.y + 4}>
          {label.text}
        </text>
      ))}
      <ZIndexLayer zIndex={columnLayer}>
        {series.map((each, index) =>
          isStacked(each)
            ? rows.map((row, at) => {
                const span = spans[at]?.[index];
                if (span == null || span.from === span.to || (each.mark === 'area' && !isAlone(each, at))) return null;
                const [top, foot] = [
                  y(Math.max(span.from, span.to), each.axis),
                  y(Math.min(span.from, span.to), each.axis),
                ];
                return (
                  <rect
                    key={`${each.id} ${row.month}`}
                    className="chart-column"
                    x={x(row.time) - width / 2}
                    width={width}
                    y={top}
                    height={Math.max(0.5, foot - top)}
                    fill={fill(each)}
                  />
                );
              })
            : null,
        )}
      </ZIndexLayer>
      <ZIndexLayer zIndex={chosenLayer}>
        {chosen !== undefined && loaded > 1 && (
          <line className="chart-chosen" x1={x(chosen.time)} x2={x(chosen.time)} y1={area.y} y2={bottom} />
        )}
      </ZIndexLayer>
      <ZIndexLayer zIndex={pointLayer}>
        {series.map((each) =>
          each.mark === 'points' || each.mark === 'line'
            ? rows.map((row, at) => {
                const figure = each.figures[at];
                if (figure == null) return null;
                if (each.mark === 'points') {
                  const half = width / 2 + Math.min(3, width / 3);
                  return (
                    <path
                      key={`${each.id} ${row.month}`}
                      className="chart-total"
                      d={`M${x(row.time) - half} ${y(figure.value, each.axis)}h${2 * half}`}
                    />
                  );
                }
                return isAlone(each, at) ? (
                  <circle
                    key={`${each.id} ${row.month}`}
                    className="chart-point"
                    cx={x(row.time)}
                    cy={y(figure.value, each.axis)}
                    r={3.5}
                    fill={fill(each)}
                  />
                ) : null;
              })
            : null,
        )}
      </ZIndexLayer>
    </>
  );
};
