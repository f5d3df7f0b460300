import { describe, expect, test } from 'vitest';
import { areaOutline, lineOutline } from '../../../src/views/charts/frame/outline.ts';

describe('outlines', () => {
  test('a line is interrupted where a place is missing, and one place alone is no line', () => {
    const place = (x: number) => ({ x, y: x * 10.12345 });
    expect(lineOutline([place(0), place(1), null, place(3), null, place(5), place(6)])).toBe(
      'M0 0L1 10.12M5 50.62L6 60.74',
    );
    expect(lineOutline([null, place(1), null])).toBe('');
  });

  test('an area goes along its top and comes back along its foot', () => {
    expect(areaOutline([{ x: 0, top: 5, foot: 10 }, { x: 2, top: 6, foot: 9 }, null, { x: 4, top: 1, foot: 2 }])).toBe(
      'M0 5L2 6L2 9L0 10Z',
    );
  });
});
