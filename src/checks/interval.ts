/**
 * Interval arithmetic on printed numbers. A number printed as 1,645,120 stands for everything that rounds to it:
 * [1,645,119.5, 1,645,120.5]. Bounds are whole (or half) units of 10^-places held in doubles, so sums and most products
 * are exact; where a result outgrows that, `error` bounds what was lost, and `meet` says so instead of guessing.
 */
export interface Interval {
  /** Bounds in units of 10^-places. */
  readonly low: number;
  readonly high: number;
  readonly places: number;
  /** How far, in the same units, either bound may be from the exact one; 0 where both are exact. */
  readonly error: number;
}

/** Below this a double holds a whole number together with the six binary places that products of halves need. */
const exactLimit = 2 ** 46;
/** Largest relative error of one operation on doubles, doubled for the conversions around it. */
const rounding = 2 ** -51;
/** Largest number of units whose decimal form survives the way through a double. */
const printedLimit = 2 ** 50;

const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** 10^exponent, exact up to 10^22. */
export const powerOfTen = (exponent: number): number => powersOfTen[exponent] ?? 10 ** exponent;

const magnitude = (low: number, high: number): number => Math.max(Math.abs(low), Math.abs(high));

const lost = (low: number, high: number, inexact: boolean): number => {
  const size = magnitude(low, high);
  return inexact || size >= exactLimit ? size * rounding : 0;
};

/** The interval of a number printed with so many places; null where it has more digits than a double keeps. */
export const printedInterval = (value: number, places: number): Interval | null => {
  const units = Math.round(value * powerOfTen(places));
  if (!(Math.abs(units) <= printedLimit) || places > 15) return null;
  return { low: units - 0.5, high: units + 0.5, places, error: 0 };
};

/** A number that is exactly what it says: a divisor, a number of days. */
export const exactly = (value: number): Interval => ({ low: value, high: value, places: 0, error: 0 });

/** An interval whose bounds were computed: each is taken as the double that it is. */
export const between = (low: number, high: number): Interval => ({
  low,
  high,
  places: 0,
  error: magnitude(low, high) * rounding,
});

export const zero: Interval = exactly(0);

/** The same interval in finer units. */
const refined = (interval: Interval, places: number): Interval => {
  if (interval.places >= places) return interval;
  const factor = powerOfTen(places - interval.places);
  const low = interval.low * factor;
  const high = interval.high * factor;
  return { low, high, places, error: interval.error * factor + lost(low, high, interval.error > 0) };
};

export const add = (a: Interval, b: Interval): Interval => {
  if (a === zero) return b;
  if (b === zero) return a;
  const left = refined(a, b.places);
  const right = refined(b, a.places);
  const low = left.low + right.low;
  const high = left.high + right.high;
  const error = left.error + right.error;
  return { low, high, places: left.places, error: error + lost(low, high, error > 0) };
};

const negate = (a: Interval): Interval => ({ low: -a.high, high: -a.low, places: a.places, error: a.error });

export const subtract = (a: Interval, b: Interval): Interval => add(a, negate(b));

export const multiply = (a: Interval, b: Interval): Interval => {
  const p = a.low * b.low;
  const q = a.low * b.high;
  const r = a.high * b.low;
  const s = a.high * b.high;
  const low = Math.min(p, q, r, s);
  const high = Math.max(p, q, r, s);
  const inexact = a.error > 0 || b.error > 0;
  const carried = inexact
    ? a.error * magnitude(b.low, b.high) + b.error * magnitude(a.low, a.high) + a.error * b.error
    : 0;
  return { low, high, places: a.places + b.places, error: carried + lost(low, high, inexact) };
};

/** a / b; null where b may be zero. */
export const divide = (a: Interval, b: Interval): Interval | null => {
  const nearest = Math.min(Math.abs(b.low), Math.abs(b.high)) - b.error;
  if (b.low <= 0 !== b.high <= 0 || b.low === 0 || b.high === 0 || nearest <= 0) return null;
  const p = a.low / b.low;
  const q = a.low / b.high;
  const r = a.high / b.low;
  const s = a.high / b.high;
  const low = Math.min(p, q, r, s);
  const high = Math.max(p, q, r, s);
  const size = magnitude(low, high);
  const scale = powerOfTen(Math.abs(a.places - b.places));
  const error = (a.error + size * b.error) / nearest + size * rounding;
  // Units of 10^-(a.places - b.places); brought to places >= 0 so that all intervals align the same way.
  return a.places >= b.places
    ? { low, high, places: a.places - b.places, error }
    : { low: low * scale, high: high * scale, places: 0, error: error * scale + size * scale * rounding };
};

/** Whether two intervals have a number in common; `undecided` where the lost digits could turn the answer. */
export const meet = (a: Interval, b: Interval): 'yes' | 'no' | 'undecided' => {
  const left = refined(a, b.places);
  const right = refined(b, a.places);
  const gap = Math.max(left.low - right.high, right.low - left.high);
  const error = left.error + right.error;
  if (error === 0) return gap <= 0 ? 'yes' : 'no';
  const doubt = error + (magnitude(left.low, left.high) + magnitude(right.low, right.high)) * rounding;
  if (gap <= -doubt) return 'yes';
  return gap > doubt ? 'no' : 'undecided';
};

/** Whether some number of the first is not above some number of the second. */
export const notAbove = (a: Interval, b: Interval): 'yes' | 'no' | 'undecided' => {
  const left = refined(a, b.places);
  const right = refined(b, a.places);
  const gap = left.low - right.high;
  const error = left.error + right.error;
  if (error === 0) return gap <= 0 ? 'yes' : 'no';
  const doubt = error + (magnitude(left.low, left.high) + magnitude(right.low, right.high)) * rounding;
  if (gap <= -doubt) return 'yes';
  return gap > doubt ? 'no' : 'undecided';
};

/** The middle of an interval, in its own unit: the number as printed, or computed from numbers as printed. */
export const middle = (a: Interval): number => (a.low + a.high) / 2 / powerOfTen(a.places);

/** The middles' difference and the half-widths together: what is apart, and what rounding allows. */
export const distance = (a: Interval, b: Interval): { difference: number; tolerance: number } => {
  const left = refined(a, b.places);
  const right = refined(b, a.places);
  const unit = powerOfTen(left.places);
  return {
    difference: (left.low + left.high - right.low - right.high) / 2 / unit,
    tolerance: (left.high - left.low + right.high - right.low) / 2 / unit,
  };
};
