import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { cells, complaints } from './page.ts';
import { openWithSamples, sampleIds, sampleNames } from './samples.ts';

const values = (page: Page): Locator => page.getByRole('table', { name: /^(?:Latest values|Values of)/ });

const lines = (page: Page): Locator => page.locator('.compare .chart-line');

test('three deals on one measure: a line each, and a table of ranks whose values open their lines', async ({
  page,
}) => {
  const heard = complaints(page);
  await openWithSamples(page, '');
  await page.getByRole('link', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible();
  await expect(page.getByRole('figure', { name: 'CPR, 3 months, total' }).getByRole('application')).toBeVisible();
  await expect(lines(page)).toHaveCount(3);

  const rows = await cells(values(page));
  expect(rows.map(([rank]) => rank)).toEqual(['1', '2', '3']);
  expect(new Set(rows.map(([, name]) => name))).toEqual(new Set(Object.values(sampleNames)));
  const speeds = rows.map((row) => Number(row[4]));
  expect(speeds).toEqual([...speeds].sort((left, right) => right - left));

  await values(page)
    .getByRole('row', { name: sampleNames.healthy })
    .getByRole('link', { name: 'February 2007' })
    .click();
  await expect(page).toHaveURL(new RegExp(`#/deal/${sampleIds.healthy}\\?month=2007-02`));
  await page.goBack();
  await values(page).getByRole('row', { name: sampleNames.healthy }).getByRole('button').click();
  await expect(page).toHaveURL(/#\/source\/.*line=\d+/);
  await page.goBack();
  await expect(values(page)).toBeVisible();
  expect(heard).toEqual([]);
});

test('measure, axis and shape are in the address; Back, a sent link and a reload find them', async ({ page }) => {
  await openWithSamples(page, '#/compare');
  await page.getByLabel('Measure').selectOption({ label: '60+ delinquency' });
  await expect(page).toHaveURL(/measure=delinquency60/);
  await page.getByRole('button', { name: 'By deal age' }).click();
  await page.getByRole('button', { name: 'Small multiples' }).click();
  await expect(page).toHaveURL(/#\/compare\?measure=delinquency60&axis=age&shape=small$/);
  for (const name of Object.values(sampleNames)) {
    await expect(page.getByRole('figure', { name }).getByRole('application')).toBeVisible();
  }
  // All small charts have one scale: their ticks are the same.
  const ticks = await page
    .locator('.compare-small figure')
    .evaluateAll((charts) =>
      charts.map((chart) =>
        [...chart.querySelectorAll('.chart-ticks[data-axis=left] text')].map((tick) => tick.textContent).join(' '),
      ),
    );
  expect(new Set(ticks).size).toBe(1);
  const address = new URL(page.url()).hash;
  await page.goBack();
  await expect(page.getByLabel('Measure')).toHaveValue('cpr3');
  await page.goForward();
  await expect(page.getByLabel('Measure')).toHaveValue('delinquency60');

  await page.goto('about:blank');
  await openWithSamples(page, address);
  await expect(page.getByRole('button', { name: 'By deal age' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('figure', { name: sampleNames.failing })).toBeVisible();
  await expect(page.getByLabel('Measure')).toHaveValue('delinquency60');
});

test('deals are taken out and put in by keyboard alone', async ({ page }) => {
  await openWithSamples(page, '#/compare?measure=poolBalance');
  await expect(lines(page)).toHaveCount(3);
  await page.getByText('Choose deals, 3 of 3').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: sampleNames.careless })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('Choose deals, 2 of 3')).toBeVisible();
  await expect(lines(page)).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`deals=${sampleIds.healthy},${sampleIds.failing}`));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: sampleNames.careless })).toBeHidden();
  expect((await cells(values(page))).map(([, name]) => name)).toEqual([sampleNames.failing, sampleNames.healthy]);
});

test('what cannot be computed is told with its reason and never drawn', async ({ page }) => {
  await openWithSamples(page, '#/compare?measure=psa');
  const rows = await cells(values(page));
  expect(rows.filter(([rank]) => rank === '—').every((row) => /age/i.test(row[4] ?? ''))).toBe(true);
  for (const row of rows) expect(row[4]).not.toMatch(/^(?:0|NaN)?$/);
});

test('the classes of one deal, and the values of a chosen month', async ({ page }) => {
  await openWithSamples(page, `#/compare?deals=${sampleIds.healthy}`);
  await page.getByRole('button', { name: 'Classes of a deal' }).click();
  await expect(page).toHaveURL(new RegExp(`classes-of=${sampleIds.healthy}`));
  await expect(page.getByRole('figure', { name: 'Class factor' })).toBeVisible();
  await page.getByLabel('Measure').selectOption({ label: 'Credit enhancement of the class' });
  await expect(lines(page)).toHaveCount(5);
  expect((await cells(values(page))).map(([rank, name]) => [rank, name])).toEqual([
    ['1', 'Class A'],
    ['2', 'Class M-1'],
    ['3', 'Class M-2'],
    ['4', 'Class M-3'],
    ['5', 'Class M-4'],
  ]);
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=2003-0\d/);
  await expect(page.getByRole('table', { name: /^Values of \w+ 2003/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the latest values' }).click();
  await expect(page.getByRole('table', { name: 'Latest values' })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openWithSamples(page, '#/compare?shape=small');
    await expect(page.getByRole('application')).toHaveCount(3);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);
  });
}
