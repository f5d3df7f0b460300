import type { FileSource } from '../ingest/file-source.ts';
import type { Import } from '../ingest/importing.ts';
import { nothingYet } from '../ingest/progress.ts';
import { unopenable } from '../ingest/unread.ts';
import { askToPersist, takeIn } from './kept.ts';
import { useApp } from './store.ts';
import { inTurn } from './turns.ts';

const { setState } = useApp;

type Collect = (found: (files: readonly FileSource[]) => void) => Promise<void>;

let current: Promise<Import> | null = null;

/** What was read is kept before it is shown, and shown before it is counted. */
const begin = async (): Promise<Import> => {
  const { startImport } = await import('../ingest/importing.ts');
  return startImport({
    onRead: (read) => void takeIn(read),
    onProgress: (progress) => void inTurn(() => setState({ progress })),
    onEnd: ({ files, filesDone }, cancelled) => {
      current = null;
      void inTurn(() => {
        setState({ progress: current === null ? null : nothingYet, lastImport: { files, filesDone, cancelled } });
        askToPersist();
      });
    },
  });
};

const workspaceName = /\.paydown$/i;

/** Whether a file says by its name that it is a workspace, saved by this page. */
const isWorkspace = ({ name, unopened }: FileSource): boolean => unopened === undefined && workspaceName.test(name);

/** Puts the files of workspaces in their place. */
const withWorkspaces =
  (collect: Collect): Collect =>
  async (found) => {
    const workspaces: FileSource[] = [];
    await collect((files) => {
      workspaces.push(...files.filter(isWorkspace));
      const others = files.filter((file) => !isWorkspace(file));
      if (others.length > 0) found(others);
    });
    if (workspaces.length === 0) return;
    const { openWorkspace } = await import('./workspace.ts');
    for (const workspace of workspaces) found(await openWorkspace(workspace));
  };

/** Collects at once, since a drop is emptied when its event is over, and tells what was found when somebody listens. */
const collected = (collect: Collect): Collect => {
  let waiting: FileSource[] = [];
  let tell = (files: readonly FileSource[]): void => void waiting.push(...files);
  const done = collect((files) => tell(files));
  done.catch(() => undefined);
  return (found) => {
    tell = found;
    found(waiting);
    waiting = [];
    return done;
  };
};

/** Reads what `collect` finds and adds it to what is there, joining an import under way. */
export const addFiles = (collect: Collect): void => {
  if (current === null) {
    setState({ progress: nothingYet, lastImport: null });
    current = begin();
  }
  const found = collected(withWorkspaces(collect));
  current.then(
    (started) => started.add(found),
    (cause: unknown) => {
      // The part of the page that reads could not be loaded.
      current = null;
      const file = 'what was added last';
      void takeIn([{ reading: unopenable(file, 0, String(cause)), digest: `unopened-${file}` }]);
      void inTurn(() => setState({ progress: null, lastImport: { files: 1, filesDone: 1, cancelled: false } }));
    },
  );
};

/** Ends the import under way; what has been read so far stays. */
export const cancelImport = (): void => void current?.then((started) => started.cancel());

/** Reads no further until `resumeImport`; what is being read is finished and stays. */
export const pauseImport = (): void => void current?.then((started) => started.pause());

export const resumeImport = (): void => void current?.then((started) => started.resume());
