import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import Papa from 'papaparse';
import { ownFilings } from './filings.ts';
import { complaints, drop, openSection, untilRead } from './page.ts';

const tag = '<img src=x onerror=window.hurt=1>';
const attack = '<img src=x onerror=window.hurt=1><script>window.hurt=1</script><svg onload=window.hurt=1>';
const formula = '=HYPERLINK("http://elsewhere.example","x")';
const long = 'w'.repeat(10_000);

let folder: string;

/** A statement whose names and labels were written by somebody who means harm. */
const hostileStatement = async (): Promise<string> => {
  const text = await readFile(ownFilings.monthly, 'utf8');
  const hostile = text
    .replace('Servicing Fee', formula)
    .replace(/EXAMPLE HOME EQUITY LOAN TRUST/gi, `Example ${tag} Home Equity Loan Trust`)
    .replaceAll('M-1', '<b>M1');
  return `${hostile}\nGross \u202eWidget\u202c ${attack}                          1,234.56\n@SUM(1+1)*cmd|'/C calc'!A0      99.00\n`;
};

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-'));
  const statement = await hostileStatement();
  await writeFile(path.join(folder, '<img src=x onerror=hurt=1> \u202etxt.exe\n=1+1.txt'), statement);
  const months = statement.replaceAll('2002-1', '2002-9');
  await writeFile(
    path.join(folder, 'names.zip'),
    zipSync({
      [`${attack.replaceAll('/', '|')}.txt`]: strToU8(months),
      [`${long}.txt`]: strToU8('Dear holders'),
      [`${formula.replaceAll('/', '|')}.txt`]: strToU8('Dear holders'),
      constructor: strToU8('Dear holders'),
      'toString.txt': strToU8('Dear holders'),
    }),
  );
  await writeFile(path.join(folder, 'long.txt'), statement.replaceAll('2002-1', `2002-7 ${long}`));
});

test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Nothing ran, nothing of what was dropped became an element, and the page is no wider than its window. */
const unharmed = async (page: Page): Promise<void> => {
  expect(
    await page.evaluate(() => ({
      ran: 'hurt' in window,
      elements: document.querySelectorAll('[onerror], [onload], img[src="x"], body script:not([src])').length,
      polluted: Object.keys(Object.prototype),
      wider: document.documentElement.scrollWidth > window.innerWidth,
      turned: /[\u202a-\u202e\u2066-\u2069]/.test(document.body.textContent ?? ''),
    })),
  ).toEqual({ ran: false, elements: 0, polluted: [], wider: false, turned: false });
};

test('names and labels that mean harm are words like others, on every page and in what is exported', async ({
  page,
  browser,
}) => {
  const heard = complaints(page);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/');
  await drop(page, [folder]);
  await untilRead(page);
  await unharmed(page);

  await page.locator('.files-link').click();
  await expect(page.getByRole('main')).toContainText('<img src=x onerror=');
  await unharmed(page);

  const deals = page.locator('.deal-list a');
  // The names of deals are there with every character, of all three.
  const called = `Example ${tag} Home Equity Loan Trust`;
  await expect(deals).toHaveCount(3);
  for (let at = 0; at < 3; at += 1) {
    await expect(deals.nth(at)).toContainText(called);
    await deals.nth(at).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(called);
    const sections = page.getByRole('navigation', { name: 'Sections' }).getByRole('link');
    for (const name of await sections.allTextContents()) {
      await openSection(page, name);
      await expect(page.getByText('Drawing…')).toHaveCount(0);
      await unharmed(page);
    }
  }

  await openSection(page, 'Statement');
  const table = page.getByRole('region', { name: 'Figures of this statement' });
  const download = page.waitForEvent('download');
  await table.getByRole('button', { name: 'Export CSV' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toMatch(/^[\w .()-]{1,130}\.csv$/);
  const text = (await readFile(await saved.path(), 'utf8')).replace(/^\ufeff/, '');
  const cells = Papa.parse<string[]>(text).data.flat();
  expect(cells.filter((cell) => cell.includes('HYPERLINK') || cell.includes('SUM(')).length).toBeGreaterThan(0);
  // A spreadsheet runs what begins with one of these; negative numbers are none.
  expect(cells.filter((cell) => /^[=@\t\r]|^[+-](?![\d.,]+%?$|$)/.test(cell))).toEqual([]);

  await openSection(page, 'Overview');
  const chart = page.getByRole('figure', { name: 'Delinquency' });
  await expect(async () => {
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator('.chart-plot').first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  const picture = page.waitForEvent('download');
  await chart.getByRole('button', { name: /^More for/ }).click();
  await chart.getByRole('menuitem', { name: 'SVG picture' }).click();
  const drawn = await picture;
  expect(drawn.suggestedFilename()).toMatch(/^[a-z0-9.-]{1,200}\.svg$/);
  // Looked at as a picture and as a page of its own, without the app's policy: nothing of it runs or asks for anything.
  const svg = await readFile(await drawn.path(), 'utf8');
  expect(svg).not.toMatch(/<(?:img|script|foreignObject|a|image|use)\b|\son\w+\s*=\s*["']|javascript:/i);
  expect(svg).toContain('&lt;img src=x onerror=window.hurt=1&gt;');
  const alone = await page.context().newPage();
  await alone.goto(`file://${await drawn.path()}`).catch(() => undefined);
  await alone.setContent(svg);
  expect(await alone.evaluate(() => 'hurt' in window)).toBe(false);
  await alone.close();

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const book = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'XLSX' }).click();
  const workbook = await book;
  expect(workbook.suggestedFilename()).toMatch(/^[\w .()-]{1,130}\.xlsx$/);
  const parts = unzipSync(await readFile(await workbook.path()));
  for (const [part, bytes] of Object.entries(parts))
    expect(strFromU8(bytes), part).not.toMatch(/<(?:f|img|script)[ >]/);

  await page.locator('.files-link').click();
  const kept = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as workspace file' }).click();
  const workspace = path.join(folder, 'again.paydown');
  await (await kept).saveAs(workspace);
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/');
  await drop(other, [workspace]);
  await untilRead(other);
  await expect(other.locator('.deal-list a')).toHaveCount(3);
  await expect(other.locator('.deal-list a').first()).toContainText(called);
  await unharmed(other);
  await elsewhere.close();

  expect(heard).toEqual([]);
  expect(asked.filter((url) => /elsewhere|\/x$/.test(url))).toEqual([]);
});
