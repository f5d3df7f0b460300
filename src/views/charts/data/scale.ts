/** The values at which an axis is marked and the range that it spans. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

const roundSteps = [1, 2, 2.5, 5, 10] as const;

/** The smallest round step (1, 2, 2.5 or 5 times a power of ten) that is not below `rough`. */
const roundStep = (rough: number): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = roundSteps.find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return step * power;
};

/** Removes what binary fractions leave behind: 0.30000000000000004 is 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** Of the height of a plot: less than a pixel. */
const unseen = 0.003;

/**
 * A scale in round steps with at most `atMost` ticks that covers the values, but for what would not be seen on the other
 * side of zero. It starts at zero unless `from` says
 * otherwise. Of the step sizes that fit, the finest is taken. No values give a scale from 0 to 1.
 */
export const roundScale = (values: readonly number[], atMost = 6, from: 'zero' | 'values' = 'zero'): Scale => {
  let lowest = from === 'zero' ? 0 : Number.POSITIVE_INFINITY;
  let highest = from === 'zero' ? 0 : Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (lowest > highest) [lowest, highest] = [0, 1];
  // A cent below zero, as statements print it for classes without a balance, is no reason for an axis down to −$50m.
  if (from === 'zero' && lowest < 0 && -lowest < unseen * highest) lowest = 0;
  if (from === 'zero' && highest > 0 && highest < unseen * -lowest) highest = 0;
  const same = highest - lowest <= 1e-9 * Math.max(Math.abs(lowest), Math.abs(highest));
  if (same) [lowest, highest] = lowest === 0 ? [0, 1] : [Math.min(0, lowest), Math.max(0, highest)];
  let step = roundStep((highest - lowest) / (atMost - 1));
  let first = Math.floor(clean(lowest / step));
  let last = Math.ceil(clean(highest / step));
  while (last - first + 1 > atMost) {
    step = roundStep(step * 1.01);
    first = Math.floor(clean(lowest / step));
    last = Math.ceil(clean(highest / step));
  }
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => clean((first + index) * step));
  return { from: clean(first * step), to: clean(last * step), step: clean(step), ticks };
};

/**
 * A scale from zero with exactly so many intervals, so that its ticks stand on the grid lines of another one beside it.
 * The values must not be negative.
 */
export const alignedScale = (values: readonly number[], intervals: number): Scale => {
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  const step = clean(roundStep((highest || 1) / intervals));
  const ticks = Array.from({ length: intervals + 1 }, (_, index) => clean(index * step));
  return { from: 0, to: clean(intervals * step), step, ticks };
};

/** The ages to name on an axis by age, at most `atMost`: every one where they are few, else multiples of a step in whole months. */
export const ageTicks = (ages: readonly number[], atMost = 6): readonly number[] => {
  if (ages.length <= atMost) return ages;
  for (const step of monthSteps) {
    const named = ages.filter((age) => age % step === 0);
    if (named.length > 0 && named.length <= atMost) return named;
  }
  return ages.slice(0, 1);
};

/** Numbers of months between ticks that a reader can count: quarters, half years, whole years. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120] as const;

/**
 * The months to name on a time axis, at most `atMost`: every one where they are few, else those of each quarter, half
 * year, year … counted from January. `months` as `2002-05`, in order, without holes.
 */
export const monthTicks = (months: readonly string[], atMost = 6): readonly string[] => {
  if (months.length <= atMost) return months;
  for (const step of monthSteps) {
    const named = months.filter(
      (month) => (Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1) % step === 0,
    );
    if (named.length > 0 && named.length <= atMost) return named;
  }
  return months.slice(0, 1);
};
