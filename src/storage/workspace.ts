import { Zip, ZipDeflate } from 'fflate';
import { bytesAccess } from '../filing/access.ts';
import { archiveKind } from '../filing/archive.ts';
import { type ArchiveLimits, archiveLimits, type Budget, countBytes } from '../filing/budget.ts';
import { zipEntries } from '../filing/zip.ts';

/**
 * A workspace in one file: a zip of the texts of all its files, a list of their names, and the words taught. What is
 * read of the texts is not in it, so that whoever opens it reads them anew and need not trust the one who saved it.
 *
 *     paydown.json          {"paydown": 1, "files": [{"name": "may.txt", "path": "sources/00001.txt"}]}
 *     vocabulary.json       the words taught
 *     sources/00001.txt     …
 */

export interface WorkspaceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Workspace {
  readonly files: readonly WorkspaceFile[];
  /** The words taught, as `printTaughtWords` writes them; null where none came with it. */
  readonly vocabulary: string | null;
}

const version = 1;
const listName = 'paydown.json';
const vocabularyName = 'vocabulary.json';

/** A zip without extensions holds no more entries. */
const mostEntries = 65_000;

/** The same for everybody: a workspace of the same content is the same file. Zip knows no time zones and no earlier year. */
const anyTime = new Date(1980, 0, 1, 12);

const encoder = new TextEncoder();

const byName = (left: { readonly name: string }, right: { readonly name: string }): number =>
  left.name < right.name ? -1 : left.name > right.name ? 1 : 0;

const pathOf = (number: number, name: string): string =>
  `sources/${String(number).padStart(5, '0')}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? ''}`;

/** A list of files as it is written into a workspace: sorted by name, with a place for each. */
const listOf = (names: readonly string[]): readonly { readonly name: string; readonly path: string }[] =>
  names
    .map((name) => ({ name }))
    .sort(byName)
    .map(({ name }, at) => ({ name, path: pathOf(at + 1, name) }));

/**
 * Writes a workspace, a file at a time. The same names, bytes and words give the same bytes, whatever their order.
 * @param names of all files, each once
 * @param bytesOf the bytes of one of them
 * @param put takes the workspace piece by piece
 * @throws Error in words for more files than a zip holds
 */
export const writeWorkspace = async (
  names: readonly string[],
  bytesOf: (name: string) => Promise<Uint8Array>,
  vocabulary: string,
  put: (piece: Uint8Array) => void,
): Promise<void> => {
  if (names.length > mostEntries) {
    const most = mostEntries.toLocaleString('en-US');
    throw new Error(`A workspace file holds ${most} files at most. Save the deals one by one.`);
  }
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error !== null) failed = error;
    else put(piece);
  });
  const add = (name: string, bytes: Uint8Array) => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = anyTime;
    zip.add(entry);
    entry.push(bytes, true);
    if (failed !== null) throw failed;
  };
  const files = listOf(names);
  add(listName, encoder.encode(`${JSON.stringify({ paydown: version, files }, null, 1)}\n`));
  add(vocabularyName, encoder.encode(vocabulary));
  for (const { name, path } of files) add(path, await bytesOf(name));
  zip.end();
};

const refuse = (found: string): never => {
  throw new Error(found);
};

/** Names that mean something to the language itself and have no business in a file. */
const forbidden = ['__proto__', 'constructor', 'prototype'];

const parse = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text, (key, value: unknown) =>
      forbidden.includes(key)
        ? refuse(`${name} of the workspace holds the key “${key}”, which no workspace has.`)
        : value,
    );
  } catch (cause) {
    if (cause instanceof SyntaxError) return refuse(`${name} of the workspace is no JSON.`);
    if (cause instanceof RangeError) return refuse(`${name} of the workspace holds lists within lists without end.`);
    throw cause;
  }
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name of an archive's entry may have 65,535 bytes, and archives lie within archives. */
const longestName = 300_000;

const path = /^sources\/\d{5}(?:\.[a-z0-9]{1,5})?$/;

const parseList = (text: string): ReadonlyMap<string, string> => {
  const list = parse(text, listName);
  if (!isObject(list) || typeof list.paydown !== 'number') return refuse(`${listName} says nothing of a workspace.`);
  if (list.paydown > version) {
    return refuse('The workspace was saved by a newer Paydown. Reload the page, or get the newer one, to open it.');
  }
  if (!Array.isArray(list.files)) return refuse(`${listName} of the workspace has no list of files.`);
  const names = new Map<string, string>();
  const seen = new Set<string>();
  for (const [at, file] of (list.files as readonly unknown[]).entries()) {
    const place = `File ${at + 1} in the list of the workspace`;
    if (!isObject(file)) return refuse(`${place} is no object.`);
    const { name, path: where } = file;
    if (typeof name !== 'string' || name === '' || name.length > longestName || /\p{Cc}/u.test(name)) {
      return refuse(`${place} has no name that a file could have.`);
    }
    if (typeof where !== 'string' || !path.test(where)) {
      return refuse(`${place}, “${name}”, lies at a place where no workspace has files.`);
    }
    if (seen.has(name) || names.has(where)) return refuse(`${place}, “${name}”, is there twice.`);
    seen.add(name);
    names.set(where, name);
  }
  return names;
};

const textOf = (bytes: Uint8Array, name: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(`${name} of the workspace is no UTF-8 text.`);
  }
};

/**
 * Reads a workspace of unknown origin. What its list does not mention is left alone.
 * @throws Error in words for what is none, or damaged, or larger than `limits`
 */
export const readWorkspace = (bytes: Uint8Array, limits: ArchiveLimits = archiveLimits): Workspace => {
  if (archiveKind(bytes.subarray(0, 512)) !== 'zip') {
    return refuse('This is no workspace file. Paydown saves them with “Save as workspace file” on its page of files.');
  }
  const budget: Budget = { limits, entries: 0, bytes: 0, spent: false };
  const entries = new Map<string, () => Uint8Array>();
  const all = zipEntries(bytesAccess(bytes), budget);
  for (;;) {
    const next = all.next();
    if (next.done) {
      if (next.value !== null) refuse(`${next.value.found} ${next.value.advice}`);
      break;
    }
    const { name, unpack } = next.value;
    if (entries.has(name)) refuse(`The workspace holds “${name}” twice.`);
    entries.set(name, () => {
      const content = unpack();
      if (!(content instanceof Uint8Array)) return refuse(`${name} of the workspace: ${content.found}`);
      const fault = countBytes(budget, content.length);
      return fault === null ? content : refuse(fault.found);
    });
  }
  const list = entries.get(listName) ?? refuse(`This zip holds no ${listName}: it is no workspace.`);
  const names = parseList(textOf(list(), listName));
  const vocabulary = entries.get(vocabularyName);
  const words = vocabulary === undefined ? null : textOf(vocabulary(), vocabularyName);
  // Whatever else is wrong with it is said where it is read; keys that are no keys are refused here.
  if (words !== null) parse(words, vocabularyName);
  const files = [...names].map(([where, name]) => {
    const source = entries.get(where) ?? refuse(`“${name}” is in the list of the workspace, but not in the workspace.`);
    return { name, bytes: source() };
  });
  return { files, vocabulary: words };
};
