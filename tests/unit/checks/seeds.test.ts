import { describe, expect, it } from 'vitest';
import { checkDeal, checkStatement } from '../../../src/checks/check-deal.ts';
import type { CheckResult } from '../../../src/checks/result.ts';
import { type Verdict, verdicts } from '../../../src/checks/verdicts.ts';
import type { Fact, Statement } from '../../../src/facts/fact.ts';
import { readSeeds, readSimulated, seedsExist } from './seeds.ts';
import { byOnePercent, changed, dealOf, numbersOf } from './statements.ts';

const failing = (results: readonly CheckResult[]): readonly CheckResult[] => results.filter(({ holds }) => !holds);
const count = (statement: Statement, results: readonly CheckResult[], verdict: Verdict): number => {
  const found = verdicts(results);
  return numbersOf(statement).filter((fact) => (found.get(fact) ?? 'unproven') === verdict).length;
};
const isFound = (statement: Statement): boolean =>
  failing(checkStatement(statement)).some(({ kind }) => kind !== 'soft');

/** Each figure with one digit replaced by another, every digit of the text once. */
const digitChanges = (fact: Fact): string[] =>
  fact.text.split('').flatMap((character, index) => {
    if (!/\d/.test(character)) return [];
    const other = (Number(character) + 1 + ((index * 3 + fact.line) % 9)) % 10;
    return [`${fact.text.slice(0, index)}${other}${fact.text.slice(index + 1)}`];
  });

describe.skipIf(!seedsExist)('real statements', () => {
  const seeds = seedsExist ? readSeeds() : null;
  if (seeds === null) return;

  it('monthly: nothing fails, 177 of 200 figures are proven', () => {
    const results = checkStatement(seeds.monthly);
    expect(failing(results)).toEqual([]);
    expect(numbersOf(seeds.monthly)).toHaveLength(200);
    expect(count(seeds.monthly, results, 'proven')).toBeGreaterThanOrEqual(177);
    expect(count(seeds.monthly, results, 'contradicted')).toBe(0);
  });

  it('monthly: the day count follows from the interest', () => {
    const titles = checkStatement(seeds.monthly)
      .filter(({ accrual }) => accrual !== null)
      .map(({ class: name, title }) => `${name}: ${title.slice(title.indexOf('×'))}`);
    expect(titles).toEqual([
      ...['A', 'M-1', 'M-2', 'M-3', 'M-4'].map((name) => `${name}: × rate × 33/360 (actual/360)`),
      'CE: × rate / 12 (30/360 on the pool)',
    ]);
  });

  it('annual: exactly the seven identities that the filing violates', () => {
    const results = checkStatement(seeds.annual);
    expect(
      failing(results).map(({ rule, class: name, difference }) => [rule, name, Number(difference.toFixed(5))]),
    ).toEqual([
      ['T4[realizedLossReduction]', 'Total', 126_976],
      ['T9', 'CE', 126_976],
      ['T7', null, 963],
      ['T8', null, 0.00069],
      ['E1', null, 304_355],
      ['E2', null, -836_086],
      ['E3', null, 19_051],
    ]);
    expect(failing(results)[0]?.sentence).toBe(
      'Realized losses by class: CE prints 126,976, TOTAL prints 0; the gap is 126,976.',
    );
  });

  it('annual: both sides of each violation are contradicted, and most figures are proven', () => {
    const results = checkStatement(seeds.annual);
    const found = verdicts(results);
    for (const { facts, leftCount, rule } of failing(results)) {
      for (const side of [facts.slice(0, leftCount), facts.slice(leftCount)]) {
        expect(
          side.map(({ fact }) => found.get(fact)),
          rule,
        ).toContain('contradicted');
      }
    }
    expect(numbersOf(seeds.annual)).toHaveLength(204);
    expect(count(seeds.annual, results, 'proven')).toBeGreaterThanOrEqual(165);
  });

  it('supplement: all 41 figures are proven', () => {
    const results = checkStatement(seeds.supplement);
    expect(failing(results)).toEqual([]);
    expect(count(seeds.supplement, results, 'proven')).toBe(41);
  });

  it('year and month together: the relations between them hold', () => {
    const results = checkDeal(dealOf([seeds.monthly], { annual: [seeds.annual] }));
    const across = results.filter(({ scope }) => scope === 'months against the year');
    expect(failing(across)).toEqual([]);
    const rules = new Map<string, number>();
    for (const { rule } of across) rules.set(rule.slice(0, 2), (rules.get(rule.slice(0, 2)) ?? 0) + 1);
    expect(Object.fromEntries(rules)).toMatchObject({ X1: 7, X2: 1, X3: 4, X4: 7, X5: 2, X6: 2, X8: 1, X9: 1, Y3: 1 });
    expect(rules.get('X7')).toBeGreaterThanOrEqual(6);
    expect(failing(results)).toHaveLength(7);
  });

  it('of single figures changed by 1 % at least 181 of 200 are found', () => {
    const escaped = numbersOf(seeds.monthly).filter(
      (fact) => !isFound(changed(seeds.monthly, fact, byOnePercent(fact)).statement),
    );
    expect(200 - escaped.length).toBeGreaterThanOrEqual(181);
    // What no other figure of one statement is tied to.
    expect(new Set(escaped.map(({ concept }) => concept))).toEqual(
      new Set([
        'servicingFee',
        'advances',
        'loanCountBeginning',
        'weightedAverageRemainingTerm',
        'weightedAverageCoupon',
        'delinquentCount',
        'delinquentUnpaidBalance',
        'reoPrincipalAmortization',
        'cumulativeRealizedLosses',
        'extraordinaryExpenses',
      ]),
    );
  });

  it('a figure changed by 1 % that breaks an equality is contradicted', () => {
    for (const fact of numbersOf(seeds.monthly)) {
      const wrong = changed(seeds.monthly, fact, byOnePercent(fact));
      const results = checkStatement(wrong.statement);
      if (!failing(results).some(({ kind }) => kind === 'equality')) continue;
      expect(verdicts(results).get(wrong.fact), `${fact.concept} ${fact.class}`).toBe('contradicted');
    }
  });

  it('of single digits changed at least 75 % are found', () => {
    const changes = numbersOf(seeds.monthly).flatMap((fact) => digitChanges(fact).map((text) => ({ fact, text })));
    const found = changes.filter(({ fact, text }) => isFound(changed(seeds.monthly, fact, text).statement));
    expect(found.length / changes.length).toBeGreaterThanOrEqual(0.75);
  });
});

describe.skipIf(!seedsExist)('simulated statements', () => {
  it.each(seedsExist ? ['usbank', 'bankerstrust', 'ctslink', 'columns', 'certificate', 'html'] : [])(
    'in the layout %s: nothing fails, alone or in the series',
    (folder) => {
      const series = readSimulated(folder);
      for (const statement of series) expect(failing(checkStatement(statement))).toEqual([]);
      expect(failing(checkDeal(dealOf(series)))).toEqual([]);
    },
  );
});
