/** A file as chosen, dropped, pasted or fetched, not opened yet. */
export interface FileSource {
  /** Its name, with the folders it was found in: `2002/may.txt`. */
  readonly name: string;
  readonly content: Blob;
  /** Why it could not be opened; then `content` is empty. */
  readonly unopened?: string;
}

/** What operating systems leave in folders for themselves; nobody means to drop these. */
const housekeeping = /(?:^|\/)(?:\.DS_Store|\._[^/]*|Thumbs\.db|desktop\.ini|__MACOSX(?:\/.*)?)$/i;

/** Whether a name is a file that somebody may have meant to drop. */
export const isMeant = (name: string): boolean => !housekeeping.test(name);

/** Files of an `<input>`, named by their path where a folder was chosen. */
export const filesOfInput = (files: Iterable<File>): readonly FileSource[] =>
  [...files]
    .map((file) => ({ name: file.webkitRelativePath || file.name, content: file }))
    .filter(({ name }) => isMeant(name));
