import { nameForPeople } from '../filing/disguise.ts';
import type { FileSource } from './file-source.ts';
import type { FileToRead, FromWorker, PackedFromWorker, ReadFile } from './messages.ts';
import { ownScript } from './own-script.ts';
import { unpackReading } from './packed-reading.ts';
import { createPool, type Pool, type Reader } from './pool.ts';
import { nothingYet, type Progress } from './progress.ts';
import readWorker from './read.worker.ts?worker&url';
import { unopenable } from './unread.ts';

export interface ImportListener {
  /** What was read since the last call, a few times a second. `sources` are the files whose reading ended with it. */
  readonly onRead: (read: readonly ReadFile[]) => void;
  readonly onProgress: (progress: Progress) => void;
  /** All done, or cancelled; what was read was told before. */
  readonly onEnd: (progress: Progress, cancelled: boolean) => void;
}

export interface Import {
  /** Adds what `collect` finds to the files to be read. */
  add(collect: (found: (files: readonly FileSource[]) => void) => Promise<void>): void;
  /** Reads no further until `resume` is called; what is being read is finished. */
  pause(): void;
  resume(): void;
  /** Ends now. What has been read so far stays. */
  cancel(): void;
}

/** The page draws what came in at most so often, in milliseconds. */
const tellEvery = 200;

/** Fifteen seconds for any file and one more per megabyte: a hundred times what a slow machine takes. */
const patience = (bytes: number): number => 15_000 + bytes / 1000;

const unpacked = (message: PackedFromWorker): FromWorker => {
  if (message.kind !== 'read') return message;
  return { ...message, read: message.read.map((each) => ({ ...each, reading: unpackReading(each.reading) })) };
};

const startReader = (): Reader => {
  const worker = new Worker(ownScript(readWorker), { type: 'module' });
  const reader: Reader = {
    onmessage: null,
    onerror: null,
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
  };
  worker.onmessage = ({ data }: MessageEvent<PackedFromWorker>) => reader.onmessage?.({ data: unpacked(data) });
  worker.onerror = (event) => reader.onerror?.(event);
  return reader;
};

/** One reader per processor core save the one that draws the page, which has little to do meanwhile; two to eight. */
const poolSize = (): number => Math.max(2, Math.min(8, (navigator.hardwareConcurrency || 2) - 1));

/**
 * One import: files may be added until it ends, which it does by itself when everything found has been read.
 * `start` and `size` are for tests; the page uses workers.
 */
export const startImport = (
  { onRead, onProgress, onEnd }: ImportListener,
  start: () => Reader = startReader,
  size: number = poolSize(),
): Import => {
  let progress = nothingYet;
  let looking = 0;
  let ended = false;
  let idle = true;
  let id = 0;
  let untold: ReadFile[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  let since: number | null = performance.now();
  /** Takes the time up to now into account. */
  const clock = () => {
    const now = performance.now();
    if (since !== null) progress = { ...progress, elapsed: progress.elapsed + now - since };
    since = progress.paused ? null : now;
  };
  const tell = () => {
    clock();
    clearTimeout(timer);
    timer = undefined;
    const read = untold;
    untold = [];
    if (read.length > 0) onRead(read);
    onProgress(progress);
  };
  const tellSoon = () => {
    // The more there is, the longer it takes to put together.
    timer ??= setTimeout(tell, tellEvery + progress.read / 25);
  };
  const end = (cancelled: boolean) => {
    if (ended) return;
    ended = true;
    pool.stop();
    tell();
    onEnd(progress, cancelled);
  };
  const endIfDone = () => {
    if (idle && looking === 0) end(false);
  };

  const pool: Pool = createPool({
    size,
    start,
    patience,
    onRead: (read: readonly ReadFile[], finished: readonly FileToRead[], bytes: number) => {
      for (const outcome of read) untold.push(outcome);
      progress = {
        ...progress,
        filesDone: progress.filesDone + finished.length,
        bytesDone: progress.bytesDone + bytes,
        read: progress.read + read.length,
      };
      tellSoon();
    },
    onIdle: () => {
      idle = true;
      endIfDone();
    },
  });

  const cannotOpen = (name: string, cause: string) => {
    progress = { ...progress, filesDone: progress.filesDone + 1, read: progress.read + 1 };
    untold.push({ reading: unopenable(name, 0, cause), digest: `unopened-${name}` });
  };

  const found = (sources: readonly FileSource[]) => {
    if (ended || sources.length === 0) return;
    const bytes = sources.reduce((sum, { content }) => sum + content.size, 0);
    progress = { ...progress, files: progress.files + sources.length, bytes: progress.bytes + bytes };
    idle = false;
    tellSoon();
    const files: FileToRead[] = [];
    for (const { name: given, content, unopened } of sources) {
      const name = nameForPeople(given);
      id += 1;
      if (unopened === undefined) files.push({ id, name, content });
      else cannotOpen(name, unopened);
    }
    pool.add(files);
  };

  return {
    add: (collect) => {
      looking += 1;
      progress = { ...progress, looking: true };
      tellSoon();
      const settle = () => {
        looking -= 1;
        progress = { ...progress, looking: looking > 0 };
        endIfDone();
      };
      collect(found)
        .catch((cause: unknown) => {
          const unopened = cause instanceof Error ? cause.message : String(cause);
          found([{ name: 'what was added last', content: new Blob([]), unopened }]);
        })
        .then(settle, settle);
    },
    pause: () => {
      clock();
      progress = { ...progress, paused: true };
      since = null;
      pool.pause();
      tell();
    },
    resume: () => {
      progress = { ...progress, paused: false };
      clock();
      pool.resume();
      tell();
    },
    cancel: () => end(true),
  };
};
