import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { ownFilings } from './filings.ts';
import { complaints, dealLink, drop, untilRead } from './page.ts';

const { monthly, deal } = ownFilings;

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'paydown-'));
});
test.afterAll(() => rm(folder, { recursive: true }));

/** A place of the same origin where the app is not at work. */
const elsewhere = async (page: Page): Promise<void> => {
  await page.route('**/robots.txt', (route) => route.fulfill({ contentType: 'text/plain', body: '' }));
  await page.goto('/robots.txt');
};

/** Runs in the page: changes the text of the largest chunk that is kept, or cuts it and leaves a removal that is due. Says how many files it holds. */
const spoil = async (how: 'another text' | 'cut, and a file of it removed'): Promise<number> => {
  const asked = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const through = async (bytes: BlobPart, stream: GenericTransformStream): Promise<Uint8Array> =>
    new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
  const database = await asked(indexedDB.open('paydown'));
  const store = (name: string) => database.transaction(name, 'readwrite').objectStore(name);
  const kept = (await asked(store('heads').getAll())) as { chunk: number; heads: Uint8Array<ArrayBuffer> }[];
  const sizes = kept.map(({ chunk, heads }) => ({
    chunk,
    files: (JSON.parse(new TextDecoder().decode(heads)) as unknown[]).length,
  }));
  const { chunk, files } = sizes.sort((one, other) => other.files - one.files)[0] ?? { chunk: 0, files: 0 };
  const record = (await asked(store('sources').get(chunk))) as { packed: Uint8Array<ArrayBuffer> };
  if (how === 'another text') {
    const plain = await through(record.packed, new DecompressionStream('deflate-raw'));
    const other = new TextDecoder().decode(plain).replaceAll('1', '2');
    const packed = await through(other, new CompressionStream('deflate-raw'));
    await asked(store('sources').put({ ...record, packed }, chunk));
  } else {
    await asked(store('sources').put({ ...record, packed: record.packed.slice(0, record.packed.length / 2) }, chunk));
    await asked(store('removals').add({ at: 0, what: [{ chunk, index: 0 }] }));
  }
  database.close();
  return files;
};

/** Runs in the page: how many records of a kind there are. */
const count = (name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('paydown');
    opening.onerror = () => reject(opening.error ?? new Error('refused'));
    opening.onsuccess = () => {
      const counting = opening.result.transaction(name).objectStore(name).count();
      counting.onsuccess = () => {
        opening.result.close();
        resolve(counting.result);
      };
    };
  });

test('a kept text that was replaced by another is told where it is opened, and is there again when dropped', async ({
  page,
}) => {
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [monthly]);
  await untilRead(page);
  await elsewhere(page);
  expect(await page.evaluate(spoil, 'another text' as const)).toBeGreaterThan(0);

  const file = path.basename(monthly);
  await page.goto(`/#/source/${file}`);
  const told = page.getByRole('alert').filter({ hasText: 'This is not the text that was read' });
  await expect(told).toBeVisible();
  await drop(page, [monthly]);
  await expect(told).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('region', { name: /^Text of/ })).toBeVisible();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(file);
  await expect(dealLink(page, deal)).toHaveCount(1);
  expect(heard).toEqual([]);
});

/** Runs in the page before its scripts: figures are asked for so late that a removal that was due has been carried out. */
const askLate = (): void => {
  class LateWorker extends Worker {
    override postMessage(
      message: { readonly method?: string },
      given?: StructuredSerializeOptions | Transferable[],
    ): void {
      const send = () => super.postMessage(message, given as StructuredSerializeOptions);
      if (message.method === 'facts') setTimeout(send, 3_000);
      else send();
    }
  }
  window.Worker = LateWorker;
};

test('a kept text that cannot be unpacked holds up no removal', async ({ page }) => {
  const samples = 'public/samples/simulated-home-equity-2003-1';
  const names = (await readdir(samples)).filter((name) => name.endsWith('.txt')).slice(0, 12);
  const entries = await Promise.all(
    names.map(async (name) => [name, await readFile(path.join(samples, name))] as const),
  );
  const archive = path.join(folder, 'filings.zip');
  await writeFile(archive, zipSync(Object.fromEntries(entries)));
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [archive]);
  await untilRead(page);
  await elsewhere(page);
  const before = { sources: await page.evaluate(count, 'sources'), heads: await page.evaluate(count, 'heads') };
  expect(await page.evaluate(spoil, 'cut, and a file of it removed' as const)).toBeGreaterThan(1);

  await page.addInitScript(askLate);
  await page.goto('/');
  const files = page.getByRole('link', { name: `${names.length - 1} files` });
  await expect(files).toBeVisible();
  // It is carried out, and what may stand in the damaged text is gone.
  await expect.poll(() => page.evaluate(count, 'removals')).toBe(0);
  expect(await page.evaluate(count, 'sources')).toBe(before.sources - 1);
  expect(await page.evaluate(count, 'heads')).toBe(before.heads);
  // The figures of the file that was removed are missed by nobody.
  await dealLink(page, 'Simulated Home Equity Loan Trust 2003-1').click();
  await expect(page.getByRole('application').first()).toBeVisible();
  await expect(page.locator('.keeping-notice')).toHaveCount(0);
  await page.reload();
  await expect(files).toBeVisible();
  await expect(page.locator('.keeping-notice')).toHaveCount(0);
  expect(heard).toEqual([]);
});

test('taught words that are damaged where they are kept are told once, and stay for download', async ({ page }) => {
  const damaged = '{"format": 1, "words": [{"label": "Gross Widg';
  const heard = complaints(page);
  await elsewhere(page);
  await page.evaluate((text) => localStorage.setItem('paydown.vocabulary', text), damaged);
  await page.goto('/');
  const told = page.getByRole('alert').filter({ hasText: 'the words you taught cannot be read any more' });
  await expect(told).toBeVisible();
  await drop(page, [monthly]);
  await untilRead(page);
  const saved = async (from: ReturnType<Page['getByRole']>): Promise<string> => {
    const download = page.waitForEvent('download');
    await from.click();
    return readFile(await (await download).path(), 'utf8');
  };
  const button = { name: 'Download the damaged text' } as const;
  expect(await saved(told.getByRole('button', button))).toBe(damaged);
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toHaveCount(0);

  await page.goto('/#/files');
  await page.reload();
  const words = page.locator('.taught-words');
  await words.getByText('Words taught').click();
  await expect(told).toHaveCount(0);
  expect(await saved(words.getByRole('button', button))).toBe(damaged);
  await words.getByRole('button', { name: 'Throw it away' }).click();
  await expect(words.getByRole('button', button)).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('vocabulary')))).toEqual([]);
  expect(heard).toEqual([]);
});
