import { expect, type Page, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { complaints, dealLink, drop, untilRead } from './page.ts';

const { monthly, supplement, deal, offered } = ownFilings;

type Step = string | number;

/** What is changed in the first record of a store. */
interface Change {
  readonly store: 'heads' | 'facts' | 'sources' | 'removals' | 'checks';
  /** Where in the record; with `json`, where in the heads as they are written there. */
  readonly at: readonly Step[];
  readonly json?: true;
  /** What is put there: left out to take it away; `cut` for half of what is there. */
  readonly value?: unknown;
  /** A new record instead. */
  readonly added?: true;
}

const statement = [0, 'reading', 'statements', 0] as const;

const changes: readonly Change[] = [
  { store: 'heads', at: ['heads'] },
  { store: 'heads', at: ['heads'], value: 'words' },
  { store: 'heads', at: ['heads'], value: 'cut' },
  { store: 'heads', at: ['bytes'], value: 'many' },
  { store: 'heads', at: ['format'] },
  { store: 'heads', at: ['format'], value: '1' },
  { store: 'heads', at: ['format'], value: 99 },
  { store: 'heads', json: true, at: [], value: { heads: 'none' } },
  { store: 'heads', json: true, at: [0], value: 7 },
  { store: 'heads', json: true, at: [0, 'span'], value: [1e12, -1] },
  { store: 'heads', json: true, at: [0, 'reading', 'documents', 0], value: { kind: 5, shapes: 'x' } },
  { store: 'heads', json: true, at: [0, 'reading', 'problems'], value: [{ found: 'x', advice: { a: 1 } }] },
  { store: 'heads', json: true, at: [...statement, 'file'], value: 'another.txt' },
  { store: 'heads', json: true, at: [...statement, 'date'], value: 'soon' },
  { store: 'heads', json: true, at: [...statement, 'date'], value: '2002-99-28' },
  { store: 'heads', json: true, at: [...statement, 'deal'], value: 'x'.repeat(100_000) },
  { store: 'heads', json: true, at: [...statement, 'uncertain'], value: [{ text: '1', label: { b: 1 } }] },
  { store: 'heads', json: true, at: [...statement, 'outline', 'classes'], value: [1] },
  { store: 'facts', at: [], value: null },
  { store: 'facts', at: ['files'] },
  { store: 'facts', at: ['files'], value: [] },
  { store: 'facts', at: ['files', 0], value: [] },
  { store: 'facts', at: ['files', 0, 0, 'count'], value: 1_000_000_000 },
  { store: 'facts', at: ['files', 0, 0, 'numbers'], value: 'cut' },
  { store: 'facts', at: ['files', 0, 0, 'numbers'], value: [1, 2] },
  { store: 'facts', at: ['files', 0, 0, 'columns'], value: 'cut' },
  { store: 'facts', at: ['files', 0, 0, 'columns', 0], value: 60_000 },
  { store: 'facts', at: ['files', 0, 0, 'columns', 5], value: 0 },
  { store: 'facts', at: ['files', 0, 0, 'texts'], value: 'cut' },
  { store: 'facts', at: ['format'], value: 99 },
  { store: 'sources', at: ['packed'], value: 'cut' },
  { store: 'sources', at: ['packed'] },
  { store: 'removals', added: true, at: [], value: {} },
  { store: 'removals', added: true, at: [], value: { at: 0, what: 'all' } },
  { store: 'removals', added: true, at: [], value: { at: 0, what: [{ chunk: 1 }] } },
  { store: 'checks', at: ['checks'], value: { statements: 'none' } },
  { store: 'checks', at: ['checks', 'statements'], value: [] },
  { store: 'checks', at: ['checks', 'findings'], value: [{ title: { a: 1 } }] },
  { store: 'checks', at: ['checks', 'holding'], value: 'cut' },
];

/** Runs in the page: puts back what was kept at first, then changes one thing. Says what there was to change. */
const tamper = async (change: Change | null): Promise<string> => {
  const asked = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('refused'));
    });
  const names = ['heads', 'facts', 'sources', 'removals', 'checks'];
  const own = await asked(indexedDB.open('paydown'));
  const opening = indexedDB.open('as it was', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('all');
  const before = await asked(opening);
  type Records = Record<string, { keys: IDBValidKey[]; values: unknown[] }>;
  const store = (mode: IDBTransactionMode) => before.transaction('all', mode).objectStore('all');
  let all = (await asked(store('readonly').get('records'))) as Records | undefined;
  if (all === undefined) {
    all = {};
    for (const name of names) {
      const from = own.transaction(name).objectStore(name);
      all[name] = { keys: await asked(from.getAllKeys()), values: await asked(from.getAll()) };
    }
    await asked(store('readwrite').put(all, 'records'));
  }
  const half = (value: unknown): unknown => {
    const list = value as { slice(from: number, to: number): unknown; length: number };
    return list.slice(0, Math.floor(list.length / 2));
  };
  const put = (root: unknown, { at, ...others }: Change): unknown => {
    const [last] = at.slice(-1);
    if (last === undefined) return others.value;
    let owner = root as Record<Step, unknown>;
    for (const step of at.slice(0, -1)) owner = owner[step] as Record<Step, unknown>;
    if (!('value' in others)) delete owner[last];
    else owner[last] = others.value === 'cut' ? half(owner[last]) : others.value;
    return root;
  };
  const texts = { encode: new TextEncoder(), decode: new TextDecoder() };
  let changed = 'nothing';
  if (change !== null) {
    const records = all[change.store]!;
    if (change.added) {
      records.keys.push(1_000);
      records.values.push(change.value);
      changed = 'one more';
    } else if (records.values.length > 0) {
      const first = records.values[0] as { heads: Uint8Array };
      if (change.json) {
        const heads = put(JSON.parse(texts.decode.decode(first.heads)), change);
        first.heads = texts.encode.encode(JSON.stringify(heads));
      } else records.values[0] = put(first, change);
      changed = 'the first';
    }
  }
  for (const name of names) {
    const into = own.transaction(name, 'readwrite').objectStore(name);
    await asked(into.clear());
    for (const [at, value] of all[name]!.values.entries()) {
      await asked(into.keyPath === null ? into.put(value, all[name]!.keys[at]) : into.put(value));
    }
  }
  own.close();
  before.close();
  return changed;
};

const countHeads = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('paydown');
    opening.onerror = () => reject(opening.error ?? new Error('refused'));
    opening.onsuccess = () => {
      const asking = opening.result.transaction('heads').objectStore('heads').count();
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result);
      };
    };
  });

/** Reads two filings, then makes one change after the other to what is kept of them. */
const endures = async (page: Page, tried: readonly (Change | null)[]): Promise<void> => {
  await page.route('**/robots.txt', (route) => route.fulfill({ contentType: 'text/plain', body: '' }));
  const heard = complaints(page);
  await page.goto('/');
  await drop(page, [monthly]);
  await untilRead(page);
  await expect(dealLink(page, deal)).toBeVisible();
  await drop(page, [supplement]);
  await expect(dealLink(page, offered)).toBeVisible();
  // Once what the checks say is kept too.
  await expect
    .poll(() =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const opening = indexedDB.open('paydown');
            opening.onsuccess = () => {
              const asking = opening.result.transaction('checks').objectStore('checks').count();
              asking.onsuccess = () => {
                opening.result.close();
                resolve(asking.result);
              };
            };
          }),
      ),
    )
    .toBeGreaterThan(0);

  for (const change of tried) {
    const words = JSON.stringify(change)?.slice(0, 160) ?? 'nothing';
    await test.step(words, async () => {
      // A place of the same origin where the app is not at work.
      await page.goto('/robots.txt');
      expect(await page.evaluate(tamper, change), words).not.toBe(change === null ? '' : 'nothing');
      await page.goto('/');
      await expect(dealLink(page, offered), words).toBeVisible();
      // The first deal, where it is still listed, is opened, so that its figures are looked at.
      const link = dealLink(page, deal);
      if (await link.isVisible()) {
        await link.click();
        const told = page.getByRole('heading', { level: 1, name: deal }).or(page.locator('.keeping-notice'));
        await expect(told.first(), words).toBeVisible();
      }
      const notice = page.locator('.keeping-notice');
      if (change === null) await expect(page.getByRole('heading', { level: 1, name: deal })).toBeVisible();
      else if (change.at.includes('deal')) await expect(dealLink(page, 'xxxxx')).toBeVisible();
      else if (change.store === 'facts' || change.store === 'removals' || !(await link.isVisible()))
        await expect(notice, words).toContainText(change.value === 99 ? /newer|cannot be read/ : 'cannot be read');
      await dealLink(page, offered).click();
      await expect(page.getByRole('heading', { level: 1, name: offered }), words).toBeVisible();
      await expect(page.locator('.error-panel'), words).toHaveCount(0);
      expect(await page.evaluate(countHeads), words).toBe(2);
    });
  }
  expect(heard).toEqual([]);
};

/** Pages that are tried side by side: they wait most of the time. */
const atOnce = 3;

test('whatever is changed in what the browser keeps, the rest is shown, it is told, and nothing is deleted', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await Promise.all(
    Array.from({ length: atOnce }, async (_, part) => {
      const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
      await endures(
        await context.newPage(),
        [null, ...changes].filter((_change, index) => index % atOnce === part),
      );
      await context.close();
    }),
  );
});
