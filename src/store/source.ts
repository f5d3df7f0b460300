import { createOpener, type OpenSource } from '../ingest/opening.ts';
import type { SourceDocument } from '../ingest/source-text.ts';
import { fetchFigures, keptSource } from './kept.ts';
import type { LoadedFile } from './loaded-file.ts';
import { useApp } from './store.ts';

export type { SourceDocument };

/** A figure's place in the lines of a file's documents; null where it is in none. */
export interface LinePlace {
  readonly document: number;
  readonly line: number;
  readonly offset: number;
}

/** A file's text with the places of its figures, in the order of its statements. */
export interface OpenedSource {
  readonly documents: readonly SourceDocument[];
  /** `[statement][fact]`. */
  readonly facts: readonly (readonly (LinePlace | null)[])[];
  /** The text is another than the one that was read: its figures may stand elsewhere in it, or not at all. */
  readonly altered: boolean;
  /** `[statement][uncertain figure]`. */
  readonly uncertain: readonly (readonly (LinePlace | null)[])[];
}

let opener: OpenSource | null = null;

const openSource: OpenSource = (...asked) => {
  opener ??= createOpener();
  return opener(...asked);
};

const opened = new WeakMap<LoadedFile['reading'], Promise<OpenedSource>>();

/** The next time that the file is dropped, it takes the place of the one whose text is lost. */
const tellLost = (reading: LoadedFile['reading']): void =>
  useApp.setState(({ files }) => ({
    files: files.map((file) => (file.reading === reading && !file.textLost ? { ...file, textLost: true } : file)),
  }));

const open = async (file: LoadedFile): Promise<OpenedSource> => {
  const { reading } = file;
  const source = file.source ?? (await keptSource(file));
  if (source === null) {
    tellLost(reading);
    throw new Error('Its text is not in this browser. Drop the file again to see it.');
  }
  const { statements } = reading;
  await fetchFigures(statements);
  const printed = statements.flatMap(({ facts, uncertain }) => [...facts, ...uncertain]);
  const wanted = Int32Array.from(printed.flatMap(({ line, column }) => [line, column]));
  const { documents, places, digest } = await openSource(reading.file, source, wanted).catch((cause: unknown) => {
    tellLost(reading);
    throw cause;
  });
  const altered = digest !== file.digest;
  if (altered) tellLost(reading);
  let next = 0;
  const take = (count: number): readonly (LinePlace | null)[] =>
    Array.from({ length: count }, () => {
      const [document = -1, line = 0, offset = 0] = places.subarray(3 * next, 3 * next + 3);
      next += 1;
      return document < 0 ? null : { document, line, offset };
    });
  const pairs = statements.map(({ facts, uncertain }) => [take(facts.length), take(uncertain.length)] as const);
  return {
    documents,
    altered,
    facts: pairs.map(([facts]) => facts),
    uncertain: pairs.map(([, uncertain]) => uncertain),
  };
};

/** Opens the text of a loaded file; the file last opened is at hand at once. Rejects in words. */
export const openLoadedFile = (file: LoadedFile): Promise<OpenedSource> => {
  const known = opened.get(file.reading);
  if (known !== undefined) return known;
  const promise = open(file);
  opened.set(file.reading, promise);
  promise.catch(() => opened.delete(file.reading));
  return promise;
};
