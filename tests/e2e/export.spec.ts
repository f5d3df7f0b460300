import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { ownFilings } from './filings.ts';
import { complaints, dealLink, drop, untilRead } from './page.ts';

const saved = async (page: Page, button: Locator, form: string): Promise<{ name: string; bytes: Buffer }> => {
  await button.click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: form }).click();
  const file = await download;
  await expect(page.getByText(`Saved as ${file.suggestedFilename()}`, { exact: true })).toBeVisible();
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

test('a deal leaves as workbook, CSV, Parquet and JSON, all deals together too', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [ownFilings.monthly, ownFilings.supplement]);
  await untilRead(page);
  await dealLink(page, ownFilings.deal).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2002-1');
  const one = page.getByRole('button', { name: 'Export', exact: true });
  // Verdicts are there as soon as the checks have run.
  await expect
    .poll(async () => {
      const { bytes } = await saved(page, one, 'JSON').catch(() => ({ bytes: Buffer.from('[]') }));
      return (JSON.parse(bytes.toString('utf8')) as { verdict: string | null }[]).filter(
        ({ verdict }) => verdict === 'proven',
      ).length;
    })
    .toBeGreaterThan(50);

  const csv = await saved(page, one, 'CSV');
  expect(csv.name).toBe('example-home-equity-loan-trust-2002-1-figures.csv');
  const { data } = Papa.parse<Record<string, string>>(csv.bytes.toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  const lines = (await readFile(ownFilings.monthly, 'utf8')).split(/\r?\n/);
  expect(data.length).toBeGreaterThan(150);
  for (const { line, text = '', file } of data) {
    expect(lines[Number(line) - 1]).toContain(text.replace(/^'/, ''));
    expect(file).toBe('monthly-2002-05.txt');
  }
  const workbook = await saved(page, one, 'XLSX');
  const sheets = strFromU8(unzipSync(workbook.bytes)['xl/workbook.xml'] ?? new Uint8Array());
  for (const name of ['Ending balance', 'Pool by month', 'Measures', 'Sources', 'Figures', 'Files'])
    expect(sheets).toContain(`name="${name}"`);
  const parquet = await saved(page, one, 'Parquet');
  expect(parquet.bytes.subarray(0, 4).toString()).toBe('PAR1');
  expect(parquet.bytes.subarray(-4).toString()).toBe('PAR1');

  await page.getByRole('navigation', { name: 'Deals and files' }).getByRole('link', { name: /files/ }).click();
  const all = await saved(page, page.getByRole('button', { name: 'Export all deals' }), 'CSV');
  expect(all.name).toBe('paydown-2-deals-figures.csv');
  const rows = Papa.parse<Record<string, string>>(all.bytes.toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  expect(new Set(rows.map(({ dealName }) => dealName))).toEqual(new Set([ownFilings.deal, ownFilings.offered]));
  expect(heard).toEqual([]);
});
