import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bucketColours, classColours, type SeriesColour, type Theme } from '../../../src/views/palette.ts';

type Triple = readonly [number, number, number];

const linear = (hex: string): Triple => {
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
};

const times = (matrix: readonly Triple[], [x, y, z]: Triple): Triple => {
  const [a, b, c] = matrix.map((row) => row[0] * x + row[1] * y + row[2] * z);
  return [a ?? 0, b ?? 0, c ?? 0];
};

/** Full dichromacy in linear sRGB; Machado, Oliveira and Fernandes, 2009, severity 1. */
const visions: Readonly<Record<string, readonly Triple[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** CIE L*a*b* under D65. */
const lab = (rgb: Triple): Triple => {
  const xyz = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const [x, y, z] = [xyz[0] / 0.95047, xyz[1], xyz[2] / 1.08883].map((t) =>
    t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29,
  ) as [number, number, number];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** CIE76: two is about what an eye just sees side by side. */
const distance = (left: string, right: string, vision: readonly Triple[]): number => {
  const [a, b] = [left, right].map((hex) => lab(times(vision, linear(hex)))) as [Triple, Triple];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

const luminance = (hex: string): number =>
  times(
    [
      [0.2126, 0.7152, 0.0722],
      [0, 0, 0],
      [0, 0, 0],
    ],
    linear(hex),
  )[0];

const contrast = (left: string, right: string): number => {
  const [dark, light] = [luminance(left), luminance(right)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const tokens = readFileSync(new URL('../../../src/views/tokens.css', import.meta.url), 'utf8');

const token = (name: string, theme: Theme): string => {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(tokens) ?? [];
  const value = theme === 'light' ? light : dark;
  if (value === undefined) throw new Error(`no token ${name}`);
  return value;
};

const themes: readonly Theme[] = ['light', 'dark'];

const inTheme = (colours: ReadonlyMap<string, SeriesColour>, theme: Theme): readonly string[] =>
  [...colours.values()].map((colour) => colour[theme]);

const classes = (count: number) => Array.from({ length: count }, (_, index) => `A-${index + 1}`);

describe.each(themes)('in the %s theme', (theme) => {
  it.each(Object.keys(visions))('neighbouring classes are told apart with %s vision', (vision) => {
    // The more classes, the finer the steps; areas are parted by hairlines besides.
    for (const [count, floor] of [
      [2, 30],
      [8, 7],
      [12, 5],
      [25, 2],
    ] as const) {
      const colours = inTheme(classColours(classes(count), new Set()), theme);
      const steps = colours.slice(1).map((each, index) => distance(colours[index] ?? '', each, visions[vision] ?? []));
      expect(Math.min(...steps), `${count} classes`).toBeGreaterThan(floor);
    }
  });

  it.each(Object.keys(visions))('neighbouring buckets are told apart with %s vision', (vision) => {
    const colours = inTheme(bucketColours(), theme);
    const steps = colours.slice(1).map((each, index) => distance(colours[index] ?? '', each, visions[vision] ?? []));
    expect(Math.min(...steps)).toBeGreaterThan(5);
  });

  it('every colour of a chart stands out from the ground', () => {
    for (const colour of [
      ...inTheme(classColours(classes(25), new Set()), theme),
      ...inTheme(bucketColours(), theme),
    ]) {
      expect(contrast(colour, token('ground', theme)), colour).toBeGreaterThanOrEqual(3);
    }
  });

  it.each([
    ['ink', 'ground', 4.5],
    ['ink-quiet', 'ground', 4.5],
    ['ink-quiet', 'ground-sunken', 4.5],
    ['ink-quiet', 'notice-ground', 4.5],
    ['accent', 'ground', 4.5],
    ['accent', 'accent-ground', 4.5],
    ['accent', 'notice-ground', 4.5],
    ['on-accent', 'accent', 4.5],
    ['ink-quiet', 'accent-ground', 4.5],
    ['alarm', 'ground', 4.5],
    ['alarm', 'alarm-ground', 4.5],
    ['notice', 'ground-sunken', 4.5],
    ['hairline-strong', 'ground', 3],
    ['chart-axis', 'ground', 3],
  ] as const)('%s on %s has a contrast of at least %d', (ink, ground, floor) => {
    expect(contrast(token(ink, theme), token(ground, theme))).toBeGreaterThanOrEqual(floor);
  });
});

describe('class colours', () => {
  it('go from dark to light with rank, whatever the number of classes', () => {
    for (const count of [2, 5, 25]) {
      for (const theme of themes) {
        const lights = inTheme(classColours(classes(count), new Set()), theme).map(luminance);
        expect(lights).toEqual([...lights].sort((left, right) => left - right));
      }
    }
  });

  it('dash notional classes and no others', () => {
    const colours = classColours(['A', 'CE'], new Map([['CE', 'factor']]));
    expect(colours.get('A')?.dash).toBeUndefined();
    expect(colours.get('CE')?.dash).toMatch(/^\d+ \d+$/);
  });

  it('follow the theme by themselves', () => {
    const colour = classColours(['A'], new Set()).get('A');
    expect(colour?.stroke).toBe(`light-dark(${colour?.light}, ${colour?.dark})`);
  });
});
