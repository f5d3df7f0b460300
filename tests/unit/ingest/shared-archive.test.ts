import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesAccess } from '../../../src/filing/access.ts';
import type { FileToRead, FromWorker, ReadFile, ToWorker } from '../../../src/ingest/messages.ts';
import { createPool, type Reader } from '../../../src/ingest/pool.ts';
import { nothingListed, readFiles } from '../../../src/ingest/read-files.ts';

/** An archive of many files, read by several readers at once. */

const statement = readFileSync(new URL('../../fixtures/filings/monthly-2002-05.txt', import.meta.url), 'utf8');

const names = Array.from({ length: 300 }, (_, index) => `${String(index).padStart(3, '0')}.txt`);
const bytes = zipSync(
  Object.fromEntries(
    names.map((name, index) => [name, new TextEncoder().encode(index % 50 === 0 ? `${statement}\n${name}` : name)]),
  ),
);
const archive: FileToRead = { id: 1, name: 'all.zip', content: new Blob([bytes]) };

/** Readers that read for true, on the same thread; one told to die does so when it comes to an entry, without a word more. */
const readers = (dieAt: string | null = null) => {
  const started: string[][] = [];
  const start = (): Reader => {
    const own: string[] = [];
    started.push(own);
    const listed = nothingListed();
    let dead = false;
    const terminate = () => {
      dead = true;
    };
    const reader: Reader = { onmessage: null, onerror: null, postMessage, terminate };
    const tell = (data: FromWorker) => {
      if (dead) return;
      if (data.kind === 'started') own.push(data.name);
      reader.onmessage?.({ data });
      if (data.kind !== 'started' || data.name !== dieAt) return;
      reader.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as ErrorEvent);
      dead = true;
    };
    function postMessage({ files }: ToWorker) {
      void readFiles(
        files,
        tell,
        () => Date.now(),
        () => bytesAccess(bytes),
        listed,
      );
    }
    queueMicrotask(() => tell({ kind: 'ready' }));
    return reader;
  };
  return { start, started };
};

const run = async (stage: ReturnType<typeof readers>, size: number) => {
  const read: ReadFile[] = [];
  const finished: number[] = [];
  let gone = 0;
  await new Promise<void>((done) => {
    const pool = createPool({
      size,
      start: stage.start,
      patience: () => 100_000,
      onRead: (some, ended, through) => {
        read.push(...some);
        finished.push(...ended.map(({ id }) => id));
        gone += through;
      },
      onIdle: done,
    });
    pool.add([archive]);
  });
  return { files: read.map(({ reading }) => reading.file).sort(), read, finished, gone };
};

const paths = names.map((name) => `all.zip!${name}`);

describe('an archive read by several readers', () => {
  it('gives every file once, and is finished once', async () => {
    const stage = readers();
    const { files, finished, gone } = await run(stage, 3);
    expect(files).toEqual(paths);
    expect(finished).toEqual([1]);
    expect(gone).toBe(bytes.length);
    expect(stage.started).toHaveLength(3);
    for (const own of stage.started) expect(own.some((name) => name.includes('!'))).toBe(true);
  });

  it('loses no file but the one that a reader died of', async () => {
    const { files, read, finished } = await run(readers('all.zip!130.txt'), 2);
    expect([...new Set(files)]).toEqual(paths);
    expect(finished).toEqual([1]);
    const blamed = read.filter(({ reading }) => reading.problems.some(({ found }) => found.includes('out of memory')));
    expect(blamed.map(({ reading }) => reading.file)).toEqual(['all.zip!130.txt']);
  });
});
