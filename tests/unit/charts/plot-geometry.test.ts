import { describe, expect, test } from 'vitest';
import type { ChartSeries, Mark } from '../../../src/views/charts/data/chart-data.ts';
import type { Figure } from '../../../src/views/charts/data/figures.ts';
import { endLabels, isAlone, stackSpans, valuesOn } from '../../../src/views/charts/frame/plot-geometry.ts';
import { statementOf } from './synthetic-deal.ts';

const figure = (value: number): Figure => {
  const [fact] = statementOf('2002-05-28', [{ concept: 'payoffs', text: String(value) }]).facts;
  if (fact === undefined) throw new Error('no fact');
  return { value, text: String(value), fact, derived: null };
};

const series = (
  id: string,
  mark: Mark,
  values: readonly (number | null)[],
  axis: 'left' | 'right' = 'left',
): ChartSeries => ({
  id,
  name: id,
  remark: null,
  mark,
  axis,
  dashed: false,
  hatched: false,
  figures: values.map((value) => (value === null ? null : figure(value))),
});

describe('stacks', () => {
  const stack = [
    series('a', 'area', [1, 2]),
    series('line', 'line', [9, 9]),
    series('b', 'area', [3, null]),
    series('c', 'column', [-4, 5]),
  ];

  test('each on top of those before, negative ones below zero, lines apart', () => {
    expect(stackSpans(stack, 0, 2)).toEqual([
      [{ from: 0, to: 1 }, null, { from: 1, to: 4 }, { from: 0, to: -4 }],
      [{ from: 0, to: 2 }, null, null, { from: 2, to: 7 }],
    ]);
  });

  test('an axis reaches the top of its stack and its lines', () => {
    const values = valuesOn([...stack, series('share', 'line', [40, 50], 'right')], 'left', 2);
    expect(Math.max(...values)).toBe(9);
    expect(Math.min(...values)).toBe(-4);
    expect(valuesOn([...stack, series('share', 'line', [40, 50], 'right')], 'right', 2)).toEqual([40, 50]);
  });
});

test('a figure between gaps stands alone', () => {
  const each = series('a', 'line', [1, null, 2, null, 3, 4]);
  expect([0, 1, 2, 3, 4, 5].filter((month) => isAlone(each, month))).toEqual([0, 2]);
});

test('names at the end: shared ones counted, overlapping ones left out', () => {
  const ends = [
    { text: 'A', y: 10 },
    { text: 'M-1', y: 10.4 },
    { text: 'M-2', y: 18 },
    { text: 'B', y: 30 },
  ];
  expect(endLabels(ends, 12)).toEqual([
    { text: 'A +1', y: 10 },
    { text: 'B', y: 30 },
  ]);
});
