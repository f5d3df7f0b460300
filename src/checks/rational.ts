import { type Interval, powerOfTen } from './interval.ts';

/**
 * The same arithmetic without any limit of digits, on fractions of BigInts. Slow; asked only where doubles leave a
 * comparison undecided.
 */
interface Rational {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

export interface RationalInterval {
  readonly low: Rational;
  readonly high: Rational;
}

const fromDouble = (value: number): Rational => {
  let numerator = value;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(numerator), denominator };
};

const times = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});

const plus = (a: Rational, b: Rational): Rational => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});

const minus = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });

const inverse = (a: Rational): Rational =>
  a.numerator < 0n
    ? { numerator: -a.denominator, denominator: -a.numerator }
    : { numerator: a.denominator, denominator: a.numerator };

const atMost = (a: Rational, b: Rational): boolean => a.numerator * b.denominator <= b.numerator * a.denominator;

const smallest = (values: readonly [Rational, ...Rational[]]): Rational =>
  values.reduce((least, value) => (atMost(least, value) ? least : value));

const largest = (values: readonly [Rational, ...Rational[]]): Rational =>
  values.reduce((most, value) => (atMost(most, value) ? value : most));

export const rationalInterval = (interval: Interval): RationalInterval => {
  const unit = { numerator: 1n, denominator: BigInt(powerOfTen(interval.places)) };
  return { low: times(fromDouble(interval.low), unit), high: times(fromDouble(interval.high), unit) };
};

export const addRational = (a: RationalInterval, b: RationalInterval): RationalInterval => ({
  low: plus(a.low, b.low),
  high: plus(a.high, b.high),
});

export const subtractRational = (a: RationalInterval, b: RationalInterval): RationalInterval => ({
  low: plus(a.low, minus(b.high)),
  high: plus(a.high, minus(b.low)),
});

export const multiplyRational = (a: RationalInterval, b: RationalInterval): RationalInterval => {
  const corners = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)] as const;
  return { low: smallest(corners), high: largest(corners) };
};

/** a / b; null where b may be zero. */
export const divideRational = (a: RationalInterval, b: RationalInterval): RationalInterval | null =>
  b.low.numerator > 0n || b.high.numerator < 0n
    ? multiplyRational(a, { low: inverse(b.high), high: inverse(b.low) })
    : null;

export const meetRational = (a: RationalInterval, b: RationalInterval): boolean =>
  atMost(a.low, b.high) && atMost(b.low, a.high);

export const notAboveRational = (a: RationalInterval, b: RationalInterval): boolean => atMost(a.low, b.high);
