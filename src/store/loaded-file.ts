import type { FileReading, Problem } from '../facts/fact.ts';
import { withParticulars } from '../facts/outline.ts';
import type { ReadFile, SourceBytes } from '../ingest/messages.ts';

/** A file that was read, or could not be. `file` of its reading is unique among those loaded. */
export interface LoadedFile {
  readonly reading: FileReading;
  readonly digest: string;
  /** Another loaded file with the same content, which counts in its place. */
  readonly copyOf: string | null;
  readonly source?: SourceBytes;
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

/**
 * Loaded files with newly read ones added. A file with name and content of one that is there already changes nothing;
 * one with its name only gets a number; one with its content only is kept as a copy that doesn't count. A file that
 * could not be read gives its place up to the next of that name.
 */
export const withFiles = (files: readonly LoadedFile[], read: readonly ReadFile[]): readonly LoadedFile[] => {
  const arriving = new Set(read.map(({ reading }) => reading.file));
  const kept = files.filter((file) => file.reading.statements.length > 0 || !arriving.has(file.reading.file));
  const byName = new Map(kept.map((file) => [file.reading.file, file]));
  const byDigest = new Map<string, string>();
  for (const file of kept) if (file.copyOf === null) byDigest.set(file.digest, file.reading.file);
  const added: LoadedFile[] = [];
  for (const { reading, digest, source } of read) {
    if (byName.get(reading.file)?.digest === digest) continue;
    const copyOf = byDigest.get(digest) ?? null;
    const name = freeName(reading.file, byName);
    const own = name === reading.file ? reading : renamed(reading, name);
    const file: LoadedFile = { reading: own, digest, copyOf, ...(source === undefined ? {} : { source }) };
    if (copyOf === null) byDigest.set(digest, name);
    byName.set(name, file);
    added.push(file);
  }
  return added.length === 0 && kept.length === files.length ? files : [...kept, ...added];
};

/** Loaded files without one of them; a copy of it then counts in its place. */
export const withoutFile = (files: readonly LoadedFile[], name: string): readonly LoadedFile[] => {
  const heir = files.find((file) => file.copyOf === name)?.reading.file;
  return files
    .filter((file) => file.reading.file !== name)
    .map((file) => {
      if (file.copyOf !== name) return file;
      return { ...file, copyOf: file.reading.file === heir ? null : (heir ?? null) };
    });
};

/** Whether anything came of a file. */
export const wasRead = ({ reading }: LoadedFile): boolean => reading.statements.length > 0;
