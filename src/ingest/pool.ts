import type { ArchivePart, FileToRead, FromWorker, ReadFile, ToWorker } from './messages.ts';
import { unread } from './unread.ts';

/** What the pool needs of a Worker. */
export interface Reader {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface PoolOptions {
  /** Readers at most; they start only when there is work for them. */
  readonly size: number;
  readonly start: () => Reader;
  /** Milliseconds that a reader may take over one file of that many bytes, or over one entry of it. */
  readonly patience: (bytes: number) => number;
  /** What was read since the last call, the files of which nothing more will come, and the bytes gone through. */
  readonly onRead: (read: readonly ReadFile[], finished: readonly FileToRead[], bytes: number) => void;
  readonly onIdle: () => void;
}

export interface Pool {
  add(files: readonly FileToRead[]): void;
  /** Hands nothing out until `resume` is called; what was handed out before is finished. */
  pause(): void;
  resume(): void;
  /** Stops all work at once; what was told before stays told. */
  stop(): void;
}

/** One message may carry so many files or bytes: small files are not worth a message each, large ones are. */
const filesPerBatch = 24;
const bytesPerBatch = 1_000_000;

/** Readers that never say they are ready, in a row, before the pool gives up on them. */
const startsInVain = 3;

interface Seat {
  readonly reader: Reader;
  /** Files handed out and not finished, in the order handed out; none while it waits for work. */
  files: readonly FileToRead[];
  /** The file being read, under the name of the archive's entry where it is one. */
  current: { readonly file: FileToRead; readonly name: string; readonly entry: number | null } | null;
  /** Of the part of an archive being read, what comes before this entry was told. */
  told: number | null;
  timer: ReturnType<typeof setTimeout> | undefined;
  ready: boolean;
}

const sizeOf = ({ content, part }: FileToRead): number => part?.bytes ?? content.size;

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 1000)} seconds`;

const lost = (name: string, bytes: number, found: string, advice: string): ReadFile => ({
  reading: unread(name, bytes, found, advice),
  digest: `unread-${name}`,
});

/**
 * Hands files out to readers, in batches. A reader that dies, or takes longer than `patience` over one file, is
 * replaced: that file is reported as not read, the others it held are handed out again.
 */
export const createPool = ({ size, start, patience, onRead, onIdle }: PoolOptions): Pool => {
  let waiting: FileToRead[] = [];
  let next = 0;
  let inVain = 0;
  let paused = false;
  const seats = new Set<Seat>();
  /** Archives handed out in parts, by their ids, with the parts that are not finished yet. */
  const shared = new Map<number, { readonly archive: FileToRead; readonly parts: Set<FileToRead>; bytes: number }>();
  let parts = 0;

  /** Tells of what was read, and of the files that are finished by it: an archive with the last of its parts. */
  const report = (read: readonly ReadFile[], ended: readonly FileToRead[]) => {
    const finished: FileToRead[] = [];
    let bytes = 0;
    for (const file of ended) {
      bytes += sizeOf(file);
      const whole = file.part === undefined ? undefined : shared.get(file.part.archive);
      if (whole === undefined) finished.push(file);
      else {
        whole.parts.delete(file);
        whole.bytes += sizeOf(file);
        if (whole.parts.size > 0) continue;
        finished.push(whole.archive);
        // Its directory is gone through too.
        bytes += Math.max(0, whole.archive.content.size - whole.bytes);
      }
    }
    onRead(read, finished, bytes);
  };

  /** Puts parts of an archive first in line: what was begun is finished before anything else. */
  const share = (archive: FileToRead, pieces: readonly Omit<ArchivePart, 'archive'>[]) => {
    const whole = shared.get(archive.id) ?? { archive, parts: new Set<FileToRead>(), bytes: 0 };
    shared.set(archive.id, whole);
    const files = pieces.map((piece) => {
      parts -= 1;
      return { id: parts, name: archive.name, content: archive.content, part: { archive: archive.id, ...piece } };
    });
    for (const file of files) whole.parts.add(file);
    waiting = [...files, ...waiting.slice(next)];
    next = 0;
  };

  /** What is left of a part when the reading of one of its files came to a bad end. */
  const resume = (file: FileToRead, told: number | null, blamed: number) => {
    const { part } = file;
    const whole = part === undefined ? undefined : shared.get(part.archive);
    if (part === undefined || whole === undefined) return;
    const before = { from: told ?? part.from, to: blamed, bytes: 0 };
    const after = { from: blamed + 1, to: part.to, bytes: 0 };
    share(
      whole.archive,
      [before, after].filter(({ from, to }) => from < to),
    );
  };

  const takeBatch = (): readonly FileToRead[] => {
    // What is left is spread over all readers rather than filling the first.
    const share = Math.max(1, Math.min(filesPerBatch, Math.ceil((waiting.length - next) / size)));
    const batch: FileToRead[] = [];
    let bytes = 0;
    while (batch.length < share && bytes < bytesPerBatch) {
      const file = waiting[next];
      if (file === undefined) break;
      next += 1;
      batch.push(file);
      bytes += sizeOf(file);
    }
    return batch;
  };

  const watch = (seat: Seat) => {
    clearTimeout(seat.timer);
    const reading = seat.current?.file ?? seat.files[0];
    const limit = patience(reading === undefined ? 0 : sizeOf(reading));
    seat.timer = setTimeout(() => replace(seat, `Reading was given up after ${seconds(limit)}.`), limit);
  };

  const dismiss = (seat: Seat) => {
    clearTimeout(seat.timer);
    seat.reader.onmessage = null;
    seat.reader.onerror = null;
    seat.reader.terminate();
    seats.delete(seat);
  };

  const hand = (seat: Seat) => {
    seat.files = paused ? [] : takeBatch();
    seat.current = null;
    seat.told = null;
    clearTimeout(seat.timer);
    if (seat.files.length === 0) return;
    seat.reader.postMessage({ files: seat.files });
    watch(seat);
  };

  const startReader = (): Reader | null => {
    try {
      return start();
    } catch {
      // A browser without module workers, or a policy that forbids them.
      return null;
    }
  };

  const hire = () => {
    const reader = startReader();
    if (reader === null) {
      giveUp([]);
      return;
    }
    const seat: Seat = { reader, files: [], current: null, told: null, timer: undefined, ready: false };
    seat.reader.onmessage = ({ data }) => listen(seat, data);
    seat.reader.onerror = (event) => {
      event.preventDefault();
      replace(seat, event.message ? `The reader stopped: ${event.message}` : 'The reader stopped without saying why.');
    };
    seats.add(seat);
    hand(seat);
  };

  const distribute = () => {
    if (!paused) {
      for (const seat of seats) if (seat.files.length === 0 && next < waiting.length) hand(seat);
      while (seats.size < size && next < waiting.length) hire();
    }
    if (next === waiting.length) {
      waiting = [];
      next = 0;
      if ([...seats].every(({ files }) => files.length === 0)) onIdle();
    }
  };

  const giveUp = (files: readonly FileToRead[]) => {
    const rest = [...files, ...waiting.slice(next)];
    waiting = [];
    next = 0;
    const found = 'The part of the page that reads files could not be started.';
    const advice = 'Reload the page and drop the file again; an extension or an old browser may be in the way.';
    report(
      rest.map((file) => lost(file.name, file.content.size, found, advice)),
      rest,
    );
  };

  const replace = (seat: Seat, found: string) => {
    const [first] = seat.files;
    const blamed = seat.current ?? (first === undefined ? null : { file: first, name: first.name, entry: null });
    const { files, ready, told } = seat;
    dismiss(seat);
    if (!ready) {
      inVain += 1;
      if (inVain < startsInVain) waiting.push(...files);
      else giveUp(files);
    } else if (blamed !== null) {
      waiting.push(...files.filter((file) => file !== blamed.file));
      const advice = 'The other files are not affected. If this file is a statement, please report it.';
      if (blamed.entry !== null) resume(blamed.file, told, blamed.entry);
      report([lost(blamed.name, blamed.file.content.size, found, advice)], [blamed.file]);
    }
    distribute();
  };

  const listen = (seat: Seat, message: FromWorker) => {
    if (message.kind === 'ready') {
      seat.ready = true;
      inVain = 0;
    } else if (message.kind === 'started') {
      const file = seat.files.find(({ id }) => id === message.id);
      seat.current = file === undefined ? null : { file, name: message.name, entry: message.entry };
      if (message.entry === null) seat.told = null;
      watch(seat);
    } else if (message.kind === 'listed') {
      const archive = seat.files.find(({ id }) => id === message.id);
      if (archive === undefined) return;
      seat.files = seat.files.filter((file) => file !== archive);
      seat.current = null;
      share(archive, message.parts);
      if (seat.files.length === 0) clearTimeout(seat.timer);
      distribute();
    } else {
      const finished = seat.files.filter(({ id }) => message.finished.includes(id));
      seat.files = seat.files.filter((file) => !finished.includes(file));
      if (seat.current !== null && finished.includes(seat.current.file)) seat.current = null;
      seat.told = message.entry;
      report(message.read, finished);
      if (seat.files.length > 0) return;
      clearTimeout(seat.timer);
      distribute();
    }
  };

  return {
    add: (files) => {
      for (const file of files) waiting.push(file);
      distribute();
    },
    pause: () => {
      paused = true;
    },
    resume: () => {
      paused = false;
      distribute();
    },
    stop: () => {
      waiting = [];
      next = 0;
      for (const seat of seats) dismiss(seat);
    },
  };
};
