import { latestMonth } from '../../../deal/series.ts';
import { isComputed, type Measure, notComputable } from '../../../metrics/measure.ts';
import type { CompareAxis } from '../../../store/overview-places.ts';
import type { Compared } from './compared.ts';
import { type Measured, placesOn } from './comparison-chart.ts';

/** A value of a comparison beside the others. */
export interface RankedValue {
  readonly compared: Compared;
  /** The calendar month; null where the deal has none at that place. */
  readonly month: string | null;
  /** The month's number in the deal's life; null where that is not known. */
  readonly age: number | null;
  readonly outcome: Measure;
  /** 1 for the highest; equal values share one; null without a value. */
  readonly rank: number | null;
}

const valueAt = ({ compared, course }: Measured, axis: CompareAxis, at: string | null): Omit<RankedValue, 'rank'> => {
  const { deal } = compared.subject;
  const latest = latestMonth(deal)?.month;
  const ageOf = placesOn('age', deal);
  const withAge = (month: string | null): number | null =>
    month === null || typeof ageOf !== 'function' ? null : Number(ageOf(month));
  const none = (reason: string) => ({ compared, month: null, age: null, outcome: notComputable(reason) });
  if (latest === undefined) return none('No monthly statement is loaded.');
  const placeOf = placesOn(axis, deal);
  if (at !== null && typeof placeOf !== 'function') return none(placeOf.reason);
  const point = course.find(({ month }) =>
    at === null ? month === latest : typeof placeOf === 'function' && placeOf(month) === at,
  );
  if (point === undefined) return none('No statement of that month is loaded.');
  return { compared, month: point.month, age: withAge(point.month), outcome: point.measure };
};

/**
 * The values of a comparison in a month (`2002-05`), at an age, or the latest of each where `at` is null: highest first,
 * those without a value last with their reasons.
 */
export const rankedValues = (
  measured: readonly Measured[],
  axis: CompareAxis,
  at: string | null,
): readonly RankedValue[] => {
  const values = measured.map((each) => valueAt(each, axis, at));
  const numbers = values.flatMap(({ outcome }) => (isComputed(outcome) ? [outcome.value] : []));
  const rankOf = (outcome: Measure): number | null =>
    isComputed(outcome) ? 1 + numbers.filter((value) => value > outcome.value).length : null;
  return values
    .map((value) => ({ ...value, rank: rankOf(value.outcome) }))
    .sort((left, right) => (left.rank ?? numbers.length + 1) - (right.rank ?? numbers.length + 1));
};
