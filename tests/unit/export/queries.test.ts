import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** The queries that docs/data.md shows, asked of the sample deals as the command line writes them. */

const project = join(import.meta.dirname, '../../..');
const page = readFileSync(join(project, 'docs/data.md'), 'utf8');
const queries = [...page.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(([, query = '']) => query);

let folder = '';
let answers: readonly (readonly Readonly<Record<string, unknown>>[])[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paydown-queries-'));
  const out = join(folder, 'data');
  const paydown = [join(project, 'scripts/paydown.mjs'), 'export', '--format', 'parquet', '--out', out, '.'];
  const run = spawnSync(process.execPath, paydown, { cwd: join(project, 'public/samples'), encoding: 'utf8' });
  // The list of the samples lies among them and is no statement.
  expect(run.status, run.stderr).toBe(1);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const found = [];
  for (const query of queries) {
    const reader = await connection.runAndReadAll(query.replaceAll("'data/", `'${out}/`));
    found.push(reader.getRowObjectsJson());
  }
  connection.closeSync();
  answers = found;
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every query of the page is answered', () => {
  expect(queries.length).toBeGreaterThanOrEqual(5);
  for (const [index, rows] of answers.entries()) expect(rows.length, queries[index]).toBeGreaterThan(0);
});

test('the answers are those of the statements', () => {
  const [balances = [], falls = [], behind = [], contradicted = [], shares = []] = answers;
  expect(balances.find((row) => row.date === '2003-03-25' && row.class === 'A')?.value).toBe(159_492_764);
  expect(falls).toHaveLength(3);
  for (const { fell } of falls) expect(Number(fell)).toBeGreaterThan(0);
  for (const { percent } of behind) {
    expect(Number(percent)).toBeGreaterThanOrEqual(0);
    expect(Number(percent)).toBeLessThan(60);
  }
  for (const { file, line, text } of contradicted) {
    expect(String(file)).toContain('simulated');
    expect(Number(line)).toBeGreaterThan(0);
    expect(String(text)).not.toBe('');
  }
  expect(new Set(shares.map(({ deal }) => deal)).size).toBe(3);
  for (const { recognised } of shares) expect(Number(recognised)).toBeGreaterThan(90);
});
