import type { FileSource } from '../ingest/file-source.ts';
import { type Import, nothingYet, startImport } from '../ingest/importing.ts';
import { askToPersist, takeIn } from './keeping.ts';
import { useApp } from './store.ts';
import { inTurn } from './turns.ts';

const { setState } = useApp;

let current: Import | null = null;

/** What was read is kept before it is shown, and shown before it is counted. */
const begin = (): Import =>
  startImport({
    onRead: (read) => void inTurn(() => takeIn(read)),
    onProgress: (progress) => void inTurn(() => setState({ progress })),
    onEnd: ({ files, filesDone }, cancelled) => {
      current = null;
      void inTurn(() => {
        setState({ progress: current === null ? null : nothingYet, lastImport: { files, filesDone, cancelled } });
        askToPersist();
      });
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
