import type { Deal } from '../../../deal/deal.ts';
import type { PrintedFact } from '../../../deal/series.ts';
import { type Computed, formatValue, isComputed, type MeasureUnit, type Term } from '../../../metrics/measure.ts';
import { measureOf } from '../../../metrics/measure-series.ts';
import { findMeasure, type MeasureId } from '../../../metrics/measures.ts';
import type { AxisUnit, ChartMonth, ChartSeries } from './chart-data.ts';
import type { Figure } from './figures.ts';

/** The axis that a measure is drawn on. */
export const axisUnits: Readonly<Record<MeasureUnit, AxisUnit>> = {
  USD: 'USD',
  percent: 'percent',
  factor: 'ratio',
  months: 'count',
  years: 'years',
  days: 'days',
  PSA: 'PSA',
  multiple: 'ratio',
};

/** The first printed figure that a number comes from. */
const sourceOf = (terms: readonly Term[]): PrintedFact | null => {
  for (const term of terms) {
    if (term.origin === 'printed') return { fact: term.fact, statement: term.statement };
    const behind = term.origin === 'derived' ? sourceOf(term.terms) : null;
    if (behind !== null) return behind;
  }
  return null;
};

/** A measure as a figure of a chart: one that is a printed figure as it stands keeps its characters. */
export const measuredFigure = ({ value, unit, pieces, terms, formula }: Computed): Figure => {
  const [only] = pieces;
  if (pieces.length === 1 && typeof only === 'object' && only.origin === 'printed') {
    return {
      value,
      text: only.text,
      source: { fact: only.fact, statement: only.statement },
      derived: null,
    };
  }
  return { value, text: formatValue(value, unit), source: sourceOf(terms), derived: formula };
};

/** One measure as a line of a chart. */
export interface MeasureLine extends Partial<Pick<ChartSeries, 'mark' | 'axis' | 'dashed' | 'rolls' | 'hatched'>> {
  readonly measure: MeasureId;
  /** The class, for measures of classes. */
  readonly of?: string;
  /** In the legend; the measure's title where left out. */
  readonly name?: string;
}

/** A measure over the months of a chart, and why it has no figure at all where it has none. */
export interface MeasuredSeries {
  readonly series: ChartSeries;
  /** The reason in the last month with a statement; null where some month has a figure. */
  readonly reason: string | null;
  /** What must be known about some of the values. */
  readonly notes: readonly string[];
}

/** A measure of every month of a chart. What was computed before is not computed again. */
export const measuredOver = (deal: Deal, months: readonly ChartMonth[], line: MeasureLine): MeasuredSeries => {
  let reason: string | null = null;
  let any = false;
  const notes = new Set<string>();
  const figures = months.map(({ month, statement }): Figure | null => {
    if (statement === null) return null;
    const measure = measureOf(deal, line.measure, month, line.of);
    if (!isComputed(measure)) {
      reason = measure.reason;
      return null;
    }
    any = true;
    if (measure.note !== null) notes.add(measure.note);
    return measuredFigure(measure);
  });
  return {
    series: {
      id: line.of === undefined ? line.measure : line.of,
      name: line.name ?? line.of ?? findMeasure(line.measure)?.title ?? line.measure,
      ...(line.of === undefined ? {} : { called: `Class ${line.of}` }),
      remark: line.axis === 'right' ? 'right axis' : null,
      mark: line.mark ?? 'line',
      axis: line.axis ?? 'left',
      dashed: line.dashed ?? false,
      hatched: line.hatched ?? false,
      rolls: line.rolls ?? false,
      absent: 'not computable',
      figures,
    },
    reason: any ? null : reason,
    notes: [...notes],
  };
};
