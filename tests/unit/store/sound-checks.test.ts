import { expect, it } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { print } from '../../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { testDeal } from '../../../src/checks/check-deal.ts';
import { groupDeals } from '../../../src/deal/group.ts';
import { statementsOf } from '../../../src/deal/statements.ts';
import { type DealChecks, dealChecks } from '../../../src/ingest/deal-checks.ts';
import { areSoundChecks } from '../../../src/store/sound-checks.ts';
import { readText } from '../facts/compare.ts';

const made = simulate(5, { months: 3 });
// A digit is another one, so that there is something to find.
const texts = [1, 2].map((month) =>
  print(monthlyStatement(made, month), 'usbank').text.replace(/(\d)\.\d\d$/m, '$1.99'),
);
const [deal] = groupDeals(texts.flatMap((text) => readText(text).statements));
const checks = dealChecks(deal!, testDeal(deal!));
const facts = statementsOf(deal!).map((statement) => statement.facts.length);

it('what the checks said is sound', () => {
  expect(checks.kinds.length).toBeGreaterThan(0);
  expect(checks.dayCounts.size).toBeGreaterThan(0);
  expect(areSoundChecks(checks, facts)).toBe(true);
  expect(areSoundChecks(structuredClone(checks), facts)).toBe(true);
});

const finding = {
  id: 'a',
  sentence: 'b',
  rule: 'B1',
  family: 'B1',
  title: 'c',
  about: 'd',
  kind: 'hard',
  scope: 'pool',
  date: null,
  class: null,
  group: null,
  member: null,
  left: 1,
  right: 2,
  difference: -1,
  tolerance: 0,
  leftCount: 1,
  holds: false,
  accrual: null,
  statement: 0,
  figures: [{ statement: 0, fact: 0 }],
};

it('a finding is sound as long as all of it is there and its figures are', () => {
  const withFinding = (one: object) => ({ ...checks, findings: [one] });
  expect(areSoundChecks(withFinding(finding), facts)).toBe(true);
  for (const key of Object.keys(finding)) {
    expect(areSoundChecks(withFinding({ ...finding, [key]: { a: 1 } }), facts), key).toBe(false);
  }
  for (const figure of [
    null,
    { statement: 0, fact: facts[0] },
    { statement: 9, fact: 0 },
    { statement: 0, fact: -1 },
  ]) {
    expect(areSoundChecks(withFinding({ ...finding, figures: [figure] }), facts)).toBe(false);
  }
});

it('what is of other statements, or damaged, is not', () => {
  const others: readonly (readonly [keyof DealChecks, unknown])[] = [
    ['statements', []],
    ['statements', checks.statements.map((one) => ({ ...one, verdicts: [...one.verdicts] }))],
    ['statements', checks.statements.map((one) => ({ ...one, proven: 'all' }))],
    ['findings', null],
    ['kinds', [1]],
    ['holding', checks.holding.slice(1)],
    ['failing', [...checks.failing]],
    ['dayCounts', {}],
    ['dayCounts', new Map([['A', { accrual: 'weekly', statements: 1 }]])],
  ];
  for (const [key, value] of others) expect(areSoundChecks({ ...checks, [key]: value }, facts), key).toBe(false);
  expect(areSoundChecks(checks, facts.slice(1))).toBe(false);
  expect(
    areSoundChecks(
      checks,
      facts.map((count) => count + 1),
    ),
  ).toBe(false);
  expect(areSoundChecks(null, facts)).toBe(false);
});
