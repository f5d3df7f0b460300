import type { SourceBytes } from '../ingest/messages.ts';
import { filesByName } from './files-by-name.ts';
import { setFault, useKeeping } from './keeping-state.ts';
import { type ArrivingFile, type LoadedFile, withFiles } from './loaded-file.ts';
import { useApp } from './store.ts';
import { inTurn } from './turns.ts';

/** The door to what the browser keeps: what is behind it is loaded when the page has been drawn. */
const keeping = () => import('./keeping.ts');

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Brings back what was kept. */
export const restore = (): Promise<void> =>
  inTurn(async () => {
    try {
      await (await keeping()).bringBack();
    } catch (cause) {
      setFault({ kind: 'unavailable', found: words(cause) });
    }
    useKeeping.setState({ restoring: false });
  });

/** Keeps what was read, then shows it: what is on the page has been kept. */
export const takeIn = (read: readonly ArrivingFile[]): Promise<void> =>
  inTurn(async () => {
    try {
      await (await keeping()).takeIn(read);
    } catch (cause) {
      setFault({ kind: 'failed', found: words(cause) });
      useApp.setState(({ files }) => ({ files: withFiles(files, read) }));
    }
  });

let asked = false;

/** Asks the browser, once something is kept, not to throw it away when the disk fills up. Some browsers ask the person. */
export const askToPersist = (): void => {
  if (asked || useApp.getState().files.every(({ kept }) => kept === undefined)) return;
  asked = true;
  // Refusing or failing changes nothing for the page: what is kept stays until the browser needs the room.
  void navigator.storage?.persist?.().catch(() => undefined);
};

/** The text of a kept file; null where it is gone. */
export const keptSource = async (file: LoadedFile): Promise<SourceBytes | null> => (await keeping()).keptSource(file);

type OfFile = Pick<LoadedFile['reading'], 'file'>;

/** Whether all figures of statements are there to be looked at. */
export const figuresAreAtHand = (statements: readonly OfFile[]): boolean => {
  const { late } = useKeeping.getState();
  if (late.size === 0) return true;
  const map = filesByName(useApp.getState().files);
  return statements.every(({ file }) => !late.has(map.get(file)?.kept?.chunk ?? -1));
};

/** Fetches the figures of statements that were kept, where they are not at hand. Rejects where the storage does. */
export const fetchFigures = async (statements: readonly OfFile[]): Promise<void> => {
  if (figuresAreAtHand(statements)) return;
  const map = filesByName(useApp.getState().files);
  const chunks = new Set(statements.flatMap(({ file }) => map.get(file)?.kept?.chunk ?? []));
  await (await keeping()).fetchFigures([...chunks]);
};
