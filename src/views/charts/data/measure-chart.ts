import type { Deal } from '../../../deal/deal.ts';
import { findMeasure } from '../../../metrics/measures.ts';
import { type ChartData, chartMonths, hasAmounts } from './chart-data.ts';
import { axisUnits, type MeasureLine, measuredOver } from './measure-series.ts';
import { joined } from './words.ts';

/** A chart of measures, as plain data. */
export interface MeasureChart {
  readonly id: string;
  readonly title: string;
  /** Unit and what it is a part of. */
  readonly measure: string;
  readonly lines: readonly MeasureLine[];
}

/** More notes than this are those of single months, not of the measure. */
const mostNotes = 2;

/** Measures over the months of a deal. What no month gives is left out and named with its reason. */
export const measureChart = (deal: Deal, { id, title, measure, lines }: MeasureChart): ChartData => {
  const months = chartMonths(deal);
  const measured = lines.map((line) => ({ line, ...measuredOver(deal, months, line) }));
  const drawn = measured.filter(({ reason }) => reason === null);
  const seen = drawn.filter(({ series }) => (series.mark === 'column' ? hasAmounts(series) : true));
  const flat = drawn.filter(({ series }) => series.mark === 'column' && !hasAmounts(series));
  const reasons = new Map<string, string[]>();
  for (const { series, reason } of measured) {
    if (reason === null) continue;
    // What is missing for several classes is said once.
    const shared = reason.replaceAll(` of class ${series.name}`, '');
    reasons.set(shared, [...(reasons.get(shared) ?? []), series.name]);
  }
  const missing = [...reasons].map(([reason, names]) => `Not computable: ${joined(names)}. ${reason}`);
  const told = [...new Set(drawn.flatMap(({ notes }) => notes))].filter((note) => note.endsWith('.'));
  const unitOn = (axis: 'left' | 'right') => {
    const line = lines.find((each) => (each.axis ?? 'left') === axis);
    const unit = line === undefined ? undefined : findMeasure(line.measure)?.unit;
    return unit === undefined ? null : axisUnits[unit];
  };
  const notes = [
    ...(flat.length > 0
      ? [`Zero in every month and not drawn: ${joined(flat.map(({ series }) => series.name))}.`]
      : []),
    ...(told.length <= mostNotes ? told : []),
    ...missing,
  ];
  const nothing = missing.length > 0 ? missing.join(' ') : notes.join(' ');
  return {
    id,
    title,
    measure,
    months,
    series: seen.map(({ series }) => series),
    left: unitOn('left') ?? 'percent',
    right: seen.some(({ series }) => series.axis === 'right') ? unitOn('right') : null,
    notes,
    empty: seen.length > 0 ? null : nothing || 'No measure of these is known for this deal.',
  };
};
