import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { complaints } from './page.ts';

test('a deal is printed whole: summary, charts, measures, findings and sources', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Open the sample deal' }).click();
  await page.getByRole('link', { name: 'Report for print' }).click();

  const report = page.getByRole('article');
  await expect(report.getByRole('heading', { name: /^Measures of / })).toBeVisible();
  await expect(report.getByRole('heading', { name: /findings?$/i })).toBeVisible({ timeout: 30_000 });
  // Every chart is drawn, also those that one would have to scroll to.
  await expect(report.locator('figure.chart .recharts-surface[role]')).toHaveCount(4);
  const sources = report.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'File' }) });
  await expect.poll(() => sources.locator('tbody tr').count()).toBeGreaterThan(40);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Paydown' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden();
  await expect(report.getByRole('heading', { level: 1 })).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.length).toBeGreaterThan(40_000);
  expect(heard).toEqual([]);
});
