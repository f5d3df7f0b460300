import { describe, expect, test } from 'vitest';
import type { Deal } from '../../../src/deal/deal.ts';
import { toCsv } from '../../../src/export/csv.ts';
import { type Computed, isComputed } from '../../../src/metrics/measure.ts';
import { measureSeries } from '../../../src/metrics/measure-series.ts';
import type { MeasureId } from '../../../src/metrics/measures.ts';
import { formulaWords, measureText, printedTermsOf } from '../../../src/views/measure-words.ts';
import { measuresAmong, portfolioColumns, portfolioModel } from '../../../src/views/portfolio/data/portfolio-model.ts';
import { courseOf, survey } from '../../../src/views/portfolio/data/survey.ts';
import { sparkPath } from '../../../src/views/tables/data/spark-path.ts';
import { exportOf } from '../../../src/views/tables/data/table-model.ts';
import { dealOf, madeDeal, statementOf } from '../charts/synthetic-deal.ts';
import { sampleDeal } from '../metrics/deals.ts';

const shown = portfolioColumns.filter((column) => column.shown).map(({ id }) => id);
const measures = measuresAmong(shown);

const latestOf = (deal: Deal, id: MeasureId): Computed => {
  const measure = measureSeries(deal, id).at(-1)?.measure;
  if (measure === undefined || !isComputed(measure)) throw new Error(`${id} is not computed`);
  return measure;
};

const surveyAll = (deal: Deal): number => {
  let steps = 0;
  for (const _ of survey(measures.map((measure) => ({ deal, measure })))) steps += 1;
  return steps;
};

describe('the survey', () => {
  test('comes to the same as the measures, in steps of a month, and does nothing twice', () => {
    const deal = madeDeal({ months: 30, classes: 5, missing: [7] });
    expect(courseOf({ deal, measure: 'cpr3' })).toBeUndefined();
    const steps = surveyAll(deal);
    expect(steps).toBe(29 + 2 + measures.length * 30);
    for (const measure of measures) expect(courseOf({ deal, measure })).toEqual(measureSeries(deal, measure));
    expect(surveyAll(deal)).toBe(0);
  });

  test('left in the middle, it goes on where it is asked again', () => {
    const deal = madeDeal({ months: 12, classes: 3 });
    const steps = survey([{ deal, measure: 'poolFactor' }]);
    for (let step = 0; step < 18; step += 1) steps.next();
    expect(courseOf({ deal, measure: 'poolFactor' })).toBeUndefined();
    expect([...survey([{ deal, measure: 'poolFactor' }])].length).toBeGreaterThan(0);
    expect(courseOf({ deal, measure: 'poolFactor' })).toHaveLength(12);
  });
});

describe('the portfolio', () => {
  const healthy = sampleDeal();
  const bare = dealOf([
    statementOf('2002-05-28', [{ concept: 'poolEndingBalance', text: '1,000' }], 'monthly', 'Bare Trust 2002-9'),
  ]);
  const offered = dealOf([statementOf('2001-05-28', [], 'offering', 'Offered Trust 2001-9')]);

  test('before anything is computed, rows are there and say so', () => {
    const model = portfolioModel([madeDeal({ months: 4, classes: 3 })], measures, courseOf, () => undefined);
    const cells = model.rows[0]?.cells;
    expect(cells?.get('poolFactor')).toMatchObject({ text: '…', sort: undefined, written: null });
    expect(cells?.get('findings')).toMatchObject({ text: '…', note: 'Not checked yet' });
  });

  test('each value is that of the latest month, with its formula, its course and where it leads', () => {
    surveyAll(healthy);
    const [row] = portfolioModel([healthy], measures, courseOf, () => 3).rows;
    const latest = latestOf(healthy, 'cpr3');
    const cell = row?.cells.get('cpr3');
    expect(cell?.sort).toBe(latest.value);
    expect(cell?.note).toContain(latest.formula);
    expect(cell?.address).toBe('#/deal/simulated-home-equity-loan-trust-2003-1?month=2007-02');
    expect(cell?.trend).toHaveLength(48);
    expect(cell?.trend?.slice(0, 3)).toEqual([null, null, expect.any(Number)]);
    expect(row?.cells.get('findings')).toMatchObject({
      text: '3',
      address: '#/deal/simulated-home-equity-loan-trust-2003-1?section=checks',
    });
    expect(row?.cells.get('trigger')?.text).toMatch(/occurred|no/);
  });

  test('what is not known is a reason, never a number, and sorts last', () => {
    for (const deal of [bare, offered]) surveyAll(deal);
    const rows = portfolioModel([bare, offered], measures, courseOf, () => 0).rows;
    expect(rows[0]?.cells.get('poolBalance')?.text).toBe('1,000');
    expect(rows[0]?.cells.get('cpr3')).toMatchObject({ text: '—', sort: undefined, written: null });
    expect(rows[0]?.cells.get('cpr3')?.note).toMatch(/not loaded|is loaded|not printed/);
    expect(rows[1]?.cells.get('poolBalance')).toMatchObject({ text: '—', note: 'No monthly statement is loaded.' });
    expect(rows[1]?.cells.get('missing')).toMatchObject({ text: '—', sort: undefined });
  });

  test('is written out with whole numbers and without signs for nothing', () => {
    surveyAll(healthy);
    const columns = portfolioColumns.filter(({ id }) => ['deal', 'month', 'poolBalance', 'cpr'].includes(id));
    const csv = toCsv(exportOf(columns, portfolioModel([healthy, bare], measures, courseOf, () => 0).rows));
    const [head, first, second] = csv.split('\r\n');
    expect(head).toBe('Deal,Latest month,Pool balance,"CPR, 1 month"');
    expect(first).toBe(`Simulated Home Equity Loan Trust 2003-1,2007-02,63872050,${latestOf(healthy, 'cpr').value}`);
    expect(second).toBe('Bare Trust 2002-9,2002-05,1000,');
  });
});

describe('words of a measure', () => {
  test('little is not told as nothing', () => {
    expect(measureText({ value: 0, unit: 'percent' })).toBe('0.00');
    expect(measureText({ value: 0.0639, unit: 'percent' })).toBe('0.06');
    expect(measureText({ value: 0.0021, unit: 'percent' })).toBe('0.0021');
    expect(measureText({ value: -0.00004, unit: 'percent' })).toBe('−0.000040');
    expect(measureText({ value: 0.98773082, unit: 'factor' })).toBe('0.9877');
    expect(measureText({ value: 196206895, unit: 'USD' })).toBe('196,206,895');
  });

  test('a formula names its value, and its printed figures come once each', () => {
    const measure = latestOf(sampleDeal(), 'cpr3');
    expect(formulaWords(measure)).toMatch(/= \d+\.\d+%/);
    const printed = printedTermsOf(measure.terms);
    expect(printed.length).toBeGreaterThan(3);
    expect(new Set(printed).size).toBe(printed.length);
  });
});

describe('a small line', () => {
  test('runs from the lowest at the bottom to the highest at the top and stops at gaps', () => {
    expect(sparkPath([1, 2, null, 4, null, 3], 53, 13)).toBe('M1.5 11.5L11.5 8.2M31.5 1.5h0.1M51.5 4.8h0.1');
  });

  test('of equal values lies in the middle; of none is nothing', () => {
    expect(sparkPath([5, 5], 23, 13)).toBe('M1.5 6.5L21.5 6.5');
    expect(sparkPath([null, null], 23, 13)).toBe('');
  });
});
