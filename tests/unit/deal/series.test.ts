import { describe, expect, it } from 'vitest';
import { groupDeals } from '../../../src/deal/group.ts';
import { factOf, isPrinted, latestMonth, monthOverMonth, series } from '../../../src/deal/series.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { madeFact, madeStatement } from './made-statement.ts';

const dealOf = (...statements: readonly Statement[]) => groupDeals(statements)[0]!;

const pool = (date: string, balance: string) =>
  madeStatement(date, { facts: [madeFact('poolEndingBalance', balance)] });

describe('series', () => {
  const may = pool('2002-05-28', '196,206,895');
  const august = pool('2002-08-26', '190,134,385');
  const june = madeStatement('2002-06-25', { facts: [madeFact('triggerEventOccurred', 'NO')] });
  const deal = dealOf(august, may, june);

  it('has a point per calendar month and tells gaps from figures not printed', () => {
    expect(series(deal, 'poolEndingBalance')).toEqual([
      { month: '2002-05', date: '2002-05-28', value: 196206895, fact: may.facts[0], statement: may },
      { month: '2002-06', date: '2002-06-25', value: null, fact: null, statement: june },
      { month: '2002-07', date: null, value: null, fact: null, statement: null },
      { month: '2002-08', date: '2002-08-26', value: 190134385, fact: august.facts[0], statement: august },
    ]);
  });

  it('hands back the fact of a flag without a number', () => {
    expect(series(deal, 'triggerEventOccurred')[1]).toMatchObject({ value: null, fact: { value: false } });
  });

  it('is computed once per deal', () => {
    expect(series(deal, 'poolEndingBalance')).toBe(series(deal, 'poolEndingBalance', {}));
    expect(series(deal, 'endingBalance', { class: 'A' })).not.toBe(series(deal, 'endingBalance', { class: 'B' }));
  });

  it('never contains a figure of an annual statement, even of a month that is missing', () => {
    const annual = { ...pool('2002-07-25', '1'), statement: 'annual' as const, form: '10-K' };
    const values = series(dealOf(may, august, annual), 'poolEndingBalance').map(({ value }) => value);
    expect(values).toEqual([196206895, null, null, 190134385]);
  });

  it('is empty for a deal without months and printed only where a number is', () => {
    expect(series(dealOf({ ...may, statement: 'offering' }), 'poolEndingBalance')).toEqual([]);
    expect(isPrinted(series(deal, 'poolEndingBalance'))).toBe(true);
    expect(isPrinted(series(deal, 'triggerEventOccurred'))).toBe(false);
  });
});

describe('factOf', () => {
  const grouped = madeStatement('2002-05-28', {
    facts: [
      madeFact('poolEndingBalance', '100', { group: 'I' }),
      madeFact('poolEndingBalance', '200', { group: 'II' }),
      madeFact('weightedAverageCoupon', '8.5%', { group: 'I' }),
      madeFact('curtailments', '7', { group: 'I' }),
      madeFact('curtailments', '9'),
    ],
  });

  it('finds the figure of a group', () => {
    expect(factOf(grouped, 'poolEndingBalance', { group: 'II' })?.value).toBe(200);
  });

  it('takes no group for the pool where there are several', () => {
    expect(factOf(grouped, 'poolEndingBalance')).toBeUndefined();
    expect(factOf(grouped, 'weightedAverageCoupon')?.value).toBe(8.5);
    expect(factOf(grouped, 'curtailments')?.value).toBe(9);
  });
});

describe('month over month', () => {
  it('tells the change on the calendar month before, and none after a gap', () => {
    const deal = dealOf(pool('2002-05-28', '200'), pool('2002-06-25', '150'), pool('2002-08-26', '100'));
    expect(monthOverMonth(deal, '2002-06', 'poolEndingBalance')).toMatchObject({ change: -50, relative: -0.25 });
    expect(monthOverMonth(deal, '2002-08', 'poolEndingBalance')).toMatchObject({ before: null, change: null });
    expect(latestMonth(deal)?.month).toBe('2002-08');
  });

  it('gives no relative change on zero', () => {
    const deal = dealOf(pool('2002-05-28', '0'), pool('2002-06-25', '150'));
    expect(monthOverMonth(deal, '2002-06', 'poolEndingBalance')).toMatchObject({ change: 150, relative: null });
  });
});
