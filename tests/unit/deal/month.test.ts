import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths, dateTitle, monthRanges, monthsBetween, monthTitle } from '../../../src/deal/month.ts';

it('adds months over the turn of a year, there and back', () => {
  expect(addMonths('2002-12', 1)).toBe('2003-01');
  expect(addMonths('2002-01', -1)).toBe('2001-12');
  fc.assert(
    fc.property(
      fc.integer({ min: 1980, max: 2080 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(400),
      (year, month, by) => {
        const start = `${year}-${String(month).padStart(2, '0')}`;
        expect(addMonths(addMonths(start, by), -by)).toBe(start);
        expect(monthsBetween(start, addMonths(start, by))).toHaveLength(by + 1);
      },
    ),
  );
});

it('names no month between a later and an earlier one', () => {
  expect(monthsBetween('2002-05', '2002-04')).toEqual([]);
});

it('writes months and dates as people do', () => {
  expect(monthTitle('2002-05')).toBe('May 2002');
  expect(dateTitle('2002-05-28')).toBe('28 May 2002');
});

it('puts months in a row together', () => {
  expect(monthRanges(['2002-07', '2002-09', '2002-10', '2002-12', '2003-01'])).toEqual([
    'July 2002',
    'September – October 2002',
    'December 2002 – January 2003',
  ]);
});
