import type { Interval } from './interval.ts';

/**
 * Interval arithmetic on a stack of doubles, so that a test of an identity makes no objects. Bounds are whole (or half)
 * units of 10^-places, so sums and most products are exact; where a result outgrows that, its error bounds what was lost.
 */

export type Answer = 'yes' | 'no' | 'undecided';

/** Formulas nest a few levels deep. */
const depth = 64;
const low = new Float64Array(depth);
const high = new Float64Array(depth);
const errors = new Float64Array(depth);
const places = new Int32Array(depth);
/** 1 where nothing was printed and nothing is added: the number after it stays as it is. */
const nothing = new Uint8Array(depth);
/** How many intervals are on the stack. */
let size = 0;

/** Below this a double holds a whole number together with the six binary places that products of halves need. */
const exactLimit = 2 ** 46;
/** Largest relative error of one operation on doubles, doubled for the conversions around it. */
const rounding = 2 ** -51;

const powersOfTen = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/** 10^exponent, exact up to 10^22. */
export const powerOfTen = (exponent: number): number => powersOfTen[exponent] ?? 10 ** exponent;

const magnitude = (from: number, to: number): number => Math.max(Math.abs(from), Math.abs(to));

const lost = (from: number, to: number, inexact: boolean): number => {
  const most = magnitude(from, to);
  return inexact || most >= exactLimit ? most * rounding : 0;
};

const set = (at: number, from: number, to: number, unit: number, error: number): void => {
  low[at] = from;
  high[at] = to;
  places[at] = unit;
  errors[at] = error;
  nothing[at] = 0;
};

/** How many intervals are on the stack, to come back to with `backTo`. */
export const stacked = (): number => size;

/** Forgets what was put on the stack since. */
export const backTo = (before: number): void => {
  size = before;
};

export const push = (from: number, to: number, unit: number, error: number): void => {
  set(size, from, to, unit, error);
  size += 1;
};

/** Zero that leaves what it is added to as it is. */
export const pushNothing = (): void => {
  push(0, 0, 0, 0);
  nothing[size - 1] = 1;
};

/** Brings the interval at a place of the stack to finer units. */
const refine = (at: number, to: number): void => {
  const unit = places[at] as number;
  if (unit >= to) return;
  const factor = powerOfTen(to - unit);
  const error = errors[at] as number;
  const from = (low[at] as number) * factor;
  const until = (high[at] as number) * factor;
  set(at, from, until, to, error * factor + lost(from, until, error > 0));
};

/** Brings both to the finer of their units. */
const align = (a: number, b: number): void => {
  refine(a, places[b] as number);
  refine(b, places[a] as number);
};

const negateTop = (): void => {
  const top = size - 1;
  const from = low[top] as number;
  low[top] = -(high[top] as number);
  high[top] = -from;
  nothing[top] = 0;
};

/** The two on top of the stack become their sum. */
export const addTop = (): void => {
  size -= 1;
  const a = size - 1;
  const b = size;
  if (nothing[a] === 1) {
    set(a, low[b] as number, high[b] as number, places[b] as number, errors[b] as number);
    nothing[a] = nothing[b] as number;
    return;
  }
  if (nothing[b] === 1) return;
  align(a, b);
  const from = (low[a] as number) + (low[b] as number);
  const to = (high[a] as number) + (high[b] as number);
  const error = (errors[a] as number) + (errors[b] as number);
  set(a, from, to, places[a] as number, error + lost(from, to, error > 0));
};

/** The two on top of the stack become the lower one less the upper one. */
export const subtractTop = (): void => {
  negateTop();
  addTop();
};

/** The two on top of the stack become their product. */
export const multiplyTop = (): void => {
  size -= 1;
  const a = size - 1;
  const b = size;
  const aLow = low[a] as number;
  const aHigh = high[a] as number;
  const bLow = low[b] as number;
  const bHigh = high[b] as number;
  const aError = errors[a] as number;
  const bError = errors[b] as number;
  const p = aLow * bLow;
  const q = aLow * bHigh;
  const r = aHigh * bLow;
  const s = aHigh * bHigh;
  const from = Math.min(p, q, r, s);
  const to = Math.max(p, q, r, s);
  const inexact = aError > 0 || bError > 0;
  const carried = inexact ? aError * magnitude(bLow, bHigh) + bError * magnitude(aLow, aHigh) + aError * bError : 0;
  set(a, from, to, (places[a] as number) + (places[b] as number), carried + lost(from, to, inexact));
};

/** The two on top of the stack become the lower one over the upper one; false where that may be zero. */
export const divideTop = (): boolean => {
  size -= 1;
  const a = size - 1;
  const b = size;
  const bLow = low[b] as number;
  const bHigh = high[b] as number;
  const bError = errors[b] as number;
  const nearest = Math.min(Math.abs(bLow), Math.abs(bHigh)) - bError;
  if (bLow <= 0 !== bHigh <= 0 || bLow === 0 || bHigh === 0 || nearest <= 0) return false;
  const p = (low[a] as number) / bLow;
  const q = (low[a] as number) / bHigh;
  const r = (high[a] as number) / bLow;
  const s = (high[a] as number) / bHigh;
  const from = Math.min(p, q, r, s);
  const to = Math.max(p, q, r, s);
  const most = magnitude(from, to);
  const unit = (places[a] as number) - (places[b] as number);
  const error = ((errors[a] as number) + most * bError) / nearest + most * rounding;
  // Brought to places >= 0 so that all intervals align the same way.
  if (unit >= 0) set(a, from, to, unit, error);
  else {
    const scale = powerOfTen(-unit);
    set(a, from * scale, to * scale, 0, error * scale + most * scale * rounding);
  }
  return true;
};

/** Whether the gap between two aligned intervals is one, where digits were lost on the way. */
const decided = (gap: number, a: number, b: number): Answer => {
  const error = (errors[a] as number) + (errors[b] as number);
  if (error === 0) return gap <= 0 ? 'yes' : 'no';
  const sizes = magnitude(low[a] as number, high[a] as number) + magnitude(low[b] as number, high[b] as number);
  const doubt = error + sizes * rounding;
  if (gap <= -doubt) return 'yes';
  return gap > doubt ? 'no' : 'undecided';
};

/** Whether the two on top of the stack have a number in common; `undecided` where lost digits could turn the answer. */
export const topMeet = (): Answer => {
  const a = size - 2;
  const b = size - 1;
  align(a, b);
  const above = (low[a] as number) - (high[b] as number);
  const below = (low[b] as number) - (high[a] as number);
  return decided(Math.max(above, below), a, b);
};

/** Whether some number of the lower one of the two on top is not above some number of the upper one. */
export const topNotAbove = (): Answer => {
  const a = size - 2;
  const b = size - 1;
  align(a, b);
  return decided((low[a] as number) - (high[b] as number), a, b);
};

const middleAt = (at: number): number =>
  ((low[at] as number) + (high[at] as number)) / 2 / powerOfTen(places[at] as number);

/** Whether both of the two on top have zero in the middle, or neither. */
export const topZeroTogether = (): boolean => (middleAt(size - 2) === 0) === (middleAt(size - 1) === 0);

/** Takes the interval on top off the stack. */
export const pop = (): Interval => {
  size -= 1;
  return {
    low: low[size] as number,
    high: high[size] as number,
    places: places[size] as number,
    error: errors[size] as number,
  };
};
