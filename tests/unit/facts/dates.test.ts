import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfNamedMonth, findDates } from '../../../src/facts/dates.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const days = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2059-12-31'), noInvalidDate: true })
  .map((date): Day => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));

const two = (value: number): string => String(value).padStart(2, '0');
const isoOf = ({ year, month, day }: Day): string => `${year}-${two(month)}-${two(day)}`;
const nameOf = ({ month }: Day): string => months[month - 1]!;

const styles: Readonly<Record<string, (day: Day) => string>> = {
  '05/28/2002': (day) => `${two(day.month)}/${two(day.day)}/${day.year}`,
  '5/28/2002': (day) => `${day.month}/${day.day}/${day.year}`,
  '05/28/02': (day) => `${two(day.month)}/${two(day.day)}/${two(day.year % 100)}`,
  '05-28-2002': (day) => `${two(day.month)}-${two(day.day)}-${day.year}`,
  '28-May-02': (day) => `${day.day}-${nameOf(day).slice(0, 3)}-${two(day.year % 100)}`,
  '28-MAY-2002': (day) => `${day.day}-${nameOf(day).slice(0, 3).toUpperCase()}-${day.year}`,
  '28 May 2002': (day) => `${day.day} ${nameOf(day)} ${day.year}`,
  'May 28, 2002': (day) => `${nameOf(day)} ${day.day}, ${day.year}`,
  'May 28,2002': (day) => `${nameOf(day)} ${day.day},${day.year}`,
  'MAY 28 2002': (day) => `${nameOf(day).toUpperCase()} ${day.day} ${day.year}`,
  'Sept. 28th, 2002': (day) => `${nameOf(day).slice(0, 3)}. ${day.day}th, ${day.year}`,
  '2002-05-28': isoOf,
};

describe('dates are found in every style', () => {
  for (const [name, print] of Object.entries(styles)) {
    test(name, () => {
      fc.assert(
        fc.property(
          days,
          fc.constantFrom('', 'Distribution Date: ', 'on '),
          fc.constantFrom('', ' and', ';'),
          (day, before, behind) => {
            const printed = print(day);
            const text = `${before}${printed}${behind}`;
            expect(findDates(text), text).toEqual([
              { date: isoOf(day), start: before.length, end: before.length + printed.length },
            ]);
          },
        ),
      );
    });
  }
});

test('several dates of a line are found in order', () => {
  expect(findDates('05/28/02 to June 25, 2002').map(({ date }) => date)).toEqual(['2002-05-28', '2002-06-25']);
});

test('years of two digits are those of filings', () => {
  expect(findDates('12/27/99')[0]?.date).toBe('1999-12-27');
  expect(findDates('1/25/05')[0]?.date).toBe('2005-01-25');
});

test('what only looks like a date is none', () => {
  for (const text of [
    '31-Feb-02',
    '02/30/2002',
    '13/01/2002',
    '00/10/2002',
    '26-Dec-200a',
    '30/360',
    '333-72880',
    '1,234.00',
    'Section 12 of 2002',
    'Series 2002-1',
    'Maybe 2002',
    '1/2/3/2004',
    '05/28/1802',
  ])
    expect(findDates(text), text).toEqual([]);
});

test('the 29th of February is a day of leap years', () => {
  expect(findDates('02/29/2004')).toHaveLength(1);
  expect(findDates('02/29/2003')).toHaveLength(0);
  expect(findDates('02/29/2000')).toHaveLength(1);
  expect(findDates('02/29/2100')).toHaveLength(0);
});

test('a month that is named alone ends on its last day', () => {
  expect(endOfNamedMonth('December 2003')).toBe('2003-12-31');
  expect(endOfNamedMonth('MONTHLY PERIOD: Feb 2004')).toBe('2004-02-29');
  expect(endOfNamedMonth('For the month of June, 1999')).toBe('1999-06-30');
  for (const text of ['Marlow 2000', 'May 28, 2002', 'Series 2002', 'in May 2002 and later', 'Class A 2001'])
    expect(endOfNamedMonth(text), text).toBeNull();
});
