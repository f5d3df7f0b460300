/** Calendar months as `2002-05`: arithmetic on them and their names, without a clock or a time zone. */

/** In order, as a person writes them. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The calendar month of an ISO date: `2002-05-28` gives `2002-05`. */
export const monthOf = (date: string): string => date.slice(0, 7);

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

const monthAt = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;

/** The month so many months later (or earlier, when negative). */
export const addMonths = (month: string, count: number): string => monthAt(indexOf(month) + count);

/** Every calendar month from the first to the last, both included; empty when the last comes before the first. */
export const monthsBetween = (first: string, last: string): readonly string[] => {
  const start = indexOf(first);
  const length = Math.max(0, indexOf(last) - start + 1);
  return Array.from({ length }, (_, offset) => monthAt(start + offset));
};

/** `2002-05` as a person writes it: `May 2002`. */
export const monthTitle = (month: string): string => {
  const name = monthNames[Number(month.slice(5, 7)) - 1];
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`;
};

/** An ISO date as a person writes it: `2002-05-28` gives `28 May 2002`. */
export const dateTitle = (date: string): string => {
  const day = Number(date.slice(8, 10));
  return day > 0 ? `${day} ${monthTitle(monthOf(date))}` : monthTitle(monthOf(date));
};

/** Months in a row put together for a sentence: `July 2002`, `July – September 2002`, `December 2002 – January 2003`. */
export const monthRanges = (months: readonly string[]): readonly string[] => {
  const ranges: { first: string; last: string }[] = [];
  for (const month of months) {
    const range = ranges.at(-1);
    if (range !== undefined && addMonths(range.last, 1) === month) range.last = month;
    else ranges.push({ first: month, last: month });
  }
  return ranges.map(({ first, last }) => {
    if (first === last) return monthTitle(first);
    const sameYear = first.slice(0, 4) === last.slice(0, 4);
    return `${sameYear ? monthNames[Number(first.slice(5, 7)) - 1] : monthTitle(first)} – ${monthTitle(last)}`;
  });
};
