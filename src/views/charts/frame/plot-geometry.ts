import type { ChartMonth, ChartSeries } from '../data/chart-data.ts';

/** From where to where a stacked figure reaches on its axis. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const isStacked = ({ mark }: ChartSeries): boolean => mark === 'area' || mark === 'column';

/** Where the figures of a stack stand: `[month][series]`; null where a figure has no place in it. */
export type Stack = readonly (readonly (Span | null)[])[];

/**
 * Where each stacked series of the months from `first` to before `end` starts and ends: `[month - first][series]`; null
 * where it has no figure or no place in the stack. Negative figures pile up below zero.
 */
export const stackSpans = (series: readonly ChartSeries[], first: number, end: number): Stack =>
  Array.from({ length: end - first }, (_, offset) => {
    let above = 0;
    let below = 0;
    return series.map((each) => {
      const figure = each.figures[first + offset];
      if (figure == null || !isStacked(each)) return null;
      const from = figure.value < 0 ? below : above;
      const to = from + figure.value;
      if (figure.value < 0) below = to;
      else above = to;
      return { from, to };
    });
  });

/** Whether a figure has none beside it, so that neither line nor area would show it. */
export const isAlone = ({ figures }: ChartSeries, month: number): boolean =>
  figures[month] != null && figures[month - 1] == null && figures[month + 1] == null;

/** Every value that an axis must reach: the tops of the stack and the figures of the lines. */
export const valuesOn = (series: readonly ChartSeries[], axis: 'left' | 'right', months: number): readonly number[] => {
  const own = series.filter((each) => each.axis === axis);
  const spans = stackSpans(own, 0, months).flatMap((month) =>
    month.flatMap((span) => (span === null ? [] : [span.to])),
  );
  const lines = own
    .filter((each) => !isStacked(each))
    .flatMap(({ figures }) => figures.flatMap((figure) => (figure === null ? [] : [figure.value])));
  return [...spans, ...lines];
};

/** A name at the end of the plot, and how high it stands (in pixels from the top). */
export interface EndLabel {
  readonly text: string;
  readonly y: number;
}

/**
 * Names to write beside the last month, those that fit: each at the height of its line or in the middle of its band.
 * Series that end at one point share a label, `M-1 +3`. Of labels that would overlap the first in order is kept.
 */
export const endLabels = (ends: readonly EndLabel[], lineHeight: number): readonly EndLabel[] => {
  const kept: { text: string; y: number; more: number }[] = [];
  for (const { text, y } of ends) {
    const same = kept.find((label) => Math.abs(label.y - y) < 1);
    if (same !== undefined) same.more += 1;
    else if (kept.every((label) => Math.abs(label.y - y) >= lineHeight)) kept.push({ text, y, more: 0 });
  }
  return kept.map(({ text, y, more }) => ({ y, text: more > 0 ? `${text} +${more}` : text }));
};

const widestColumn = 36;
const narrowestColumn = 1;
/** Share of the way from one month to the next that a column takes. */
const columnShare = 0.72;

/** The width of columns in pixels that leaves air between the two months closest to each other; `x` places a time. */
export const columnWidth = (months: readonly ChartMonth[], x: (time: number) => number): number => {
  let width = widestColumn;
  for (const [index, { time }] of months.entries()) {
    const before = months[index - 1];
    if (before !== undefined) width = Math.min(width, columnShare * (x(time) - x(before.time)));
  }
  return Math.max(narrowestColumn, width);
};

/** Pixels from a line or point within which it is meant rather than the area behind it. */
const onLine = 7;
/** … and within which it is meant where nothing is behind it. */
const nearLine = 28;

/**
 * The series whose figure of a month stands at a height of the plot: a line or point close by, else the area or column
 * there, else the nearest line. null in empty space. `y` places a value of an axis.
 */
export const seriesAt = (
  series: readonly ChartSeries[],
  month: number,
  height: number,
  y: (value: number, axis: ChartSeries['axis']) => number,
): ChartSeries | null => {
  const spans = stackSpans(series, month, month + 1)[0] ?? [];
  let nearest: ChartSeries | null = null;
  let distance = nearLine;
  for (const each of series) {
    const figure = each.figures[month];
    if (figure == null || isStacked(each)) continue;
    const away = Math.abs(y(figure.value, each.axis) - height);
    if (away >= distance) continue;
    nearest = each;
    distance = away;
  }
  if (nearest !== null && distance <= onLine) return nearest;
  const under = series.find((each, index) => {
    const span = spans[index];
    if (span == null || span.from === span.to) return false;
    const ends = [y(span.from, each.axis), y(span.to, each.axis)];
    return height >= Math.min(...ends) && height <= Math.max(...ends);
  });
  return under ?? nearest;
};
