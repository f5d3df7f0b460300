import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type TaughtWord, taughtIndex } from '../facts/teaching.ts';
import { type Emission, type Purpose, readPath } from './read-path.ts';

/** What a thread is told when it starts. */
interface ThreadData {
  readonly purpose: Purpose;
  readonly taught: readonly TaughtWord[];
  /** Emissions that were taken over: a thread never runs far ahead of what is written. */
  readonly taken: SharedArrayBuffer;
}

interface Thread {
  readonly worker: Worker;
  readonly taken: Int32Array;
}

/** Emissions that a thread may be ahead by. */
const ahead = 64;

/** The work of a thread: paths come in, emissions go out. */
export function workAsThread(): void {
  const { purpose, taught, taken } = workerData as ThreadData;
  const vocabulary = taughtIndex(taught);
  const count = new Int32Array(taken);
  let sent = 0;
  parentPort?.on('message', (path: string) => {
    readPath(path, purpose, vocabulary, (emission) => {
      parentPort?.postMessage(emission);
      sent += 1;
      for (let written = Atomics.load(count, 0); sent - written > ahead; written = Atomics.load(count, 0)) {
        Atomics.wait(count, 0, written);
      }
    });
  });
}

/** Reads paths one after the other in this thread. */
export function readInTurn(
  paths: Iterable<string>,
  purpose: Purpose,
  taught: readonly TaughtWord[],
  take: (emission: Emission) => void,
): void {
  const vocabulary = taughtIndex(taught);
  for (const path of paths) readPath(path, purpose, vocabulary, take);
}

/** A path that is being read: what came of it waits until everything before it was taken. */
interface Pending {
  readonly emissions: { readonly emission: Emission; readonly thread: Thread }[];
  ended: boolean;
}

/**
 * Reads paths in several threads. What comes of them is taken in the order of the paths, whichever thread is first.
 * Rejects where a thread itself fails.
 */
export function readInThreads(
  paths: Iterable<string>,
  purpose: Purpose,
  taught: readonly TaughtWord[],
  jobs: number,
  take: (emission: Emission) => void,
): Promise<void> {
  const source = paths[Symbol.iterator]();
  const order: Pending[] = [];
  const threads: Thread[] = [];
  return new Promise((resolve, reject) => {
    let working = 0;
    const end = (finish: () => void): void => {
      for (const { worker } of threads) void worker.terminate();
      finish();
    };
    const takeNext = (): void => {
      for (let [first] = order; first !== undefined; [first] = order) {
        for (const { emission, thread } of first.emissions.splice(0)) {
          take(emission);
          Atomics.add(thread.taken, 0, 1);
          Atomics.notify(thread.taken, 0);
        }
        if (!first.ended) return;
        order.shift();
      }
    };
    const give = (thread: Thread): void => {
      const next = source.next();
      if (next.done === true) {
        if (working === 0) end(resolve);
        return;
      }
      working += 1;
      const pending: Pending = { emissions: [], ended: false };
      order.push(pending);
      thread.worker.removeAllListeners('message');
      thread.worker.on('message', (emission: Emission) => {
        pending.emissions.push({ emission, thread });
        pending.ended = emission.kind === 'end';
        try {
          takeNext();
          if (!pending.ended) return;
          working -= 1;
          give(thread);
        } catch (error) {
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      });
      thread.worker.postMessage(next.value);
    };
    for (let count = 0; count < jobs; count += 1) {
      const taken = new SharedArrayBuffer(4);
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { purpose, taught, taken } satisfies ThreadData,
      });
      const thread = { worker, taken: new Int32Array(taken) };
      threads.push(thread);
      worker.on('error', (error) => end(() => reject(error)));
      give(thread);
    }
  });
}
