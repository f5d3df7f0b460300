import { create } from 'zustand';
import type { Deal } from '../deal/deal.ts';
import type { DealChecks } from '../ingest/deal-checks.ts';
import type { Progress } from '../ingest/progress.ts';
import type { LoadedFile } from './loaded-file.ts';
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

/** Takes the word on the last import off the page. */
export const dismissOutcome = (): void => setState({ lastImport: null });

/** Takes over a place from the address bar. */
export const setPlace = (place: Place): void => {
  if (JSON.stringify(place) !== JSON.stringify(getState().place)) setState({ place });
};
