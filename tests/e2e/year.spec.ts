import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { cells, complaints } from './page.ts';
import { openWithSamples, sampleIds } from './samples.ts';

const pool = (page: Page) => page.getByRole('table', { name: 'Pool: the year and its months' });

test('a full year agrees with the sum of its months, each of which opens its line', async ({ page }) => {
  const heard = complaints(page);
  await openWithSamples(page, `#/deal/${sampleIds.healthy}?section=annual&year=2004`);
  await expect(page.getByText(/^2004 has 12 months, by the annual statement’s list of reports/)).toContainText(
    'All of them are loaded.',
  );
  const payoffs = pool(page).getByRole('row', { name: /^Payoffs/ });
  await expect(payoffs).toContainText('✓ agrees');
  await expect(page.getByRole('region', { name: /^Derived figures/ })).toHaveCount(0);

  const sum = payoffs.getByRole('button', { name: /sum of 12 months/ });
  await sum.click();
  const months = pool(page).getByRole('listitem');
  await expect(months).toHaveCount(12);
  const printed = await months.getByRole('button').allTextContents();
  const total = printed.reduce((all, text) => all + Number(text.replaceAll(',', '')), 0);
  expect(Number((await sum.textContent())?.replace(/,(?=\d)/g, '').replace(/,.*$/, ''))).toBe(total);
  await months.first().getByRole('button').click();
  await expect(page).toHaveURL(/#\/source\/.*200401\.txt\?line=\d+/);
  await page.goBack();
  await payoffs.getByRole('button').first().click();
  await expect(page).toHaveURL(/#\/source\/.*10k-2004\.txt\?line=\d+/);
  expect(heard).toEqual([]);
});

test('a missing month follows from the year and the others, labelled as derived, with its formula', async ({
  page,
}) => {
  await openWithSamples(page, `#/deal/${sampleIds.failing}?section=annual&year=2006`);
  await expect(page.getByText(/^2006 has 12 months/)).toContainText('Not loaded: October 2006.');
  const derived = page.getByRole('region', { name: 'Derived figures of October 2006' });
  await expect(derived).toContainText('printed nowhere');
  const row = derived.getByRole('row', { name: /^Payoffs/ });
  const value = Number((await row.locator('i').textContent())?.replaceAll(',', ''));
  await row.getByRole('button', { name: 'the year less 11 months' }).click();
  const formula = derived.getByRole('row').filter({ hasText: ' = ' });
  const [year, ...months] = (await formula.getByRole('button').allTextContents()).map((text) =>
    Number(text.replaceAll(',', '')),
  );
  expect(months).toHaveLength(11);
  expect(months.reduce((rest, month) => rest - month, year ?? 0)).toBeCloseTo(value, 2);
  await formula.getByRole('button').first().click();
  await expect(page).toHaveURL(/#\/source\/.*10k-2006\.txt\?line=\d+/);
});

test('the year is in the address: links, Back and a reload find it', async ({ page }) => {
  await openWithSamples(page, `#/deal/${sampleIds.failing}?section=annual`);
  const years = page.getByRole('navigation', { name: 'Years' });
  await expect(years.getByRole('link', { name: '2007' })).toHaveAttribute('aria-current', 'page');
  await years.getByRole('link', { name: '2005' }).click();
  await expect(page).toHaveURL(/section=annual&year=2005/);
  await expect(page.getByText(/^2005 has 7 months/)).toBeVisible();
  await page.goBack();
  await expect(page.getByText(/^2007 has 12 months/)).toBeVisible();
  await page.goto('about:blank');
  await openWithSamples(page, `#/deal/${sampleIds.failing}?section=annual&year=2005`);
  await expect(page.getByText(/^2005 has 7 months/)).toBeVisible();
});

test('a misprint of a month shows as a gap to the year', async ({ page }) => {
  await openWithSamples(page, `#/deal/${sampleIds.careless}?section=annual&year=2006`);
  await expect(page.getByText(/differs?$/).first()).toBeVisible();
  const differing = page.locator('.year-table tr', { hasText: '≠ differs' });
  for (const cell of (await cells(page.locator('.year-table:has(.year-differs)').first())).filter((row) =>
    row[4]?.includes('≠'),
  )) {
    expect(cell[3]).not.toBe('0');
  }
  await expect.poll(() => differing.count()).toBeGreaterThan(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openWithSamples(page, `#/deal/${sampleIds.failing}?section=annual&year=2006`);
    await expect(pool(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);
  });
}
