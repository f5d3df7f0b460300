import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOpener, type SourceWorker } from '../../../src/ingest/opening.ts';
import type { FromSourceWorker, ToSourceWorker } from '../../../src/ingest/source-messages.ts';

/** A worker that does with each file what its name says. */
const workers = () => {
  const ended: number[] = [];
  let started = 0;
  const start = (): SourceWorker => {
    started += 1;
    const number = started;
    const worker: SourceWorker = {
      postMessage: ({ id, file }: ToSourceWorker) => {
        const tell = (data: FromSourceWorker) => worker.onmessage?.({ data } as MessageEvent<FromSourceWorker>);
        if (file === 'endless') return;
        if (file === 'crash') queueMicrotask(() => worker.onerror?.({ message: 'it fell over' } as ErrorEvent));
        else if (file === 'refused') queueMicrotask(() => tell({ id, failed: 'It is not there.' }));
        else queueMicrotask(() => tell({ id, text: { documents: [], places: Int32Array.of(number), digest: '' } }));
      },
      terminate: () => ended.push(number),
      onmessage: null,
      onerror: null,
    };
    return worker;
  };
  return { start, ended };
};

const source = { content: new Blob([]), start: 0, end: 2_000_000 };
const nothing = new Int32Array();

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

test('a file that is never done with is given up, and the others are opened by another worker', async () => {
  const { start, ended } = workers();
  const open = createOpener(start);
  const good = await open('good', source, nothing);
  expect([...good.places]).toEqual([1]);
  const endless = expect(open('endless', source, nothing)).rejects.toThrow('Opening it was given up after 17 seconds.');
  const behind = open('good', source, nothing);
  await vi.advanceTimersByTimeAsync(16_900);
  expect(ended).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  await endless;
  expect(ended).toEqual([1]);
  expect([...(await behind).places]).toEqual([2]);
  expect(vi.getTimerCount()).toBe(0);
});

test('what a worker refuses or dies of is said of that file alone', async () => {
  const { start, ended } = workers();
  const open = createOpener(start);
  const outcomes = await Promise.all(
    ['good', 'refused', 'crash', 'good'].map((file) =>
      open(file, source, nothing).then(
        ({ places }) => [...places],
        (cause: Error) => cause.message,
      ),
    ),
  );
  expect(outcomes).toEqual([[1], 'It is not there.', 'it fell over', [2]]);
  expect(ended).toEqual([1]);
});
