import { addMonths } from '../../../deal/month.ts';
import type { Range, Span } from '../../../store/view.ts';
import { fixed } from '../../format.ts';
import type { ChartData, ChartMonth, ChartSeries } from './chart-data.ts';
import type { Figure } from './figures.ts';

/** From one calendar month to another, both included. */
export interface MonthRange {
  /** `2002-03`. */
  readonly from: string;
  readonly to: string;
}

/**
 * The months that a range means for a deal of which `months` are loaded, in order; null for all of them. A range that
 * holds none of them, as one sent from somebody with other filings may, means all.
 */
export const monthsIn = (range: Range, months: readonly string[]): MonthRange | null => {
  const latest = months.at(-1);
  if (range.kind === 'all' || latest === undefined) return null;
  const wanted = range.kind === 'last' ? { from: addMonths(latest, 1 - range.months), to: latest } : range;
  const inside = months.filter((month) => month >= wanted.from && month <= wanted.to);
  const [from, to] = [inside[0], inside.at(-1)];
  return from === undefined || to === undefined || inside.length === months.length ? null : { from, to };
};

/** Figures in percent of the first that is not zero. */
const indexed = (series: ChartSeries): ChartSeries => {
  const base = series.figures.find((figure) => figure !== null && figure.value !== 0)?.value;
  if (base === undefined) return { ...series, figures: series.figures.map(() => null) };
  const figures = series.figures.map((figure): Figure | null => {
    if (figure === null) return null;
    const value = (100 * figure.value) / base;
    return { ...figure, value, text: fixed(value, 2), derived: `${figure.text}, the first shown as 100` };
  });
  return { ...series, figures };
};

/** Means over so many months, this one and those before it; none where one of them has no figure. */
const rolled = (series: ChartSeries, span: number): ChartSeries => ({
  ...series,
  absent: `not in each of the ${span} months`,
  figures: series.figures.map((figure, at): Figure | null => {
    const months = series.figures.slice(Math.max(0, at + 1 - span), at + 1);
    const known = months.filter((each) => each !== null);
    if (figure === null || known.length < span) return null;
    const value = known.reduce((sum, each) => sum + each.value, 0) / span;
    const decimals = Math.max(...known.map(({ text }) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0));
    const percent = /\s?%$/.exec(figure.text.trim())?.[0] ?? '';
    return { ...figure, value, text: `${fixed(value, decimals)}${percent}`, derived: `mean of ${span} months` };
  }),
});

/** Rates and flows as means over several months; balances, and measures that have a span of their own, as they are. */
const smoothed = (data: ChartData, span: Span): ChartData => {
  if (span === 1 || !data.series.some(({ rolls }) => rolls)) return data;
  return {
    ...data,
    measure: `${data.measure}, mean of ${span} months`,
    series: data.series.map((series) => (series.rolls ? rolled(series, span) : series)),
  };
};

const between = (data: ChartData, { from, to }: MonthRange): ChartData => {
  const start = data.months.findIndex(({ month }) => month >= from);
  const after = data.months.findIndex(({ month }) => month > to);
  const end = after < 0 ? data.months.length : after;
  if (start < 0 || (start === 0 && end === data.months.length)) return data;
  return {
    ...data,
    months: data.months.slice(start, end),
    series: data.series.map((series) => ({ ...series, figures: series.figures.slice(start, end) })),
  };
};

const byAge = (months: readonly ChartMonth[], ageOf: (month: string) => number): readonly ChartMonth[] =>
  months.map((month) => ({ ...month, time: ageOf(month.month), age: `Month ${ageOf(month.month)}` }));

/** What a page shows of its charts' months. */
export interface Window {
  /** The months that are shown; null for all. */
  readonly range: MonthRange | null;
  /** The deal's age in a month, on an axis by age; null on one of dates. */
  readonly ageOf: ((month: string) => number) | null;
  /** Over how many months means are taken. */
  readonly span: Span;
}

/**
 * What is to be seen of a chart: means over the span, the months of the range, on an axis by age where `ageOf` tells it,
 * and where the unit is an index every series with 100 at its first month in the range.
 */
export const windowed = (data: ChartData, { range, ageOf, span }: Window): ChartData => {
  const smooth = smoothed(data, span);
  const shown = range === null ? smooth : between(smooth, range);
  const aged = ageOf === null ? shown : { ...shown, months: byAge(shown.months, ageOf) };
  return aged.left === 'index' ? { ...aged, series: aged.series.map(indexed) } : aged;
};
