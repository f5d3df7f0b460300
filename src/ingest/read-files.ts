import type { FileReading } from '../facts/fact.ts';
import { readFiling } from '../facts/read.ts';
import { buffered, type RandomAccess } from '../filing/access.ts';
import { archiveKind, type ListedFile, listArchive, openArchive, openListed } from '../filing/archive.ts';
import { digest } from './digest.ts';
import type { ArchivePart, FileToRead, FromWorker, ReadFile } from './messages.ts';
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

/** A part of an archive is so many files … */
const filesPerPart = 64;

/** … and takes up no more than this. */
const bytesPerPart = 1_000_000;

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

/** The archive that was listed last: its parts come one after the other. */
export interface Listed {
  archive: number | null;
  files: readonly ListedFile[];
}

/** The archive that a reader was given last; none yet. */
export const nothingListed = (): Listed => ({ archive: null, files: [] });

interface Reading {
  readonly tell: (message: FromWorker) => void;
  readonly access: AccessTo;
  readonly listed: Listed;
  /** Told of the file of a part that is read next. */
  readonly at: (entry: number) => void;
}

const partsOf = (files: readonly ListedFile[]): readonly Omit<ArchivePart, 'archive'>[] => {
  const parts: Omit<ArchivePart, 'archive'>[] = [];
  let from = 0;
  let bytes = 0;
  files.forEach(({ packedSize }, index) => {
    bytes += packedSize;
    if (index + 1 - from < filesPerPart && bytes < bytesPerPart && index + 1 < files.length) return;
    parts.push({ from, to: index + 1, bytes });
    from = index + 1;
    bytes = 0;
  });
  return parts;
};

const outcomeOf = (entry: ReturnType<typeof openArchive> extends Generator<infer Entry> ? Entry : never): Outcome =>
  'bytes' in entry
    ? read(entry.path, entry.bytes)
    : failed(entry.path, unread(entry.path, 0, entry.fault.found, entry.fault.advice));

/** The files of a part of an archive, told and read one by one. */
function* outcomesOfPart(file: FileToRead, part: ArchivePart, { tell, access, listed, at }: Reading) {
  const archive = access(file.content);
  if (listed.archive !== part.archive) {
    listed.files = listArchive(file.name, archive) ?? [];
    listed.archive = part.archive;
  }
  const reader = buffered(archive);
  for (let index = part.from; index < part.to; index += 1) {
    const entry = listed.files[index];
    if (entry === undefined) throw new Error('The archive is another than it was.');
    at(index);
    tell({ kind: 'started', id: file.id, name: entry.path, entry: index });
    for (const each of openListed(entry, reader)) yield outcomeOf(each);
  }
}

/** The files of an archive, told and read one by one. */
function* outcomesOfArchive(file: FileToRead, { tell, access }: Reading) {
  for (const entry of openArchive(file.name, buffered(access(file.content)))) {
    tell({ kind: 'started', id: file.id, name: entry.path, entry: null });
    yield outcomeOf(entry);
  }
}

const bytesOf = async (content: Blob): Promise<Uint8Array> => new Uint8Array(await content.arrayBuffer());

/** A file's outcome, or the outcomes of an archive's files; none where it was handed back as parts. Never rejects. */
async function* outcomesOf(file: FileToRead, reading: Reading, handBack: () => void): AsyncGenerator<Outcome> {
  try {
    if (file.part !== undefined) {
      yield* outcomesOfPart(file, file.part, reading);
      return;
    }
    // Archives may be larger than memory, so their first bytes decide before all are read.
    const kind = archiveKind(await bytesOf(file.content.slice(0, 512)));
    if (kind === null) {
      yield read(file.name, await bytesOf(file.content));
      return;
    }
    const parts = partsOf(kind === 'zip' ? (listArchive(file.name, reading.access(file.content)) ?? []) : []);
    if (parts.length > 1) {
      reading.tell({ kind: 'listed', id: file.id, parts });
      handBack();
    } else yield* outcomesOfArchive(file, reading);
  } catch (cause) {
    yield failed(file.name, unopenable(file.name, file.content.size, words(cause)));
  }
}

/**
 * Reads files one after the other, archives entry by entry, and tells what came of them as it goes. Settles when all
 * have been told. Never rejects for what a file holds. `access` reads a piece of a file at once. Of an archive of many
 * files only the parts are told, so that others may read some of them; `listed` is kept from one call to the next.
 */
export const readFiles = async (
  files: readonly FileToRead[],
  tell: (message: FromWorker) => void,
  now: () => number,
  access: AccessTo,
  listed: Listed = nothingListed(),
): Promise<void> => {
  let pending: Outcome[] = [];
  let finished: number[] = [];
  let facts = 0;
  let bytes = 0;
  let told = now();
  let entry: number | null = null;
  const flush = async () => {
    const read = await sealed(pending);
    if (read.length > 0 || finished.length > 0) tell({ kind: 'read', read, finished, entry });
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
  const at = (index: number) => {
    entry = index;
  };
  for (const file of files) {
    let handedBack = false;
    entry = null;
    tell({ kind: 'started', id: file.id, name: file.name, entry: null });
    const outcomes = outcomesOf(file, { tell, access, listed, at }, () => {
      handedBack = true;
    });
    for await (const outcome of outcomes) await keep(outcome);
    entry = null;
    if (!handedBack) finished.push(file.id);
  }
  await flush();
};
