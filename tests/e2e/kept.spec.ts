import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { simulate } from '../../scripts/samples/deal.ts';
import { printCtsLink } from '../../scripts/samples/print/ctslink.ts';
import { monthlyStatement } from '../../scripts/samples/statement.ts';
import { ownFilings } from './filings.ts';
import { complaints, dealLink, drop, untilRead } from './page.ts';

const { monthly, annual, supplement, deal, offered } = ownFilings;

const openFiles = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: 'Deals and files' }).getByRole('link', { name: /file/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Files' })).toBeVisible();
};

const opened = (page: Page) => page.getByRole('region', { name: /^Text of/ }).locator('[aria-current="true"]');

/** Puts code in front of the worker that keeps files, as if the browser were that way. */
const withStorage = async (context: BrowserContext, code: string): Promise<void> => {
  await context.route('**/storage.worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code}\n${await response.text()}` });
  });
};

const notice = (page: Page) => page.getByRole('main').getByRole('alert');

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
  await expect(opened(page)).toHaveText('196,206,895');
  await page.reload();
  await expect(opened(page)).toHaveText('196,206,895');
  expect(heard).toEqual([]);
});

/** Statements of a deal, more than are read at once. */
const months = (count: number) => {
  const made = simulate(7, { months: count });
  return Array.from({ length: count }, (_, month) => ({
    name: `month-${month + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(printCtsLink(monthlyStatement(made, month + 1)).text),
  }));
};

test('a page that is killed while it reads has kept whole what it had told of', async ({ baseURL }, info) => {
  const profile = mkdtempSync(join(tmpdir(), 'paydown-'));
  const { launchOptions } = info.project.use;
  const start = () => chromium.launchPersistentContext(profile, { ...launchOptions, ...(baseURL ? { baseURL } : {}) });
  try {
    const context = await start();
    const page = await context.newPage();
    await page.goto('/');
    const files = page.locator('.files-link span').first();
    await page.getByLabel('Files', { exact: true }).setInputFiles(months(240));
    await expect(files).toHaveText(/^[1-9]\d* files?$/, { timeout: 30_000 });
    const told = Number.parseInt((await files.textContent()) ?? '', 10);
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    // Whoever crashes gives no answer.
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    await context.close();

    const after = await start();
    const again = await after.newPage();
    const heard = complaints(again);
    await again.goto('/');
    await again.getByRole('heading', { level: 1 }).waitFor();
    await openFiles(again);
    const kept = Number.parseInt((await again.locator('.files-link span').first().textContent()) ?? '', 10);
    expect(kept).toBeGreaterThanOrEqual(told);
    // Nothing of it is half written: every file has its figures and its text.
    const keys = await again.evaluate(
      () =>
        new Promise<readonly string[]>((resolve, reject) => {
          const opening = indexedDB.open('paydown');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const names = ['heads', 'facts', 'sources'];
            const transaction = opening.result.transaction(names);
            const asked = names.map((name) => transaction.objectStore(name).getAllKeys());
            transaction.oncomplete = () => {
              opening.result.close();
              resolve(asked.map(({ result }) => JSON.stringify(result)));
            };
          };
        }),
    );
    expect(new Set(keys).size).toBe(1);
    await again.locator('.deal-list a').first().click();
    await expect(again.getByRole('figure', { name: 'Class balances' })).toBeVisible();
    expect(heard).toEqual([]);
    await after.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('tabs see what another adds and removes, and what it brings back', async ({ page, context }) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/');
  await drop(page, [monthly]);
  await untilRead(page);
  await expect(dealLink(other, deal)).toBeVisible();
  await drop(other, [supplement]);
  await untilRead(other);
  await expect(dealLink(page, offered)).toBeVisible();
  await expect(dealLink(page, deal)).toBeVisible();

  await openFiles(page);
  await page.getByRole('button', { name: 'Remove monthly-2002-05.txt' }).click();
  await expect(dealLink(other, deal)).toHaveCount(0);
  await expect(dealLink(other, offered)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(dealLink(page, deal)).toBeVisible();
  await expect(dealLink(other, deal)).toBeVisible();

  await page.getByRole('button', { name: 'Remove monthly-2002-05.txt' }).click();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(dealLink(page, deal)).toHaveCount(0);
  await other.reload();
  await expect(dealLink(other, offered)).toBeVisible();
  await expect(dealLink(other, deal)).toHaveCount(0);
});

test('a file given to two tabs at once is kept once, and stays in both', async ({ page, context }) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/');
  await Promise.all([
    page.getByLabel('Files', { exact: true }).setInputFiles([monthly, supplement]),
    other.getByLabel('Files', { exact: true }).setInputFiles([monthly, supplement]),
  ]);
  await Promise.all([untilRead(page), untilRead(other)]);
  for (const tab of [page, other]) {
    await expect(dealLink(tab, deal)).toBeVisible();
    await expect(tab.locator('.files-link span').first()).toHaveText('2 files');
  }
  await other.reload();
  await expect(other.locator('.files-link span').first()).toHaveText('2 files');
  await expect(dealLink(page, offered)).toBeVisible();
});

test('clearing everything says what it does, can be undone, and lasts', async ({ page }) => {
  await page.goto('/');
  await drop(page, [monthly, supplement]);
  await untilRead(page);
  await openFiles(page);
  await expect(page.getByText(/^Kept in this browser: 2 deals, 2 files, [\d.]+ KB\./)).toBeVisible();
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('are deleted here and in other tabs');
  await dialog.getByRole('button', { name: 'Clear everything' }).click();
  await expect(page.getByText('Drop statements here')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(dealLink(page, deal)).toBeVisible();
  await page.reload();
  await expect(dealLink(page, deal)).toBeVisible();

  await openFiles(page);
  await page.getByText('2 deals, to save or remove one by one').click();
  await page.getByRole('button', { name: `Remove ${deal}` }).click();
  await expect(dealLink(page, deal)).toHaveCount(0);
  await expect(dealLink(page, offered)).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await page.getByRole('button', { name: 'Clear everything…' }).click();
  await dialog.getByRole('button', { name: 'Clear everything' }).click();
  await page.reload();
  await expect(page.getByText('Drop statements here')).toBeVisible();
});

test('a browser without room keeps what is on the page there, says so, and tries again', async ({ page, context }) => {
  await withStorage(
    context,
    `const add = IDBObjectStore.prototype.add;
     const full = new BroadcastChannel('test');
     let room = false;
     full.onmessage = () => { room = true; };
     IDBObjectStore.prototype.add = function (...given) {
       if (!room) throw new DOMException('There is no room left.', 'QuotaExceededError');
       return add.apply(this, given);
     };`,
  );
  await page.goto('/');
  await drop(page, [monthly]);
  await untilRead(page);
  await expect(notice(page)).toContainText('no room left for this page: 1 file on this page will be gone');
  await dealLink(page, deal).click();
  await page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' }).click();
  await expect(opened(page)).toHaveText('196,206,895');

  await page.evaluate(() => new BroadcastChannel('test').postMessage('room'));
  await notice(page).getByRole('button', { name: 'Try again' }).click();
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await expect(opened(page)).toHaveText('196,206,895');
});

test('a browser that keeps nothing shows everything until the page is closed', async ({ page, context }) => {
  await withStorage(
    context,
    `IDBFactory.prototype.open = () => { throw new DOMException('Not in a private window.', 'SecurityError'); };`,
  );
  await page.goto('/');
  await expect(page.getByText('Drop statements here')).toBeVisible();
  await drop(page, [monthly]);
  await untilRead(page);
  await expect(notice(page)).toContainText('does not let the page keep anything');
  await dealLink(page, deal).click();
  await page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' }).click();
  await expect(opened(page)).toHaveText('196,206,895');
  await notice(page).getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice(page)).toHaveCount(0);
});

test('a database that is deleted takes nothing off the page, and can be filled again', async ({ page }) => {
  await page.goto('/');
  await drop(page, [monthly]);
  await untilRead(page);
  await dealLink(page, deal).click();
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('paydown').onsuccess = resolve;
      }),
  );
  await expect(notice(page)).toContainText('deleted from outside: 1 file on this page will be gone');
  await page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' }).click();
  await expect(opened(page)).toHaveText('196,206,895');
  await notice(page).getByRole('button', { name: 'Keep it again' }).click();
  await expect(notice(page)).toHaveCount(0);
  await page.reload();
  await expect(opened(page)).toHaveText('196,206,895');
});

test('what a newer version keeps is left as it is, and said', async ({ page }) => {
  await page.goto('/about-nothing.txt');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asking = indexedDB.open('paydown', 99);
        asking.onsuccess = () => {
          asking.result.close();
          resolve();
        };
        asking.onerror = () => reject(asking.error);
      }),
  );
  await page.goto('/');
  await expect(notice(page)).toContainText('written by a newer Paydown');
  await drop(page, [monthly]);
  await untilRead(page);
  await expect(dealLink(page, deal)).toBeVisible();
});

/** Takes the database of the page back to the version before, with all that was in it then. */
const takeBack = (): Promise<void> => {
  const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const stores = ['heads', 'facts', 'sources', 'removals'] as const;
  const work = async () => {
    const present = await asked(indexedDB.open('paydown'));
    const contents = await Promise.all(
      stores.map(async (name) => {
        const store = present.transaction(name).objectStore(name);
        const [keys, values] = await Promise.all([asked(store.getAllKeys()), asked(store.getAll())]);
        return { name, keys, values: values as unknown[] };
      }),
    );
    present.close();
    await asked(indexedDB.deleteDatabase('paydown'));
    const opening = indexedDB.open('paydown', 1);
    opening.onupgradeneeded = () => {
      const before = opening.result;
      before.createObjectStore('heads', { keyPath: 'chunk', autoIncrement: true });
      before.createObjectStore('facts');
      before.createObjectStore('sources');
      before.createObjectStore('removals', { autoIncrement: true });
    };
    const before = await asked(opening);
    for (const { name, keys, values } of contents) {
      const store = before.transaction(name, 'readwrite').objectStore(name);
      await Promise.all(
        values.map((value, at) => asked(store.keyPath === null ? store.put(value, keys[at]) : store.put(value))),
      );
    }
    before.close();
  };
  return work();
};

test('a database of the version before is brought up to this one with all that is in it', async ({ page }) => {
  await page.goto('/');
  await drop(page, [monthly, annual, supplement]);
  await untilRead(page);
  // A page of the same place that holds no database open.
  await page.goto('/samples/index.json');
  await page.evaluate(takeBack);
  await page.goto('/');
  await dealLink(page, deal).click();
  await page.getByLabel('Key figures of May 2002').getByRole('button', { name: '$196.2m' }).click();
  await expect(opened(page)).toHaveText('196,206,895');
  await expect(notice(page)).toHaveCount(0);
  const version = await page.evaluate(async () => (await indexedDB.databases()).find(({ name }) => name === 'paydown'));
  expect(version?.version).toBe(2);
});
