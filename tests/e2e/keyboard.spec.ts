import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { serve } from '../../scripts/setup/server.mjs';
import { complaints, dealLink, untilKept } from './page.ts';

test.use({ serviceWorkers: 'allow' });

/** Goes to something, or does it, by its name in the palette. */
const goBy = async (page: Page, name: string, found: RegExp): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to or do' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(found);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

/** Moves on with Tab until the focus is where it is wanted. */
const tabTo = async (page: Page, what: string, there: (focused: { name: string; role: string }) => boolean) => {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => ({
      name: (document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '').trim(),
      role: document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName.toLowerCase() ?? '',
    }));
    if (there(focused)) return;
  }
  throw new Error(`${what} was not reached with Tab.`);
};

let server: Awaited<ReturnType<typeof serve>> | null = null;

test.afterEach(() => {
  server?.close();
  server = null;
});

test('everything can be done by keyboard alone', async ({ page }) => {
  test.slow();
  const heard = complaints(page);
  server = await serve('dist', 24_500);
  await page.goto(server.address);
  await tabTo(page, 'the sample deal', ({ name }) => name === 'Open the sample deal');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('Simulated Home Equity Loan Trust 2003-1');
  await expect(page.getByRole('main').getByRole('status')).toHaveCount(1);

  // A month before, then a chart: from month to month, and the line of a figure.
  await page.keyboard.press('[');
  await expect(page.getByRole('combobox', { name: 'Month' })).toHaveValue('2007-01');
  await goBy(page, 'balances', /Section.*Balances/);
  await expect(page).toHaveURL(/section=balances/);
  await expect(page.locator('.recharts-surface[tabindex]').first()).toBeVisible();
  await tabTo(page, 'a chart', ({ role }) => role === 'application');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/source\//);
  await expect(page.getByRole('region', { name: /^Text of / })).toBeVisible();
  await page.goBack();

  await goBy(page, 'checks', /Checks/);
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible({ timeout: 30_000 });

  await goBy(page, 'tables', /Tables/);
  const download = page.waitForEvent('download');
  await tabTo(page, 'the export of a table', ({ name }) => name === 'Export CSV');
  await page.keyboard.press('Enter');
  expect(await readFile(await (await download).path(), 'utf8')).toMatch(/^.*,.*\r\n.*\d/s);

  await goBy(page, 'compare', /Compare/);
  await expect(heading).toHaveText('Compare');
  await goBy(page, '2003-1', /Simulated Home Equity/);
  await expect(heading).toContainText('2003-1');
  await goBy(page, 'report', /Report of the deal/);
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeVisible();
  await goBy(page, 'dark theme', /Dark theme/);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Files, where a mouse would drop them.
  const choosing = page.waitForEvent('filechooser');
  await tabTo(page, 'the button for files', ({ name }) => name === 'Add files');
  await page.keyboard.press('Enter');
  await (await choosing).setFiles('tests/fixtures/filings/monthly-2002-05.txt');
  await goBy(page, '2002-1', /2002-1/);
  await expect(page.getByLabel(/^Key figures of/)).toContainText('$');

  // All of it is there without the server.
  await untilKept(page);
  server.close();
  await page.reload();
  await expect(dealLink(page, '2002-1')).toBeVisible();
  await goBy(page, '2003-1', /Simulated Home Equity/);
  await expect(heading).toContainText('2003-1');
  expect(heard).toEqual([]);
});
