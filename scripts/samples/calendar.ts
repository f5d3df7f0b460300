import { monthNames } from '../../src/deal/month.ts';

const millisecondsPerDay = 86_400_000;

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const milliseconds = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const weekday = (date: string): number => new Date(milliseconds(date)).getUTCDay();

/** The ISO date `days` after `date`. */
export function addDays(date: string, days: number): string {
  return iso(milliseconds(date) + days * millisecondsPerDay);
}

/** Actual days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((milliseconds(to) - milliseconds(from)) / millisecondsPerDay);
}

/** The ISO date of the same day `months` later; only for days that every month has. */
function addMonths(date: string, months: number): string {
  const start = new Date(milliseconds(date));
  return iso(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate()));
}

/** The last day of the month before that of `date`. */
export function endOfPreviousMonth(date: string): string {
  return addDays(`${date.slice(0, 7)}-01`, -1);
}

/** Bank holidays that can meet a distribution date: Memorial Day, Thanksgiving, Christmas and the Monday after it. */
function isHoliday(date: string): boolean {
  const month = date.slice(5, 7);
  const day = Number(date.slice(8, 10));
  if (month === '05') return weekday(date) === 1 && day > 24;
  if (month === '11') return weekday(date) === 4 && day > 21 && day < 29;
  return month === '12' && (day === 25 || (day === 26 && weekday(date) === 1));
}

/** The 25th of a month, or the next business day where that is none. `month` is the `number`th after `start` (ISO date). */
export function distributionDate(start: string, number: number): string {
  let date = `${addMonths(`${start.slice(0, 7)}-01`, number).slice(0, 7)}-25`;
  while (weekday(date) === 0 || weekday(date) === 6 || isHoliday(date)) date = addDays(date, 1);
  return date;
}

/** The ways in which trustees print a date. */
export type DateStyle =
  | 'October 25, 2002'
  | '10/25/2002'
  | '10/25/02'
  | '25-Oct-02'
  | '25-Oct-2002'
  | '25 October 2002';

/** An ISO date as a trustee would print it. */
export function printDate(date: string, style: DateStyle): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = monthNames[Number(month) - 1] ?? '';
  if (style === 'October 25, 2002') return `${name} ${Number(day)}, ${year}`;
  if (style === '10/25/2002') return `${month}/${day}/${year}`;
  if (style === '10/25/02') return `${month}/${day}/${year.slice(2)}`;
  if (style === '25-Oct-02') return `${day}-${name.slice(0, 3)}-${year.slice(2)}`;
  if (style === '25-Oct-2002') return `${day}-${name.slice(0, 3)}-${year}`;
  return `${Number(day)} ${name} ${year}`;
}
