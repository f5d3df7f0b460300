import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Batch, type BatchOutcome, type Offence, runBatch } from './batch.ts';
import { freshReaders } from './fresh.ts';
import type { InputKind } from './inputs.ts';

/**
 * Reads made-up files, a million by default, and holds each against what must be true of any. Files are read in a
 * thread of their own, so that one that is never done with is found too.
 */

const casesPerBatch = 500;
/** A file that is longer at work than this, and all that is held against it, hangs. */
const hangs = 60_000;
/** Every so many of each kind, in the share of the cases that goes to it. */
const shares: readonly InputKind[] = ['statement', 'statement', 'submission', 'html', 'text', 'statement', 'archive'];

type FromReader = { readonly ready: true } | { readonly outcome: BatchOutcome };

interface Shared {
  /** Length of the file being read, then its bytes. */
  readonly length: Int32Array;
  readonly bytes: Uint8Array;
}

const shareable = (buffer: SharedArrayBuffer): Shared => ({
  length: new Int32Array(buffer, 0, 1),
  bytes: new Uint8Array(buffer, 4),
});

async function readInThread({ buffer, patience }: { buffer: SharedArrayBuffer; patience: number }): Promise<void> {
  const fresh = await freshReaders();
  const shared = shareable(buffer);
  const about = (bytes: Uint8Array): void => {
    shared.length[0] = Math.min(bytes.length, shared.bytes.length);
    shared.bytes.set(bytes.subarray(0, shared.bytes.length));
  };
  parentPort?.on('message', (batch: Batch) => {
    parentPort?.postMessage({ outcome: runBatch(batch, { fresh, patience, about }) } satisfies FromReader);
  });
  parentPort?.postMessage({ ready: true } satisfies FromReader);
}

const usage = 'usage: npm run fuzz -- [cases] [--seed number] [--patience milliseconds]';

function understand(): { cases: number; seed: number; patience: number } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: 'string' }, patience: { type: 'string', default: '250' } },
  });
  const cases = Number(positionals[0] ?? 1_000_000);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const patience = Number(values.patience);
  if (positionals.length > 1 || ![cases, seed, patience].every((value) => Number.isInteger(value) && value >= 0)) {
    console.error(usage);
    process.exit(2);
  }
  return { cases, seed, patience };
}

/** Every batch on its own seed, so that each can be run again by itself. */
function* batchesOf(cases: number, seed: number): Generator<Batch> {
  for (let at = 0, number = 0; at < cases; at += casesPerBatch, number++) {
    yield { kind: shares[number % shares.length]!, seed: seed + number, cases: Math.min(casesPerBatch, cases - at) };
  }
}

interface Reader {
  /** Reads a batch; a thread that hangs or dies is an offence of the file that it was reading. */
  read(batch: Batch): Promise<BatchOutcome | Offence>;
  end(): Promise<unknown>;
}

/** Starts a thread that reads; settles when it takes batches. */
function startReader(buffer: SharedArrayBuffer, patience: number): Promise<Reader> {
  const shared = shareable(buffer);
  const worker = new Worker(new URL(import.meta.url), { workerData: { buffer, patience }, argv: [] });
  let settle: (result: BatchOutcome | Offence) => void = () => undefined;
  const reading = (): Uint8Array => shared.bytes.slice(0, shared.length[0]);
  const read = (batch: Batch): Promise<BatchOutcome | Offence> =>
    new Promise((resolve) => {
      const lost = (words: string): void => settle({ kind: batch.kind, seed: batch.seed, words, bytes: reading() });
      let before = '';
      let since = performance.now();
      const timer = setInterval(() => {
        const now = Buffer.from(reading()).toString('latin1');
        if (now !== before) since = performance.now();
        else if (performance.now() - since > hangs) lost(`It was still being read after ${hangs / 1000} seconds.`);
        before = now;
      }, 2_000);
      settle = (result) => {
        clearInterval(timer);
        worker.off('error', died);
        resolve(result);
      };
      const died = (error: Error): void => lost(`The reader died: ${error.message}`);
      worker.on('error', died);
      worker.postMessage(batch);
    });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.on('message', (message: FromReader) => {
      if ('outcome' in message) return settle(message.outcome);
      worker.off('error', reject);
      resolve({ read, end: () => worker.terminate() });
    });
  });
}

async function run(): Promise<void> {
  const { cases, seed, patience } = understand();
  const buffer = new SharedArrayBuffer(4 + 2 ** 20);
  let reader = await startReader(buffer, patience);
  const start = performance.now();
  const total = { cases: 0, figures: 0, statements: 0, slowest: 0 };
  const offences: Offence[] = [];
  let told = start;
  for (const batch of batchesOf(cases, seed)) {
    const result = await reader.read(batch);
    if ('offences' in result) {
      total.cases += result.cases;
      total.figures += result.figures;
      total.statements += result.statements;
      total.slowest = Math.max(total.slowest, result.slowestMilliseconds);
      offences.push(...result.offences);
    } else {
      offences.push(result);
      await reader.end();
      reader = await startReader(buffer, patience);
    }
    if (offences.length >= 20) break;
    if (performance.now() - told > 10_000) {
      told = performance.now();
      const rate = Math.round((total.cases / (told - start)) * 1000);
      console.error(`${total.cases} of ${cases} files, ${rate} a second, ${offences.length} offences`);
    }
  }
  await reader.end();
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    `${total.cases} files in ${seconds} s from seed ${seed}: ${total.statements} statements with ${total.figures} figures, ` +
      `the slowest in ${Math.round(total.slowest)} ms, ${offences.length} offences`,
  );
  if (offences.length === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'paydown-fuzz-'));
  offences.forEach(({ kind, seed, words, bytes }, number) => {
    const file = join(folder, `${number + 1}-${kind}-${seed}`);
    if (bytes !== null) writeFileSync(file, bytes);
    console.log(`${kind}, seed ${seed}: ${words}${bytes === null ? '' : ` The file: ${file}`}`);
  });
  process.exitCode = 1;
}

if (isMainThread) await run();
else await readInThread(workerData as { buffer: SharedArrayBuffer; patience: number });
