import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import Papa from 'papaparse';
import { complaints, dealLink } from './page.ts';
import { openWithSamples, sampleIds, sampleNames } from './samples.ts';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'All deals' });

const rowOf = (page: Page, name: string): Locator => grid(page).getByRole('row').filter({ hasText: name });

const names = (page: Page): Promise<string[]> =>
  grid(page)
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => row.children[0]?.textContent?.trim() ?? ''));

const cellOf = async (page: Page, name: string, heading: string): Promise<Locator> => {
  const headings = await grid(page)
    .getByRole('columnheader')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-column')));
  return rowOf(page, name).getByRole('gridcell').nth(headings.indexOf(heading));
};

/** Everything has been computed and checked. */
const untilKnown = (page: Page): Promise<void> => expect(grid(page)).not.toContainText('…');

test('three deals, a row each, with their latest month, measures, small lines and findings', async ({ page }) => {
  const heard = complaints(page);
  await openWithSamples(page, '#/portfolio');
  await expect(page.getByRole('heading', { level: 1, name: 'Portfolio' })).toBeVisible();
  await untilKnown(page);

  expect(await names(page)).toEqual([sampleNames.careless, sampleNames.healthy, sampleNames.failing]);
  await expect(await cellOf(page, sampleNames.healthy, 'poolBalance')).toHaveText('63,872,050');
  await expect(await cellOf(page, sampleNames.healthy, 'month')).toHaveText('February 2007');
  await expect(await cellOf(page, sampleNames.failing, 'missing')).toContainText('1');
  await expect(await cellOf(page, sampleNames.failing, 'trigger')).toHaveText('occurred');
  const course = (await cellOf(page, sampleNames.healthy, 'cpr3')).locator('svg path');
  expect((await course.getAttribute('d'))?.split('L').length).toBeGreaterThan(40);
  // The formula stands behind the value.
  await expect(await cellOf(page, sampleNames.healthy, 'cpr')).toHaveAttribute('title', /÷|−/);

  await (await cellOf(page, sampleNames.careless, 'findings')).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`#/deal/${sampleIds.careless}\\?section=checks$`));
  await page.goBack();
  await (await cellOf(page, sampleNames.healthy, 'cpr3')).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`#/deal/${sampleIds.healthy}\\?month=2007-02`));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sampleNames.healthy);
  expect(heard).toEqual([]);
});

test('sort, filter and columns are in the address: Back, a sent link and a reload find them', async ({ page }) => {
  await openWithSamples(page, '');
  await page.getByRole('link', { name: 'Portfolio' }).click();
  await untilKnown(page);

  const heading = grid(page).getByRole('columnheader', { name: /^60\+ delinquency/ });
  await heading.getByRole('button').click();
  await heading.getByRole('button').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  const sorted = await names(page);
  expect(sorted[0]).toBe(sampleNames.failing);
  await page.getByLabel('Filter').fill('home equity');
  await expect(grid(page).getByRole('row')).toHaveCount(3);
  await page.getByText(/^Columns \d+ of/).click();
  await page.getByRole('checkbox', { name: 'WAC', exact: true }).check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/portfolio\?sort=-delinquency60&find=home\+equity&columns=deal,.*wac/);
  const address = new URL(page.url()).hash;

  await dealLink(page, sampleNames.failing).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(sampleNames.failing);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`${address.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  await expect(page.getByLabel('Filter')).toHaveValue('home equity');
  await expect(heading).toHaveAttribute('aria-sort', 'descending');

  await page.goto('about:blank');
  await openWithSamples(page, address);
  await untilKnown(page);
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByLabel('Filter')).toHaveValue('home equity');
  expect(await names(page)).toEqual(sorted.filter((name) => name !== sampleNames.failing));
  await expect(await cellOf(page, sampleNames.healthy, 'wac')).toHaveText(/^\d+\.\d\d$/);
});

test('what is seen is written out with whole numbers', async ({ page }) => {
  await openWithSamples(page, '#/portfolio?sort=poolBalance&columns=deal,month,poolBalance,poolFactor');
  await untilKnown(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  const [headings, ...rows] = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data;
  expect(headings).toEqual(['Deal', 'Latest month', 'Pool balance', 'Pool factor']);
  expect(rows.map(([name]) => name)).toEqual([sampleNames.healthy, sampleNames.careless, sampleNames.failing]);
  expect(rows[0]?.slice(1, 3)).toEqual(['2007-02', '63872050']);
  expect(Number(rows[0]?.[3])).toBeCloseTo(0.3215, 4);
});

test('the keyboard alone reaches a value and follows it', async ({ page }) => {
  await openWithSamples(page, '#/portfolio?columns=deal,poolBalance');
  await untilKnown(page);
  await grid(page).getByRole('button', { name: /^Deal/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect((await cellOf(page, sampleNames.healthy, 'poolBalance')).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`#/deal/${sampleIds.healthy}\\?month=2007-02`));
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openWithSamples(page, '#/portfolio');
    await untilKnown(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);
  });
}
