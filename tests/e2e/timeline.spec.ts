import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { cells, complaints, openSection } from './page.ts';
import { openWithSamples, sampleIds } from './samples.ts';

const calendar = (page: Page) => page.getByRole('table', { name: 'Months loaded and missing, by year' });

test('a missing month and an amended one stand out, each with its reason, file and link', async ({ page }) => {
  const heard = complaints(page);
  await openWithSamples(page, `#/deal/${sampleIds.failing}`);
  await openSection(page, 'Timeline');
  await expect(page.getByText('39 months of 40 loaded.')).toContainText('Missing: October 2006.');
  await expect(page.getByText('39 months of 40 loaded.')).toContainText('Amended: April 2007.');
  const missing = calendar(page).getByText('missing', { exact: true });
  await expect(missing).toHaveCount(1);
  await expect(
    calendar(page).getByTitle(/October 2006: missing.*annual statement of 2006 lists its report/),
  ).toBeVisible();

  const grid = page.getByRole('grid', { name: 'Statements' });
  await page.getByRole('combobox', { name: 'State' }).selectOption('amended');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await expect(grid.getByRole('link', { name: /200704-amended\.txt$/ })).toHaveAttribute('href', /#\/source\//);
  await grid.getByRole('link', { name: /200704-amended\.txt$/ }).click();
  await expect(page).toHaveURL(/#\/source\/.*200704-amended\.txt/);
  await page.goBack();

  await calendar(page)
    .getByRole('link', { name: /June 2005, one statement/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`#/deal/${sampleIds.failing}\\?month=2005-06&section=statement`));
  expect(heard).toEqual([]);
});

test('an amendment stands beside its original: what changed is marked and opens its line in either file', async ({
  page,
}) => {
  await openWithSamples(page, `#/deal/${sampleIds.failing}?section=timeline`);
  await calendar(page)
    .getByRole('link', { name: /April 2007, amended/ })
    .click();
  await expect(page).toHaveURL(/section=timeline&amended=2007-04/);
  await expect(page.getByRole('heading', { name: 'April 2007: the amendment beside the original' })).toBeFocused();

  const changed = page.getByRole('table', { name: '3 figures changed' });
  expect(await cells(changed)).toEqual([
    ['Delinquent loans', '90+', '19', '28', '+9'],
    ['Payoffs', 'Pool', '6,686,725.45', '6,686,724.55', '−0.90'],
    ['Delinquency percentage', 'Pool', '22.51269%', '22.51629%', '+0.00360'],
  ]);
  await changed.getByRole('button', { name: '6,686,725.45' }).click();
  await expect(page).toHaveURL(/#\/source\/.*200704\.txt\?line=\d+/);
  await page.goBack();
  await changed.getByRole('button', { name: '6,686,724.55' }).click();
  await expect(page).toHaveURL(/#\/source\/.*200704-amended\.txt\?line=\d+/);
  await page.goBack();

  const unchanged = page.getByText(/^\d+ figures unchanged$/);
  await expect(page.getByRole('table', { name: 'Unchanged' })).toHaveCount(0);
  await unchanged.click();
  await expect(page.getByRole('table', { name: 'Unchanged' })).toBeVisible();

  const address = new URL(page.url()).hash;
  await page.getByRole('link', { name: 'Close' }).click();
  await expect(changed).toHaveCount(0);
  await page.goBack();
  await expect(changed).toBeVisible();
  await page.goto('about:blank');
  await openWithSamples(page, address);
  await expect(changed).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openWithSamples(page, `#/deal/${sampleIds.failing}?section=timeline&amended=2007-04`);
    await expect(page.getByRole('table', { name: '3 figures changed' })).toBeVisible();
    await expect(calendar(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);
  });
}
