import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statementsOf } from '../../../src/deal/statements.ts';
import type { LongRow } from '../../../src/export/long-form.ts';
import { seedDeals } from '../metrics/deals.ts';
import { checked, writtenAs } from './statements.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydown-long-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(seedDeals)('the long form of $from', ({ deal }) => {
  const verdictOf = checked(deal);
  const rows = statementsOf(deal).flatMap((statement) =>
    statement.facts.map((fact, index) => ({ statement, fact, verdict: verdictOf(deal, statement, index) })),
  );

  test('is the same in JSON, NDJSON and CSV: every figure with file, line, column, label and verdict', async () => {
    const json = JSON.parse((await writtenAs('json', [deal], verdictOf)).toString('utf8')) as LongRow[];
    expect(json).toHaveLength(rows.length);
    rows.forEach(({ statement, fact, verdict }, index) => {
      const { line, column, label, columnLabel, value, text, concept } = fact;
      const place = { file: statement.file, date: statement.date, line, column, label, columnLabel };
      expect(json[index]).toMatchObject({ ...place, deal: deal.id, value, text, concept, verdict });
    });
    const ndjson = (await writtenAs('ndjson', [deal], verdictOf)).toString('utf8').trimEnd().split('\n');
    expect(ndjson.map((line) => JSON.parse(line) as LongRow)).toEqual(json);
    const csv = (await writtenAs('csv', [deal], verdictOf)).toString('utf8');
    const { data, errors } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(rows.length);
    data.forEach((row, index) => {
      expect(row.text?.replace(/^'/, '')).toBe(json[index]?.text.replace(/^'/, ''));
      if (typeof json[index]?.value === 'number') expect(Number(row.value)).toBe(json[index]?.value);
      expect(row.verdict).toBe(json[index]?.verdict);
    });
  });

  test('comes back from Parquet through DuckDB', async () => {
    const path = join(folder, 'figures.parquet');
    writeFileSync(path, await writtenAs('parquet', [deal], verdictOf));
    expect(readFileSync(path).subarray(0, 4).toString()).toBe('PAR1');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    try {
      const reader = await connection.runAndReadAll(`SELECT *, date::VARCHAR AS day FROM read_parquet('${path}')`);
      const found = reader.getRowObjectsJson();
      expect(found).toHaveLength(rows.length);
      rows.forEach(({ statement, fact, verdict }, index) => {
        const row = found[index];
        const { line, column, section, label, columnLabel, text, concept, unit, decimals, group, member } = fact;
        const place = { file: statement.file, day: statement.date, line, column, section, label, columnLabel };
        expect(row).toMatchObject({ ...place, deal: deal.id, dealName: deal.name, text, concept, unit, decimals });
        expect(row).toMatchObject({ group, member, verdict, superseded: false });
        expect(row?.value).toBe(typeof fact.value === 'number' ? fact.value : null);
        expect(row?.valueText).toBe(typeof fact.value === 'number' ? null : String(fact.value));
      });
    } finally {
      connection.closeSync();
    }
  });
});

test('no figures make empty files that can be read', async () => {
  expect(JSON.parse((await writtenAs('json', [], () => null)).toString('utf8'))).toEqual([]);
  expect((await writtenAs('csv', [], () => null)).toString('utf8')).toMatch(/^deal,.*,verdict\r\n$/);
  expect((await writtenAs('ndjson', [], () => null)).length).toBe(0);
});
