import { describe, expect, it } from 'vitest';
import { isComputed, type Measure } from '../../../src/metrics/measure.ts';
import { measureOf, measureSeries } from '../../../src/metrics/measure-series.ts';
import { type MeasureId, measures } from '../../../src/metrics/measures.ts';
import { stepdownTest, triggerTest } from '../../../src/metrics/trigger.ts';
import { isMonthly, sampleDeal, samplePaths } from './deals.ts';
import { bonds, classColumnsOf, columnsOf, rowOf } from './sample-sheet.ts';

const deal = sampleDeal();
const rows = samplePaths.filter(isMonthly).map(rowOf);
const columns = columnsOf(rows);

const close = (measure: Measure, cell: number | null | undefined): boolean => {
  if (cell == null) return !isComputed(measure);
  return isComputed(measure) && Math.abs(measure.value - cell) <= 1e-9 * Math.max(1, Math.abs(cell));
};

const differing = (id: MeasureId, column: readonly (number | null)[], name?: string): readonly string[] =>
  measureSeries(deal, id, name).flatMap(({ month, measure }, index) =>
    close(measure, column[index])
      ? []
      : [`${month}: ${isComputed(measure) ? measure.value : measure.reason} against ${column[index]}`],
  );

describe('the sample deal against a sheet of its figures', () => {
  it('the sheet has every month', () => {
    expect(rows.map(({ month }) => month)).toEqual(deal.months.map(({ month }) => month));
    expect(rows).toHaveLength(48);
  });

  it.each(Object.keys(columns))('%s in every month', (id) => {
    expect(differing(id as MeasureId, columns[id] ?? [])).toEqual([]);
  });

  it.each(bonds)('class %s in every month', (name) => {
    for (const [id, column] of Object.entries(classColumnsOf(rows, name))) {
      expect(differing(id as MeasureId, column, name), id).toEqual([]);
    }
  });

  it('the sheet leaves out no measure', () => {
    const classColumns = classColumnsOf(rows, 'A');
    expect(measures.map(({ id }) => id).filter((id) => !(id in columns || id in classColumns))).toEqual([]);
  });

  it('every flag is the one recomputed, trigger at 50 % and stepdown from month 37', () => {
    for (const [index, row] of rows.entries()) {
      const trigger = triggerTest(deal, row.month, 0.5);
      const stepdown = stepdownTest(deal, row.month);
      expect(stepdown, row.month).toMatchObject({ recomputed: row.stepdown, agrees: true });
      if (index < 2) expect(trigger.recomputed).toHaveProperty('reason');
      else expect(trigger, row.month).toMatchObject({ recomputed: row.trigger, agrees: true });
    }
    expect(rows.some(({ stepdown }) => stepdown)).toBe(true);
  });

  it('a lower k calls a trigger that the statement does not print', () => {
    const { recomputed, agrees } = triggerTest(deal, '2006-06', 0.001);
    expect([recomputed, agrees]).toEqual([true, false]);
  });

  it('a rate over more months than the deal has had says so', () => {
    expect(measureOf(deal, 'cpr12', '2003-06')).toEqual({
      reason: 'The first distribution was in March 2003: there are not yet 12 months.',
    });
  });

  it('PSA before month 30 is refused though the offering is loaded', () => {
    expect(measureOf(deal, 'psa', '2003-06')).toEqual({
      reason:
        'The age of the loans is not known: age not printed, and the offering tells that of the deal (4 months). Until month 30 the benchmark depends on it.',
    });
  });
});

describe('the sample deal without July 2004', () => {
  const gapped = sampleDeal((path) => path.includes('200407'));

  it('keeps the gap as a point with its reason', () => {
    const points = measureSeries(gapped, 'smm');
    expect(points).toHaveLength(48);
    expect(points.find(({ month }) => month === '2004-07')).toEqual({
      month: '2004-07',
      date: null,
      measure: { reason: 'No statement of July 2004 is loaded.' },
    });
  });

  it('has no rate over months that the gap is one of, and the same ones elsewhere', () => {
    const whole = measureSeries(deal, 'cpr3');
    const points = measureSeries(gapped, 'cpr3');
    const without = points.filter(({ measure }) => !isComputed(measure)).map(({ month }) => month);
    expect(without).toEqual(['2003-03', '2003-04', '2004-07', '2004-08', '2004-09']);
    for (const [index, { measure }] of points.entries()) {
      if (isComputed(measure)) expect(whole[index]?.measure).toMatchObject({ value: measure.value });
    }
    expect(measureOf(gapped, 'cprSinceIssue', '2005-01')).toEqual({ reason: 'No statement of July 2004 is loaded.' });
    expect(measureOf(gapped, 'rollTo60', '2004-08')).toEqual({ reason: 'No statement of July 2004 is loaded.' });
  });

  it('tells the average life of a class that paid nothing in the gap, and not that of one that did', () => {
    expect(measureOf(gapped, 'classAverageLife', '2005-01', 'A')).toEqual({
      reason: 'No statement of July 2004 is loaded: principal paid then is not known.',
    });
    const junior = measureOf(gapped, 'classAverageLife', '2006-12', 'M-4');
    expect(junior).toMatchObject({
      value: (measureOf(deal, 'classAverageLife', '2006-12', 'M-4') as { value: number }).value,
    });
  });
});
