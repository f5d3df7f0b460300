import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
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
  return paydownWith('', ...args);
}

function paydownWith(input: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [join(project, 'scripts/paydown.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 1e8,
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

describe('what is written', () => {
  const everything = ['both.zip', 'letter.txt', 'statements/b.txt', 'missing.txt', 'statements/a.txt'];

  test.each(['facts', 'checks', 'report', 'series'])('%s: the same for any number of jobs', (command) => {
    const alone = paydown(command, ...everything);
    const threads = paydown(command, '--jobs', '3', ...everything);
    expect(alone.code).toBe(1);
    expect(alone.lines.length).toBeGreaterThan(2);
    expect(threads.out).toBe(alone.out);
    expect([...threads.errors].sort()).toEqual([...alone.errors].sort());
  });

  test('- takes paths from standard input', () => {
    const named = paydown('facts', 'statements/b.txt', 'both.zip');
    const listed = paydownWith('statements/b.txt\r\n\nboth.zip\n', 'facts', '-');
    expect(listed).toEqual(named);
  });

  test('shards are each a part and together the whole, whatever else is in the list', () => {
    const names = Array.from({ length: 40 }, (_, index) => `missing-${index}.txt`);
    const parts = [1, 2, 3].map((part) => paydown('facts', '--shard', `${part}/3`, ...names).errors);
    for (const part of parts) expect(part.length).toBeGreaterThan(3);
    expect(parts.flat().sort()).toEqual([...paydown('facts', ...names).errors].sort());
    const few = names.slice(0, 10);
    expect(paydown('facts', '--shard', '2/3', ...few).errors).toEqual(
      parts[1]?.filter((line) => few.includes(line.split(':')[0] ?? '')),
    );
    // The files of a filer stay together.
    const filers = Array.from({ length: 30 }, (_, index) => `edgar/data/77/${index}.txt`);
    const counts = [1, 2, 3].map((part) => paydown('facts', '--shard', `${part}/3`, ...filers).errors.length);
    expect(counts.sort((left, right) => left - right)).toEqual([0, 0, 30]);
  });

  test('progress is told on stderr where it is asked for, and only there', () => {
    const run = paydown('facts', '--progress', 'statements');
    expect(run.errors).toHaveLength(1);
    expect(run.errors[0]).toMatch(/^2 files, 0\.\d MB, [\d.]+ MB\/s$/);
    expect(run.out).toBe(paydown('facts', 'statements').out);
  });
});

describe('paydown series', () => {
  interface Point {
    readonly month: string;
    readonly kind: string;
    readonly id: string;
    readonly class: string | null;
    readonly value: number | null;
    readonly text?: string;
    readonly line?: number;
    readonly reason?: string;
  }
  const points = (...args: string[]) =>
    paydown('series', ...args, 'statements').lines.map((line) => JSON.parse(line) as Point);

  test('tells deal by month by concept and measure, figures with their lines', () => {
    const all = points();
    expect(new Set(all.map(({ month }) => month)).size).toBe(2);
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['concept', 'measure']));
    expect(all.every(({ value }) => value !== null)).toBe(true);
    const balances = points('--concept', 'endingBalance');
    expect(balances.length).toBeGreaterThan(4);
    const source = first.split('\n');
    const [month] = balances.map((point) => point.month);
    for (const { id, text, line, month: own } of balances) {
      expect(id).toBe('endingBalance');
      if (own === month) expect(source[(line ?? 0) - 1]).toContain(text);
    }
    const factors = points('--measure', 'poolFactor,psa', '--reasons');
    expect(new Set(factors.map(({ id }) => id))).toEqual(new Set(['poolFactor', 'psa']));
    for (const { value, reason } of factors) expect(value === null).toBe(reason !== undefined);
  });
});

describe('paydown export', () => {
  const written = (name: string): Record<string, Buffer> => {
    const root = join(folder, name);
    return Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => [
          relative(root, join(entry.parentPath, entry.name)),
          readFileSync(join(entry.parentPath, entry.name)),
        ]),
    );
  };

  test.each(['csv', 'xlsx', 'parquet', 'json', 'ndjson'])(
    '%s: a folder for each deal, the same bytes every time',
    (format) => {
      expect(paydown('export', '--format', format, '--out', `once-${format}`, 'statements')).toMatchObject({
        code: 0,
        out: '',
        errors: [],
      });
      const once = written(`once-${format}`);
      expect(Object.keys(once)).toHaveLength(1);
      expect(Object.keys(once)[0]).toMatch(new RegExp(`^deal=[a-z0-9-]+/figures\\.${format}$`));
      // What a broken-off call left behind is in nobody's way.
      const [path = ''] = Object.keys(once);
      mkdirSync(dirname(join(folder, `again-${format}`, path)), { recursive: true });
      writeFileSync(join(folder, `again-${format}`, dirname(path), `.figures.${format}.part`), 'half');
      expect(paydown('export', '--format', format, '--out', `again-${format}`, '--jobs', '2', 'statements').code).toBe(
        0,
      );
      expect(written(`again-${format}`)).toEqual(once);
    },
  );

  test('parts write files of their own', () => {
    for (const part of ['1/2', '2/2'])
      paydown('export', '--format', 'ndjson', '--out', 'parts', '--shard', part, 'statements');
    const parts = written('parts');
    const lines = Object.values(parts).flatMap((bytes) => bytes.toString('utf8').trimEnd().split('\n'));
    expect(Object.keys(parts).every((path) => /figures-[12]-of-2\.ndjson$/.test(path))).toBe(true);
    expect(lines).toHaveLength(paydown('facts', 'statements').lines.length);
  });

  test('what cannot be written is said', () => {
    const run = paydown('export', '--format', 'csv', '--out', 'letter.txt', 'statements');
    expect(run.code).toBe(3);
    expect(run.errors[0]).toMatch(/^letter\.txt: The output could not be written: /);
  });
});

describe('wrong usage', () => {
  test.each([
    [[], 'No command was given.'],
    [['fakts', 'a.txt'], 'There is no command “fakts”.'],
    [['constructor', 'a.txt'], 'There is no command “constructor”.'],
    [['facts'], 'No file was given.'],
    [['facts', '--fast', 'a.txt'], 'There is no option --fast.'],
    [['facts', '--vocabulary'], '--vocabulary needs a file.'],
    [['facts', '--jobs', 'many', 'a.txt'], '--jobs many: a number from 1 to 256 is needed.'],
    [['facts', '--shard', '3/2', 'a.txt'], '--shard 3/2: a part of a whole is needed, such as 3/64.'],
    [['facts', '--out', 'x', 'a.txt'], '--out is an option of export, not of facts.'],
    [
      ['export', '--format', 'xls', '--out', 'x', 'a'],
      'There is no format xls: --format needs one of csv, xlsx, parquet, json, ndjson.',
    ],
    [['export', '--format', 'csv', 'a.txt'], '--out is missing: the folder to write into.'],
    [['series', '--concept', 'balance', 'a.txt'], 'There is no concept balance.'],
    [['series', '--measure', 'speed', 'a.txt'], 'There is no measure speed.'],
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

  test('the page on the command line says what the command line says', () => {
    const page = readFileSync(join(project, 'docs/command-line.md'), 'utf8');
    const blocks = [...page.matchAll(/^```text\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);
    const told = [[], 'facts', 'checks', 'report', 'series', 'export'].map(
      (name) => paydown('help', ...[name].flat()).out,
    );
    expect(blocks).toEqual(told);
    expect(paydown('export', '--help').out).toBe(told.at(-1));
  });
});

test('what a file says cannot act upon a terminal', () => {
  const hostile = first
    .replace(/Distribution Date: .*/, (line) => line.replace(/:.*/, ': \u001b]0;title\u0007 \u202esoon\u009b2J'))
    .replace('Servicing Fee', 'Servicing \u009b2JFee \u202e');
  writeFileSync(join(folder, 'hostile.txt'), hostile);
  const named = first.replaceAll(/\btrust\b/gi, (name) => `\u202e${name}`);
  expect(named).not.toBe(first);
  writeFileSync(join(folder, 'named.txt'), named);
  for (const [command, file] of [
    ['facts', 'hostile.txt'],
    ['report', 'hostile.txt'],
    ['series', 'named.txt'],
  ] as const) {
    const { out, errors, lines } = paydown(command, file);
    expect(lines.length).toBeGreaterThan(0);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(errors.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
    for (const line of lines) JSON.parse(line);
  }
});
