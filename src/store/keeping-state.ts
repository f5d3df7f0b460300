import { create } from 'zustand';
import type { Fault } from '../storage/fault.ts';
import type { LoadedFile } from './loaded-file.ts';

/** What the page knows of its storage before the part that asks it has been loaded. */

/** Files taken away last, which can be had back for a while. */
export interface Removed {
  readonly files: readonly LoadedFile[];
  /** The number of the removal in the storage; null where nothing of it was kept. */
  readonly removal: number | null;
}

interface Keeping {
  /** Whether what was kept is still being looked for. */
  readonly restoring: boolean;
  /** Why not all is kept that is loaded; null while all is well. */
  readonly fault: Fault | null;
  /** Whether somebody has read of it. */
  readonly dismissed: boolean;
  readonly removed: Removed | null;
  /** Chunks whose figures are kept and have not been fetched. */
  readonly late: ReadonlySet<number>;
}

export const useKeeping = create<Keeping>()(() => ({
  restoring: true,
  fault: null,
  dismissed: false,
  removed: null,
  late: new Set<number>(),
}));

export const setFault = (fault: Fault | null): void => {
  if (fault !== useKeeping.getState().fault) useKeeping.setState({ fault, dismissed: false });
};

/** Says that something was kept the last time, so that the page waits for it instead of asking for files. */
const hint = 'paydown.kept';

export const leaveHint = (files: readonly LoadedFile[]): void => {
  try {
    if (files.some(({ kept }) => kept !== undefined)) localStorage.setItem(hint, 'yes');
    else localStorage.removeItem(hint);
  } catch {
    // A browser that keeps nothing.
  }
};

/** Whether something was kept the last time. */
export const hasHint = (): boolean => {
  try {
    return globalThis.localStorage?.getItem(hint) != null;
  } catch {
    return false;
  }
};
