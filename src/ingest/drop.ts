import { type FileSource, filesOfInput, isMeant } from './file-source.ts';

/** Told of files as they are found: a folder of thousands need not be walked to its end before reading begins. */
export type Found = (files: readonly FileSource[]) => void;

const nameOf = (entry: FileSystemEntry): string => entry.fullPath.replace(/^\/+/, '') || entry.name;

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });

const unopened =
  (name: string) =>
  (cause: unknown): FileSource => ({
    name,
    content: new Blob([]),
    unopened: cause instanceof Error ? cause.message : String(cause),
  });

const readAll = async (directory: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> => {
  const reader = directory.createReader();
  const entries: FileSystemEntry[] = [];
  // Browsers hand out a folder in pieces of a hundred; an empty piece is the end.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (piece.length === 0) return entries;
    entries.push(...piece);
  }
};

const open = (entry: FileSystemFileEntry): Promise<FileSource> =>
  fileOf(entry).then((content) => ({ name: nameOf(entry), content }), unopened(nameOf(entry)));

/** Files opened at a time: enough to keep the browser busy, few enough to leave the page time to draw. */
const piece = 32;

const walk = async (entries: readonly FileSystemEntry[], found: Found): Promise<void> => {
  const files = entries.filter(isFile).filter((entry) => isMeant(nameOf(entry)));
  for (let start = 0; start < files.length; start += piece) {
    found(await Promise.all(files.slice(start, start + piece).map(open)));
  }
  for (const directory of entries.filter(isDirectory)) {
    try {
      await walk(await readAll(directory), found);
    } catch (cause) {
      found([unopened(nameOf(directory))(cause)]);
    }
  }
};

/**
 * The files of a drop or paste, folders walked to their last corner. Must be called while the event is being handled:
 * the browser empties the transfer right after. Settles when everything has been told to `found`.
 */
export const filesOfTransfer = (transfer: DataTransfer, found: Found): Promise<void> => {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file');
  const entries = items.map((item) => item.webkitGetAsEntry());
  const known = entries.filter((entry) => entry !== null);
  if (known.length < entries.length || items.length === 0) {
    // A pasted file has no entry in some browsers.
    found(filesOfInput(transfer.files));
    return Promise.resolve();
  }
  return walk(known, found);
};

/** Text pasted as if it were a file; null for a paste that holds no more than a few words. */
export const textOfTransfer = (transfer: DataTransfer, name: string): FileSource | null => {
  const text = transfer.getData('text/plain');
  return text.trim().length < 40 ? null : { name, content: new Blob([text], { type: 'text/plain' }) };
};
