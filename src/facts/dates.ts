/** Dates as statements print them: `05/28/02`, `12/26/2003`, `28-May-02`, `December 27, 1999`, `April 25,2002`, glued to the next word or not. */

const monthNumbers: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
};

const anyDate =
  /(?<![\d/-])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d/-])|(?<![\d/])(\d{1,2})[- ]([A-Za-z]{3,9})\.?[-, ]+(\d{4}|\d{2})(?!\d)|\b([A-Za-z]{3,9})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th)?\s*[,-]?\s*((?:19|20)\d{2})(?!\d)|(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g;

export interface PrintedDate {
  /** ISO, `2002-05-28`. */
  readonly date: string;
  /** Offset of its first character. */
  readonly start: number;
  readonly end: number;
}

const daysOfMonths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const lastDayOf = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : daysOfMonths[month - 1]!;

function iso(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const full = year < 100 ? (year >= 70 ? 1900 + year : 2000 + year) : year;
  if (full < 1970 || full > 2100) return null;
  if (day > lastDayOf(full, month)) return null;
  return `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const monthOf = (name: string): number => monthNumbers[name.slice(0, 3).toLowerCase()] ?? 0;

/** All dates in the text, left to right. What looks like a date and is none (`31-Feb-02`, `26-Dec-200a`) is left out. */
export function findDates(text: string): PrintedDate[] {
  const found: PrintedDate[] = [];
  anyDate.lastIndex = 0;
  for (let match = anyDate.exec(text); match !== null; match = anyDate.exec(text)) {
    const date =
      match[1] !== undefined
        ? iso(Number(match[3]), Number(match[1]), Number(match[2]))
        : match[5] !== undefined
          ? iso(Number(match[6]), monthOf(match[5]), Number(match[4]))
          : match[7] !== undefined
            ? iso(Number(match[9]), monthOf(match[7]), Number(match[8]))
            : iso(Number(match[10]), Number(match[11]), Number(match[12]));
    if (date !== null) found.push({ date, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

const unmarkedDate = /^[\s:.-]*(?:((?:19|20)\d{2})(\d{2})(\d{2})|(\d{1,2})\.(\d{1,2})\.((?:19|20)\d{2}))(?![^\s,;)])/;

/** `20020625` or `06.25.2002` at the beginning of what follows the label of a date: dates only where a label says so; null for other text. */
export function dateBehindLabel(text: string): string | null {
  const match = text.match(unmarkedDate);
  if (match === null) return null;
  return match[1] !== undefined
    ? iso(Number(match[1]), Number(match[2]), Number(match[3]))
    : iso(Number(match[6]), Number(match[4]), Number(match[5]));
}

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const namedMonth =
  /^(?:(?:for\s+)?(?:the\s+)?(?:annual\s+)?(?:(?:monthly|collection|due|reporting|servicing)\s+)?(?:period|month)(?:\s+(?:of|ended|ending))?\s*:?\s*)?([A-Za-z]{3,9})\.?,?\s+((?:19|20)\d{2})$/i;

/** The last day of the month that the text names and nothing else: `December 2003`, `Monthly Period: August 2008`; null for other text. */
export function endOfNamedMonth(text: string): string | null {
  const match = text.match(namedMonth);
  if (match === null) return null;
  const name = match[1]!.toLowerCase();
  const month = monthNames.findIndex((its) => its.startsWith(name)) + 1;
  return month === 0 ? null : iso(Number(match[2]), month, lastDayOf(Number(match[2]), month));
}
