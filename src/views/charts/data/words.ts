import { dateTitle, monthRanges, monthTitle } from '../../../deal/month.ts';
import { shortAmount, shortFactor, shortPercent } from '../../format.ts';
import type { AxisUnit, ChartData, ChartMonth, ChartSeries } from './chart-data.ts';
import type { Scale } from './scale.ts';

/** A month of a chart by its name. */
export const nameOfMonth = ({ title, month }: ChartMonth): string => title ?? monthTitle(month);

/** A month of a chart by its distribution date. */
export const dateOfMonth = ({ title, date }: ChartMonth): string => title ?? dateTitle(date);

/** Months of a chart in a row put together for a sentence. */
export const rangesOfMonths = (months: readonly ChartMonth[]): string =>
  (months.some(({ title }) => title !== undefined)
    ? months.map(nameOfMonth)
    : monthRanges(months.map(({ month }) => month))
  ).join(', ');

const scales = [
  { from: 1e9, divisor: 1e9, suffix: 'bn' },
  { from: 1e6, divisor: 1e6, suffix: 'm' },
  { from: 1e4, divisor: 1e3, suffix: 'k' },
] as const;

/** Whether a step is 2.5 times a power of ten and so needs one place more. */
const isHalfStep = (step: number): boolean => Math.abs(step / 10 ** Math.floor(Math.log10(step) + 1e-9) - 2.5) < 1e-6;

/** Places after the point that multiples of a step need. */
const placesOf = (step: number): number =>
  Math.min(8, Math.max(0, -Math.floor(Math.log10(step) + 1e-9) + (isHalfStep(step) ? 1 : 0)));

/** What stands after a number of each unit but dollars. */
const suffixes: Readonly<Partial<Record<AxisUnit, string>>> = {
  percent: '\u202f%',
  ratio: '',
  index: '',
  count: '',
  years: '\u202fy',
  days: '\u202fd',
  PSA: '',
};

/** The label of a tick, all of one axis in one unit with as many places: `$1.5m`, `2 %`, `0.8`. A tick does not break at a narrow space. */
export const tickLabel = (value: number, unit: AxisUnit, { from, to, step }: Scale): string => {
  const exactly = (size: number, places: number): string =>
    size.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  const suffix = suffixes[unit];
  if (suffix !== undefined) return `${sign}${exactly(size, placesOf(step))}${suffix}`;
  if (size === 0) return '$0';
  const scale = scales.find((each) => Math.max(Math.abs(from), Math.abs(to)) >= each.from);
  if (scale === undefined) return `${sign}$${exactly(size, placesOf(step))}`;
  return `${sign}$${exactly(size / scale.divisor, placesOf(step / scale.divisor))}${scale.suffix}`;
};

/** A value in words, short: `$158.5m`, `1.11 %`, `0.9849`. */
const shortValue = (value: number, unit: AxisUnit): string => {
  if (unit === 'USD') return shortAmount(value);
  if (unit === 'percent') return shortPercent(value);
  if (unit === 'ratio') return shortFactor(value);
  const places = unit === 'days' || unit === 'PSA' || unit === 'count' ? 0 : unit === 'years' ? 2 : 1;
  const digits = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return `${value < 0 ? '−' : ''}${digits}${unit === 'years' || unit === 'days' ? ` ${unit}` : ''}`;
};

/** Words joined for a sentence: `A`, `A and B`, `A, B and C`. */
export const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const mostInSummary = 4;

/** Where a series starts and ends. */
interface Course {
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly first: ChartMonth;
  readonly last: ChartMonth;
  /** The month in which it fell most; null where that is not told or a month is missing, in which it may have been. */
  readonly steepest: ChartMonth | null;
}

/** Months with a figure from which on it is told when a series fell most. */
const fewest = 4;

/** The month with the largest fall on the month before among those from `start` to `end`. */
const steepestFall = (data: ChartData, { figures }: ChartSeries, start: number, end: number): ChartMonth | null => {
  const values = figures.slice(start, end + 1).map((figure) => figure?.value ?? null);
  if (data.falling === undefined || values.length < fewest || values.includes(null)) return null;
  let most = 0;
  let found: ChartMonth | null = null;
  for (const [index, value] of values.entries()) {
    const fall = index === 0 ? 0 : (values[index - 1] ?? 0) - (value ?? 0);
    if (fall <= most) continue;
    most = fall;
    found = data.months[start + index] ?? null;
  }
  return found;
};

/** From one month to another: `March to December 2002`, `March 2003 to February 2007`. */
const spanOf = (first: ChartMonth, last: ChartMonth): string => {
  const [from, to] = [nameOfMonth(first), nameOfMonth(last)];
  if (from === to) return from;
  const year = / \d{4}$/.exec(to)?.[0] ?? '';
  return `${year !== '' && from.endsWith(year) ? from.slice(0, -year.length) : from} to ${to}`;
};

const courseOf = (data: ChartData, series: ChartSeries): Course | null => {
  const start = series.figures.findIndex((figure) => figure !== null);
  const end = series.figures.findLastIndex((figure) => figure !== null);
  const [first, last] = [data.months[start], data.months[end]];
  const [begins, ends] = [series.figures[start]?.value, series.figures[end]?.value];
  if (first === undefined || last === undefined || begins === undefined || ends === undefined) return null;
  const unit = series.axis === 'right' && data.right !== null ? data.right : data.left;
  const [from, to] = [shortValue(begins, unit), shortValue(ends, unit)];
  const words = from === to ? 'stayed at' : ends > begins ? 'rose' : (data.falling ?? 'fell');
  const steepest = ends < begins ? steepestFall(data, series, start, end) : null;
  return { words: `${series.called ?? series.name} ${start === end ? 'was' : words}`, from, to, first, last, steepest };
};

/**
 * A chart in a sentence: where its first series start and end, and how many more there are. `Class A paid down from $160.9m
 * to $134.5m (most in May 2002), March to December 2002.`
 */
export const summaryOf = (data: ChartData, most = mostInSummary): string => {
  if (data.empty !== null) return data.empty;
  const courses = data.series.flatMap((series) => courseOf(data, series) ?? []);
  const told = courses.slice(0, most);
  const [one] = told;
  if (one === undefined) return 'No figure in the months shown.';
  const together = told.every(({ first, last }) => first === one.first && last === one.last);
  const clauses = told.map(({ words, from, to, first, last, steepest }) => {
    const most = steepest === null ? '' : ` (most in ${nameOfMonth(steepest)})`;
    const course = from === to || first === last ? `${words} ${from}` : `${words} from ${from} to ${to}${most}`;
    return together ? course : `${course}, ${spanOf(first, last)}`;
  });
  const rest = courses.length - told.length;
  const more = rest > 0 ? [`and ${rest} more series`] : [];
  return `${[...clauses, ...more].join('; ')}${together ? `, ${spanOf(one.first, one.last)}` : ''}.`;
};
