import type { FileReading, Problem } from '../facts/fact.ts';
import { withParticulars } from '../facts/outline.ts';
import type { ReadFile } from '../ingest/messages.ts';
import type { KeptPlace } from '../storage/schema.ts';

/** Where the browser keeps a file. */
export interface KeptFile extends KeptPlace {
  /** Where its text begins and ends in that of its chunk; null where it has none. */
  readonly span: readonly [start: number, end: number] | null;
  /** What it takes: its share of the chunk. */
  readonly bytes: number;
}

/** A file on its way in: read just now, or kept since an earlier time. */
export interface ArrivingFile extends ReadFile {
  /** Absent while nobody keeps it. */
  readonly kept?: KeptFile;
}

/** A file that was read, or could not be. `file` of its reading is unique among those loaded. */
export interface LoadedFile extends ArrivingFile {
  /** Another loaded file with the same content, which counts in its place. */
  readonly copyOf: string | null;
  /** Its text was asked for and is gone, or another than the one that was read. */
  readonly textLost?: true;
}

/** The same reading under another name. */
const renamed = (reading: FileReading, file: string): FileReading => {
  const rename = (problem: Problem): Problem => ({ ...problem, file });
  return {
    ...reading,
    file,
    problems: reading.problems.map(rename),
    statements: reading.statements.map((statement) =>
      withParticulars(statement, { file, problems: statement.problems.map(rename) }),
    ),
  };
};

const freeName = (name: string, taken: { has(name: string): boolean }): string => {
  if (!taken.has(name)) return name;
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]{1,5})?$/s.exec(name) ?? [];
  let count = 2;
  while (taken.has(`${stem} (${count})${ending}`)) count += 1;
  return `${stem} (${count})${ending}`;
};

const sameness = ({ reading, digest }: ArrivingFile): string => `${reading.file}\u0000${digest}`;

/**
 * Loaded files with newly read ones added. A file with name and content of one that is there already changes nothing;
 * one with its name only gets a number; one with its content only is kept as a copy that doesn't count. A file that
 * could not be read gives its place up to the next of that name, one whose text is lost to the next of the same content.
 */
export const withFiles = (files: readonly LoadedFile[], read: readonly ArrivingFile[]): readonly LoadedFile[] => {
  const names = new Set(read.map(({ reading }) => reading.file));
  const again = new Set(read.map(sameness));
  const kept = files.filter(
    (file) =>
      (file.reading.statements.length > 0 || !names.has(file.reading.file)) &&
      !(file.textLost === true && again.has(sameness(file))),
  );
  const byName = new Map(kept.map((file) => [file.reading.file, file]));
  const byDigest = new Map<string, string>();
  for (const file of kept) if (file.copyOf === null) byDigest.set(file.digest, file.reading.file);
  const added: LoadedFile[] = [];
  for (const arriving of read) {
    const { reading, digest } = arriving;
    if (byName.get(reading.file)?.digest === digest) continue;
    const copyOf = byDigest.get(digest) ?? null;
    const name = freeName(reading.file, byName);
    const own = name === reading.file ? reading : renamed(reading, name);
    const file: LoadedFile = { ...arriving, reading: own, copyOf };
    if (copyOf === null) byDigest.set(digest, name);
    byName.set(name, file);
    added.push(file);
  }
  return added.length === 0 && kept.length === files.length ? files : [...kept, ...added];
};

/** Loaded files without some of them, told by name; a copy of one then counts in its place. */
export const withoutFiles = (files: readonly LoadedFile[], names: ReadonlySet<string>): readonly LoadedFile[] => {
  const heirs = new Map<string, string>();
  const left = files.filter((file) => !names.has(file.reading.file));
  if (left.length === files.length) return files;
  return left.map((file) => {
    if (file.copyOf === null || !names.has(file.copyOf)) return file;
    const heir = heirs.get(file.copyOf);
    if (heir === undefined) heirs.set(file.copyOf, file.reading.file);
    return { ...file, copyOf: heir ?? null };
  });
};

/** Whether anything came of a file. */
export const wasRead = ({ reading }: LoadedFile): boolean => reading.statements.length > 0;
