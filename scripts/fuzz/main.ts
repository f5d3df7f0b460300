import { mkdtempSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Batch, type BatchOutcome, type Offence, otherReaders, runBatch } from './batch.ts';
import { freshReaders } from './fresh.ts';
import type { InputKind } from './inputs.ts';

/**
 * Reads made-up files, a million by default, and holds each against what must be true of any. Files are read in
 * threads of their own, one for each core, so that one that is never done with is found too.
 */

const casesPerBatch = 500;
/** A file that is longer at work than this, and all that is held against it, hangs. */
const hangs = 60_000;
/** After so many offences there is something to mend before more are looked for. */
const enoughOffences = 100;
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
  const others = otherReaders(await freshReaders());
  const shared = shareable(buffer);
  const about = (bytes: Uint8Array): void => {
    shared.length[0] = Math.min(bytes.length, shared.bytes.length);
    shared.bytes.set(bytes.subarray(0, shared.bytes.length));
  };
  parentPort?.on('message', (batch: Batch) => {
    parentPort?.postMessage({ outcome: runBatch(batch, { others, patience, about }) } satisfies FromReader);
  });
  parentPort?.postMessage({ ready: true } satisfies FromReader);
}

const usage = `usage: npm run fuzz -- [cases] [--seed number] [--from case] [--threads number] [--patience milliseconds]

  cases     how many files are made up and read; 1000000 when not said
  --seed    the same seed makes the same files
  --from    begins with this one of the seed's files, a multiple of ${casesPerBatch}: a long run can be cut in pieces
  --threads how many are read at a time; as many as there are cores when not said`;

interface Wanted {
  readonly cases: number;
  readonly seed: number;
  readonly from: number;
  readonly threads: number;
  readonly patience: number;
}

const options = {
  seed: { type: 'string' },
  from: { type: 'string', default: '0' },
  threads: { type: 'string', default: String(availableParallelism()) },
  patience: { type: 'string', default: '250' },
  help: { type: 'boolean', default: false },
} as const;

/** What was asked for; `null` where the words make no sense. */
function understand(): Wanted | 'help' | null {
  let parsed: ReturnType<typeof parseArgs<{ allowPositionals: true; options: typeof options }>>;
  try {
    parsed = parseArgs({ allowPositionals: true, options });
  } catch {
    return null;
  }
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const wanted: Wanted = {
    cases: Number(positionals[0] ?? 1_000_000),
    seed: Number(values.seed ?? Date.now() % 2 ** 31),
    from: Number(values.from),
    threads: Number(values.threads),
    patience: Number(values.patience),
  };
  const sound = Object.values(wanted).every((value) => Number.isInteger(value) && value >= 0);
  return positionals.length > 1 || !sound || wanted.threads === 0 || wanted.from % casesPerBatch !== 0 ? null : wanted;
}

/** Every batch on its own seed, so that each can be run again by itself. */
function* batchesOf({ cases, seed, from }: Wanted): Generator<Batch, undefined> {
  for (let at = from; at < from + cases; at += casesPerBatch) {
    const number = at / casesPerBatch;
    const kind = shares[number % shares.length]!;
    yield { kind, seed: seed + number, cases: Math.min(casesPerBatch, from + cases - at) };
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
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { buffer, patience },
    argv: [],
    // What a case leaves behind is gone with the next: less is copied about.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
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

/** What was read of one kind. */
interface Tally {
  cases: number;
  statements: number;
  figures: number;
  slowest: number;
  offences: number;
}

const emptyTally = (): Tally => ({ cases: 0, statements: 0, figures: 0, slowest: 0, offences: 0 });

const sumOf = (tallies: Iterable<Tally>): Tally => {
  const sum = emptyTally();
  for (const tally of tallies) {
    sum.cases += tally.cases;
    sum.statements += tally.statements;
    sum.figures += tally.figures;
    sum.slowest = Math.max(sum.slowest, tally.slowest);
    sum.offences += tally.offences;
  }
  return sum;
};

const tallyWords = ({ cases, statements, figures, slowest, offences }: Tally, when: string): string =>
  `${cases} files${when}: ${statements} statements with ${figures} figures, ` +
  `the slowest in ${Math.round(slowest)} ms, ${offences} offences`;

/** Writes the files that offend into a folder of their own and says of each what is wrong. */
function tellOffences(offences: readonly Offence[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'paydown-fuzz-'));
  offences.forEach(({ kind, seed, words, bytes }, number) => {
    const file = join(folder, `${number + 1}-${kind}-${seed}`);
    if (bytes !== null) writeFileSync(file, bytes);
    console.log(`${kind}, seed ${seed}: ${words}${bytes === null ? '' : ` The file: ${file}`}`);
  });
}

async function run(wanted: Wanted): Promise<void> {
  const { cases, seed, from, threads, patience } = wanted;
  const start = performance.now();
  const tallies = new Map<InputKind, Tally>();
  const offences: Offence[] = [];
  const batches = batchesOf(wanted);
  let stopped = false;
  let told = start;
  const count = (batch: Batch, result: BatchOutcome | Offence): void => {
    const tally = tallies.get(batch.kind) ?? emptyTally();
    tallies.set(batch.kind, tally);
    const found = 'offences' in result ? result.offences : [result];
    offences.push(...found);
    tally.offences += found.length;
    if (!('offences' in result)) return;
    tally.cases += result.cases;
    tally.figures += result.figures;
    tally.statements += result.statements;
    tally.slowest = Math.max(tally.slowest, result.slowestMilliseconds);
  };
  const tellProgress = (): void => {
    if (performance.now() - told < 10_000) return;
    told = performance.now();
    const done = sumOf(tallies.values()).cases;
    const rate = Math.round((done / (told - start)) * 1000);
    console.error(`${done} of ${cases} files, ${rate} a second, ${offences.length} offences`);
  };
  const readBatches = async (): Promise<void> => {
    const buffer = new SharedArrayBuffer(4 + 2 ** 20);
    let reader = await startReader(buffer, patience);
    while (!stopped) {
      const { value: batch } = batches.next();
      if (batch === undefined) break;
      const result = await reader.read(batch);
      count(batch, result);
      if (offences.length >= enoughOffences) stopped = true;
      tellProgress();
      if (!('offences' in result)) {
        await reader.end();
        reader = await startReader(buffer, patience);
      }
    }
    await reader.end();
  };
  // Asked to end, it says what was read until then.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped = true;
    });
  }
  await Promise.all(Array.from({ length: Math.min(threads, Math.ceil(cases / casesPerBatch)) }, readBatches));
  for (const [kind, tally] of tallies) console.error(`${kind}: ${tallyWords(tally, '')}`);
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(
    tallyWords(sumOf(tallies.values()), ` in ${seconds} s from seed ${seed}${from > 0 ? `, ${from} on` : ''}`),
  );
  if (stopped) console.error(`It was ended before all of the ${cases} files were read.`);
  if (offences.length > 0) tellOffences(offences);
  if (stopped || offences.length > 0) process.exitCode = 1;
}

if (!isMainThread) await readInThread(workerData as { buffer: SharedArrayBuffer; patience: number });
else {
  const wanted = understand();
  if (wanted === 'help') console.log(usage);
  else if (wanted !== null) await run(wanted);
  else {
    console.error(usage);
    process.exitCode = 2;
  }
}
