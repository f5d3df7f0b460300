import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { misprint, transposed } from '../../../scripts/samples/mistakes.ts';
import { printUsBank } from '../../../scripts/samples/print/usbank.ts';
import { buildSamples, type SampleSource, sampleSources } from '../../../scripts/samples/samples.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';
import { broken } from './ties.ts';
import { faultsOf } from './truth.ts';

const folder = join('public', 'samples');
const sources = sampleSources();
const [healthy, failing, careless] = sources as [SampleSource, SampleSource, SampleSource];

const brokenMonths = ({ deal, statements }: SampleSource): number[] =>
  statements.flatMap(({ month, printed }) =>
    month !== null && broken(deal, printed, deal.months[month - 1]?.days ?? null).length > 0 ? [month] : [],
  );

describe('the samples', () => {
  it('are what the script writes, byte for byte, and nothing else', () => {
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .replaceAll('\\', '/')
          .slice(folder.length + 1),
      );
    const built = buildSamples();
    expect(built.map(({ path }) => path).sort()).toEqual(written.sort());
    for (const { path, bytes } of built) expect(readFileSync(join(folder, path)).equals(bytes), path).toBe(true);
  });

  it('stay small', () => {
    expect(buildSamples().reduce((size, { bytes }) => size + bytes.length, 0)).toBeLessThan(1_500_000);
  });

  it('have their figures where their truth says', () => {
    for (const { statements } of sources) {
      for (const { printed } of statements) expect(faultsOf(printed)).toEqual([]);
    }
  });

  it('hold a healthy deal whose months all tie, with its stepdown and no trigger', () => {
    expect(healthy.statements.filter(({ month }) => month !== null)).toHaveLength(48);
    expect(brokenMonths(healthy)).toEqual([]);
    expect(healthy.deal.months.at(-1)?.stepdownDateOccurred).toBe(true);
    expect(healthy.deal.months.some(({ triggerEventOccurred }) => triggerEventOccurred)).toBe(false);
  });

  it('hold a failing deal with a trigger, a written-down class, a missing month and an amendment', () => {
    const months = failing.statements.flatMap(({ month }) => month ?? []);
    expect(failing.deal.months.at(-1)?.triggerEventOccurred).toBe(true);
    expect(failing.deal.months.at(-1)?.cumulativeLossByClass.get('M-6')).toBeGreaterThan(0);
    expect(months).toHaveLength(failing.deal.months.length);
    expect(new Set(months).size).toBe(failing.deal.months.length - 1);
    const amendment = failing.statements.find(({ name }) => name.includes('amended'));
    expect(amendment?.printed.text).toContain('CONFORMED SUBMISSION TYPE:\t8-K/A');
  });

  it('hold a careless deal that fails to tie in seven months and in no others', () => {
    expect(brokenMonths(careless)).toEqual([5, 9, 14, 17, 20, 24, 27]);
  });
});

describe('a misprint', () => {
  const { deal } = healthy;
  const printed = printUsBank(monthlyStatement(deal, 12));

  it('exchanges two digits and keeps the right edge', () => {
    expect(transposed('1,767,306')).toBe('1,767,036');
    expect(transposed('1.11144%')).toBe('1.11414%');
  });

  it('changes one figure and nothing else', () => {
    const wrong = misprint(printed, [{ concept: 'poolEndingBalance', print: () => '9' }]);
    expect(faultsOf(wrong)).toEqual([]);
    const changed = wrong.truth.filter((fact, index) => fact !== printed.truth[index]);
    expect(changed.map(({ concept, value }) => [concept, value])).toEqual([['poolEndingBalance', 9]]);
    expect(broken(deal, wrong, deal.months[11]?.days ?? null).length).toBeGreaterThan(2);
  });

  it('is refused where there is no such figure or no room', () => {
    expect(() => misprint(printed, [{ concept: 'interest', class: 'Z', print: () => '1' }])).toThrow(
      'no interest of Z',
    );
    expect(() => misprint(printed, [{ concept: 'interest', class: 'A', print: () => '1'.repeat(40) }])).toThrow(
      'cannot stand',
    );
  });
});
