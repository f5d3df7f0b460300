import type { Deal } from '../../../deal/deal.ts';
import { monthsBetween } from '../../../deal/month.ts';
import type { Statement } from '../../../facts/fact.ts';
import { firstDistribution, monthsSince } from '../../../metrics/age.ts';
import { statementOf } from '../../../metrics/figures.ts';
import { isComputed } from '../../../metrics/measure.ts';
import type { CompareAxis } from '../../../store/overview-places.ts';
import type { ChartData, ChartMonth, ChartSeries } from '../../charts/data/chart-data.ts';
import type { Figure } from '../../charts/data/figures.ts';
import { axisUnits, measuredFigure } from '../../charts/data/measure-series.ts';
import { measureUnitName } from '../../measure-words.ts';
import type { Course } from '../../portfolio/data/survey.ts';
import type { Compared, Comparison } from './compared.ts';

/** A line of a comparison and its values. */
export interface Measured {
  readonly compared: Compared;
  readonly course: Course;
}

/** Why a deal has no place on the axis. */
interface Excluded {
  readonly name: string;
  readonly reason: string;
}

/** More dashes than this are needed to tell lines apart. */
const fewLines = 4;

/** The number of a month in a deal's life, 1 for its first distribution; or why that is not known. */
const ageIn = (deal: Deal): ((month: string) => number) | { readonly reason: string } => {
  const first = firstDistribution(deal);
  return 'reason' in first ? first : (month) => monthsSince(first.month, month) + 1;
};

/** What stands on an axis: the place of a month, of a calendar or of a deal's life, as text. */
export const placesOn = (axis: CompareAxis, deal: Deal): ((month: string) => string) | { readonly reason: string } => {
  if (axis === 'date') return (month) => month;
  const age = ageIn(deal);
  return 'reason' in age ? age : (month) => String(age(month));
};

const monthAt = (axis: CompareAxis, place: string, statement: Statement | null): ChartMonth => {
  if (axis === 'date') return { date: place, month: place, time: Date.parse(`${place}-15T00:00:00Z`), statement };
  const title = `Month ${place}`;
  return { date: place, month: place, time: Number(place), age: title, title, statement };
};

const inOrder = (axis: CompareAxis, places: readonly string[]): readonly string[] => {
  if (axis === 'date') {
    const sorted = [...places].sort();
    return monthsBetween(sorted[0] ?? '', sorted.at(-1) ?? '');
  }
  const ages = places.map(Number);
  const [first, last] = [Math.min(...ages), Math.max(...ages)];
  return Array.from({ length: last - first + 1 }, (_, offset) => String(first + offset));
};

/** The lines of a comparison over one axis, as the data of one chart; and what has no place on it. */
export const comparisonChart = (
  { measure, classesOf }: Comparison,
  measured: readonly Measured[],
  axis: CompareAxis,
): { readonly data: ChartData; readonly excluded: readonly Excluded[] } => {
  const excluded: Excluded[] = [];
  const statements = new Map<string, Statement>();
  const lines = measured.flatMap(({ compared, course }) => {
    const { deal } = compared.subject;
    const placeOf = placesOn(axis, deal);
    if (typeof placeOf !== 'function') {
      excluded.push({ name: compared.name, reason: placeOf.reason });
      return [];
    }
    const figures = new Map<string, Figure>();
    for (const { month, measure: outcome } of course) {
      const place = placeOf(month);
      if (Number(place) < 1) continue;
      const statement = statementOf(deal, month);
      if (statement !== undefined && !statements.has(place)) statements.set(place, statement);
      if (isComputed(outcome)) figures.set(place, measuredFigure(outcome));
    }
    if (figures.size === 0) {
      const last = course.at(-1)?.measure;
      const reason = last === undefined || isComputed(last) ? 'No monthly statement is loaded.' : last.reason;
      excluded.push({ name: compared.name, reason });
      return [];
    }
    return [{ compared, figures }];
  });
  const places = statements.size === 0 ? [] : inOrder(axis, [...statements.keys()]);
  const months = places.map((place) => monthAt(axis, place, statements.get(place) ?? null));
  const series = lines.map(
    ({ compared: { id, name, short }, figures }, index): ChartSeries => ({
      id,
      name,
      short,
      remark: null,
      mark: 'line',
      axis: 'left',
      dashed: lines.length > fewLines && index % 2 === 1,
      hatched: false,
      figures: places.map((place) => figures.get(place) ?? null),
      absent: 'no value',
    }),
  );
  const data: ChartData = {
    id: 'comparison',
    title: measure.title,
    measure: classesOf === null ? measureUnitName(measure.unit) : `${measureUnitName(measure.unit)}, ${classesOf.name}`,
    months,
    series,
    left: axisUnits[measure.unit],
    right: null,
    notes: [],
    empty: series.length > 0 ? null : 'Nothing of what was chosen can be drawn; the table says why.',
  };
  return { data, excluded };
};

/** A chart for each line, all on the axes of the whole. */
export const smallMultiples = (data: ChartData): readonly ChartData[] => {
  const reach = data.series.flatMap(({ figures }) => figures.flatMap((figure) => figure?.value ?? []));
  const extremes = reach.length === 0 ? [] : [Math.min(...reach), Math.max(...reach)];
  return data.series.map((series, index) => ({
    ...data,
    id: `comparison-${index + 1}`,
    title: series.name,
    measure: `${data.title}, ${data.measure}`,
    series: [{ ...series, dashed: false }],
    reach: extremes,
  }));
};
