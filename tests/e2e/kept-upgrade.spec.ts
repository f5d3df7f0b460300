import { expect, type Page, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { dealLink, drop, untilRead } from './page.ts';

const { monthly, deal } = ownFilings;

const notice = (page: Page) => page.getByRole('main').getByRole('alert');

/** A tab of the same place without the app. */
const bareTab = async (page: Page): Promise<Page> => {
  const tab = await page.context().newPage();
  await tab.goto('/samples/index.json');
  return tab;
};

test('another tab that keeps an older storage open is told of, and waited for', async ({ page }) => {
  const older = await bareTab(page);
  // An older page that does not let go when a newer one asks it to.
  await older.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('paydown', 1);
        opening.onupgradeneeded = () => {
          const database = opening.result;
          database.createObjectStore('heads', { keyPath: 'chunk', autoIncrement: true });
          for (const name of ['facts', 'sources']) database.createObjectStore(name);
          database.createObjectStore('removals', { autoIncrement: true });
        };
        opening.onsuccess = () => {
          Object.assign(globalThis, { held: opening.result });
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );

  await page.goto('/');
  await expect(notice(page)).toContainText('Another tab with an older Paydown keeps the storage to itself');
  await drop(page, [monthly]);
  await untilRead(page);
  await expect(dealLink(page, deal)).toBeVisible();

  await older.close();
  // What was read meanwhile is kept as soon as the other tab lets go.
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await expect(dealLink(page, deal)).toBeVisible();
});

test('a page whose storage a newer one takes over says so and keeps what it shows', async ({ page }) => {
  await page.goto('/');
  await drop(page, [monthly]);
  await untilRead(page);
  const newer = await bareTab(page);
  await newer.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('paydown', 99);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  await expect(notice(page)).toContainText('A newer Paydown in another tab has taken over the storage');
  await dealLink(page, deal).click();
  await expect(page.getByRole('heading', { level: 1, name: deal })).toBeVisible();
  await expect(page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' })).toBeVisible();
});
