import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { printUsBank } from '../../../scripts/samples/print/usbank.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { checkDeal, checkStatement } from '../../../src/checks/check-deal.ts';
import type { CheckResult } from '../../../src/checks/result.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import type { ConceptId } from '../../../src/facts/concepts.ts';
import type { Fact, Statement } from '../../../src/facts/fact.ts';
import { readFiling } from '../../../src/facts/read.ts';

/** Misprints in the text of a statement, one at a time, through reading and checking: which are found, and that nothing else changes. */

const source = readFileSync(new URL('../../fixtures/filings/monthly-2002-05.txt', import.meta.url), 'utf8');

const read = (text: string): Statement => {
  const { statements } = readFiling('statement.txt', new TextEncoder().encode(text));
  expect(statements).toHaveLength(1);
  return statements[0]!;
};

const original = read(source);
const isNumber = (fact: Fact): boolean => typeof fact.value === 'number';
const numbers = original.facts.filter(isNumber);

/** The text with other characters in place of the figure's, ending where it ended, so that columns stay. */
function misprinted(whole: string, fact: Fact, text: string): string {
  const lines = whole.split(/\r?\n/);
  const line = lines[fact.line - 1]!;
  const end = fact.column - 1 + fact.text.length;
  const before = line.slice(0, end - text.length);
  lines[fact.line - 1] = `${before}${text}${line.slice(end)}`;
  return lines.join('\n');
}

const grouped = (value: number, decimals: number): string => {
  const [whole, fraction] = value.toFixed(decimals).split('.');
  return whole!.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
};

/** The figure 1 % larger, at least by one in its last place; a zero becomes 1,000. */
function largerByOnePercent(fact: Fact): string {
  const decimals = fact.decimals ?? 0;
  const value = fact.value as number;
  const unit = 10 ** -decimals;
  const changed = value === 0 ? 1000 : value + Math.max(unit, Math.round((value * 0.01) / unit) * unit);
  const text = fact.text.includes(',') || changed === 1000 ? grouped(changed, decimals) : changed.toFixed(decimals);
  return fact.text.endsWith('%') ? `${text}%` : text;
}

const key = (fact: Fact): string => `${fact.concept} ${fact.class} ${fact.member} ${fact.line}`;
const unchanged = (statement: Statement, but: Fact): string[] =>
  statement.facts.filter((fact) => key(fact) !== key(but)).map((fact) => `${key(fact)} ${String(fact.value)}`);

const tells = (results: readonly CheckResult[]): boolean =>
  results.some(({ holds, kind }) => !holds && kind !== 'soft');
const isFound = (statement: Statement): boolean => tells(checkStatement(statement));

/** Of these a digit other than the last may be wrong unnoticed, for the reasons that the rules of the checks give. */
const mayEscape: ReadonlySet<string | null> = new Set<ConceptId>([
  'advances',
  'weightedAverageCoupon',
  'weightedAverageRemainingTerm',
  'servicingFee',
  'loanCountEnding',
  'poolBeginningBalance',
  'delinquentUnpaidBalance',
  'delinquentStatedBalance',
  'creditEnhancementPercentage',
  'passThroughRate',
  'nextPassThroughRate',
  'endingBalancePer1000',
  'principalPer1000',
  'lossPer1000',
]);

test('the statement as printed breaks nothing', () => {
  expect(numbers).toHaveLength(200);
  expect(isFound(original)).toBe(false);
});

test('at least 181 of 200 changes by 1 % are found, and no other figure is read otherwise', () => {
  let found = 0;
  for (const fact of numbers) {
    const statement = read(misprinted(source, fact, largerByOnePercent(fact)));
    expect(unchanged(statement, fact)).toEqual(unchanged(original, fact));
    if (isFound(statement)) found++;
  }
  expect(found).toBeGreaterThanOrEqual(181);
});

test('at least three quarters of the changes of one digit are found, and no other figure is read otherwise', () => {
  let changes = 0;
  let found = 0;
  const escaped = new Set<string | null>();
  for (const fact of numbers) {
    for (let i = 0; i < fact.text.length; i++) {
      const digit = Number.parseInt(fact.text[i]!, 10);
      if (Number.isNaN(digit)) continue;
      changes++;
      const other = (digit + 1 + ((fact.line + i) % 9)) % 10;
      const statement = read(misprinted(source, fact, `${fact.text.slice(0, i)}${other}${fact.text.slice(i + 1)}`));
      expect(unchanged(statement, fact)).toEqual(unchanged(original, fact));
      if (isFound(statement)) found++;
      else if (/\d/.test(fact.text.slice(i + 1))) escaped.add(fact.concept);
    }
  }
  expect([...escaped].filter((concept) => !mayEscape.has(concept))).toEqual([]);
  expect(changes).toBeGreaterThan(800);
  expect(found / changes).toBeGreaterThanOrEqual(0.75);
});

test('in twelve months at least nine tenths of the changes of a middle month by 1 % are found', () => {
  const simulated = simulate(2, { months: 12 });
  const texts = simulated.months.map(({ number }) => printUsBank(monthlyStatement(simulated, number)).text);
  const months = texts.map(read);
  const middle = months[6]!;
  const checked = (statements: readonly Statement[]): boolean => {
    const deals = groupDeals(statements);
    expect(deals).toHaveLength(1);
    return tells(checkDeal(deals[0]!));
  };
  expect(checked(months)).toBe(false);
  const figures = middle.facts.filter(isNumber);
  expect(figures.length).toBeGreaterThan(150);
  const found = figures.filter((fact) => {
    const wrong = read(misprinted(texts[6]!, fact, largerByOnePercent(fact)));
    return checked(months.map((month) => (month === middle ? wrong : month)));
  });
  expect(found.length / figures.length).toBeGreaterThanOrEqual(0.9);
}, 60_000);
