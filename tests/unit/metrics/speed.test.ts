import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/deal/deal.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import { addMonths } from '../../../src/deal/month.ts';
import { measureSeries } from '../../../src/metrics/measure-series.ts';
import { measures } from '../../../src/metrics/measures.ts';
import { sampleDeal } from './deals.ts';

const sample = sampleDeal();

/** The sample's months over and over, ten years of them. */
const tenYears = (): Deal => {
  const [first] = sample.months;
  if (first === undefined) throw new Error('the sample has no months');
  const statements = Array.from({ length: 120 }, (_, index) => {
    const { statement } = sample.months[index % sample.months.length] ?? first;
    const date = `${addMonths(first.month, index)}-25`;
    return { ...statement, file: `${date}.txt`, date, facts: statement.facts.map((fact) => ({ ...fact })) };
  });
  const [deal] = groupDeals([...statements, ...sample.offering]);
  if (deal === undefined) throw new Error('no deal');
  return deal;
};

/** Milliseconds of processor time, which other programs on the machine do not lengthen. */
const allOf = (deal: Deal): number => {
  const start = process.cpuUsage();
  for (const { id, scope } of measures) {
    for (const name of scope === 'class' ? deal.classes : [undefined]) measureSeries(deal, id, name);
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

describe('all measures of a deal of 120 months', () => {
  it('take a few tens of milliseconds, with room for a busy machine and untranslated modules', () => {
    allOf(tenYears());
    const times = Array.from({ length: 5 }, () => allOf(tenYears()));
    expect(tenYears().months).toHaveLength(120);
    expect(Math.min(...times)).toBeLessThan(250);
  }, 20_000);

  it('are the same objects when asked for again', () => {
    expect(measureSeries(sample, 'cpr12')).toBe(measureSeries(sample, 'cpr12'));
  });
});
