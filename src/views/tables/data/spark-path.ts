/** Keeps the stroke inside. */
const edge = 1.5;

const paths = new WeakMap<readonly (number | null)[], string>();

/**
 * The path of a line through values at equal steps, from their lowest at the bottom to their highest at the top; null
 * interrupts it, a value that stands alone becomes a point. Made once per list of values.
 */
export const sparkPath = (values: readonly (number | null)[], width: number, height: number): string => {
  const known = paths.get(values);
  if (known !== undefined) return known;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value === null) continue;
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const span = highest - lowest;
  const step = values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0;
  let path = '';
  values.forEach((value, index) => {
    if (value === null) return;
    const x = (edge + index * step).toFixed(1);
    const share = span > 0 ? (value - lowest) / span : 0.5;
    const y = (height - edge - share * (height - 2 * edge)).toFixed(1);
    const begins = (values[index - 1] ?? null) === null;
    path += `${begins ? 'M' : 'L'}${x} ${y}`;
    if (begins && (values[index + 1] ?? null) === null) path += 'h0.1';
  });
  paths.set(values, path);
  return path;
};
