import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { DomHandler, Parser } from 'htmlparser2';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import type { ExportCell } from '../../../src/export/csv.ts';
import { columnLetters, type Sheet, xlsx } from '../../../src/export/xlsx.ts';
import { seedDeals } from '../metrics/deals.ts';
import { checked, writtenAs } from './statements.ts';

interface Node {
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/** A small reading of a workbook that knows nothing of how it was written: the cells of each sheet by place. */
const parse = (xml: string): Node => {
  const handler = new DomHandler();
  new Parser(handler, { xmlMode: true, decodeEntities: true }).end(xml);
  return { children: handler.dom };
};
const all = (node: Node, name: string): readonly Node[] =>
  (node.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
const textOf = (node: Node): string => node.data ?? (node.children ?? []).map(textOf).join('');

interface Cell {
  readonly type: string;
  readonly text: string;
  readonly format: string;
}

const decode = (text: string): string =>
  text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const read = (bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, Cell>> => {
  const parts = unzipSync(bytes);
  const part = (path: string): Node => {
    const found = parts[path];
    if (found === undefined) throw new Error(`${path} is missing`);
    return parse(strFromU8(found));
  };
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
  const targets = new Map(
    all(part('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attribs }) => [attribs?.Id, attribs?.Target ?? '']),
  );
  const styles = part('xl/styles.xml');
  const codes = new Map(all(styles, 'numFmt').map(({ attribs }) => [attribs?.numFmtId, attribs?.formatCode ?? '']));
  const [cellXfs] = all(styles, 'cellXfs');
  const formats = all(cellXfs ?? {}, 'xf').map(({ attribs }) => codes.get(attribs?.numFmtId) ?? 'General');
  return new Map(
    all(part('xl/workbook.xml'), 'sheet').map(({ attribs }) => {
      const path = `xl/${targets.get(attribs?.['r:id'])}`;
      expect(types).toContain(`"/${path}"`);
      const cells = new Map<string, Cell>();
      for (const row of all(part(path), 'row')) {
        for (const cell of all(row, 'c')) {
          const place = cell.attribs?.r ?? '';
          expect(place.replace(/\D/g, '')).toBe(row.attribs?.r);
          const type = cell.attribs?.t ?? 'n';
          const text = all(cell, type === 'inlineStr' ? 't' : 'v')
            .map(textOf)
            .join('');
          cells.set(place, { type, text: decode(text), format: formats[Number(cell.attribs?.s ?? 0)] ?? '?' });
        }
      }
      return [attribs?.name ?? '', cells];
    }),
  );
};

const written = (sheets: readonly Sheet[]): Buffer => Buffer.concat([...xlsx(sheets)]);
const figure = (text: string, value: number, decimals: number): ExportCell => ({ figure: { text, value, decimals } });

const strange = [
  '=1+1',
  '+3',
  '-x',
  '@SUM(A1)',
  'a & b < c > "d" \' e',
  ' kept ',
  'two\nlines',
  'bell \u0007',
  '_x0041_',
  'é 漢 😀',
  '<A&B>',
];

test('a workbook holds numbers, dates and words as what they are', () => {
  const sheet: Sheet = {
    name: 'Figures',
    headings: ['Number', 'Date', 'Words'],
    rows: [
      [figure('1,645,120.25', 1_645_120.25, 2), { date: '2002-05-28' }, { text: strange[0] ?? '' }],
      [figure('(338)', -338, 0), { date: '1899-01-01' }, null],
      [
        { figure: { value: true, text: 'YES', decimals: null } },
        { number: 0.1 + 0.2 },
        { figure: { value: '64352VDK1', text: '64352VDK1', decimals: null } },
      ],
      ...strange.map((text): ExportCell[] => [null, null, { text }]),
    ],
  };
  const cells = read(written([sheet])).get('Figures');
  expect(cells?.get('A2')).toEqual({ type: 'n', text: '1645120.25', format: '#,##0.00' });
  // 28 May 2002 is day 37404 of the count that spreadsheets keep.
  expect(cells?.get('B2')).toEqual({ type: 'n', text: '37404', format: 'yyyy\\-mm\\-dd' });
  expect(cells?.get('A3')).toEqual({ type: 'n', text: '-338', format: '#,##0' });
  expect(cells?.get('B3')).toMatchObject({ type: 'inlineStr', text: '1899-01-01' });
  expect(cells?.get('A4')).toMatchObject({ type: 'b', text: '1' });
  expect(cells?.get('C4')).toMatchObject({ type: 'inlineStr', text: '64352VDK1' });
  expect(cells?.has('C3')).toBe(false);
  strange.forEach((text, index) => {
    expect(cells?.get(`C${index + 5}`)).toMatchObject({ type: 'inlineStr', text });
  });
});

test('sheets have names that spreadsheets take, each another', () => {
  const names = [
    'History',
    "'quoted'",
    'a/b:c*d?e[f]g\\h',
    '',
    'x'.repeat(40),
    'x'.repeat(50),
    'Pool',
    'POOL',
    'nul\u0000',
  ];
  const taken = [...read(written(names.map((name) => ({ name, headings: ['A'], rows: [] })))).keys()];
  expect(taken).toHaveLength(names.length);
  for (const name of taken) expect(name).toMatch(/^(?!')[^\p{Cc}[\]:*?/\\]{1,31}(?<!')$/u);
  expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(taken.map((name) => name.toLowerCase())).not.toContain('history');
});

test('columns are lettered as spreadsheets letter them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('rows beyond what a sheet holds go on in another', () => {
  function* many() {
    for (let count = 0; count < 1_050_000; count += 1) yield [{ number: count }] as const;
  }
  let size = 0;
  const pieces: Uint8Array[] = [];
  for (const piece of xlsx([{ name: 'Many', headings: ['Count'], rows: many() }])) {
    size += piece.length;
    pieces.push(piece);
  }
  expect(size).toBeGreaterThan(1_000_000);
  const parts = unzipSync(Buffer.concat(pieces), { filter: ({ name }) => /sheet\d|workbook\.xml$/.test(name) });
  expect(Object.keys(parts).filter((name) => name.includes('sheet'))).toHaveLength(2);
  const second = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array());
  expect(second.slice(-70)).toContain('<v>1049999</v>');
  expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Many 2"');
});

describe.each(seedDeals)('the workbook of $from', ({ deal }) => {
  const verdictOf = checked(deal);

  test('has every printed number of a month at a place that its sources name', async () => {
    const bytes = await writtenAs('xlsx', [deal], verdictOf);
    expect(await writtenAs('xlsx', [deal], verdictOf)).toEqual(bytes);
    const sheets = read(bytes);
    expect([...sheets.keys()]).toEqual(
      expect.arrayContaining([
        'Deal',
        'Ending balance',
        'Certificate factor',
        'Pool by month',
        'Measures',
        'Sources',
        'Figures',
        'Files',
      ]),
    );
    const sources = sheets.get('Sources') ?? new Map<string, Cell>();
    const [month] = deal.months;
    if (month === undefined) throw new Error('the deal has no month');
    const facts = new Map(month.statement.facts.map((fact, index) => [`${fact.line}:${fact.column}`, { fact, index }]));
    let found = 0;
    for (let row = 2; sources.has(`A${row}`); row += 1) {
      const at = (column: string): string => sources.get(`${column}${row}`)?.text ?? '';
      const source = facts.get(`${at('D')}:${at('E')}`);
      expect(source).toBeDefined();
      const cell = sheets.get(at('A'))?.get(at('B'));
      expect(cell?.text, `${at('A')} ${at('B')}`).toBe(
        source?.fact.value === true ? '1' : source?.fact.value === false ? '0' : String(source?.fact.value),
      );
      expect(at('C')).toBe(month.statement.file);
      expect(at('I')).toBe(source?.fact.text);
      expect(at('J')).toBe(verdictOf(deal, month.statement, source?.index ?? -1));
      found += 1;
    }
    const known = month.statement.facts.filter(({ concept }) => concept !== null);
    expect(found).toBeGreaterThan(
      0.9 * new Set(known.map((fact) => JSON.stringify([fact.concept, fact.class, fact.group, fact.member]))).size,
    );
    const figures = sheets.get('Figures') ?? new Map<string, Cell>();
    const total = [...deal.months.map(({ statement }) => statement), ...deal.annual].reduce(
      (sum, { facts: own }) => sum + own.length,
      0,
    );
    expect([...figures.keys()].filter((place) => /^A\d+$/.test(place))).toHaveLength(total + 1);
  });
});

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
const without = office.status === 0 ? null : 'LibreOffice is not installed here';

test.skipIf(without !== null)(
  `LibreOffice reads the workbook as it was meant${without === null ? '' : ` (${without})`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'paydown-xlsx-'));
    try {
      const sheet: Sheet = {
        name: 'Figures',
        headings: ['Number', 'Date', 'Words'],
        rows: [
          [figure('1,645,120.25', 1_645_120.25, 2), { date: '2002-05-28' }, { text: '=1+1' }],
          [figure('(338)', -338, 0), { date: '1961-12-01' }, { text: 'a & "b" <c>' }],
          [figure('0.98485279', 0.98485279, 8), null, { text: '_x0041_' }],
        ],
      };
      writeFileSync(join(folder, 'book.xlsx'), written([sheet]));
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false';
      const run = spawnSync(
        'soffice',
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          filter,
          '--outdir',
          folder,
          join(folder, 'book.xlsx'),
        ],
        { encoding: 'utf8' },
      );
      expect(run.status, run.stderr).toBe(0);
      const { data } = Papa.parse<string[]>(readFileSync(join(folder, 'book.csv'), 'utf8').trim());
      // Whether thousands are parted is a matter of the machine's language.
      expect(data.map(([number = '', ...others]) => [number.replaceAll(',', ''), ...others])).toEqual([
        ['Number', 'Date', 'Words'],
        ['1645120.25', '2002-05-28', '=1+1'],
        ['-338', '1961-12-01', 'a & "b" <c>'],
        ['0.98485279', '', '_x0041_'],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
