import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/export/csv.ts';
import type { Finding } from '../../../src/store/checking.ts';
import { aboutOf, figuresOfFinding, sidesOf } from '../../../src/views/checks/data/check-sides.ts';
import { exportedFindings, filteredFindings, groupedFindings } from '../../../src/views/checks/data/findings.ts';
import { madeFact, madeStatement } from '../deal/made-statement.ts';

const statements = [
  madeStatement('2002-05-28', {
    file: 'may.txt',
    facts: [
      madeFact('interest', '1,913', { class: 'M-4' }, 86),
      madeFact('beginningBalance', '497,000', { class: 'M-4' }, 82),
      madeFact('passThroughRate', '4.20000%', { class: 'M-4' }, 95),
      madeFact('aggregateLossSeverity', '41.932%', {}, 390),
    ],
  }),
  madeStatement('2002-06-25', { file: 'june.txt' }),
];

const finding = (given: Partial<Finding>): Finding => ({
  id: 'x',
  rule: 'I1',
  family: 'I1',
  title: 'interest = beginning balance × rate × 33/360 (actual/360)',
  about: 'Interest accrued',
  kind: 'equality',
  scope: 'row',
  date: '2002-05-28',
  class: 'M-4',
  group: null,
  member: null,
  left: 1913,
  right: 1913.45,
  difference: -0.45,
  tolerance: 0.504203,
  holds: false,
  leftCount: 1,
  accrual: null,
  sentence: 'Interest accrued, class M-4: apart.',
  statement: 0,
  figures: [
    { statement: 0, fact: 0 },
    { statement: 0, fact: 1 },
    { statement: 0, fact: 2 },
  ],
  ...given,
});

describe('both sides of a check', () => {
  it('are in the places of what is printed, a computed one with two more', () => {
    expect(sidesOf(finding({}), statements)).toEqual({ left: '1,913', right: '1,913.45', gap: '0.45', allowed: '0.5' });
  });

  it('are percentages where a printed percentage stands alone', () => {
    const severity = finding({
      left: 0.41932,
      right: 0.41863,
      difference: 0.00069,
      figures: [{ statement: 0, fact: 3 }],
      leftCount: 1,
    });
    expect(sidesOf(severity, statements)).toMatchObject({ left: '41.932%', right: '41.863%', gap: '0.069 points' });
  });

  it('are not told where no numbers are compared', () => {
    expect(sidesOf(finding({ figures: [] }), statements)).toBeNull();
  });

  it('are of a class, a bucket, a total', () => {
    expect(aboutOf(finding({}))).toBe('Interest accrued, class M-4');
    expect(aboutOf(finding({ class: 'Total', group: 'II' }))).toBe('Interest accrued, total, group II');
    expect(aboutOf(finding({ class: null, member: '90+' }))).toBe('Interest accrued, 90+');
  });
});

describe('findings', () => {
  const findings = [
    finding({ id: 'a' }),
    finding({ id: 'b', rule: 'T4[realizedLossReduction]', sentence: 'Realized losses by class: apart.' }),
    finding({ id: 'c', rule: 'I3', statement: 1, date: '2002-06-25' }),
  ];
  const ids = (of: readonly Finding[]) => of.map(({ id }) => id);

  it('are picked by statement, kind and words', () => {
    const all = { statement: null, kind: null, words: '' };
    expect(ids(filteredFindings(findings, all))).toEqual(['a', 'b', 'c']);
    expect(ids(filteredFindings(findings, { ...all, statement: 0 }))).toEqual(['a', 'b']);
    expect(ids(filteredFindings(findings, { ...all, kind: 'I' }))).toEqual(['a', 'c']);
    expect(ids(filteredFindings(findings, { ...all, words: 'LOSSES class' }))).toEqual(['b']);
  });

  it('are grouped by kind in the order in which they come', () => {
    expect(groupedFindings(findings).map(({ kind, findings: of }) => [kind, ids(of)])).toEqual([
      ['I', ['a', 'c']],
      ['T', ['b']],
    ]);
  });

  it('tell first the figures that they point at', () => {
    const pointedAt = statements[0]?.facts[2];
    if (pointedAt === undefined) throw new Error('a fact is meant');
    const figures = figuresOfFinding(finding({}), statements, new Set([pointedAt]));
    expect(figures.map(({ fact }) => fact.text)).toEqual(['4.20000%', '1,913', '497,000']);
  });

  it('are written out with both sides and the places of their figures', () => {
    const [, row] = toCsv(exportedFindings([finding({})], statements)).split('\r\n');
    expect(row).toContain('2002-05-28,I1,');
    expect(row).toContain(',1913,1913.45,-0.45,');
    expect(row).toContain('may.txt:86:1 may.txt:82:1 may.txt:95:1');
  });
});
