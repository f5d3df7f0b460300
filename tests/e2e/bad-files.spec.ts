import { copyFile, link, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { complaints, drop, untilRead } from './page.ts';

let folder: string;

/** A page as EDGAR sends it to programs; saved by hand it often ends up among filings. */
const errorPage = `<!DOCTYPE html><html><head><title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title></head>
<body><h1>Your Request Originates from an Undeclared Automated Tool</h1><p>Reference ID: 0.1a2b3c4d.1</p></body></html>`;

const essay = 'The committee met on Tuesday and discussed the roof, the heating and the garden at some length.\n';

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-'));
  const shelf = path.join(folder, 'shelf');
  const inner = path.join(shelf, '2002', 'may');
  await mkdir(inner, { recursive: true });
  await copyFile(ownFilings.monthly, path.join(inner, 'good.txt'));
  await copyFile(ownFilings.annual, path.join(shelf, 'year.txt'));
  await writeFile(path.join(shelf, 'empty.txt'), '');
  const binary = Uint8Array.from({ length: 40_000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
  await writeFile(path.join(shelf, 'picture.jpg'), Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), binary]));
  await writeFile(path.join(shelf, 'error-page.html'), errorPage);
  await writeFile(path.join(shelf, 'minutes.txt'), essay.repeat(20));
  const statement = await readFile(ownFilings.monthly, 'utf8');
  const dates = /28-May-02|05\/28\/02|5\/28\/02/g;
  const undated = statement.replace(dates, '').replaceAll('2002-1', '2002-7');
  await writeFile(path.join(shelf, 'undated.txt'), undated);
  await writeFile(path.join(shelf, 'long.txt'), essay.repeat(Math.ceil(60_000_000 / essay.length)));
  await writeFile(path.join(shelf, '.DS_Store'), 'Bud1');
});

test.afterAll(() => rm(folder, { recursive: true }));

const row = (page: Page, name: string): Locator =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) });

test('reads the good files of a folder and says of every bad one what it is and what to do', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [path.join(folder, 'shelf')]);
  await untilRead(page);

  await expect(page.getByRole('heading', { level: 1 })).toContainText(ownFilings.deal);
  await expect(page.getByLabel('Key figures of May 2002')).toContainText('$196.2m');
  await page.getByRole('link', { name: /^8 files/ }).click();

  await expect(row(page, 'shelf/2002/may/good.txt')).toContainText('28 May 2002');
  await expect(row(page, 'shelf/year.txt')).toContainText('10-K');
  await expect(row(page, 'shelf/empty.txt')).toContainText(/empty/i);
  await expect(row(page, 'shelf/picture.jpg')).toContainText(/binary|not (?:a )?text|picture|image/i);
  await expect(row(page, 'shelf/error-page.html')).toContainText(/error page|Undeclared Automated Tool/i);
  await expect(row(page, 'shelf/minutes.txt')).toContainText(/no table|no figures|not a (?:filing|statement)/i);
  await expect(row(page, 'shelf/long.txt')).toContainText(/no table|no figures|not a (?:filing|statement)/i);
  await expect(row(page, 'shelf/undated.txt')).toContainText(/date/i);
  for (const name of ['empty.txt', 'picture.jpg', 'error-page.html', 'minutes.txt', 'long.txt']) {
    const words = (await row(page, `shelf/${name}`).locator('.file-problems').textContent()) ?? '';
    expect(words.trim().split(/\s+/).length, `${name}: ${words}`).toBeGreaterThan(8);
  }
  expect(heard).toEqual([]);
});

test('keeps an undated statement with its figures, in no series', async ({ page }) => {
  await page.goto('/');
  await drop(page, [path.join(folder, 'shelf', 'undated.txt')]);
  await untilRead(page);
  await expect(page.getByRole('main')).toContainText(/no date that could be read/);
  await expect(page.getByRole('main')).toContainText('158,463,799');
  await expect(page.getByRole('navigation', { name: 'Sections' }).getByRole('link')).toHaveText([
    'Statement',
    'Checks',
  ]);
});

test('leads to the reasons when nothing at all could be read', async ({ page }) => {
  await page.goto('/');
  await drop(page, [path.join(folder, 'shelf', 'empty.txt'), path.join(folder, 'shelf', 'minutes.txt')]);
  await untilRead(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Files');
  await expect(page.getByRole('main')).toContainText('2 of 2 files were not read.');
});

test('cancels reading and keeps what was read before', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
  const long = path.join(folder, 'shelf', 'long.txt');
  const copies = Array.from({ length: 30 }, (_, index) => path.join(folder, `long-${index}.txt`));
  await Promise.all(copies.map((copy) => rm(copy, { force: true }).then(() => link(long, copy))));
  await drop(page, copies);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByText(/^Cancelled: \d+ of 30 files/)).toBeVisible();
  await expect(page.getByLabel('Key figures of May 2002')).toContainText('$196.2m');
});
