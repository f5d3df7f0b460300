import type { FileReading } from '../facts/fact.ts';
import { readFiling } from '../facts/read.ts';
import { buffered, type RandomAccess } from '../filing/access.ts';
import { archiveKind, openArchive } from '../filing/archive.ts';
import { digest } from './digest.ts';
import type { FileToRead, FromWorker, ReadFile } from './messages.ts';
import { packed } from './packed.ts';
import { unopenable, unread } from './unread.ts';

/** A message at least this often while there is something to tell, in milliseconds. */
const tellEvery = 50;

/** … and one no larger than this many facts, since the page unpacks a message in one go. */
const factsPerMessage = 1500;

/** … and of no more source text, since all of it is unpacked to look at one of its files. */
const bytesPerMessage = 1_000_000;

/** Larger files of which nothing came are not kept: they are pictures and programs, not statements. */
const mostUnread = 1_000_000;

/** What came of a file, and its bytes where they are worth keeping. */
interface Outcome {
  readonly read: Omit<ReadFile, 'source'>;
  readonly bytes: Uint8Array | null;
}

/** Reads any piece of a file without reading the rest. */
export type AccessTo = (content: Blob) => RandomAccess;

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const failed = (name: string, reading: FileReading): Outcome => ({
  read: { reading, digest: `unread-${name}` },
  bytes: null,
});

const read = (name: string, bytes: Uint8Array): Outcome => {
  try {
    const reading = readFiling(name, bytes);
    const kept = reading.statements.length > 0 || bytes.length <= mostUnread;
    return { read: { reading, digest: digest(bytes) }, bytes: kept ? bytes : null };
  } catch (cause) {
    const found = `Reading stopped with an error: ${words(cause)}.`;
    const advice =
      'This is a fault of the program, not of the file. The other files are not affected; please report it.';
    return failed(name, unread(name, bytes.length, found, advice));
  }
};

/** Outcomes ready to be told, their bytes packed together. */
const sealed = async (outcomes: readonly Outcome[]): Promise<readonly ReadFile[]> => {
  const content = await packed(outcomes.flatMap(({ bytes }) => bytes ?? []));
  let end = 0;
  return outcomes.map(({ read, bytes }) => {
    if (bytes === null) return read;
    const start = end;
    end += bytes.length;
    return { ...read, source: { content, start, end } };
  });
};

/** The files of an archive, told and read one by one. */
async function* entriesOf(file: FileToRead, archive: RandomAccess, tell: (message: FromWorker) => void) {
  try {
    for (const entry of openArchive(file.name, buffered(archive))) {
      tell({ kind: 'started', id: file.id, name: entry.path });
      if ('bytes' in entry) yield read(entry.path, entry.bytes);
      else yield failed(entry.path, unread(entry.path, 0, entry.fault.found, entry.fault.advice));
    }
  } catch (cause) {
    yield failed(file.name, unopenable(file.name, file.content.size, words(cause)));
  }
}

const bytesOf = async (content: Blob): Promise<Uint8Array> => new Uint8Array(await content.arrayBuffer());

/** A file's outcome, or the outcomes of an archive's entries. Never rejects. */
async function* outcomesOf(file: FileToRead, tell: (message: FromWorker) => void, access: AccessTo) {
  try {
    // Archives may be larger than memory, so their first bytes decide before all are read.
    const head = await bytesOf(file.content.slice(0, 512));
    if (archiveKind(head) === null) yield read(file.name, await bytesOf(file.content));
    else yield* entriesOf(file, access(file.content), tell);
  } catch (cause) {
    yield failed(file.name, unopenable(file.name, file.content.size, words(cause)));
  }
}

/**
 * Reads files one after the other, archives entry by entry, and tells what came of them as it goes. Settles when all
 * have been told. Never rejects for what a file holds. `access` reads a piece of a file at once.
 */
export const readFiles = async (
  files: readonly FileToRead[],
  tell: (message: FromWorker) => void,
  now: () => number,
  access: AccessTo,
): Promise<void> => {
  let pending: Outcome[] = [];
  let finished: number[] = [];
  let facts = 0;
  let bytes = 0;
  let told = now();
  const flush = async () => {
    const read = await sealed(pending);
    if (read.length > 0 || finished.length > 0) tell({ kind: 'read', read, finished });
    pending = [];
    finished = [];
    facts = 0;
    bytes = 0;
    told = now();
  };
  const keep = async (outcome: Outcome) => {
    pending.push(outcome);
    facts += outcome.read.reading.statements.reduce((sum, statement) => sum + statement.facts.length, 1);
    bytes += outcome.bytes?.length ?? 0;
    if (facts >= factsPerMessage || bytes >= bytesPerMessage || now() - told >= tellEvery) await flush();
  };
  for (const file of files) {
    tell({ kind: 'started', id: file.id, name: file.name });
    for await (const outcome of outcomesOf(file, tell, access)) await keep(outcome);
    finished.push(file.id);
  }
  await flush();
};
