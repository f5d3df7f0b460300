import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, monthsBetween } from '../../../src/deal/month.ts';
import { classPaydown } from '../../../src/views/charts/data/class-paydown.ts';
import { delinquency } from '../../../src/views/charts/data/delinquency.ts';
import { poolBalance } from '../../../src/views/charts/data/pool-balance.ts';
import { monthsIn, type Window, windowed } from '../../../src/views/charts/data/window.ts';
import { madeDeal } from './synthetic-deal.ts';

const everything: Window = { range: null, ageOf: null, span: 1 };
const deal = madeDeal({ months: 24, classes: 4, missing: [9] });
const months = deal.months.map(({ month }) => month);

describe('the months of a range', () => {
  it('are the last so many up to the latest loaded', () => {
    expect(monthsIn({ kind: 'last', months: 12 }, months)).toEqual({ from: '2003-03', to: '2004-02' });
    expect(monthsIn({ kind: 'last', months: 36 }, months)).toBeNull();
    expect(monthsIn({ kind: 'all' }, months)).toBeNull();
  });

  it('are those loaded between its ends; all where it holds none, as in an address from other filings', () => {
    expect(monthsIn({ kind: 'between', from: '2002-12', to: '2003-05' }, months)).toEqual({
      from: '2003-01',
      to: '2003-05',
    });
    expect(monthsIn({ kind: 'between', from: '1990-01', to: '1991-01' }, months)).toBeNull();
    expect(monthsIn({ kind: 'between', from: '2002-12', to: '2002-12' }, months)).toBeNull();
    expect(monthsIn({ kind: 'all' }, [])).toBeNull();
  });

  it('never reach beyond what is loaded', () => {
    const at = fc.integer({ min: -40, max: 60 }).map((offset) => addMonths('2002-03', offset));
    fc.assert(
      fc.property(at, at, (one, other) => {
        const [from = '', to = ''] = [one, other].sort();
        const range = monthsIn({ kind: 'between', from, to }, months);
        if (range === null) return;
        expect(months).toContain(range.from);
        expect(months).toContain(range.to);
        expect(range.from <= range.to).toBe(true);
      }),
    );
  });
});

describe('what is seen of a chart', () => {
  const whole = classPaydown(deal, 'stack', 'amount');

  it('is the same object where nothing is chosen', () => {
    expect(windowed(whole, everything)).toBe(whole);
  });

  it('keeps each figure with its month', () => {
    const part = windowed(whole, { ...everything, range: { from: '2002-10', to: '2003-04' } });
    expect(part.months.map(({ month }) => month)).toEqual(monthsBetween('2002-10', '2003-04'));
    for (const series of part.series) {
      const all = whole.series.find(({ id }) => id === series.id);
      expect(series.figures).toHaveLength(part.months.length);
      for (const [index, { month }] of part.months.entries()) {
        expect(series.figures[index]).toBe(all?.figures[whole.months.findIndex((each) => each.month === month)]);
      }
    }
  });

  it('stands at the age of the deal on an axis by age', () => {
    const aged = windowed(whole, { ...everything, ageOf: (month) => months.indexOf(month) + 1 });
    expect(aged.months[3]).toMatchObject({ time: 4, age: 'Month 4' });
  });

  it('has 100 at its first month as an index, whatever the range', () => {
    const range = { from: '2003-02', to: '2004-02' };
    const index = windowed(poolBalance(deal, 'index'), { ...everything, range });
    const amounts = windowed(poolBalance(deal, 'amount'), { ...everything, range });
    for (const [at, series] of index.series.entries()) {
      expect(series.figures[0]?.value).toBe(100);
      const [base, last] = [amounts.series[at]?.figures[0]?.value, amounts.series[at]?.figures.at(-1)?.value];
      expect(series.figures.at(-1)?.value).toBeCloseTo((100 * (last ?? 0)) / (base ?? 1), 9);
      expect(series.figures.at(-1)?.derived).toContain('the first shown as 100');
    }
  });

  it('takes means of the months before the range too, and none over a gap', () => {
    const rates = delinquency(deal);
    const id = 'delinquencyPercentage';
    const all = rates.series.find((series) => series.id === id)?.figures ?? [];
    const smooth = windowed(rates, { range: { from: '2002-10', to: '2003-06' }, ageOf: null, span: 3 });
    const means = smooth.series.find((series) => series.id === id)?.figures ?? [];
    const at = (month: string) => smooth.months.findIndex((each) => each.month === month);
    const value = (month: string) => all[rates.months.findIndex((each) => each.month === month)]?.value ?? Number.NaN;
    expect(means[at('2002-10')]?.value).toBeCloseTo((value('2002-08') + value('2002-09') + value('2002-10')) / 3, 9);
    expect(means[at('2002-10')]?.derived).toBe('mean of 3 months');
    for (const month of ['2002-12', '2003-01', '2003-02']) expect(means[at(month)], month).toBeNull();
    expect(means[at('2003-03')]?.value).toBeCloseTo((value('2003-01') + value('2003-02') + value('2003-03')) / 3, 9);
    expect(smooth.measure).toContain('mean of 3 months');
  });

  it('leaves balances as they are when rates are taken over several months', () => {
    expect(windowed(whole, { ...everything, span: 12 })).toBe(whole);
  });
});

describe('shares', () => {
  it('of delinquent loans are those of the pool at the end of the month', () => {
    const amounts = delinquency(deal);
    const shares = delinquency(deal, 'share');
    const pool = poolBalance(deal, 'amount').series.find(({ id }) => id === 'pool')?.figures ?? [];
    const of = (data: typeof amounts, index: number) =>
      data.series.find(({ id }) => id === '90+')?.figures[index]?.value;
    for (const index of [0, 5, 20]) {
      expect(of(shares, index)).toBeCloseTo((100 * (of(amounts, index) ?? 0)) / (pool[index]?.value ?? 0), 9);
    }
    expect(shares.left).toBe('percent');
    expect(shares.right).toBeNull();
  });
});
