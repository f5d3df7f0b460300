import { monthTitle } from '../../../deal/month.ts';
import type { ChartMonth } from '../data/chart-data.ts';
import { ageTicks, monthTicks } from '../data/scale.ts';

/** A place on an axis that is named. */
export interface Tick {
  readonly value: number;
  readonly name: string;
}

/** Room that the name of a month takes on the axis, with what keeps it from the next. */
const tickWidth = 64;
const mostTicks = 6;

/** A tick's month, `Mar 2002`. */
const shortMonth = (month: string): string => {
  const [name = '', year = ''] = monthTitle(month).split(' ');
  return `${name.slice(0, 3)} ${year}`;
};

/** The months, or the ages, to name on an axis of so many pixels. */
export const timeTicks = (months: readonly ChartMonth[], room: number): readonly Tick[] => {
  const atMost = Math.max(1, Math.min(mostTicks, Math.floor(room / tickWidth)));
  if (months[0]?.age !== undefined) {
    const ages = months.map(({ time }) => time);
    return ageTicks(ages, atMost).map((age) => ({ value: age, name: String(age) }));
  }
  const all = months.map(({ month }) => month);
  const named = new Set(monthTicks(all, atMost));
  return months
    .filter(({ month }) => named.has(month))
    .map(({ time, month }) => ({ value: time, name: shortMonth(month) }));
};
