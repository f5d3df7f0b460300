import { describe, expect, test } from 'vitest';
import { yearView } from '../../../src/metrics/year.ts';
import {
  derivedByMonth,
  figureTitle,
  fullTitle,
  incompleteWords,
  placesOf,
  yearGroups,
  yearNumber,
} from '../../../src/views/year/data/year-groups.ts';
import { sampleDeal } from '../metrics/deals.ts';

const whole = yearView(sampleDeal(), '2004');
const gapped = yearView(
  sampleDeal((path) => path.includes('200407')),
  '2004',
);

describe('a year by class', () => {
  test('the pool first, then the classes as printed; no row is lost', () => {
    const groups = yearGroups(whole);
    expect(groups.map(({ title }) => title)).toEqual([
      'Pool',
      ...['A', 'M-1', 'M-2', 'M-3', 'M-4', 'CE', 'P', 'R'].map((name) => `Class ${name}`),
      'All classes',
    ]);
    const rows = groups.flatMap(({ flows, balances }) => [...flows, ...balances]);
    expect(rows).toHaveLength(whole.flows.length + whole.balances.length);
    const counted = groups.reduce(
      (sum, { counts }) => sum + counts.agrees + counts.differs + counts.derived + counts.incomplete,
      0,
    );
    expect(counted).toBe(rows.length);
    expect(groups.every(({ counts }) => counts.differs === 0)).toBe(true);
  });

  test('why nothing follows is told', () => {
    const row =
      gapped.flows.find(({ state }) => state === 'incomplete') ??
      whole.flows.find(({ state }) => state === 'incomplete');
    const [flow] = whole.flows;
    if (flow === undefined) throw new Error('no flows');
    if (row !== undefined) expect(incompleteWords(row)).toMatch(/\.$/);
    expect(incompleteWords({ ...flow, annual: null })).toBe('The annual statement does not print it.');
    expect(incompleteWords({ ...flow, sum: null })).toBe('No month prints it.');
    const lacking = flow.months.map((month, index) => (index < 2 ? { ...month, printed: null } : month));
    expect(incompleteWords({ ...flow, months: lacking })).toBe('2 of 12 months lack it.');
  });
});

describe('what a missing month must have been', () => {
  test('is what the statement that was left out prints, within rounding', () => {
    const derived = derivedByMonth(gapped);
    expect([...derived.keys()]).toEqual(['2004-07']);
    const july = sampleDeal().months.find(({ month }) => month === '2004-07')?.statement;
    const figures = derived.get('2004-07') ?? [];
    expect(figures.length).toBeGreaterThan(40);
    for (const figure of figures) {
      const printed = july?.facts.find(
        (fact) =>
          fact.concept === figure.concept &&
          fact.class === figure.class &&
          fact.member === figure.member &&
          fact.group === figure.group,
      );
      if (printed === undefined) continue;
      const half = 0.5 * 10 ** -(printed.decimals ?? 0);
      expect(Math.abs(Number(printed.value) - figure.value), fullTitle(figure)).toBeLessThanOrEqual(
        figure.rounding + half + 1e-9,
      );
    }
    expect(derivedByMonth(whole).size).toBe(0);
  });

  test('figures have full names, and numbers the places of the most exact one printed', () => {
    const key = { concept: 'delinquentCount', class: null, group: null, member: '30-59' } as const;
    expect(figureTitle(key)).toBe('Delinquent loans, 30–59');
    expect(fullTitle({ ...key, concept: 'principal', class: 'M-1', member: null })).toBe('Principal, class M-1');
    expect(fullTitle({ ...key, concept: 'principal', class: 'Total', member: null })).toBe('Principal, all classes');
    expect(fullTitle({ ...key, concept: 'payoffs', group: '2', member: null })).toBe('Payoffs, pool, group 2');
    expect(placesOf([null, 2, 0])).toBe(2);
    expect(yearNumber(-1234.5, 2)).toBe('−1,234.50');
  });
});
