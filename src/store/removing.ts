import { faultOf } from '../storage/fault.ts';
import { shelf } from './keeping.ts';
import { leaveHint, setFault, useKeeping } from './keeping-state.ts';
import { withFiles, withoutFiles } from './loaded-file.ts';
import { useApp } from './store.ts';
import { inTurn } from './turns.ts';

const { setState, getState } = useApp;

/** Carries out the last removal: from here on it cannot be undone. */
export const forgetRemoved = (): void => {
  const { removed } = useKeeping.getState();
  useKeeping.setState({ removed: null });
  if (removed?.removal == null) return;
  shelf.purge(removed.removal).catch((cause: unknown) => setFault(faultOf(cause)));
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
    leaveHint(getState().files);
    useKeeping.setState({ removed: { files: gone, removal } });
  });

/** Takes everything away. */
export const removeAll = (): Promise<void> =>
  inTurn(() => undefined).then(() => removeFiles(new Set(getState().files.map(({ reading }) => reading.file))));

/** Brings the files removed last back. */
export const undoRemoval = (): Promise<void> =>
  inTurn(async () => {
    const { removed } = useKeeping.getState();
    if (removed === null) return;
    useKeeping.setState({ removed: null });
    try {
      if (removed.removal !== null) await shelf.undo(removed.removal);
    } catch (cause) {
      setFault(faultOf(cause));
    }
    setState(({ files }) => ({
      files: withFiles(
        files,
        removed.files.map(({ copyOf: _, ...file }) => file),
      ),
    }));
    leaveHint(getState().files);
  });
