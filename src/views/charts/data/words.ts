import { dateTitle, monthRanges, monthTitle } from '../../../deal/month.ts';
import { shortAmount, shortFactor, shortPercent } from '../../format.ts';
import type { AxisUnit, ChartData, ChartMonth } from './chart-data.ts';
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
  const places = unit === 'days' || unit === 'PSA' ? 0 : unit === 'years' ? 2 : 1;
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

/** A chart in a sentence, for those who do not see it: where the first series start and end, and how many more there are. */
export const summaryOf = (data: ChartData): string => {
  if (data.empty !== null) return data.empty;
  const courses = data.series.flatMap((series) => {
    const places = series.figures.flatMap((figure, index) => (figure === null ? [] : [{ figure, index }]));
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return [];
    const unit = series.axis === 'right' && data.right !== null ? data.right : data.left;
    const from = shortValue(first.figure.value, unit);
    const nameAt = (index: number): string =>
      data.months
        .slice(index, index + 1)
        .map(nameOfMonth)
        .join('');
    if (first === last) return [`${series.name} ${from} in ${nameAt(first.index)}`];
    const span = [nameAt(first.index), nameAt(last.index)];
    return [`${series.name} from ${from} in ${span[0]} to ${shortValue(last.figure.value, unit)} in ${span[1]}`];
  });
  const told = courses.slice(0, mostInSummary);
  const rest = courses.length - told.length;
  return `${data.title}: ${told.join('; ')}${rest > 0 ? `; and ${rest} more series` : ''}.`;
};
