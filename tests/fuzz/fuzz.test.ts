import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { figuresStandWhereTheySay, readAndHold, readingIsWhole } from '../../scripts/fuzz/properties.ts';
import { simulate } from '../../scripts/samples/deal.ts';
import { print } from '../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../scripts/samples/statement.ts';
import type { FileReading } from '../../src/facts/fact.ts';
import { readFiling } from '../../src/facts/read.ts';

const project = join(import.meta.dirname, '../..');
const cases = 21_000;

test(`${cases} made-up files are read or refused: no crash, no hang, every figure at its place, in any order`, {
  timeout: 600_000,
}, () => {
  // The strict limit of time is for machines that do nothing else: `npm run fuzz`.
  const args = ['scripts/run.mjs', 'scripts/fuzz/main.ts', String(cases), '--seed', '1', '--patience', '10000'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  expect(status, stdout + stderr).toBe(0);
  const [, files = '0', statements = '0', figures = '0'] =
    /^(\d+) files .*: (\d+) statements with (\d+) figures, .* 0 offences\n$/.exec(stdout) ?? [];
  expect(Number(files), stdout).toBeGreaterThanOrEqual(cases);
  // Most of the changed statements still are statements: what is held of figures was held of many.
  expect(Number(statements), stdout).toBeGreaterThan(cases / 10);
  expect(Number(figures), stdout).toBeGreaterThan(10 * cases);
});

describe('what is held of every file is not held of', () => {
  const statement = monthlyStatement(simulate(5, { months: 4 }), 3);

  /** A reading as it would be if the reader had put one figure elsewhere, or made it something else. */
  const spoiled = (reading: FileReading, change: object): FileReading => {
    const [first] = reading.statements;
    const facts = first!.facts.map((fact, index) => (index === 7 ? { ...fact, ...change } : fact));
    return { ...reading, statements: [{ ...first!, facts }] };
  };

  test.each(['usbank', 'html'] as const)('a %s statement with a figure out of place', (layout) => {
    const bytes = new TextEncoder().encode(print(statement, layout).text);
    const [reading] = readAndHold('statement', bytes);
    const fact = reading!.statements[0]!.facts[7]!;
    const changes = [
      { column: fact.column + 1 },
      { line: fact.line + 1 },
      { line: 100_000 },
      { text: '' },
      { value: Number.POSITIVE_INFINITY },
      { decimals: -1 },
    ];
    for (const change of changes) {
      expect(() => figuresStandWhereTheySay(bytes, spoiled(reading!, change)), JSON.stringify(change)).toThrow();
    }
  });

  test('a file that was not read without a word why', () => {
    const reading = readFiling('letter.txt', new TextEncoder().encode('Dear holders'));
    readingIsWhole(reading);
    expect(() => readingIsWhole({ ...reading, problems: [] })).toThrow(/no word why/);
  });
});
