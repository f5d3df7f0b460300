import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { DomHandler, Parser } from 'htmlparser2';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { groupDeals } from '../../../src/deal/group.ts';
import { formula } from '../../../src/export/csv.ts';
import { fileName } from '../../../src/export/file-name.ts';
import { xmlText } from '../../../src/export/xml.ts';
import { readFiling } from '../../../src/facts/read.ts';
import { nameForPeople } from '../../../src/filing/disguise.ts';
import { readWorkspace, writeWorkspace } from '../../../src/storage/workspace.ts';
import { harmlessFileName } from '../../../src/views/tables/save-file.ts';
import { checked, writtenAs } from './statements.ts';

/** Names of files, deals and labels that were written by somebody who means harm, in all that leaves the app. */

const hostile: Readonly<Record<string, string>> = {
  tags: '<img src=x onerror=hurt()>',
  script: '</script><script>hurt()</script>',
  'the end of markup': ']]>--><!--&lt;"\'',
  'text that is turned around': 'may\u202etxt.exe\u2066\u200f',
  'control characters': 'a\u0007b\u001b[31mc',
  'a formula': '=HYPERLINK("http://elsewhere.example","x")',
  'a command': "@SUM(1+1)*cmd|'/C calc'!A0",
  'a path': '../../../etc/passwd',
  'a name of the language': '__proto__',
  'a code of spreadsheets': '_x003D_1+1',
  'half a character': 'a\ud83d b',
  'ten thousand characters': 'w'.repeat(10_000),
  'more than a cell holds': `${'x'.repeat(39_990)}&<>`,
};

const monthly = readFileSync(new URL('../../fixtures/filings/monthly-2002-05.txt', import.meta.url), 'utf8');

/** A statement whose deal, one of whose labels and whose file are called so. */
const statementCalled = (name: string) => {
  const short = name.slice(0, 200);
  const text = monthly
    .replace(/EXAMPLE HOME EQUITY LOAN TRUST/gi, () => `Example ${short} Home Equity Loan Trust`)
    .replace('Servicing Fee', () => short);
  return readFiling(`${name}.txt`, new TextEncoder().encode(text));
};

interface Node {
  readonly name?: string;
  readonly data?: string;
  readonly children?: readonly Node[];
}
const elementsOf = (node: Node): readonly string[] =>
  (node.children ?? []).flatMap((child) => [...(child.name === undefined ? [] : [child.name]), ...elementsOf(child)]);
const textsOf = (node: Node, name: string): readonly string[] =>
  (node.children ?? []).flatMap((child) =>
    child.name === name ? [(child.children ?? []).map((text) => text.data ?? '').join('')] : textsOf(child, name),
  );
const parsed = (xml: string): Node => {
  const handler = new DomHandler();
  new Parser(handler, { xmlMode: true, decodeEntities: true }).end(xml);
  return { children: handler.dom };
};

const named = Object.entries(hostile);

describe.each(named)('%s as the name of a file, a deal and a label', (_, name) => {
  const reading = statementCalled(name);
  const deals = groupDeals(reading.statements);
  const [deal] = deals;
  if (deal === undefined) throw new Error('A deal is meant.');
  const verdictOf = checked(deal);

  test('is read, and stays a value of its own in CSV and JSON', async () => {
    expect(reading.statements).toHaveLength(1);
    const json = JSON.parse((await writtenAs('json', deals, verdictOf)).toString('utf8')) as Record<string, unknown>[];
    expect(json.length).toBeGreaterThan(150);
    expect(new Set(json.map((row) => row.file))).toEqual(new Set([`${name}.txt`]));
    const csv = (await writtenAs('csv', deals, verdictOf)).toString('utf8').replace(/^\ufeff/, '');
    const { data, errors } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length)).size).toBe(1);
    expect(data).toHaveLength(json.length + 1);
    expect(data.flat().filter((cell) => formula.test(cell))).toEqual([]);
  });

  test('is text in a workbook, in which nothing is computed and nothing is too long', async () => {
    const parts = unzipSync(await writtenAs('xlsx', deals, verdictOf));
    const sheets = Object.keys(parts).filter((path) => path.includes('worksheets/'));
    expect(sheets.length).toBeGreaterThan(2);
    for (const [path, bytes] of Object.entries(parts)) {
      if (!/\.(?:xml|rels)$/.test(path)) continue;
      const xml = strFromU8(bytes);
      // What XML cannot hold, and elements that are none of a workbook.
      expect(xmlText(xml), path).toBe(xml);
      const elements = new Set(elementsOf(parsed(xml)));
      for (const element of ['f', 'img', 'script', 'hyperlink', 'externalLink'])
        expect(elements).not.toContain(element);
      for (const text of textsOf(parsed(xml), 't')) expect(text.length).toBeLessThanOrEqual(32_767);
    }
    const titles = [...strFromU8(parts['xl/workbook.xml']!).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, title = '']) => title,
    );
    expect(titles.filter((title) => title.length > 31 || /[[\]:*?/\\]/.test(title))).toEqual([]);
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
  });

  test('makes names of downloads that lead nowhere', () => {
    const names = [
      fileName('svg', deal.name, name),
      harmlessFileName(`${deal.id}-findings.csv`),
      harmlessFileName(name),
    ];
    for (const download of names) {
      expect(download).toMatch(/^[\p{L}\p{N}_(][\p{L}\p{N} ._()-]*$/u);
      expect(download).not.toMatch(/\.\.|\p{Cs}/u);
      expect(download.length).toBeLessThan(200);
    }
  });

  test('comes back from a workspace file as it was', async () => {
    const pieces: Uint8Array[] = [];
    const bytes = new TextEncoder().encode(monthly);
    // As it is called from the moment it is dropped.
    const file = nameForPeople(`${name}.txt`);
    await writeWorkspace(
      [file],
      async () => bytes,
      '{"paydownVocabulary": 1, "words": []}\n',
      (piece) => pieces.push(piece),
    );
    const { files } = readWorkspace(Buffer.concat(pieces));
    expect(files.map((each) => each.name)).toEqual([file]);
    expect(Buffer.from(files[0]!.bytes).equals(bytes)).toBe(true);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
