import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileSource } from '../../../src/ingest/file-source.ts';
import { startImport } from '../../../src/ingest/importing.ts';
import type { FileToRead, FromWorker, ReadFile, ToWorker } from '../../../src/ingest/messages.ts';
import type { Reader } from '../../../src/ingest/pool.ts';
import type { Progress } from '../../../src/ingest/progress.ts';
import { unread } from '../../../src/ingest/unread.ts';

/** A reader that takes ten milliseconds per file and tells of each. */
const steady = (): Reader => {
  let stopped = false;
  const reader: Reader = {
    onmessage: null,
    onerror: null,
    terminate: () => {
      stopped = true;
    },
    postMessage: ({ files }: ToWorker) => {
      const tell = (data: FromWorker) => stopped || reader.onmessage?.({ data });
      const next = ([first, ...rest]: readonly FileToRead[]) => {
        if (first === undefined || stopped) return;
        tell({ kind: 'ready' });
        tell({ kind: 'started', id: first.id, name: first.name, entry: null });
        setTimeout(() => {
          const reading = unread(first.name, 1, 'Read.', '');
          tell({ kind: 'read', read: [{ reading, digest: first.name }], finished: [first.id], entry: null });
          next(rest);
        }, 10);
      };
      next(files);
    },
  };
  return reader;
};

const sources = (count: number, prefix = ''): readonly FileSource[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${prefix}${index}.txt`, content: new Blob(['12345']) }));

const listen = () => {
  const read: ReadFile[] = [];
  const progress: Progress[] = [];
  const ends: { readonly progress: Progress; readonly cancelled: boolean }[] = [];
  return {
    read,
    progress,
    ends,
    listener: {
      onRead: (some: readonly ReadFile[]) => void read.push(...some),
      onProgress: (each: Progress) => void progress.push(each),
      onEnd: (last: Progress, cancelled: boolean) => void ends.push({ progress: last, cancelled }),
    },
  };
};

describe('an import', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells progress up to the end and every file, a few times a second', async () => {
    const heard = listen();
    startImport(heard.listener, steady, 2).add(async (found) => found(sources(100)));
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard.read).toHaveLength(100);
    expect(heard.ends).toMatchObject([
      {
        progress: { files: 100, filesDone: 100, bytes: 500, bytesDone: 500, read: 100, looking: false },
        cancelled: false,
      },
    ]);
    const done = heard.progress.map(({ filesDone }) => filesDone);
    expect(done).toEqual([...done].sort((left, right) => left - right));
    expect(done.length).toBeGreaterThan(2);
    expect(done.length).toBeLessThan(10);
  });

  it('waits for folders that are still being walked, and joins what is added meanwhile', async () => {
    const heard = listen();
    const running = startImport(heard.listener, steady, 1);
    running.add(async (found) => {
      found(sources(3, 'a'));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      found(sources(2, 'b'));
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(heard.read).toHaveLength(3);
    expect(heard.ends).toEqual([]);
    running.add(async (found) => found(sources(4, 'c')));
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard.read).toHaveLength(9);
    expect(heard.ends).toHaveLength(1);
  });

  it('ends when there was nothing to find', async () => {
    const heard = listen();
    startImport(heard.listener, steady, 1).add(async () => undefined);
    await vi.advanceTimersByTimeAsync(500);
    expect(heard.ends).toMatchObject([{ progress: { files: 0, looking: false }, cancelled: false }]);
  });

  it('says so when looking for files fails, and ends', async () => {
    const heard = listen();
    startImport(heard.listener, steady, 1).add(async (found) => {
      found(sources(1));
      throw new Error('the folder went away');
    });
    await vi.advanceTimersByTimeAsync(500);
    expect(heard.read.map(({ reading }) => reading.problems[0]?.found)).toEqual([
      expect.stringContaining('the folder went away'),
      'Read.',
    ]);
    expect(heard.ends).toHaveLength(1);
  });

  it('keeps what was read when it is cancelled, and tells nothing after', async () => {
    const heard = listen();
    const running = startImport(heard.listener, steady, 1);
    running.add(async (found) => found(sources(100)));
    await vi.advanceTimersByTimeAsync(205);
    running.cancel();
    const kept = heard.read.length;
    expect(kept).toBe(20);
    expect(heard.ends).toMatchObject([{ progress: { files: 100, filesDone: kept }, cancelled: true }]);
    const { length } = heard.progress;
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard.read).toHaveLength(kept);
    expect(heard.progress).toHaveLength(length);
    expect(heard.ends).toHaveLength(1);
  });

  it('reports files that could not be opened beside those that could', async () => {
    const heard = listen();
    const locked: FileSource = { name: 'locked.txt', content: new Blob([]), unopened: 'permission denied' };
    startImport(heard.listener, steady, 1).add(async (found) => found([locked, ...sources(1)]));
    await vi.advanceTimersByTimeAsync(500);
    expect(heard.ends).toMatchObject([{ progress: { files: 2, filesDone: 2 } }]);
    expect(heard.read.map(({ reading }) => [reading.file, reading.problems[0]?.found])).toEqual([
      ['locked.txt', expect.stringContaining('permission denied')],
      ['0.txt', 'Read.'],
    ]);
  });

  it('ends when only files were found that could not be opened', async () => {
    const heard = listen();
    const locked: FileSource = { name: 'locked.txt', content: new Blob([]), unopened: 'permission denied' };
    startImport(heard.listener, steady, 1).add(async (found) => found([locked]));
    await vi.advanceTimersByTimeAsync(500);
    expect(heard.ends).toHaveLength(1);
    expect(heard.read).toHaveLength(1);
  });

  it('reads no further while it pauses, and all there is when it goes on', async () => {
    const heard = listen();
    const reading = startImport(heard.listener, steady, 2);
    reading.add(async (found) => found(sources(200)));
    await vi.advanceTimersByTimeAsync(300);
    reading.pause();
    await vi.advanceTimersByTimeAsync(2000);
    const paused = heard.progress.at(-1);
    expect(paused).toMatchObject({ paused: true, files: 200 });
    expect(paused?.filesDone).toBeGreaterThan(0);
    expect(paused?.filesDone).toBeLessThan(200);
    expect(heard.read).toHaveLength(paused?.filesDone ?? 0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard.progress.at(-1)).toEqual(paused);

    reading.resume();
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard.ends).toHaveLength(1);
    expect(heard.read).toHaveLength(200);
    // The time spent waiting is not counted.
    expect(heard.ends[0]?.progress.elapsed).toBeLessThan(10_000);
  });

  it('can be cancelled while it pauses', async () => {
    const heard = listen();
    const reading = startImport(heard.listener, steady, 1);
    reading.add(async (found) => found(sources(50)));
    await vi.advanceTimersByTimeAsync(100);
    reading.pause();
    reading.cancel();
    expect(heard.ends).toMatchObject([{ cancelled: true }]);
  });
});
