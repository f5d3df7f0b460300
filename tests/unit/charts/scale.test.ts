import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedScale, monthTicks, roundScale } from '../../../src/views/charts/data/scale.ts';
import { tickLabel } from '../../../src/views/charts/data/words.ts';

const labels = (values: readonly number[], unit: 'USD' | 'percent' | 'ratio', from?: 'zero' | 'values') => {
  const scale = roundScale(values, 6, from);
  return scale.ticks.map((tick) => tickLabel(tick, unit, scale));
};

describe('value axes', () => {
  test('amounts in round steps, one unit to an axis', () => {
    expect(labels([196206895, 98000000], 'USD')).toEqual(['$0', '$50m', '$100m', '$150m', '$200m']);
    expect(labels([1645120], 'USD')).toEqual(['$0', '$0.5m', '$1.0m', '$1.5m', '$2.0m']);
    expect(labels([2_150_000_000], 'USD')).toEqual(['$0', '$0.5bn', '$1.0bn', '$1.5bn', '$2.0bn', '$2.5bn']);
    expect(labels([82_489], 'USD')).toEqual(['$0', '$20k', '$40k', '$60k', '$80k', '$100k']);
    expect(labels([100], 'USD')).toEqual(['$0', '$20', '$40', '$60', '$80', '$100']);
  });

  test('below zero where a figure is', () => {
    expect(labels([-338_250, 1_200_000], 'USD')).toEqual(['−$0.5m', '$0', '$0.5m', '$1.0m', '$1.5m']);
  });

  test('percentages and factors', () => {
    expect(labels([4.21557], 'percent')).toEqual(['0', '1', '2', '3', '4', '5'].map((tick) => `${tick}\u202f%`));
    expect(labels([1, 0.2], 'ratio')).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
    expect(labels([0.98485279, 1], 'ratio', 'values')).toEqual(['0.980', '0.985', '0.990', '0.995', '1.000']);
  });

  test('nothing, or only zeros, still gives an axis', () => {
    expect(roundScale([]).ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(roundScale([0, 0]).to).toBe(1);
    expect(roundScale([1], 6, 'values')).toMatchObject({ from: 0, to: 1 });
  });

  test('what would not be seen on the other side of zero takes no room there', () => {
    expect(labels([196_206_895, -0.01], 'USD')).toEqual(['$0', '$50m', '$100m', '$150m', '$200m']);
    expect(roundScale([-196_206_895, 20]).to).toBe(0);
    expect(roundScale([196_206_895, -5_000_000]).from).toBe(-50_000_000);
    expect(roundScale([5, -0.001], 6, 'values').from).toBeLessThan(0);
  });

  test('any values: covered, at most six ticks, evenly spaced', () => {
    const value = fc
      .double({ min: -1e12, max: 1e12, noNaN: true })
      .filter((each) => each === 0 || Math.abs(each) > 1e-6);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('zero', 'values'),
        (values, from) => {
          const scale = roundScale(values, 6, from);
          const slack = (from === 'zero' ? 0.003 : 1e-9) * Math.max(Math.abs(scale.from), Math.abs(scale.to));
          expect(scale.ticks.length).toBeGreaterThanOrEqual(2);
          expect(scale.ticks.length).toBeLessThanOrEqual(6);
          expect(Math.min(...values)).toBeGreaterThanOrEqual(scale.from - slack);
          expect(Math.max(...values)).toBeLessThanOrEqual(scale.to + slack);
          expect(scale.ticks[0]).toBe(scale.from);
          expect(scale.ticks.at(-1)).toBe(scale.to);
          const lead = Number((scale.step / 10 ** Math.floor(Math.log10(scale.step) + 1e-9)).toPrecision(6));
          expect([1, 2, 2.5, 5]).toContain(lead);
        },
      ),
    );
  });

  test('a second axis has its ticks on the first one’s grid lines', () => {
    const scale = alignedScale([4.21557, 1.11144], 4);
    expect(scale.ticks).toEqual([0, 2, 4, 6, 8]);
    expect(alignedScale([], 5).ticks).toHaveLength(6);
  });
});

describe('time axis', () => {
  const months = (count: number) =>
    Array.from(
      { length: count },
      (_, index) => `${2002 + Math.floor((index + 2) / 12)}-${String(((index + 2) % 12) + 1).padStart(2, '0')}`,
    );

  test('few months are all named', () => {
    expect(monthTicks(months(1))).toEqual(['2002-03']);
    expect(monthTicks(months(6))).toHaveLength(6);
  });

  test('more are named by quarter, half year, year', () => {
    expect(monthTicks(months(12))).toEqual(['2002-04', '2002-07', '2002-10', '2003-01']);
    expect(monthTicks(months(36))).toEqual(['2002-07', '2003-01', '2003-07', '2004-01', '2004-07', '2005-01']);
    expect(monthTicks(months(120))).toEqual(['2004-01', '2006-01', '2008-01', '2010-01', '2012-01']);
  });

  test('never more than asked for', () => {
    for (let count = 1; count <= 480; count += 1) {
      const ticks = monthTicks(months(count));
      expect(ticks.length).toBeGreaterThanOrEqual(1);
      expect(ticks.length).toBeLessThanOrEqual(6);
    }
  });
});
