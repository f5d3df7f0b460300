import type { Deal } from '../../../deal/deal.ts';
import { notionalClasses } from '../../../deal/notional.ts';
import { originalBalances } from '../../../deal/original-balance.ts';
import { factOf } from '../../../deal/series.ts';
import { printedIn } from '../../../metrics/figures.ts';
import { type MeasurePoint, measureOf, measureSeries } from '../../../metrics/measure-series.ts';
import type { MeasureId } from '../../../metrics/measures.ts';

/** A measure of a deal, or of one of its classes. */
export interface Subject {
  readonly deal: Deal;
  readonly measure: MeasureId;
  /** The class, for measures of a class. */
  readonly class?: string | undefined;
}

/** A measure over the months of a deal. */
export type Course = readonly MeasurePoint[];

const surveyed = new WeakMap<Deal, Map<string, Course>>();

const keyOf = (subject: Subject): string => `${subject.measure} ${subject.class ?? ''}`;

/** The measure over the months of the deal, where it has been computed; undefined until then. */
export const courseOf = (subject: Subject): Course | undefined => surveyed.get(subject.deal)?.get(keyOf(subject));

/**
 * Looks at every figure of a deal once, a month a step: statements unpack theirs when they are first asked. Then at what
 * all its measures are made of.
 */
function* unpack(deal: Deal): Generator<void, void> {
  for (const { statement } of deal.months) {
    factOf(statement, 'poolEndingBalance');
    printedIn(statement, 'poolEndingBalance');
    yield;
  }
  originalBalances(deal);
  yield;
  notionalClasses(deal);
  yield;
}

/**
 * Computes what is asked for, in steps of one month of one measure, so that whoever runs it can stop in between and let
 * the page breathe. Each subject's course is known as soon as its last month is. What was computed before is not again.
 */
export function* survey(subjects: readonly Subject[]): Generator<void, void> {
  for (const subject of subjects) {
    const { deal, measure } = subject;
    let ofDeal = surveyed.get(deal);
    if (ofDeal === undefined) {
      yield* unpack(deal);
      ofDeal = new Map();
      surveyed.set(deal, ofDeal);
    }
    if (ofDeal.has(keyOf(subject))) continue;
    for (const { month } of deal.months) {
      measureOf(deal, measure, month, subject.class);
      yield;
    }
    ofDeal.set(keyOf(subject), measureSeries(deal, measure, subject.class));
    yield;
  }
}
