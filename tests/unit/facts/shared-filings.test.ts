import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/facts/fact.ts';
import { readFiling } from '../../../src/facts/read.ts';

/** Filings that lie beside the project, where they do, with what is known to be printed in them. */

const filings = join(import.meta.dirname, '../../../../shared/filings');

interface KnownFigure {
  readonly file: string;
  readonly line?: number;
  readonly column?: number | null;
  readonly date?: string;
  readonly concept: string;
  readonly class: string | null;
  readonly member: string | null;
  readonly value: number | boolean | string;
}

const folders = existsSync(filings)
  ? ['seeds', ...readdirSync(join(filings, 'simulated')).map((name) => join('simulated', name))].filter((folder) =>
      existsSync(join(filings, folder, 'truth.json')),
    )
  : [];

const same = (a: Fact['value'], b: KnownFigure['value']): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b)) : a === b;

describe.skipIf(folders.length === 0)('filings beside the project', () => {
  for (const folder of folders) {
    test(folder, () => {
      const truth = JSON.parse(readFileSync(join(filings, folder, 'truth.json'), 'utf8')) as KnownFigure[];
      const missing: KnownFigure[] = [];
      const unrecognised: string[] = [];
      for (const file of new Set(truth.map((known) => known.file))) {
        const { statements } = readFiling(file, readFileSync(join(filings, folder, file)));
        const facts = statements.flatMap((statement) =>
          statement.facts.map((fact) => ({ ...fact, date: statement.date })),
        );
        unrecognised.push(
          ...facts.filter((fact) => fact.concept === null).map((fact) => `${file}:${fact.line} ${fact.text}`),
        );
        for (const known of truth) {
          if (known.file !== file) continue;
          const found = facts.some(
            (fact) =>
              fact.concept === known.concept &&
              fact.class === known.class &&
              fact.member === known.member &&
              same(fact.value, known.value) &&
              (known.line ?? fact.line) === fact.line &&
              (known.column ?? fact.column) === fact.column &&
              (known.date ?? fact.date) === fact.date,
          );
          if (!found) missing.push(known);
        }
      }
      expect(missing).toEqual([]);
      expect(unrecognised).toEqual([]);
    });
  }
});
