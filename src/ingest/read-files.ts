import { readFiling } from '../facts/read.ts';
import { isArchive, openArchive } from '../filing/archive.ts';
import { digest } from './digest.ts';
import type { FileToRead, FromWorker, ReadFile } from './messages.ts';
import { unopenable, unread } from './unread.ts';

/** A message at least this often while there is something to tell, in milliseconds. */
const tellEvery = 50;

/** … and one no larger than this many facts, since the page unpacks a message in one go. */
const factsPerMessage = 2500;

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const read = (name: string, bytes: Uint8Array): ReadFile => {
  try {
    return { reading: readFiling(name, bytes), digest: digest(bytes) };
  } catch (cause) {
    return {
      reading: unread(
        name,
        bytes.length,
        `Reading stopped with an error: ${words(cause)}.`,
        'This is a fault of the program, not of the file. The other files are not affected; please report it with the file.',
      ),
      digest: digest(bytes),
    };
  }
};

const entriesOf = function* (file: FileToRead, bytes: Uint8Array, tell: (message: FromWorker) => void) {
  for (const entry of openArchive(file.name, bytes)) {
    if ('fault' in entry) {
      const { found, advice } = entry.fault;
      yield { reading: unread(entry.path, 0, found, advice), digest: `fault-${entry.path}` };
    } else {
      tell({ kind: 'started', id: file.id, name: entry.path });
      yield read(entry.path, entry.bytes);
    }
  }
};

const contentOf = async (file: FileToRead): Promise<Uint8Array | ReadFile> => {
  try {
    return new Uint8Array(await file.content.arrayBuffer());
  } catch (cause) {
    const reading = unopenable(file.name, file.content.size, words(cause));
    return { reading, digest: `unopened-${file.name}` };
  }
};

/**
 * Reads files one after the other, archives entry by entry, and tells what came of them as it goes. Settles when all
 * have been told. Never rejects for what a file holds.
 */
export const readFiles = async (
  files: readonly FileToRead[],
  tell: (message: FromWorker) => void,
  now: () => number,
): Promise<void> => {
  let pending: ReadFile[] = [];
  let finished: number[] = [];
  let facts = 0;
  let told = now();
  const flush = () => {
    if (pending.length > 0 || finished.length > 0) tell({ kind: 'read', read: pending, finished });
    pending = [];
    finished = [];
    facts = 0;
    told = now();
  };
  const keep = (outcome: ReadFile) => {
    pending.push(outcome);
    facts += outcome.reading.statements.reduce((sum, statement) => sum + statement.facts.length, 1);
    if (facts >= factsPerMessage || now() - told >= tellEvery) flush();
  };
  for (const file of files) {
    tell({ kind: 'started', id: file.id, name: file.name });
    const content = await contentOf(file);
    if ('reading' in content) keep(content);
    else if (isArchive(content)) for (const outcome of entriesOf(file, content, tell)) keep(outcome);
    else keep(read(file.name, content));
    finished.push(file.id);
  }
  flush();
};
