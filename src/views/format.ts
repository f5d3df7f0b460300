/** Numbers for headings and charts. Tables show them as printed. */

const minus = '−';
const narrow = '\u202f';

const signed = (value: number, digits: string): string => (value < 0 ? `${minus}${digits}` : digits);

/** Made once each: making one takes longer than writing a hundred numbers. */
const formats = new Map<number, Intl.NumberFormat>();

/** A number with its thousands separated and exactly so many places: `1,645,120`. */
export const fixed = (value: number, places: number): string => {
  let format = formats.get(places);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
    formats.set(places, format);
  }
  return format.format(value);
};

/** Dollars in four digits: `$196.2m`, `$1.645m`, `$82.49k`, `$338.25`. */
export const shortAmount = (value: number): string => {
  const size = Math.abs(value);
  for (const [unit, name] of [
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
  ] as const) {
    if (size < unit) continue;
    const scaled = size / unit;
    return signed(value, `$${fixed(scaled, scaled >= 100 ? 1 : scaled >= 10 ? 2 : 3)}${name}`);
  }
  return signed(value, `$${fixed(size, Number.isInteger(size) ? 0 : 2)}`);
};

/** `1.11 %`; shares below a hundredth of a percent keep two digits that say something. */
export const shortPercent = (value: number): string => {
  const size = Math.abs(value);
  const places = size === 0 || size >= 0.01 ? 2 : 4;
  return signed(value, `${fixed(size, places)}${narrow}%`);
};

/** `0.9877`. */
export const shortFactor = (value: number): string => signed(value, fixed(Math.abs(value), 4));

/** Every number with its sign, zero without: `+0.9`, `−0.9`. */
export const withSign = (text: string, value: number): string => (value > 0 ? `+${text}` : text);

/** A count and its noun: `1 file`, `1,204 files`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${fixed(count, 0)} ${count === 1 ? one : many}`;

/** Bytes as people say them: `46 KB`, `3.4 MB`. */
export const byteSize = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${fixed(bytes / 1000, 0)} KB`;
  return `${fixed(bytes / 1e6, 1)} MB`;
};
