import type { Deal } from '../deal/deal.ts';
import { monthOf, monthsBetween } from '../deal/month.ts';
import type { Statement } from '../facts/fact.ts';
import { notLoaded, statementOf, yearAsMonth } from './figures.ts';
import { type Measure, notComputable } from './measure.ts';
import { findMeasure, type MeasureId } from './measures.ts';

/** One calendar month of a measure. */
export interface MeasurePoint {
  /** `2002-05`. */
  readonly month: string;
  /** ISO distribution date; null for a month of which nothing is loaded. */
  readonly date: string | null;
  readonly measure: Measure;
}

/** A measure of one calendar month (`2002-05`); `name` is the class, for measures of scope class. */
export const measureOf = (deal: Deal, id: MeasureId, month: string, name?: string): Measure => {
  const definition = findMeasure(id);
  if (definition === undefined) return notComputable(`There is no measure ${id}.`);
  if (statementOf(deal, month) === undefined) return notLoaded(month);
  if (definition.scope === 'class' && (name === undefined || !deal.classes.includes(name))) {
    return notComputable(`${definition.title} is that of a class, and ${name ?? 'none'} is no class of this deal.`);
  }
  return definition.scope === 'class' ? definition.measure(deal, month, name) : definition.measure(deal, month);
};

const made = new WeakMap<Deal, Map<string, readonly MeasurePoint[]>>();

/**
 * A measure over the months of a deal: one point per calendar month from the first to the last loaded, months without a
 * statement kept with their reason. Annual statements never enter.
 */
export const measureSeries = (deal: Deal, id: MeasureId, name?: string): readonly MeasurePoint[] => {
  const ofDeal = made.get(deal) ?? new Map<string, readonly MeasurePoint[]>();
  made.set(deal, ofDeal);
  const key = name === undefined ? id : `${id} ${name}`;
  const known = ofDeal.get(key);
  if (known !== undefined) return known;
  const [first, last] = [deal.months[0], deal.months.at(-1)];
  const months = first === undefined || last === undefined ? [] : monthsBetween(first.month, last.month);
  const points = months.map(
    (month): MeasurePoint => ({
      month,
      date: statementOf(deal, month)?.date ?? null,
      measure: measureOf(deal, id, month, name),
    }),
  );
  ofDeal.set(key, points);
  return points;
};

/**
 * A measure of an annual statement (`2002`), for those that mean something over a year: the year's flows with the
 * balances of its end. Monthly rates are refused. It stands in no series.
 */
export const measureOfYear = (deal: Deal, id: MeasureId, year: string, name?: string): Measure => {
  const statement = deal.annual.findLast(({ date }) => date?.startsWith(`${year}-`) === true);
  if (statement?.date == null) return notComputable(`No annual statement of ${year} is loaded.`);
  if (findMeasure(id)?.overYear !== true) return notComputable('A rate of one month does not follow from a year.');
  let ofYear = years.get(statement);
  if (ofYear?.of !== deal) {
    ofYear = { of: deal, as: yearAsMonth(deal, statement, statement.date) };
    years.set(statement, ofYear);
  }
  return measureOf(ofYear.as, id, monthOf(statement.date), name);
};

const years = new WeakMap<Statement, { readonly of: Deal; readonly as: Deal }>();
