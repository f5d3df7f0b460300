import {
  type Answer,
  addTop,
  backTo,
  divideTop,
  multiplyTop,
  pop,
  powerOfTen,
  push,
  pushNothing,
  stacked,
  subtractTop,
  topMeet,
  topNotAbove,
} from './doubles.ts';

export { powerOfTen } from './doubles.ts';

/**
 * A number printed as 1,645,120 stands for everything that rounds to it: [1,645,119.5, 1,645,120.5]. Intervals one at a
 * time; how they are reckoned with stands in `doubles.ts`.
 */
export interface Interval {
  /** Bounds in units of 10^-places. */
  readonly low: number;
  readonly high: number;
  readonly places: number;
  /** How far, in the same units, either bound may be from the exact one; 0 where both are exact. */
  readonly error: number;
}

/** Largest number of units whose decimal form survives the way through a double. */
const printedLimit = 2 ** 50;
/** Largest relative error of a computed bound. */
const rounding = 2 ** -51;

/** A number printed with so many places in units of 10^-places; null where it has more digits than a double keeps. */
export const printedUnits = (value: number, places: number): number | null => {
  const units = Math.round(value * powerOfTen(places));
  return Math.abs(units) <= printedLimit && places <= 15 ? units : null;
};

/** The interval of a number printed with so many places; null where it has more digits than a double keeps. */
export const printedInterval = (value: number, places: number): Interval | null => {
  const units = printedUnits(value, places);
  return units === null ? null : { low: units - 0.5, high: units + 0.5, places, error: 0 };
};

/** A number that is exactly what it says: a divisor, a number of days. */
export const exactly = (value: number): Interval => ({ low: value, high: value, places: 0, error: 0 });

/** An interval whose bounds were computed: each is taken as the double that it is. */
export const between = (low: number, high: number): Interval => ({
  low,
  high,
  places: 0,
  error: Math.max(Math.abs(low), Math.abs(high)) * rounding,
});

/** Leaves what it is added to as it is. */
export const zero: Interval = exactly(0);

export const pushInterval = (interval: Interval): void => {
  if (interval === zero) pushNothing();
  else push(interval.low, interval.high, interval.places, interval.error);
};

const pushBoth = (a: Interval, b: Interval): void => {
  pushInterval(a);
  pushInterval(b);
};

export const add = (a: Interval, b: Interval): Interval => {
  if (a === zero) return b;
  if (b === zero) return a;
  pushBoth(a, b);
  addTop();
  return pop();
};

export const subtract = (a: Interval, b: Interval): Interval => {
  pushBoth(a, b);
  subtractTop();
  return pop();
};

export const multiply = (a: Interval, b: Interval): Interval => {
  pushBoth(a, b);
  multiplyTop();
  return pop();
};

/** What is found with both on the stack, which is afterwards as it was. */
const asked = <Found>(a: Interval, b: Interval, ask: () => Found): Found => {
  const before = stacked();
  pushBoth(a, b);
  const found = ask();
  backTo(before);
  return found;
};

const quotient = (): Interval | null => (divideTop() ? pop() : null);

/** a / b; null where b may be zero. */
export const divide = (a: Interval, b: Interval): Interval | null => asked(a, b, quotient);

/** Whether two intervals have a number in common; `undecided` where the lost digits could turn the answer. */
export const meet = (a: Interval, b: Interval): Answer => asked(a, b, topMeet);

/** Whether some number of the first is not above some number of the second. */
export const notAbove = (a: Interval, b: Interval): Answer => asked(a, b, topNotAbove);

/** The middle of an interval, in its own unit: the number as printed, or computed from numbers as printed. */
export const middle = (a: Interval): number => (a.low + a.high) / 2 / powerOfTen(a.places);

/** The middles' difference and the half-widths together: what is apart, and what rounding allows. */
export const distance = (a: Interval, b: Interval): { difference: number; tolerance: number } => {
  const places = Math.max(a.places, b.places);
  const left = powerOfTen(places - a.places);
  const right = powerOfTen(places - b.places);
  const unit = powerOfTen(places);
  return {
    difference: (a.low * left + a.high * left - b.low * right - b.high * right) / 2 / unit,
    tolerance: (a.high * left - a.low * left + b.high * right - b.low * right) / 2 / unit,
  };
};
