import { describe, expect, test } from 'vitest';
import type { Deal } from '../../../src/deal/deal.ts';
import { isComputed } from '../../../src/metrics/measure.ts';
import { measureOf, measureSeries } from '../../../src/metrics/measure-series.ts';
import { type ComparePlace, comparePlace } from '../../../src/store/overview-places.ts';
import { type Comparison, comparisonOf, measuresOf } from '../../../src/views/compare/data/compared.ts';
import { comparisonChart, type Measured, smallMultiples } from '../../../src/views/compare/data/comparison-chart.ts';
import { rankedValues } from '../../../src/views/compare/data/ranked-values.ts';
import { dealOf, madeDeal, statementOf } from '../charts/synthetic-deal.ts';
import { sampleDeal } from '../metrics/deals.ts';

const healthy = sampleDeal();
const made = madeDeal({ months: 20, classes: 5, missing: [4] });
const bare = dealOf([
  statementOf('2004-05-28', [{ concept: 'poolEndingBalance', text: '1,000' }], 'monthly', 'Bare Trust 2002-9'),
]);
const deals = [bare, made, healthy];

const measuredOf = ({ compared }: Comparison): readonly Measured[] =>
  compared.map((each) => ({
    compared: each,
    course: measureSeries(each.subject.deal, each.subject.measure, each.subject.class),
  }));

const compare = (change: Partial<ComparePlace>, of: readonly Deal[] = deals) => {
  const place = { ...comparePlace, ...change };
  const comparison = comparisonOf(place, of);
  const measured = measuredOf(comparison);
  return {
    comparison,
    ...comparisonChart(comparison, measured, place.axis),
    values: rankedValues(measured, place.axis, place.at),
  };
};

describe('what is compared', () => {
  test('without a choice, the first deals that have months, on CPR over three months', () => {
    const { comparison } = compare({});
    expect(comparison.compared.map(({ name }) => name)).toEqual(deals.map(({ name }) => name));
    expect(comparison.measure.id).toBe('cpr3');
  });

  test('the deals of the address in its order; those that are not loaded are named', () => {
    const { comparison } = compare({ deals: [healthy.id, 'gone-1999-1', made.id] });
    expect(comparison.compared.map(({ id }) => id)).toEqual([healthy.id, made.id]);
    expect(comparison.unknown).toEqual(['gone-1999-1']);
  });

  test('deals have short names where their series tells them apart', () => {
    expect(compare({}).comparison.compared.map(({ short }) => short)).toEqual(['2002-9', '2002-1', '2003-1']);
    const twin = { ...made, id: 'twin', name: 'Twin Trust 2002-1' };
    expect(compare({}, [made, twin]).comparison.compared.map(({ short }) => short)).toEqual([made.name, twin.name]);
  });

  test('a measure of the wrong scope, or none, gives way to the usual one', () => {
    expect(compare({ measure: 'classFactor' }).comparison.measure.id).toBe('cpr3');
    expect(compare({ measure: 'cpr3', classesOf: healthy.id }).comparison.measure.id).toBe('classFactor');
    expect(measuresOf('class').map(({ id }) => id)).toContain('classCreditEnhancement');
    expect(measuresOf('deal').every(({ scope }) => scope === 'deal')).toBe(true);
  });

  test('classes of a deal: those that are paid principal, or those chosen', () => {
    const names = (change: Partial<ComparePlace>) => compare(change).comparison.compared.map(({ id }) => id);
    expect(names({ classesOf: healthy.id })).toEqual(['A', 'M-1', 'M-2', 'M-3', 'M-4']);
    expect(names({ classesOf: healthy.id, classes: ['M-2', 'CE'] })).toEqual(['M-2', 'CE']);
    expect(compare({ classesOf: healthy.id, classes: ['A', 'Z'] }).comparison.unknown).toEqual(['class Z']);
  });
});

describe('the chart', () => {
  test('by date: every month from the first to the last of all, each deal at its own', () => {
    const { data } = compare({ deals: [made.id, healthy.id], measure: 'poolFactor' });
    expect(data.months[0]?.month).toBe('2002-03');
    expect(data.months.at(-1)?.month).toBe('2007-02');
    expect(data.months).toHaveLength(60);
    const [ofMade, ofHealthy] = data.series;
    expect(ofMade?.figures.filter((figure) => figure !== null)).toHaveLength(19);
    expect(ofMade?.figures[4]).toBeNull();
    expect(ofHealthy?.figures.slice(0, 12).every((figure) => figure === null)).toBe(true);
    const may = data.months.findIndex(({ month }) => month === '2004-05');
    const measure = measureOf(healthy, 'poolFactor', '2004-05');
    expect(ofHealthy?.figures[may]?.value).toBe(isComputed(measure) ? measure.value : null);
    expect(ofHealthy?.figures[may]?.source?.statement.date?.slice(0, 7)).toBe('2004-05');
  });

  test('by age: first distributions stand on each other, and who has none known is told', () => {
    const { data, excluded } = compare({ axis: 'age', measure: 'poolBalance' });
    expect(data.months[0]?.title).toBe('Month 1');
    expect(data.months).toHaveLength(48);
    expect(data.series.map(({ id }) => id)).toContain(healthy.id);
    expect(excluded.find(({ name }) => name === bare.name)?.reason).toMatch(/first distribution is not known/);
    const first = data.series.find(({ id }) => id === healthy.id)?.figures[0];
    const march = measureOf(healthy, 'poolBalance', '2003-03');
    expect(first?.value).toBe(isComputed(march) ? march.value : null);
    // Printed as it stands, so its characters are those of the statement.
    expect(first?.derived).toBeNull();
  });

  test('a deal whose measure is never to be had is told with the reason of its last month', () => {
    const { data, excluded } = compare({ measure: 'cpr3' });
    expect(data.series.map(({ id }) => id)).not.toContain(bare.id);
    expect(excluded.map(({ name }) => name)).toContain(bare.name);
    expect(compare({ deals: [bare.id] }).data.empty).not.toBeNull();
  });

  test('every measure is drawn as it is: no unit of a measure makes an index of it', () => {
    for (const { id } of measuresOf('deal')) {
      const { data } = compare({ deals: [healthy.id], measure: id });
      expect(data.left, id).not.toBe('index');
    }
    const { data } = compare({ deals: [healthy.id], measure: 'dealAge' });
    expect(data.series[0]?.figures.map((figure) => figure?.value).slice(0, 3)).toEqual([1, 2, 3]);
  });

  test('small multiples have one line each, and all the same axes', () => {
    const { data } = compare({ deals: [made.id, healthy.id], measure: 'poolBalance' });
    const small = smallMultiples(data);
    expect(small.map(({ title, series }) => [title, series.length])).toEqual([
      [made.name, 1],
      [healthy.name, 1],
    ]);
    expect(new Set(small.map(({ months }) => months)).size).toBe(1);
    const all = data.series.flatMap(({ figures }) => figures.flatMap((figure) => figure?.value ?? []));
    expect(small[0]?.reach).toEqual([Math.min(...all), Math.max(...all)]);
    expect(small[0]?.reach).toEqual(small[1]?.reach);
  });
});

describe('values and ranks', () => {
  test('the latest of each, the highest first; without a value last, with the reason', () => {
    const { values } = compare({ measure: 'cpr3' });
    const told = values.map(({ compared, month, rank }) => [compared.short, month, rank]);
    expect(told.at(-1)?.[2]).toBeNull();
    expect(told.find(([name]) => name === '2003-1')?.slice(1)).toEqual(['2007-02', expect.any(Number)]);
    const last = values.at(-1)?.outcome;
    expect(last !== undefined && 'reason' in last ? last.reason : '').not.toBe('');
    const numbers = values.flatMap(({ outcome }) => (isComputed(outcome) ? [outcome.value] : []));
    expect(numbers).toEqual([...numbers].sort((left, right) => right - left));
  });

  test('in a month of the calendar, or at an age', () => {
    const inMay = compare({ measure: 'poolBalance', at: '2004-05' }).values;
    expect(inMay.map(({ month }) => month)).toEqual(['2004-05', '2004-05', null]);
    expect(inMay.map(({ rank }) => rank)).toEqual([1, 2, null]);
    const aged = compare({ deals: [healthy.id], measure: 'poolBalance', axis: 'age', at: '7' }).values;
    expect(aged[0]).toMatchObject({ month: '2003-09', age: 7 });
  });

  test('equal values share a rank', () => {
    const twin = { ...healthy, id: 'twin', name: 'Twin Trust 2003-2' };
    const low = compare({ measure: 'poolBalance' }, [healthy, twin, bare]).values;
    expect(low.map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });
});
