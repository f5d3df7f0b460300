/** Colours that carry meaning, computed: classes from senior to junior, delinquency buckets by severity. */
import { delinquencyBuckets } from '../facts/concepts.ts';

export type Theme = 'light' | 'dark';

/** A line or area of a chart. `stroke` is CSS that follows the theme; `light` and `dark` are its two values, `#rrggbb`. */
export interface SeriesColour {
  readonly stroke: string;
  readonly light: string;
  readonly dark: string;
  /** SVG dash array: notional classes and severe buckets are not told apart by colour alone. Undefined: drawn through. */
  readonly dash: string | undefined;
}

/** OKLCH: lightness 0–1, chroma, hue in degrees. */
type Polar = readonly [lightness: number, chroma: number, hue: number];

// Senior is deep and cool, junior light and warm; both ends keep 3:1 against the ground of their theme. Lightness grows
// by equal steps, since it is what everybody sees alike.
const classStops: Readonly<Record<Theme, readonly Polar[]>> = {
  light: [
    [0.27, 0.12, 280],
    [0.345, 0.135, 266],
    [0.42, 0.12, 250],
    [0.485, 0.1, 222],
    [0.545, 0.095, 185],
    [0.6, 0.11, 135],
    [0.66, 0.135, 85],
  ],
  dark: [
    [0.52, 0.16, 274],
    [0.59, 0.14, 258],
    [0.66, 0.12, 235],
    [0.73, 0.11, 195],
    [0.8, 0.12, 145],
    [0.87, 0.14, 105],
    [0.94, 0.06, 80],
  ],
};

// Delinquency: one hue getting deeper with severity; plum, since the warm alarm colour is kept for findings.
const bucketStops: Readonly<Record<Theme, readonly Polar[]>> = {
  light: [
    [0.66, 0.09, 325],
    [0.24, 0.11, 295],
  ],
  dark: [
    [0.92, 0.05, 330],
    [0.53, 0.15, 300],
  ],
};

type Triple = readonly [number, number, number];

const toLab = ([lightness, chroma, hue]: Polar): Triple => {
  const angle = (hue * Math.PI) / 180;
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)];
};

/** OKLab to linear sRGB; Björn Ottosson, “A perceptual color space for image processing”, 2020. */
const toLinear = ([lightness, a, b]: Triple): Triple => {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
};

const inGamut = (linear: Triple): boolean => linear.every((channel) => channel >= -1e-4 && channel <= 1 + 1e-4);

const toHex = (lab: Triple): string => {
  // Out of what a screen shows, chroma gives way; lightness, which carries the order, stays.
  let [lightness, a, b] = lab;
  while (!inGamut(toLinear([lightness, a, b])) && Math.hypot(a, b) > 1e-3) {
    a *= 0.97;
    b *= 0.97;
  }
  const channels = toLinear([lightness, a, b]).map((channel) => {
    const clipped = Math.min(1, Math.max(0, channel));
    const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
    return Math.round(255 * encoded)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
};

/** So many colours at equal steps along the way through the stops. */
const sample = (stops: readonly Polar[], count: number): readonly string[] => {
  const points = stops.map(toLab);
  return Array.from({ length: count }, (_, position) => {
    const way = count === 1 ? 0 : ((points.length - 1) * position) / (count - 1);
    const leg = Math.min(Math.floor(way), points.length - 2);
    const [from = [0, 0, 0], to = [0, 0, 0]] = [points[leg], points[leg + 1]];
    const between = (start: number, end: number) => start + (end - start) * (way - leg);
    return toHex([between(from[0], to[0]), between(from[1], to[1]), between(from[2], to[2])]);
  });
};

const colour = (light: string, dark: string, dash: string | undefined): SeriesColour => ({
  stroke: `light-dark(${light}, ${dark})`,
  light,
  dark,
  dash,
});

/**
 * One colour per class, given from senior to junior, for however many there are; notional classes are dashed.
 * `notional` is anything that knows whether it has a class: a set, or the map of a deal's notional classes.
 */
export const classColours = (
  classes: readonly string[],
  notional: { has(name: string): boolean },
): ReadonlyMap<string, SeriesColour> => {
  const [light, dark] = [sample(classStops.light, classes.length), sample(classStops.dark, classes.length)];
  return new Map(
    classes.map((name, index) => [
      name,
      colour(light[index] ?? '#000000', dark[index] ?? '#ffffff', notional.has(name) ? '5 4' : undefined),
    ]),
  );
};

/** One colour per delinquency bucket in order of severity, 30–59 lightest, REO deepest; foreclosure and REO are dashed. */
export const bucketColours = (): ReadonlyMap<string, SeriesColour> => {
  const buckets = delinquencyBuckets.filter((bucket) => bucket !== 'total');
  const [light, dark] = [sample(bucketStops.light, buckets.length), sample(bucketStops.dark, buckets.length)];
  return new Map(
    buckets.map((bucket, index) => [
      bucket,
      colour(
        light[index] ?? '#000000',
        dark[index] ?? '#ffffff',
        bucket === 'foreclosure' || bucket === 'reo' ? '3 3' : undefined,
      ),
    ]),
  );
};
