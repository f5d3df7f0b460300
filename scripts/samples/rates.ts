import { type Quantity, quantity } from './exact.ts';

/** Rates are whole numbers of hundred-thousandths of a percent: 8.65983 % is 865983. As a fraction that is `rate / 1e7`. */
export const rateScale = 10_000_000;

/** 0.50 % a year of the beginning pool balance. */
export const servicingFeeRate = 50_000;

/** Trust administration: 0.0165 % a year. */
export const trustFeeRate = 1_650;

/** A rate in percent. */
export const percentOf = (rate: number): Quantity => quantity(rate, 100_000);
