import { describe, expect, it } from 'vitest';
import type { YearFlow, YearView } from '../../../src/metrics/year.ts';
import { yearsOf, yearView } from '../../../src/metrics/year.ts';
import { sampleDeal, seedDeals } from './deals.ts';

const states = (flows: readonly YearFlow[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { state } of flows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
};

const derived = (view: YearView, concept: string, name: string | null = null): number | undefined =>
  view.derived.find((figure) => figure.concept === concept && figure.class === name)?.value;

describe('a year of the sample deal', () => {
  const whole = sampleDeal();

  it('has its months from the list of reports, and its flows are the sums of the months', () => {
    expect(yearsOf(whole)).toEqual(['2003', '2004', '2005', '2006', '2007']);
    const view = yearView(whole, '2003');
    expect(view.months).toEqual(['03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((m) => `2003-${m}`));
    expect(view).toMatchObject({ monthsFrom: 'reports', missing: [], derived: [], superseded: [] });
    const payoffs = view.flows.find(({ concept }) => concept === 'payoffs');
    expect(payoffs?.annual?.value).toBeGreaterThan(0);
    expect(payoffs?.months).toHaveLength(10);
    for (const year of ['2003', '2004', '2005', '2006']) {
      expect(
        yearView(whole, year).flows.filter(({ state }) => state === 'differs'),
        year,
      ).toEqual([]);
      expect(
        yearView(whole, year).balances.filter(({ state }) => state === 'differs'),
        year,
      ).toEqual([]);
      expect(states(yearView(whole, year).flows).agrees, year).toBeGreaterThan(60);
    }
  });

  it('a year without its annual statement compares nothing', () => {
    const view = yearView(whole, '2007');
    expect(view.statement).toBeNull();
    expect(view.balances).toEqual([]);
    expect(Object.keys(states(view.flows))).toEqual(['incomplete']);
    expect(view.flows.find(({ concept }) => concept === 'payoffs')?.sum).toBeGreaterThan(0);
  });

  it.each(['2004-07', '2004-12', '2003-03'])(
    'tells what %s must have been from the year and the other months',
    (month) => {
      const gapped = sampleDeal((path) => path.includes(`-${month.replace('-', '')}.txt`));
      const view = yearView(gapped, month.slice(0, 4));
      expect(view.missing).toEqual([month]);
      const lost = whole.months.find((loaded) => loaded.month === month)?.statement.facts ?? [];
      const flows = view.flows.filter(({ state }) => state === 'derived');
      expect(flows.length).toBeGreaterThan(60);
      const compared = view.derived.map((figure) => {
        const fact = lost.find(
          ({ concept, class: name, member }) =>
            concept === figure.concept && name === figure.class && member === figure.member,
        );
        return { figure, fact };
      });
      expect(compared.filter(({ fact }) => fact === undefined)).toEqual([]);
      for (const { figure, fact } of compared) {
        const allowed = figure.rounding + 0.5 * 10 ** -(fact?.decimals ?? 0);
        expect(figure.month).toBe(month);
        expect(Math.abs(figure.value - Number(fact?.value)), `${figure.concept} ${figure.class}`).toBeLessThanOrEqual(
          allowed,
        );
        expect(figure.formula).toContain(figure.terms[0]?.text);
      }
      expect(view.derived.some(({ concept }) => concept === 'endingBalance')).toBe(true);
    },
  );

  it('makes nothing up where two months are missing, but their balances beside loaded months', () => {
    const gapped = sampleDeal((path) => /-(200407|200408)\.txt$/.test(path));
    const view = yearView(gapped, '2004');
    expect(view.missing).toEqual(['2004-07', '2004-08']);
    expect(view.flows.some(({ state }) => state === 'derived')).toBe(false);
    const ending = (month: string) =>
      view.derived.some((figure) => figure.month === month && figure.concept === 'poolEndingBalance');
    expect([ending('2004-07'), ending('2004-08')]).toEqual([false, true]);
  });

  it('finds an annual statement that is not the sum of its months', () => {
    const [first, ...others] = whole.annual;
    if (first === undefined) throw new Error('no annual statement');
    const facts = first.facts.map((fact) =>
      fact.concept === 'payoffs' ? { ...fact, value: Number(fact.value) + 1000 } : fact,
    );
    const view = yearView({ ...whole, annual: [{ ...first, facts }, ...others] }, '2003');
    const differing = view.flows.filter(({ state }) => state === 'differs');
    expect(differing.map(({ concept }) => concept)).toEqual(['payoffs']);
    expect(differing[0]).toHaveProperty('difference');
    expect(differing[0] !== undefined && 'difference' in differing[0] ? differing[0].difference : 0).toBeCloseTo(
      1000,
      -1,
    );
  });
});

describe.each(seedDeals)('the year 2002 with one of its months, from $from', ({ deal }) => {
  it('is incomplete and derives only what the month beside a gap began and ended with', () => {
    const view = yearView(deal, '2002');
    expect(view.months).toHaveLength(10);
    expect(view.missing).toHaveLength(9);
    expect(Object.keys(states(view.flows))).toEqual(['incomplete']);
    expect(derived(view, 'poolEndingBalance')).toBe(197_974_201);
    expect(derived(view, 'endingBalance', 'A')).toBe(160_231_105);
    expect(new Set(view.derived.map(({ month }) => month))).toEqual(new Set(['2002-04', '2002-06', '2002-12']));
  });
});
