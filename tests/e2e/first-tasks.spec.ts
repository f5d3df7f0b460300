import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { openSection, untilRead } from './page.ts';

/** What a person who never saw the app comes for, by what stands on the page. */

const openSample = async (page: Page, name: string): Promise<void> => {
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await untilRead(page);
};

test('the month in which Class A fell most', async ({ page }) => {
  await openSample(page, 'Open the sample deal');
  const told = await page.getByRole('figure', { name: 'Class balances' }).locator('.chart-measure').textContent();
  const [, month] = /Class A paid down from \S+ to \S+ \(most in (\w+ \d{4})\)/.exec(told ?? '') ?? [];

  await openSection(page, 'Tables');
  const download = page.waitForEvent('download');
  await page.getByRole('region', { name: 'Classes by month' }).getByRole('button', { name: 'Export CSV' }).click();
  const { data } = Papa.parse<string[]>(await readFile(await (await download).path(), 'utf8'), {
    skipEmptyLines: true,
  });
  const column = data[0]?.indexOf('Class A') ?? -1;
  const balances = data.slice(1).map((row) => ({ date: row[0] ?? '', balance: Number(row[column]) }));
  const falls = balances.slice(1).map(({ date, balance }, index) => ({
    month: new Date(date).toLocaleDateString('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
    fall: (balances[index]?.balance ?? 0) - balance,
  }));
  const most = Math.max(...falls.map(({ fall }) => fall));
  expect(most).toBeGreaterThan(1_000_000);
  expect(falls.find(({ fall }) => fall === most)?.month).toBe(month);
});

test('which deal failed its trigger, and the line that says so', async ({ page }) => {
  await openSample(page, 'Simulated Mortgage Loan Trust 2005-2');
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await page.getByRole('region', { name: 'All deals' }).getByRole('link', { name: 'occurred' }).click();
  await expect(page.locator('[aria-current="true"]')).toHaveText('YES');
  await page.getByRole('button', { name: '← Back' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Portfolio');
});

test('why a figure is marked', async ({ page }) => {
  await openSample(page, 'Simulated Acceptance Home Equity Loan Trust 2004-3');
  await openSection(page, 'Checks');
  const finding = page.getByRole('region', { name: 'Findings' }).getByRole('link').first();
  await expect(finding).toBeVisible({ timeout: 30_000 });
  await finding.click();
  const why = page.getByRole('complementary', { name: 'Figure and findings' });
  await expect(why.getByRole('region', { name: 'This finding' })).toContainText('the gap is');
  await expect(why).toContainText('Contradicted.');
});

test('the delinquency history as a file', async ({ page }) => {
  await openSample(page, 'Open the sample deal');
  await openSection(page, 'Delinquency');
  const chart = page.getByRole('figure').first();
  await chart.getByRole('button', { name: /^Export|More/ }).click();
  const download = page.waitForEvent('download');
  await chart.getByRole('menuitem', { name: /CSV/ }).click();
  const { data } = Papa.parse<string[]>(await readFile(await (await download).path(), 'utf8'), {
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(49);
});
