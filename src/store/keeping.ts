import type { DealChecks } from '../ingest/deal-checks.ts';
import type { SourceBytes } from '../ingest/messages.ts';
import { packReadingAgain } from '../ingest/packed-reading.ts';
import { unread } from '../ingest/unread.ts';
import { type Fault, faultOf } from '../storage/fault.ts';
import { askShelf } from '../storage/keeper.ts';
import type { KeptPlace } from '../storage/schema.ts';
import type { Change, ChunkToKeep, KeptChunk, KeptPage } from '../storage/shelf.ts';
import { leaveHint, setFault, useKeeping } from './keeping-state.ts';
import { parseHeads } from './kept-heads.ts';
import { arrivingFiles, fetchFacts, forgetLateFacts, tellLate } from './late-facts.ts';
import { type ArrivingFile, type KeptFile, type LoadedFile, withFiles, withoutFiles } from './loaded-file.ts';
import { selectDeals, selectFiles } from './selectors.ts';
import { useApp } from './store.ts';
import { useTaught } from './taught.ts';
import { inTurn } from './turns.ts';

/** What the browser keeps of what is loaded. */

const { setState, getState } = useApp;

const keyOf = ({ chunk, index }: KeptPlace): string => `${chunk}.${index}`;

/** The page gives way to others at least so often while it takes in what was kept, in milliseconds. */
const slice = 12;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const arrivingFrom = async (chunks: readonly KeptChunk[]): Promise<readonly ArrivingFile[]> => {
  const arriving: ArrivingFile[] = [];
  let since = performance.now();
  for (const chunk of chunks) {
    const heads = parseHeads(chunk.heads);
    if (heads === null) setFault({ kind: 'damaged', found: `Record ${chunk.chunk} cannot be read.` });
    else arriving.push(...arrivingFiles(heads, chunk));
    if (performance.now() - since < slice) continue;
    await pause();
    since = performance.now();
  }
  return arriving;
};

const sameFile = ({ reading, digest }: ArrivingFile): string => `${reading.file}\u0000${digest}`;

const isBefore = (left: KeptPlace, right: KeptPlace): boolean =>
  left.chunk - right.chunk < 0 || (left.chunk === right.chunk && left.index < right.index);

/**
 * Shows kept files that are not on the page. Of a file that is kept twice, as when two tabs are given it at once, what
 * was kept first stays, and every tab finds the same.
 */
const show = async (arriving: readonly ArrivingFile[]): Promise<void> => {
  const there = new Set<string>();
  const first = new Map<string, KeptFile>();
  for (const file of getState().files) {
    if (file.kept === undefined) continue;
    there.add(keyOf(file.kept));
    first.set(sameFile(file), file.kept);
  }
  const fresh: ArrivingFile[] = [];
  const moved = new Map<string, ArrivingFile>();
  const twice: KeptPlace[] = [];
  for (const file of arriving) {
    const { kept } = file;
    if (kept === undefined || there.has(keyOf(kept))) continue;
    const name = sameFile(file);
    const known = first.get(name);
    if (known === undefined) {
      first.set(name, kept);
      fresh.push(file);
    } else if (isBefore(kept, known)) {
      twice.push(known);
      first.set(name, kept);
      moved.set(name, file);
    } else twice.push(kept);
  }
  tellLate();
  if (fresh.length > 0 || moved.size > 0) {
    const shown = (files: readonly LoadedFile[]): readonly LoadedFile[] =>
      withFiles(
        moved.size === 0
          ? files
          : files.map((file) => {
              const earlier = moved.get(sameFile(file));
              return earlier === undefined ? file : { ...file, ...earlier };
            }),
        fresh,
      );
    const { files: before } = getState();
    const after = shown(before);
    await pause();
    // Remembered, so that drawing the page need not do it.
    selectDeals(selectFiles(after, useTaught.getState().words));
    await pause();
    setState(({ files }) => ({ files: files === before ? after : shown(files) }));
  }
  await forget(twice.map(({ chunk, index }) => ({ chunk, index })));
};

const hide = (what: readonly KeptPlace[] | { readonly upTo: number }): void => {
  const places = 'upTo' in what ? null : new Set(what.map(keyOf));
  const gone = getState().files.filter(
    ({ kept }) => kept !== undefined && ('upTo' in what ? kept.chunk <= what.upTo : places?.has(keyOf(kept))),
  );
  const names = new Set(gone.map(({ reading }) => reading.file));
  setState(({ files }) => ({ files: withoutFiles(files, names) }));
};

/** Files whose figures are no longer as they were kept give none: they are told like files that were not read. Null where there is none. */
const givenUp = <File extends ArrivingFile>(
  files: readonly File[],
  gone: ReadonlySet<string>,
): readonly File[] | null => {
  const isGone = ({ kept }: File): boolean => kept !== undefined && gone.has(keyOf(kept));
  const count = files.filter(isGone).length;
  // A file that was taken away meanwhile has lost nothing.
  if (count === 0) return null;
  setFault({
    kind: 'damaged',
    found: `The figures of ${count === 1 ? 'a kept file' : `${count} kept files`} cannot be read.`,
  });
  return files.map((file) => {
    if (!isGone(file)) return file;
    const { file: name, size } = file.reading;
    const found = 'Its figures are no longer as this browser kept them.';
    return { ...file, reading: unread(name, size, found, 'Drop the file again.') };
  });
};

const giveUp = (places: readonly KeptPlace[]): void => {
  const files = givenUp(getState().files, new Set(places.map(keyOf)));
  if (files !== null) setState({ files });
};

/** Shows what another tab has kept, with its figures: a deal that is being looked at stays whole. */
const showChunks = async (chunks: readonly number[]): Promise<void> => {
  const arriving = await arrivingFrom(await shelf.heads(chunks));
  const gone = new Set<string>();
  await fetchFacts(shelf, chunks, (places) => {
    giveUp(places);
    for (const place of places) gone.add(keyOf(place));
  });
  await show(givenUp(arriving, gone) ?? arriving);
};

const follow = async (change: Change): Promise<void> => {
  try {
    if (change.kind === 'removed') hide(change.what);
    else if (change.kind === 'kept') await showChunks(change.chunks);
    else if ('upTo' in change.what) await showAll();
    else await showChunks([...new Set(change.what.map(({ chunk }) => chunk))]);
    leaveHint(getState().files);
  } catch (cause) {
    setFault(faultOf(cause));
  }
};

/** What was kept is gone; what is on the page stays there. */
const lose = (fault: Fault): void => {
  if (fault.kind === 'gone') {
    forgetLateFacts();
    setState(({ files }) => ({ files: files.map(({ kept: _, ...file }) => file) }));
    leaveHint(getState().files);
  }
  setFault(fault);
};

export const shelf = askShelf({
  onChange: (change) => void inTurn(() => follow(change)),
  onLost: (fault) => void inTurn(() => lose(fault)),
  onBack: () => void keepAgain(),
});

const showAll = async (): Promise<void> => {
  const arriving: ArrivingFile[] = [];
  let asked: ReturnType<typeof shelf.following> | null = shelf.following(0);
  while (asked !== null) {
    const page: KeptPage = await asked;
    // The next page is on its way while this one is taken in.
    asked = page.next === null ? null : shelf.following(page.next);
    asked?.catch(() => undefined);
    arriving.push(...(await arrivingFrom(page.chunks)));
    if (page.damaged > 0)
      setFault({ kind: 'damaged', found: `${page.damaged} notes of what was removed cannot be read.` });
    if (page.newer > 0) setFault({ kind: 'newer', found: `${page.newer} records are of a newer version.` });
  }
  await show(arriving);
};

/** Takes files away for good that were never, or are no longer, on the page. */
const forget = async (places: readonly KeptPlace[]): Promise<void> => {
  if (places.length === 0) return;
  try {
    await shelf.purge(await shelf.remove(places));
  } catch (cause) {
    setFault(faultOf(cause));
  }
};

/** Brings back what was kept, and forgets what was removed and not asked for again. To be called in turn. */
export const bringBack = async (): Promise<void> => {
  try {
    await showAll();
    leaveHint(getState().files);
    await shelf.purge(null);
  } catch (cause) {
    setFault(faultOf(cause));
  }
};

const chunksOf = (files: readonly LoadedFile[]): readonly (readonly LoadedFile[])[] => {
  const chunks = new Map<SourceBytes['content'] | null, LoadedFile[]>();
  for (const file of files) {
    const content = file.source?.content ?? null;
    const chunk = chunks.get(content);
    if (chunk === undefined) chunks.set(content, [file]);
    else chunk.push(file);
  }
  return [...chunks.values()];
};

const spanOf = ({ source }: LoadedFile): KeptFile['span'] => (source === undefined ? null : [source.start, source.end]);

const toKeep = (files: readonly LoadedFile[]): ChunkToKeep => ({
  files: files.map((file) => ({
    reading: packReadingAgain(file.reading),
    digest: file.digest,
    span: spanOf(file),
  })),
  source: files[0]?.source?.content ?? null,
});

/** Whether trying to keep more is of no use before somebody says so. */
const stopped = (): boolean => ![undefined, 'damaged'].includes(useKeeping.getState().fault?.kind);

/** Keeps files; the ones kept are handed back with their places. Nothing is tried anew while there is a fault. */
const keep = async (files: readonly LoadedFile[]): Promise<readonly LoadedFile[]> => {
  if (stopped() || files.length === 0) return files;
  const chunks = chunksOf(files);
  try {
    const sizes = await shelf.keep(chunks.map(toKeep));
    return chunks.flatMap((chunk, at) => {
      const size = sizes[at];
      if (size === undefined) return chunk;
      return chunk.map((file, index) => ({
        ...file,
        kept: { chunk: size.chunk, index, span: spanOf(file), bytes: size.bytes / chunk.length },
      }));
    });
  } catch (cause) {
    setFault(faultOf(cause));
    return files;
  }
};

/** Keeps what was read, then shows it: what is on the page has been kept. To be called in turn. */
export const takeIn = async (read: readonly ArrivingFile[]): Promise<void> => {
  const before = new Set(getState().files);
  const added = withFiles([...before], read).filter((file) => !before.has(file));
  const kept = await keep(added);
  setState(({ files }) => ({
    files: withFiles(
      files,
      kept.map(({ copyOf: _, ...file }) => file),
    ),
  }));
  const left = new Set(getState().files);
  leaveHint(getState().files);
  // Files that could not be read give way to others of their names.
  await forget([...before].flatMap((file) => (left.has(file) || file.kept === undefined ? [] : [file.kept])));
};

const filesAtOnce = 50;

/** Tries to keep what is on the page and is not kept. */
export const keepAgain = (): Promise<void> =>
  inTurn(async () => {
    setFault(null);
    const unkept = getState().files.filter(({ kept }) => kept === undefined);
    for (let at = 0; at < unkept.length; at += filesAtOnce) {
      const kept = new Map((await keep(unkept.slice(at, at + filesAtOnce))).map((file) => [file.reading, file]));
      setState(({ files }) => ({
        files: files.map((file) => {
          const place = kept.get(file.reading)?.kept;
          return place === undefined ? file : { ...file, kept: place };
        }),
      }));
      if (stopped()) return;
    }
    leaveHint(getState().files);
  });

/** The text of a kept file; null where it is gone. */
export const keptSource = async ({ kept }: LoadedFile): Promise<SourceBytes | null> => {
  if (kept?.span == null) return null;
  const content = await shelf.source(kept.chunk);
  const [start, end] = kept.span;
  return content === null ? null : { content, start, end };
};

/** Fetches the figures of chunks where they are not at hand. Rejects where the storage does. */
export const fetchFigures = (chunks: readonly number[]): Promise<void> => fetchFacts(shelf, chunks, giveUp);

/** What the checks said of a deal before, when all of it was as it is now; null where they must be made. */
export const keptChecks = (deal: string, of: string): Promise<DealChecks | null> => shelf.checks(deal, of);

/** Keeps what the checks say of a deal. Whatever goes wrong, they are made again another time. */
export const keepChecks = async (deal: string, of: string, checks: DealChecks): Promise<void> => {
  if (!stopped()) await shelf.keepChecks(deal, of, checks).catch(() => undefined);
};
