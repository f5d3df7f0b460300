import { create } from 'zustand';
import type { Deal } from '../deal/deal.ts';
import type { DealChecks } from '../ingest/deal-checks.ts';
import type { FileSource } from '../ingest/file-source.ts';
import { type Import, nothingYet, type Progress, startImport } from '../ingest/importing.ts';
import { type LoadedFile, withFiles, withoutFile } from './loaded-file.ts';
import { type Place, parsePlace } from './place.ts';

/** How the last import ended. */
export interface ImportOutcome {
  readonly files: number;
  readonly filesDone: number;
  readonly cancelled: boolean;
}

/** What happened, and nothing that follows from it: deals and series are derived by selectors. */
export interface AppState {
  readonly files: readonly LoadedFile[];
  /** The import under way. */
  readonly progress: Progress | null;
  readonly lastImport: ImportOutcome | null;
  readonly place: Place;
  /** What the checks say, of the deals checked so far. */
  readonly checks: ReadonlyMap<Deal, DealChecks>;
}

export const useApp = create<AppState>()(() => ({
  files: [],
  progress: null,
  lastImport: null,
  place: parsePlace(globalThis.location?.hash ?? ''),
  checks: new Map(),
}));

const { setState, getState } = useApp;

let current: Import | null = null;

const begin = (): Import =>
  startImport({
    onRead: (read) => setState(({ files }) => ({ files: withFiles(files, read) })),
    onProgress: (progress) => setState({ progress }),
    onEnd: ({ files, filesDone }, cancelled) => {
      current = null;
      setState({ progress: null, lastImport: { files, filesDone, cancelled } });
    },
  });

/** Reads what `collect` finds and adds it to what is there, joining an import under way. */
export const addFiles = (collect: (found: (files: readonly FileSource[]) => void) => Promise<void>): void => {
  if (current === null) {
    setState({ progress: nothingYet, lastImport: null });
    current = begin();
  }
  current.add(collect);
};

/** Ends the import under way; what has been read so far stays. */
export const cancelImport = (): void => current?.cancel();

export const removeFile = (name: string): void => setState(({ files }) => ({ files: withoutFile(files, name) }));

/** Forgets everything that was read. */
export const clearAll = (): void => {
  current?.cancel();
  setState({ files: [], lastImport: null });
};

/** Takes the word on the last import off the page. */
export const dismissOutcome = (): void => setState({ lastImport: null });

/** Takes over a place from the address bar. */
export const setPlace = (place: Place): void => {
  if (JSON.stringify(place) !== JSON.stringify(getState().place)) setState({ place });
};
