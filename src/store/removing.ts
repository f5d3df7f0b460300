import { create } from 'zustand';
import { faultOf } from '../storage/fault.ts';
import { leaveHint, setFault, shelf } from './keeping.ts';
import { type LoadedFile, withFiles, withoutFiles } from './loaded-file.ts';
import { useApp } from './store.ts';
import { inTurn } from './turns.ts';

/** Files taken away last, which can be had back for a while. */
export interface Removed {
  readonly files: readonly LoadedFile[];
  /** The number of the removal in the storage; null where nothing of it was kept. */
  readonly removal: number | null;
}

export const useRemoved = create<{ readonly last: Removed | null }>()(() => ({ last: null }));

const { setState, getState } = useApp;

/** Carries out the last removal: from here on it cannot be undone. */
export const forgetRemoved = (): void => {
  const { last } = useRemoved.getState();
  useRemoved.setState({ last: null });
  if (last?.removal == null) return;
  shelf.purge(last.removal).catch((cause: unknown) => setFault(faultOf(cause)));
};

/** Takes files away, told by name. They can be had back until something else is removed or `forgetRemoved` is called. */
export const removeFiles = (names: ReadonlySet<string>): Promise<void> =>
  inTurn(async () => {
    forgetRemoved();
    const { files } = getState();
    const gone = files.filter(({ reading }) => names.has(reading.file));
    if (gone.length === 0) return;
    setState({ files: withoutFiles(files, names), lastImport: null });
    const places = gone.flatMap(({ kept }) => kept ?? []).map(({ chunk, index }) => ({ chunk, index }));
    let removal: number | null = null;
    try {
      const all = getState().files.length === 0;
      if (places.length > 0) removal = await shelf.remove(all ? 'all' : places);
    } catch (cause) {
      setFault(faultOf(cause));
    }
    leaveHint();
    useRemoved.setState({ last: { files: gone, removal } });
  });

/** Takes everything away. */
export const removeAll = (): Promise<void> =>
  inTurn(() => undefined).then(() => removeFiles(new Set(getState().files.map(({ reading }) => reading.file))));

/** Brings the files removed last back. */
export const undoRemoval = (): Promise<void> =>
  inTurn(async () => {
    const { last } = useRemoved.getState();
    if (last === null) return;
    useRemoved.setState({ last: null });
    try {
      if (last.removal !== null) await shelf.undo(last.removal);
    } catch (cause) {
      setFault(faultOf(cause));
    }
    setState(({ files }) => ({
      files: withFiles(
        files,
        last.files.map(({ copyOf: _, ...file }) => file),
      ),
    }));
    leaveHint();
  });
