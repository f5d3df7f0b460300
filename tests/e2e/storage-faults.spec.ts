import { expect, type Page, test } from '@playwright/test';
import { ownFilings } from './filings.ts';
import { dealLink, drop, untilRead } from './page.ts';

/** How a call fails: at once, or when its answer is awaited; every other one for want of room. */
type Manner = 'throws' | 'is refused';

/** What is put before the code of the storage worker: of all calls to the database, one fails. */
const faulty = (nth: number, manner: Manner) => {
  let calls = 0;
  const due = (name: string): boolean => {
    calls += 1;
    if (calls !== nth) return false;
    self.postMessage({ kind: 'injected', name });
    return true;
  };
  const failure = () => new DOMException('injected', nth % 2 === 0 ? 'QuotaExceededError' : 'UnknownError');
  const failLater = (request: IDBRequest): IDBRequest => {
    // A request of the same kind that fails when its answer comes; nothing of its transaction is kept.
    const { transaction } = request;
    Object.defineProperty(request, 'error', { get: failure });
    setTimeout(() => {
      try {
        transaction?.abort();
      } catch {
        // It is over.
      }
    });
    request.dispatchEvent(new Event('error'));
    return request;
  };
  const wrap = (owner: object, names: readonly string[]) => {
    for (const name of names) {
      const original = (owner as Record<string, (...given: unknown[]) => IDBRequest>)[name];
      if (original === undefined) continue;
      Object.defineProperty(owner, name, {
        value(this: unknown, ...given: unknown[]) {
          const fails = due(name);
          if (fails && (manner === 'throws' || name === 'transaction' || name === 'open')) throw failure();
          const answer = original.apply(this, given);
          return fails ? failLater(answer) : answer;
        },
      });
    }
  };
  wrap(IDBFactory.prototype, ['open']);
  wrap(IDBDatabase.prototype, ['transaction']);
  wrap(IDBObjectStore.prototype, ['add', 'put', 'get', 'getAll', 'getAllKeys', 'delete']);
};

const inject = async (page: Page, nth: number, manner: Manner): Promise<void> => {
  await page.route('**/assets/storage.worker-*.js', async (route) => {
    const response = await route.fetch();
    const before = `(${faulty.toString()})(${nth}, ${JSON.stringify(manner)});\n`;
    await route.fulfill({ response, body: before + (await response.text()) });
  });
  // Told by the worker, overheard before the page sees it.
  await page.addInitScript(() => {
    const overhear = (worker: Worker) =>
      worker.addEventListener('message', (event: MessageEvent<{ kind?: string; name?: string }>) => {
        const { data } = event;
        if (data?.kind !== 'injected') return;
        event.stopImmediatePropagation();
        document.documentElement.dataset.injected = data.name ?? '';
      });
    globalThis.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        overhear(this);
      }
    };
  });
};

const notice = (page: Page) => page.getByRole('main').locator('.keeping-notice');

/** Pages that are tried side by side: they wait most of the time. */
const atOnce = 3;

/** What became of a reading during which a call failed; `none` where there is no such call. */
type Outcome = 'none' | 'told' | 'harmless';

/**
 * Reads a statement while the nth call fails. A failure is told and mended by trying again, or else lost nothing: what the
 * checks said, for one, is made anew where it could not be kept.
 */
const survives = async (page: Page, nth: number, manner: Manner): Promise<Outcome> => {
  await inject(page, nth, manner);
  await page.goto('/');
  await drop(page, [ownFilings.monthly]);
  await untilRead(page);
  // Nothing that is on the page is lost.
  await expect(page.getByLabel('Key figures of May 2002')).toContainText('$196.2m');
  const injected = await page.evaluate(() => document.documentElement.dataset.injected ?? null);
  if (injected === null) {
    await expect(notice(page)).toHaveCount(0);
    return 'none';
  }
  let told = false;
  await test.step(`call ${nth}, ${injected}, ${manner}`, async () => {
    told = await notice(page)
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    await page.unroute('**/assets/storage.worker-*.js');
    if (told) {
      expect(((await notice(page).textContent()) ?? '').split(/\s+/).length).toBeGreaterThan(10);
      await notice(page)
        .getByRole('button', { name: /Try again|Keep it again/ })
        .click();
      await expect(notice(page)).toHaveCount(0);
    }
    await page.reload();
    await expect(dealLink(page, ownFilings.deal)).toBeVisible();
    await expect(page.getByLabel('Key figures of May 2002')).toContainText('$196.2m');
  });
  return told ? 'told' : 'harmless';
};

for (const manner of ['throws', 'is refused'] as const) {
  test(`a call to the storage that ${manner}, whichever it is, loses nothing on the page and is mended by trying again`, async ({
    browser,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const outcomeOf = async (nth: number): Promise<Outcome> => {
      const context = await browser.newContext({ baseURL: baseURL ?? '' });
      const outcome = await survives(await context.newPage(), nth, manner);
      await context.close();
      return outcome;
    };
    const outcomes: Outcome[] = [];
    while (!outcomes.includes('none')) {
      const next = Array.from({ length: atOnce }, (_, index) => outcomes.length + 1 + index);
      outcomes.push(...(await Promise.all(next.map(outcomeOf))));
    }
    // Opening, beginning, looking for what was kept, keeping: there is something of each.
    expect(outcomes.filter((outcome) => outcome === 'told').length).toBeGreaterThan(6);
  });
}
