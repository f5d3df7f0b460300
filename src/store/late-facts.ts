import { type PackedFacts, statementOfHead } from '../ingest/packed-reading.ts';
import type { KeptPlace } from '../storage/schema.ts';
import type { KeptFacts, KeptHead, Shelf } from '../storage/shelf.ts';
import { useKeeping } from './keeping-state.ts';
import type { ArrivingFile, KeptFile } from './loaded-file.ts';

/**
 * Files that were kept come back without their figures, which are fetched for those deals that somebody looks at. Until
 * then to ask a statement for them is an error.
 */

/** The figures of a chunk: fetched or not. */
interface LateChunk {
  readonly chunk: number;
  /** How many statements each of its files has: so many figures must come. */
  readonly statements: ReadonlyMap<number, number>;
  files: KeptFacts['files'] | null;
  fetching: Promise<void> | null;
}

/** Chunks asked for at once: enough to be quick, few enough to make a message that does not hold up the page. */
const chunksPerQuestion = 8;

/** Those that are not fetched yet, by number. */
const lateChunks = new Map<number, LateChunk>();

/** Tells the page which those are. */
export const tellLate = (): void => useKeeping.setState({ late: new Set(lateChunks.keys()) });

const lateChunk = (chunk: number, heads: readonly (KeptHead | null)[]): LateChunk => {
  const known = lateChunks.get(chunk);
  if (known !== undefined) return known;
  const statements = new Map(
    heads.flatMap((head, index) => (head === null ? [] : [[index, head.reading.statements.length]])),
  );
  const late: LateChunk = { chunk, statements, files: null, fetching: null };
  lateChunks.set(chunk, late);
  return late;
};

/** The files of a kept chunk, as they arrive: their figures to follow. */
export const arrivingFiles = (
  heads: readonly (KeptHead | null)[],
  { chunk, bytes, removed }: { readonly chunk: number; readonly bytes: number; readonly removed: readonly number[] },
): readonly ArrivingFile[] => {
  const late = lateChunk(chunk, heads);
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

/** No figures, in place of those that cannot be had. */
const noFigures: PackedFacts = {
  count: 0,
  numbers: new Float64Array(),
  columns: new Uint16Array(),
  texts: new TextEncoder().encode('[]'),
};

/** Takes in the figures of a chunk; says which files have not got theirs, or not as many as were kept. */
const takeFigures = (late: LateChunk, found: KeptFacts['files']): readonly KeptPlace[] => {
  const files = [...found];
  const damaged: KeptPlace[] = [];
  for (const [index, statements] of late.statements) {
    if (files[index]?.length === statements) continue;
    files[index] = Array.from({ length: statements }, () => noFigures);
    damaged.push({ chunk: late.chunk, index });
  }
  late.files = files;
  return damaged;
};

/**
 * Fetches the figures of chunks, as far as they are not there; `onDamaged` is told, before anybody looks at them, of
 * files whose figures are not as they were kept. Rejects where the storage does.
 */
export const fetchFacts = async (
  shelf: Pick<Shelf, 'facts'>,
  chunks: readonly number[],
  onDamaged: (places: readonly KeptPlace[]) => void,
): Promise<void> => {
  const wanted = chunks.flatMap((chunk) => lateChunks.get(chunk) ?? []);
  for (let at = 0; at < wanted.length; at += chunksPerQuestion) {
    const group = wanted.slice(at, at + chunksPerQuestion);
    const unasked = group.filter(({ fetching }) => fetching === null);
    if (unasked.length > 0) {
      const asked = shelf.facts(unasked.map(({ chunk }) => chunk)).then(
        (answers) => {
          const found = new Map(answers.map(({ chunk, files }) => [chunk, files]));
          const damaged = unasked.flatMap((late) => takeFigures(late, found.get(late.chunk) ?? []));
          for (const late of unasked) lateChunks.delete(late.chunk);
          if (damaged.length > 0) onDamaged(damaged);
          tellLate();
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

/** Forgets which figures were to follow: they never will. */
export const forgetLateFacts = (): void => {
  for (const late of lateChunks.values()) late.files = [];
  lateChunks.clear();
  tellLate();
};
