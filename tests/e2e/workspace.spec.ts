import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { complaints, dealLink, drop, untilRead } from './page.ts';

const { monthly, annual, supplement, deal, offered } = ownFilings;

const openFiles = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Deals and files' }).getByRole('link', { name: /file/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
};

/** Saves what a button saves to a file of the test. */
const saved = async (page: Page, button: string, path: string): Promise<Buffer> => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  await (await download).saveAs(path);
  return readFileSync(path);
};

const everything = 'Save as workspace file';

test('a workspace opens elsewhere as it was, and saved there it is the same file', async ({ page, browser }, info) => {
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [supplement, monthly, annual]);
  await untilRead(page);
  await openFiles(page);
  const first = await saved(page, everything, info.outputPath('first.paydown'));
  // The texts of the files kept from an earlier time are the same.
  await page.reload();
  await expect(page.getByText(/^Kept in this browser: 2 deals, 3 files/)).toBeVisible();
  expect((await saved(page, everything, info.outputPath('again.paydown'))).equals(first)).toBe(true);

  const elsewhere = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const other = await elsewhere.newPage();
  await other.goto('/');
  await drop(other, [info.outputPath('first.paydown')]);
  await untilRead(other);
  await expect(dealLink(other, deal)).toBeVisible();
  await expect(dealLink(other, offered)).toBeVisible();
  await openFiles(other);
  const second = await saved(other, everything, info.outputPath('second.paydown'));
  expect(second.equals(first)).toBe(true);
  await elsewhere.close();
  expect(heard).toEqual([]);
});

test('a deal is saved by itself', async ({ page, browser }, info) => {
  await page.goto('/');
  await drop(page, [monthly, annual, supplement]);
  await untilRead(page);
  await openFiles(page);
  await page.getByText('2 deals, to save or remove one by one').click();
  const path = info.outputPath('deal.paydown');
  await saved(page, `Save ${offered} as workspace file`, path);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto('/');
  await drop(other, [path]);
  await untilRead(other);
  await expect(dealLink(other, offered)).toBeVisible();
  await expect(dealLink(other, deal)).toHaveCount(0);
  await elsewhere.close();
});

test('what is no workspace is refused in words, and nothing of it is taken over', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/');
  await page
    .getByLabel('Files', { exact: true })
    .setInputFiles([
      { name: 'mine.paydown', mimeType: 'application/zip', buffer: Buffer.from('These are words, no workspace.') },
    ]);
  await untilRead(page);
  await expect(page.getByRole('main')).toContainText('This is no workspace file.');
  expect(heard).toEqual([]);
});
