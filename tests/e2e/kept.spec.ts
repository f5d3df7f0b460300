import { expect, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { complaints, dealLink, drop, untilRead } from './page.ts';

const { monthly, annual, supplement, deal, offered } = ownFilings;

test('what was read is there again after a reload, with its text', async ({ page }) => {
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [monthly, annual, supplement]);
  await untilRead(page);
  await expect(dealLink(page, deal)).toBeVisible();

  await page.reload();

  await expect(dealLink(page, deal)).toBeVisible();
  await expect(dealLink(page, offered)).toBeVisible();
  await dealLink(page, deal).click();
  await expect(page.getByRole('heading', { level: 1, name: deal })).toBeVisible();
  await page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' }).click();
  await expect(page.getByRole('region', { name: /^Text of/ }).locator('[aria-current="true"]')).toHaveText(
    '196,206,895',
  );
  await page.reload();
  await expect(page.getByRole('region', { name: /^Text of/ }).locator('[aria-current="true"]')).toHaveText(
    '196,206,895',
  );
  expect(heard).toEqual([]);
});
