import fc from 'fast-check';
import type { FileReading } from '../../src/facts/fact.ts';
import { readFiling } from '../../src/facts/read.ts';
import { type InputKind, inputs } from './inputs.ts';
import { dealsCanBeChecked, openedFiles, readAndHold } from './properties.ts';

/** Cases of one kind and seed: the same seed gives the same files. */
export interface Batch {
  readonly kind: InputKind;
  readonly seed: number;
  readonly cases: number;
}

export interface Offence {
  readonly kind: InputKind;
  readonly seed: number;
  readonly words: string;
  /** The smallest file found that offends. */
  readonly bytes: Uint8Array | null;
}

export interface BatchOutcome {
  readonly cases: number;
  readonly figures: number;
  readonly statements: number;
  readonly slowestMilliseconds: number;
  readonly offences: readonly Offence[];
}

/** Readers that know nothing of what `readFiling` has read here. */
export interface OtherReaders {
  /** One that has read nothing. */
  alone(): typeof readFiling;
  /** One that has read other files, in another order. */
  elsewhere(): typeof readFiling;
}

export interface BatchOptions {
  readonly others: OtherReaders;
  /** Most milliseconds for one file. */
  readonly patience: number;
  /** Told of each file before it is read. */
  readonly about: (bytes: Uint8Array) => void;
}

/** One in so many files is read again by a reader that has read nothing before; … */
const aloneEvery = 167;
/** … and one in so many by a reader that reads them in the opposite order. */
const reversedEvery = 6;
/** So many batches are read by the same one. A reader is slow at first: it is not worth a new one each time. */
const batchesElsewhere = 25;

/** Other readers, made by what sets one up anew. */
export function otherReaders(fresh: () => typeof readFiling): OtherReaders {
  let batches = 0;
  let elsewhere = fresh();
  return {
    alone: fresh,
    elsewhere: () => {
      if (++batches % batchesElsewhere === 0) elsewhere = fresh();
      return elsewhere;
    },
  };
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** When a file is read again by another reader, by its number in the batch. */
function againWhen(number: number): 'alone' | 'after other files' | null {
  if (number % aloneEvery === 0) return 'alone';
  return number % reversedEvery === 1 ? 'after other files' : null;
}

interface Kept {
  readonly name: string;
  readonly when: 'alone' | 'after other files';
  readonly bytes: Uint8Array;
  readonly readings: readonly string[];
}

const asText = (readings: readonly FileReading[]): string[] => readings.map((reading) => JSON.stringify(reading));

const readBy = (read: typeof readFiling, { name, bytes }: Kept): string[] =>
  asText(openedFiles(name, bytes).map((file) => read(file.path, file.bytes)));

/** What a file says must not depend on what was read before it. */
function orderOffences(kept: readonly Kept[], { others }: BatchOptions): { words: string; bytes: Uint8Array }[] {
  const offences: { words: string; bytes: Uint8Array }[] = [];
  const elsewhere = others.elsewhere();
  for (const file of kept.toReversed()) {
    const again = readBy(file.when === 'alone' ? others.alone() : elsewhere, file);
    if (again.join('\n') !== file.readings.join('\n')) {
      offences.push({ words: `${file.name} says something else when it is read ${file.when}.`, bytes: file.bytes });
    }
  }
  return offences;
}

/** The least that reading takes of a few times: a busy machine makes some of them slow. */
function fastest(name: string, bytes: Uint8Array): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 4; time++) {
    const start = performance.now();
    for (const file of openedFiles(name, bytes)) readFiling(file.path, file.bytes);
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Reads a batch of files made up from its seed and holds each against what must be true of any. Never throws. */
export function runBatch({ kind, seed, cases }: Batch, options: BatchOptions): BatchOutcome {
  const { patience, about } = options;
  const kept: Kept[] = [];
  let count = 0;
  let figures = 0;
  let statements = 0;
  let slowestMilliseconds = 0;
  const hold = (bytes: Uint8Array): void => {
    const number = count++;
    const name = `${kind}-${seed}-${number}`;
    about(bytes);
    const start = performance.now();
    const readings = readAndHold(name, bytes);
    const taken = performance.now() - start;
    // Holding a file against everything takes some times as long as reading it.
    if (taken > patience) {
      const reading = fastest(name, bytes);
      slowestMilliseconds = Math.max(slowestMilliseconds, reading);
      if (reading > patience) throw new Error(`Reading ${bytes.length} bytes took ${Math.round(reading)} ms.`);
    } else slowestMilliseconds = Math.max(slowestMilliseconds, taken);
    dealsCanBeChecked(readings);
    for (const reading of readings) {
      statements += reading.statements.length;
      for (const { facts } of reading.statements) figures += facts.length;
    }
    const when = againWhen(number);
    if (when !== null) kept.push({ name, when, bytes, readings: asText(readings) });
  };
  const report = fc.check(fc.property(inputs[kind], hold), { seed, numRuns: cases });
  const offences: Offence[] = [];
  if (report.failed) {
    const bytes = report.counterexample?.[0] ?? null;
    offences.push({ kind, seed, bytes, words: words(report.errorInstance) });
  }
  for (const offence of orderOffences(kept, options)) offences.push({ kind, seed, ...offence });
  return { cases: report.numRuns, figures, statements, slowestMilliseconds, offences };
}
