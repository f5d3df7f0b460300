import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileToRead, FromWorker, ReadFile, ToWorker } from '../../../src/ingest/messages.ts';
import { createPool, type Reader } from '../../../src/ingest/pool.ts';
import { unread } from '../../../src/ingest/unread.ts';

const file = (id: number, name = `${id}.txt`): FileToRead => ({ id, name, content: new Blob(['x']) });

const outcome = (name: string): ReadFile => ({ reading: unread(name, 1, 'Read.', ''), digest: name });

/** Readers that do what `behave` says with each file, a tick later; they remember what they were given. */
const staged = (behave: (file: FileToRead, reader: Reader) => 'read' | 'hang' | 'die', ready = true) => {
  const started: (Reader & { readonly given: ToWorker[]; terminated: boolean })[] = [];
  const start = (): Reader => {
    const reader = {
      given: [] as ToWorker[],
      terminated: false,
      onmessage: null as Reader['onmessage'],
      onerror: null as Reader['onerror'],
      postMessage(message: ToWorker) {
        reader.given.push(message);
        const tell = (data: FromWorker) => reader.onmessage?.({ data });
        setTimeout(() => {
          if (ready) tell({ kind: 'ready' });
          const done: FileToRead[] = [];
          for (const each of message.files) {
            if (ready) tell({ kind: 'started', id: each.id, name: each.name, entry: null });
            const behaviour = behave(each, reader);
            if (behaviour === 'hang') return;
            if (behaviour === 'die') {
              reader.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as ErrorEvent);
              return;
            }
            done.push(each);
          }
          tell({
            kind: 'read',
            read: done.map(({ name }) => outcome(name)),
            finished: done.map(({ id }) => id),
            entry: null,
          });
        }, 1);
      },
      terminate() {
        reader.terminated = true;
      },
    };
    started.push(reader);
    return reader;
  };
  return { start, started };
};

const run = async (
  files: readonly FileToRead[],
  { start, size = 2 }: { readonly start: () => Reader; readonly size?: number },
) => {
  const read: ReadFile[] = [];
  const finished: FileToRead[] = [];
  const idle = vi.fn();
  const pool = createPool({
    size,
    start,
    patience: () => 1000,
    onRead: (some, ended) => {
      read.push(...some);
      finished.push(...ended);
    },
    onIdle: idle,
  });
  pool.add(files);
  await vi.advanceTimersByTimeAsync(60_000);
  return {
    pool,
    idle,
    finished: finished.map(({ id }) => id).sort((a, b) => a - b),
    problems: read.map(({ reading }) => reading.problems[0]!),
  };
};

const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('pool of readers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('reads every file once, in batches, with no more readers than it may have', async () => {
    const stage = staged(() => 'read');
    const { idle, finished } = await run(
      ids(200).map((id) => file(id)),
      { ...stage, size: 3 },
    );
    expect(finished).toEqual(ids(200));
    expect(stage.started).toHaveLength(3);
    expect(stage.started.flatMap(({ given }) => given).length).toBeLessThan(40);
    expect(stage.started.every(({ given }) => given.length > 1)).toBe(true);
    expect(idle).toHaveBeenCalledOnce();
  });

  it('starts no reader before there is a file, and only as many as there are files', async () => {
    const stage = staged(() => 'read');
    const pool = createPool({ ...stage, size: 4, patience: () => 1000, onRead: () => {}, onIdle: () => {} });
    expect(stage.started).toHaveLength(0);
    pool.add([file(1)]);
    expect(stage.started).toHaveLength(1);
  });

  it('keeps its readers for files that come later', async () => {
    const stage = staged(() => 'read');
    const { pool, idle } = await run([file(1)], stage);
    pool.add([file(2)]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(stage.started).toHaveLength(1);
    expect(idle).toHaveBeenCalledTimes(2);
  });

  it.each(['hang', 'die'] as const)(
    'replaces a reader that does %s, blames one file and reads the others',
    async (trouble) => {
      const stage = staged(({ id }) => (id === 7 ? trouble : 'read'));
      const { finished, problems, idle } = await run(
        ids(40).map((id) => file(id)),
        stage,
      );
      expect(finished).toEqual(ids(40));
      const blamed = problems.filter(({ found }) => found !== 'Read.');
      expect(blamed).toHaveLength(1);
      expect(blamed[0]).toMatchObject({
        file: '7.txt',
        found: trouble === 'hang' ? 'Reading was given up after 1 seconds.' : 'The reader stopped: out of memory',
      });
      expect(stage.started.filter(({ terminated }) => terminated)).toHaveLength(1);
      expect(idle).toHaveBeenCalledOnce();
    },
  );

  it('gives up, in words, when no reader can be started', async () => {
    const mute = staged(() => 'hang', false);
    const { finished, problems } = await run(
      ids(30).map((id) => file(id)),
      mute,
    );
    expect(finished).toEqual(ids(30));
    expect(new Set(problems.map(({ found }) => found))).toEqual(
      new Set(['The part of the page that reads files could not be started.']),
    );
    const forbidden = await run([file(1)], {
      start: () => {
        throw new Error('forbidden');
      },
    });
    expect(forbidden.finished).toEqual([1]);
    expect(forbidden.idle).toHaveBeenCalledOnce();
  });

  it('does nothing more once stopped', async () => {
    const stage = staged(() => 'read');
    const onRead = vi.fn();
    const pool = createPool({ ...stage, size: 2, patience: () => 1000, onRead, onIdle: () => {} });
    pool.add(ids(100).map((id) => file(id)));
    pool.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(onRead).not.toHaveBeenCalled();
    expect(stage.started.every(({ terminated }) => terminated)).toBe(true);
  });
});
