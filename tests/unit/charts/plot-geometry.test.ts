import { describe, expect, test } from 'vitest';
import type { ChartSeries, Mark } from '../../../src/views/charts/data/chart-data.ts';
import type { Figure } from '../../../src/views/charts/data/figures.ts';
import { endLabels, isAlone, seriesAt, stackSpans, valuesOn } from '../../../src/views/charts/frame/plot-geometry.ts';

const figure = (value: number): Figure => ({ value, text: String(value), source: null, derived: null });

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

describe('what stands at a height of the plot', () => {
  const drawn = [series('a', 'area', [60]), series('b', 'area', [30]), series('line', 'line', [45], 'right')];
  // Upside down, as on a screen: 100 is the top, at 0 pixels.
  const at = (height: number) => seriesAt(drawn, 0, height, (value) => 100 - value)?.id ?? null;

  test('is the band there, but a line close by comes first', () => {
    expect(at(90)).toBe('a');
    expect(at(20)).toBe('b');
    expect(at(55)).toBe('line');
    expect(at(61)).toBe('line');
    expect(at(63)).toBe('a');
  });

  test('is the nearest line in empty space, and nothing further away', () => {
    const line = [series('line', 'line', [50])];
    const near = (height: number) => seriesAt(line, 0, height, (value) => 100 - value)?.id ?? null;
    expect([near(30), near(50), near(77), near(20), near(79)]).toEqual(['line', 'line', 'line', null, null]);
    expect(seriesAt([series('gap', 'line', [null])], 0, 50, () => 50)).toBeNull();
  });
});
