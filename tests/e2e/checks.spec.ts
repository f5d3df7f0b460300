import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { simulate } from '../../scripts/samples/deal.ts';
import { misprint, transposed } from '../../scripts/samples/mistakes.ts';
import { printUsBank } from '../../scripts/samples/print/usbank.ts';
import { monthlyStatement } from '../../scripts/samples/statement.ts';
import { ownFilings } from './filings.ts';
import { drop, openSection, untilRead } from './page.ts';

test('eleven years of checks stay at hand: the matrix draws what is in view, a cell leads to its findings', async ({
  page,
}, info) => {
  const deal = simulate(3, { months: 132 });
  const files = deal.months.map(({ number }) => {
    const printed = printUsBank(monthlyStatement(deal, number));
    const wrong = number === deal.months.length ? [{ concept: 'poolEndingBalance', print: transposed }] : [];
    const file = info.outputPath(`${number}.txt`);
    writeFileSync(file, misprint(printed, wrong).text);
    return file;
  });
  expect(files.length).toBeGreaterThanOrEqual(120);
  await page.goto('/');
  await drop(page, files);
  await untilRead(page);
  await openSection(page, 'Checks');
  const matrix = page.getByRole('region', { name: 'Months and checks' });
  await expect(matrix.getByRole('table')).toHaveAttribute('aria-colcount', String(files.length + 1));
  const columns = matrix.getByRole('columnheader');
  expect(await columns.count()).toBeLessThan(80);
  await matrix.evaluate((element) => {
    element.scrollLeft = element.scrollWidth;
  });
  const last = matrix.getByRole('button').last();
  await expect(last).toBeVisible();
  await last.click();
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings.getByText(/^\d+ of \d+ findings?/)).toBeVisible();
  await findings.getByRole('button', { name: 'Show all' }).click();
  await expect(findings.getByRole('button', { name: 'Show all' })).toHaveCount(0);
});

test('findings are filtered, grouped and exported', async ({ page }) => {
  await page.goto('/');
  await drop(page, [ownFilings.monthly, ownFilings.annual]);
  await untilRead(page);
  await openSection(page, 'Checks');
  const findings = page.getByRole('region', { name: 'Findings' });
  await expect(findings.getByRole('heading', { level: 2 })).toHaveText('7 findings');
  await expect.poll(() => findings.getByRole('heading', { level: 3 }).count()).toBeGreaterThanOrEqual(2);
  await findings.getByLabel('Words').fill('realized losses');
  await expect(findings.getByText(/^\d of 7 findings/)).toBeVisible();
  const shown = await findings.locator('.finding').count();
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(7);
  const arriving = page.waitForEvent('download');
  await findings.getByRole('button', { name: 'Export CSV' }).click();
  const file = await (await arriving).path();
  const lines = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  expect(lines).toHaveLength(shown + 1);
  expect(lines[0]).toContain('Difference');
  expect(lines.join('\n')).toMatch(/CE prints 126,976, TOTAL prints 0/);
  await page.getByText('Day count of each class').click();
  await expect(page.getByRole('listitem').filter({ hasText: /^Class M-1: actual\/360/ })).toBeVisible();
});

test('what could not be read opens its line', async ({ page }, info) => {
  const text = readFileSync(ownFilings.monthly, 'latin1').replace('158,463,799', '158.463,799');
  const file = info.outputPath('smudged.txt');
  writeFileSync(file, text, 'latin1');
  const number = text.split(/\r?\n/).findIndex((line) => line.includes('158.463,799')) + 1;
  await page.goto('/');
  await drop(page, [file]);
  await untilRead(page);
  await openSection(page, 'Statement');
  await page.getByText(/left out because the reading is not certain/).click();
  await page
    .getByRole('link', { name: `Line ${number}`, exact: true })
    .first()
    .click();
  const lines = page.getByRole('region', { name: /^Text of/ });
  await expect(lines.locator(`[data-line="${number}"] .mark-uncertain`).first()).toBeInViewport();
  await page.goBack();
  await expect(page.getByRole('link', { name: `Line ${number}`, exact: true }).first()).toBeVisible();
});
