import { parentPort, Worker } from 'node:worker_threads';
import type { FromWorker, PackedFromWorker, ToWorker } from '../../src/ingest/messages.ts';
import { buffersOf, packReading, unpackReading } from '../../src/ingest/packed-reading.ts';
import { createPool, type Reader } from '../../src/ingest/pool.ts';
import { readFiles } from '../../src/ingest/read-files.ts';
import type { CorpusFile } from './corpus.ts';

export interface WorkerSpeed {
  readonly workers: number;
  readonly statements: number;
  readonly statementsPerSecond: number;
  readonly megabytesPerSecond: number;
}

/** Takes the place of the page's worker in a thread of Node: the same reading, packing and telling. */
export function readInThread(): void {
  const port = parentPort;
  if (port === null) throw new Error('Only a worker thread reads for a pool.');
  const tell = (message: FromWorker) => {
    if (message.kind !== 'read') {
      port.postMessage(message);
      return;
    }
    const read = message.read.map(({ reading, ...others }) => ({ ...others, reading: packReading(reading) }));
    port.postMessage(
      { ...message, read } satisfies PackedFromWorker,
      read.flatMap(({ reading }) => buffersOf(reading)),
    );
  };
  const access = () => {
    throw new Error('Archives are read elsewhere.');
  };
  port.on('message', ({ files }: ToWorker) => void readFiles(files, tell, () => performance.now(), access));
  tell({ kind: 'ready' });
}

const startReader = (): Reader => {
  const worker = new Worker(new URL(import.meta.url));
  const reader: Reader = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => worker.postMessage(message),
    terminate: () => void worker.terminate(),
  };
  worker.on('message', (message: PackedFromWorker) => {
    const data: FromWorker =
      message.kind === 'read'
        ? { ...message, read: message.read.map((each) => ({ ...each, reading: unpackReading(each.reading) })) }
        : message;
    reader.onmessage?.({ data });
  });
  worker.on('error', (error) => {
    throw error;
  });
  return reader;
};

/** Reads the files through the page's pool with so many workers, which have read a few before the clock starts. */
export function measureWorkers(workers: number, files: readonly CorpusFile[]): Promise<WorkerSpeed> {
  const contents = files.map(({ path, bytes }, id) => ({ id, name: path, content: new Blob([bytes.slice()]) }));
  const warmUp = contents.slice(0, 200 * workers).map((file) => ({ ...file, id: -1 - file.id }));
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return new Promise((resolve) => {
    let statements = 0;
    let start: number | null = null;
    const pool = createPool({
      size: workers,
      start: startReader,
      patience: () => 600_000,
      onRead: (read) => {
        if (start !== null) for (const { reading } of read) statements += reading.statements.length;
      },
      onIdle: () => {
        if (start === null) {
          start = performance.now();
          pool.add(contents);
          return;
        }
        const seconds = (performance.now() - start) / 1000;
        pool.stop();
        resolve({
          workers,
          statements,
          statementsPerSecond: statements / seconds,
          megabytesPerSecond: bytes / 1e6 / seconds,
        });
      },
    });
    pool.add(warmUp);
  });
}
