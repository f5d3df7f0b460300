import type { Statement } from '../facts/fact.ts';
import { statementOfHead } from '../ingest/packed-reading.ts';
import type { KeptFacts, KeptHead, Shelf } from '../storage/shelf.ts';
import type { ArrivingFile, KeptFile, LoadedFile } from './loaded-file.ts';

/**
 * Files that were kept come back without their figures, which are fetched for those deals that somebody looks at. Until
 * then to ask a statement for them is an error.
 */

/** The figures of a chunk: fetched or not. */
interface LateChunk {
  readonly chunk: number;
  files: KeptFacts['files'] | null;
  fetching: Promise<void> | null;
}

/** Chunks asked for at once: enough to be quick, few enough to make a message that does not hold up the page. */
const chunksPerQuestion = 8;

/** Those that are not fetched yet, by number. */
const lateChunks = new Map<number, LateChunk>();

const lateChunk = (chunk: number): LateChunk => {
  const known = lateChunks.get(chunk);
  if (known !== undefined) return known;
  const late: LateChunk = { chunk, files: null, fetching: null };
  lateChunks.set(chunk, late);
  return late;
};

/** The files of a kept chunk, as they arrive: their figures to follow. */
export const arrivingFiles = (
  heads: readonly (KeptHead | null)[],
  { chunk, bytes, removed }: { readonly chunk: number; readonly bytes: number; readonly removed: readonly number[] },
): readonly ArrivingFile[] => {
  const late = lateChunk(chunk);
  const share = bytes / Math.max(1, heads.length);
  return heads.flatMap((head, index): readonly ArrivingFile[] => {
    if (head === null || removed.includes(index)) return [];
    const { reading, digest, span } = head;
    const statements = reading.statements.map((statement, at) =>
      statementOfHead(statement, () => {
        const facts = late.files?.[index]?.[at];
        if (facts !== undefined) return facts;
        throw new Error(
          late.files === null
            ? `The figures of ${statement.file} have not been fetched from the browser’s storage yet.`
            : `The figures of ${statement.file} are no longer in the browser’s storage. Drop the file again.`,
        );
      }),
    );
    const kept: KeptFile = { chunk, index, span, bytes: share };
    return [{ reading: { ...reading, statements }, digest, kept }];
  });
};

let byName: { readonly files: readonly LoadedFile[]; readonly map: ReadonlyMap<string, LoadedFile> } | null = null;

const named = (files: readonly LoadedFile[]): ReadonlyMap<string, LoadedFile> => {
  if (byName?.files !== files) byName = { files, map: new Map(files.map((file) => [file.reading.file, file])) };
  return byName.map;
};

/** The chunks to fetch before all figures of these statements, which belong to these files, are at hand. */
const missing = (files: readonly LoadedFile[], statements: Iterable<Pick<Statement, 'file'>>): readonly LateChunk[] => {
  if (lateChunks.size === 0) return [];
  const map = named(files);
  const found = new Set<LateChunk>();
  for (const { file } of statements) {
    const chunk = map.get(file)?.kept?.chunk;
    const late = chunk === undefined ? undefined : lateChunks.get(chunk);
    if (late !== undefined) found.add(late);
  }
  return [...found];
};

/** Whether the figures of statements are there to be looked at. */
export const areAtHand = (files: readonly LoadedFile[], statements: Iterable<Pick<Statement, 'file'>>): boolean =>
  missing(files, statements).length === 0;

/** Fetches the figures of chunks, as far as they are not there. Rejects where the storage does. */
const fetchChunks = async (shelf: Pick<Shelf, 'facts'>, wanted: readonly LateChunk[]): Promise<void> => {
  for (let at = 0; at < wanted.length; at += chunksPerQuestion) {
    const group = wanted.slice(at, at + chunksPerQuestion);
    const unasked = group.filter(({ fetching }) => fetching === null);
    if (unasked.length > 0) {
      const asked = shelf.facts(unasked.map(({ chunk }) => chunk)).then(
        (answers) => {
          const found = new Map(answers.map(({ chunk, files }) => [chunk, files]));
          for (const late of unasked) {
            // A chunk that is not there any more has no figures, which is told where they are looked at.
            late.files = found.get(late.chunk) ?? [];
            lateChunks.delete(late.chunk);
          }
        },
        (cause: unknown) => {
          for (const late of unasked) late.fetching = null;
          throw cause;
        },
      );
      for (const late of unasked) late.fetching = asked;
    }
    await Promise.all(group.flatMap(({ fetching }) => fetching ?? []));
  }
};

/** Fetches the figures of statements, which belong to these files. Rejects where the storage does. */
export const fetchFacts = (
  shelf: Pick<Shelf, 'facts'>,
  files: readonly LoadedFile[],
  statements: Iterable<Pick<Statement, 'file'>>,
): Promise<void> => fetchChunks(shelf, missing(files, statements));

/** Fetches the figures of files that are about to be shown. */
export const fetchFactsOf = (shelf: Pick<Shelf, 'facts'>, files: readonly ArrivingFile[]): Promise<void> =>
  fetchChunks(shelf, [...new Set(files.flatMap(({ kept }) => lateChunks.get(kept?.chunk ?? -1) ?? []))]);

/** Forgets which figures were to follow: they never will. */
export const forgetLateFacts = (): void => {
  for (const late of lateChunks.values()) late.files = [];
  lateChunks.clear();
};
