import { expect, type Page, test } from '@playwright/test';
import { rolldown } from 'rolldown';

/** The part of the page that keeps files, in the page itself: there its calls of the database can be made to fail. */
const script = async (): Promise<string> => {
  const bundle = await rolldown({ input: 'src/storage/shelf.ts', platform: 'browser', logLevel: 'silent' });
  const { output } = await bundle.generate({ format: 'esm', codeSplitting: false });
  await bundle.close();
  return output[0].code;
};

/** What became of a run in which one call of the database failed. */
interface Run {
  /** Calls made; once fewer than the one that was to fail, there are no more to try. */
  readonly calls: number;
  /** Steps that did not succeed at first. */
  readonly refused: number;
  /** What is kept in the end, and whether every record has its fellows. */
  readonly names: readonly string[];
  readonly whole: boolean;
  readonly texts: readonly string[];
}

/**
 * Keeps, reads, removes and brings back files while the `which`th call of the database fails: by throwing, or by the end
 * of its transaction. What was refused is tried once more, as people do who read the message.
 */
const run = async (page: Page, which: number, how: 'throws' | 'aborts'): Promise<Run> =>
  page.evaluate(
    async ([which, how]) => {
      const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      await asked(indexedDB.deleteDatabase('paydown'));
      const address = '/under-test.js';
      const { openShelf } = (await import(address)) as typeof import('../../src/storage/shelf.ts');

      let calls = 0;
      let armed = true;
      const undo: (() => void)[] = [];
      const fail = (prototype: object, name: string) => {
        const original = Reflect.get(prototype, name) as (...given: unknown[]) => unknown;
        Reflect.set(prototype, name, function (this: IDBObjectStore, ...given: unknown[]) {
          calls += 1;
          if (!armed || calls !== which) return original.apply(this, given);
          armed = false;
          if (how === 'aborts' && 'transaction' in this && typeof this.transaction !== 'function') {
            const request = original.apply(this, given);
            this.transaction.abort();
            return request;
          }
          throw new DOMException('Made to fail.', 'UnknownError');
        });
        undo.push(() => Reflect.set(prototype, name, original));
      };
      fail(IDBFactory.prototype, 'open');
      fail(IDBDatabase.prototype, 'transaction');
      for (const name of ['add', 'put', 'get', 'getAll', 'getAllKeys', 'delete', 'clear']) {
        fail(IDBObjectStore.prototype, name);
      }

      const shelf = openShelf(
        () => undefined,
        () => undefined,
        () => undefined,
      );
      let refused = 0;
      const step = async <Outcome>(work: () => Promise<Outcome>): Promise<Outcome> => {
        try {
          return await work();
        } catch {
          refused += 1;
          return work();
        }
      };
      const packed = async (text: string): Promise<Blob> =>
        new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))).blob();
      const file = (name: string, start: number) => ({
        reading: { file: name, size: 4, documents: [], statements: [], problems: [] },
        digest: name,
        span: [start, start + 4] as const,
      });
      const first = { files: [file('a', 0), file('b', 4)], source: await packed('aaaabbbb') };
      const second = { files: [file('c', 0)], source: await packed('cccc') };
      const [kept] = await step(() => shelf.keep([first, second]));
      const chunk = kept?.chunk ?? 0;
      const gone = await step(() => shelf.remove([{ chunk, index: 0 }]));
      await step(() => shelf.undo(gone));
      const forGood = await step(() => shelf.remove([{ chunk, index: 1 }]));
      await step(() => shelf.purge(forGood));
      const page = await step(() => shelf.following(0));
      await step(() => shelf.facts([chunk]));
      await step(() => shelf.source(chunk));
      for (const each of undo) each();

      const names: string[] = [];
      const texts: string[] = [];
      for (const { chunk: number, heads, removed } of page.chunks) {
        const all = JSON.parse(new TextDecoder().decode(heads)) as ({
          digest: string;
          span: [number, number];
        } | null)[];
        const source = await shelf.source(number);
        const stream = source?.stream().pipeThrough(new DecompressionStream('deflate-raw'));
        const text = await new Response(stream).text();
        all.forEach((head, index) => {
          if (head === null || removed.includes(index)) return;
          names.push(head.digest);
          texts.push(text.slice(...head.span));
        });
      }
      const database = await asked(indexedDB.open('paydown'));
      const keys = await Promise.all(
        (['heads', 'facts', 'sources'] as const).map((name) =>
          asked(database.transaction(name).objectStore(name).getAllKeys()),
        ),
      );
      database.close();
      const whole = keys.every((each) => JSON.stringify(each) === JSON.stringify(keys[0]));
      return { calls, refused, names, whole, texts };
    },
    [which, how] as const,
  );

for (const how of ['throws', 'aborts'] as const) {
  test(`whichever call of the database fails (${how}), nothing is lost or half kept`, async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const code = await script();
    await page.route('**/under-test.js', (route) => route.fulfill({ contentType: 'text/javascript', body: code }));
    await page.goto('/samples/index.json');
    let failing = 1;
    for (; failing < 200; failing += 1) {
      const { calls, refused, names, whole, texts } = await run(page, failing, how);
      if (calls < failing) break;
      expect.soft(names, `call ${failing}`).toEqual(['a', 'c']);
      expect.soft(texts, `call ${failing}`).toEqual(['aaaa', 'cccc']);
      expect.soft(whole, `call ${failing}`).toBe(true);
      expect.soft(refused, `call ${failing}`).toBe(1);
    }
    expect(failing).toBeGreaterThan(25);
    expect(errors).toEqual([]);
  });
}
