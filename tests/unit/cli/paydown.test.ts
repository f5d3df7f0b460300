import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../../scripts/samples/deal.ts';
import { print } from '../../../scripts/samples/print/print.ts';
import { monthlyStatement } from '../../../scripts/samples/statement.ts';

const project = join(import.meta.dirname, '../../..');
const deal = simulate(3, { months: 6 });
const first = print(monthlyStatement(deal, 2), 'usbank').text;
const second = print(monthlyStatement(deal, 3), 'usbank').text;
let folder = '';

function paydown(...args: string[]) {
  const run = spawnSync(process.execPath, [join(project, 'scripts/paydown.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return { code: run.status, out: run.stdout, lines, errors: run.stderr.split('\n').filter((line) => line !== '') };
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paydown-cli-'));
  mkdirSync(join(folder, 'statements'));
  writeFileSync(join(folder, 'statements', 'a.txt'), first);
  writeFileSync(join(folder, 'statements', 'b.txt'), second);
  writeFileSync(join(folder, 'letter.txt'), 'Dear holders, nothing was distributed.\n');
  writeFileSync(join(folder, 'both.zip'), zipSync({ 'inner/a.txt': strToU8(first), 'inner/b.txt': strToU8(second) }));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('paydown facts', () => {
  test('prints one JSON object a fact, keys in the order of the contract, for files, folders and archives', () => {
    const single = paydown('facts', 'statements/a.txt');
    expect(single).toMatchObject({ code: 0, errors: [] });
    expect(Object.keys(JSON.parse(single.lines[0]!) as object)).toEqual([
      'file',
      'exhibit',
      'form',
      'statement',
      'deal',
      'date',
      'concept',
      'class',
      'group',
      'member',
      'value',
      'unit',
      'decimals',
      'text',
      'line',
      'column',
      'section',
      'label',
      'columnLabel',
      'verdict',
    ]);
    const fromFolder = paydown('facts', 'statements');
    expect(fromFolder.code).toBe(0);
    const files = (lines: readonly string[]) => [
      ...new Set(lines.map((line) => (JSON.parse(line) as { file: string }).file)),
    ];
    expect(files(fromFolder.lines)).toEqual(['statements/a.txt', 'statements/b.txt']);
    expect(files(paydown('facts', 'both.zip').lines)).toEqual(['both.zip!inner/a.txt', 'both.zip!inner/b.txt']);
    expect(fromFolder.lines.slice(0, single.lines.length)).toEqual(single.lines);
  });

  test('tells what was not read and goes on with the rest', () => {
    const run = paydown('facts', 'letter.txt', 'missing.txt', 'statements/a.txt');
    expect(run.code).toBe(1);
    expect(run.lines.length).toBeGreaterThan(100);
    expect(run.errors).toHaveLength(2);
    expect(run.errors[0]).toMatch(/^letter\.txt: No table of figures was found\./);
    expect(run.errors[1]).toMatch(/^missing\.txt: There is no such file\./);
  });
});

test('paydown checks prints the identities of a deal with the places of their figures', () => {
  const { code, lines } = paydown('checks', 'statements');
  expect(code).toBe(0);
  const results = lines.map(
    (line) => JSON.parse(line) as { rule: string; holds: boolean; kind: string; facts: { line: number }[] },
  );
  expect(results.length).toBeGreaterThan(200);
  expect(results.filter(({ holds, kind }) => !holds && kind === 'equality')).toEqual([]);
  expect(results.every(({ facts }) => facts.length > 0 && facts.every(({ line }) => line > 0))).toBe(true);
});

test('paydown report tells documents, shapes and shares', () => {
  const { code, lines } = paydown('report', 'statements/a.txt');
  expect(code).toBe(0);
  const report = JSON.parse(lines[0]!) as { share: number; documents: { shapes: string[] }[]; warnings: string[] };
  expect(report.share).toBeGreaterThan(0.98);
  expect(report.documents[0]?.shapes).toContain('class rows');
  expect(report.warnings).toEqual([]);
});

describe('wrong usage', () => {
  test.each([
    [[], 'No command was given.'],
    [['fakts', 'a.txt'], 'There is no command “fakts”.'],
    [['constructor', 'a.txt'], 'There is no command “constructor”.'],
    [['facts'], 'No file was given.'],
    [['facts', '--fast', 'a.txt'], 'There is no option --fast.'],
    [['facts', '--vocabulary'], '--vocabulary needs a file.'],
  ])('%j', (args, words) => {
    const { code, out, errors } = paydown(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(errors[0]).toBe(words);
  });

  test('--help explains', () => {
    expect(paydown('--help')).toMatchObject({ code: 0, errors: [] });
    expect(paydown('--help').out).toContain('paydown facts');
  });
});

test('what a file says cannot act upon a terminal', () => {
  const hostile = first
    .replace(/Distribution Date: .*/, (line) => line.replace(/:.*/, ': \u001b]0;title\u0007 \u202esoon\u009b2J'))
    .replace('Servicing Fee', 'Servicing \u009b2JFee \u202e');
  writeFileSync(join(folder, 'hostile.txt'), hostile);
  for (const command of ['facts', 'report']) {
    const { out, errors, lines } = paydown(command, 'hostile.txt');
    expect(lines.length).toBeGreaterThan(0);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(errors.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
    for (const line of lines) JSON.parse(line);
  }
});
