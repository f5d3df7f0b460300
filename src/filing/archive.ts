import { bytesAccess, type RandomAccess } from './access.ts';
import {
  type ArchiveFault,
  type ArchiveLimits,
  archiveLimits,
  type Budget,
  countBytes,
  entrySizeFault,
} from './budget.ts';
import { nameForPeople } from './disguise.ts';
import { cutOff, gunzip } from './inflate.ts';
import { byteReader, isTarHeader, tarEntries } from './tar.ts';
import { type Description, unpackEntry, zipDirectory, zipEntries } from './zip.ts';

export type ArchiveKind = 'zip' | 'gzip' | 'tar';

/** A file of an archive, or what is wrong with it (or with the archive, whose own path it then has). */
export type ArchiveEntry =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly fault: ArchiveFault };

/** What kind of archive begins with these bytes; 512 are enough. */
export function archiveKind(head: Uint8Array): ArchiveKind | null {
  if (head[0] === 0x50 && head[1] === 0x4b && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6))) {
    return 'zip';
  }
  if (head[0] === 0x1f && head[1] === 0x8b && head[2] === 8) return 'gzip';
  return isTarHeader(head.subarray(0, 512)) ? 'tar' : null;
}

/**
 * The files of a .zip, .gz, .tar or .tar.gz, one at a time, those of archives within it too. Directories and what
 * systems leave behind (`__MACOSX`, `.DS_Store`) are left out. Paths are `archive.zip!inner/path`, made harmless and
 * told apart; they are for people, never for writing files. Never throws for content: faults take the place of files.
 * @param name The archive's own path, with which those of its entries begin.
 */
export function* openArchive(
  name: string,
  archive: Uint8Array | RandomAccess,
  limits: ArchiveLimits = archiveLimits,
): Generator<ArchiveEntry> {
  const access = archive instanceof Uint8Array ? bytesAccess(archive) : archive;
  const budget: Budget = { limits, entries: 0, bytes: 0, spent: false };
  let empty = true;
  for (const entry of unpackArchive(name, access, budget, 0, new Map())) {
    empty = false;
    yield entry;
  }
  if (empty) {
    yield {
      path: name,
      fault: { found: 'The archive holds no files.', advice: 'Give the filings themselves or another archive.' },
    };
  }
}

/** A file of a zip by its directory, not unpacked yet. */
export interface ListedFile {
  readonly path: string;
  /** Bytes that it takes up in the archive. */
  readonly packedSize: number;
  readonly entry: Description;
}

/**
 * The files of a zip, so that several readers can share it, by the paths that `openArchive` tells. null for what has to
 * be read from its start to its end: other archives, those without a sound directory, and those beyond the limits.
 */
export function listArchive(
  name: string,
  archive: RandomAccess,
  limits: ArchiveLimits = archiveLimits,
): readonly ListedFile[] | null {
  if (archiveKind(archive.read(0, Math.min(512, archive.size))) !== 'zip') return null;
  const entries = zipDirectory(archive);
  if (entries === null || entries.length > limits.entries) return null;
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.totalBytes) return null;
  // Entries that lie over each other are a bomb: read one after the other, they share one budget.
  if (entries.reduce((sum, { packedSize }) => sum + packedSize, 0) > archive.size) return null;
  const paths = new Map<string, number>();
  return entries
    .filter((entry) => !isLeftover(entry.name))
    .map((entry) => ({
      path: uniquePath(`${name}!${harmlessPath(entry.name)}`, paths),
      packedSize: entry.packedSize,
      entry,
    }));
}

/** One file of a zip, or the files of the archive that it is. Never throws for content. */
export function* openListed(
  file: ListedFile,
  archive: RandomAccess,
  limits: ArchiveLimits = archiveLimits,
): Generator<ArchiveEntry> {
  const budget: Budget = { limits, entries: 0, bytes: 0, spent: false };
  yield* unpackFile(file.path, unpackEntry(archive, file.entry, budget), budget, 0, new Map());
}

function* unpackArchive(
  path: string,
  archive: RandomAccess,
  budget: Budget,
  depth: number,
  paths: Map<string, number>,
): Generator<ArchiveEntry> {
  const kind = archiveKind(archive.read(0, Math.min(512, archive.size)));
  if (kind === null) {
    yield {
      path,
      fault: { found: 'This is no archive that can be opened.', advice: 'Give a .zip, .gz, .tar or .tar.gz file.' },
    };
    return;
  }
  const entries = kind === 'zip' ? zipFiles(archive, budget) : streamFiles(path, archive, kind, budget);
  for (;;) {
    const next = entries.next();
    if (next.done) {
      if (next.value !== null) yield { path, fault: next.value };
      return;
    }
    const entryPath = uniquePath(`${path}!${harmlessPath(next.value.name)}`, paths);
    const { content } = next.value;
    const tooMuch = countBytes(budget, content instanceof Uint8Array ? content.length : 0);
    if (tooMuch !== null) {
      if (!(content instanceof Uint8Array)) yield { path: entryPath, fault: content };
      yield { path, fault: tooMuch };
      return;
    }
    yield* unpackFile(entryPath, content, budget, depth, paths);
    if (budget.spent) return;
  }
}

/** A file that came out of an archive, or the files of the archive that it is. */
function* unpackFile(
  path: string,
  content: Uint8Array | ArchiveFault,
  budget: Budget,
  depth: number,
  paths: Map<string, number>,
): Generator<ArchiveEntry> {
  if (!(content instanceof Uint8Array)) {
    yield { path, fault: content };
  } else if (archiveKind(content) === null) {
    yield { path, bytes: content };
  } else if (depth < budget.limits.nesting) {
    yield* unpackArchive(path, bytesAccess(content), budget, depth + 1, paths);
  } else {
    yield {
      path,
      fault: {
        found: 'This is an archive within an archive within an archive.',
        advice: 'Unpack the outermost yourself and give the archives in it.',
      },
    };
  }
}

interface File {
  readonly name: string;
  readonly content: Uint8Array | ArchiveFault;
}

function* zipFiles(archive: RandomAccess, budget: Budget): Generator<File, ArchiveFault | null> {
  const entries = zipEntries(archive, budget);
  for (;;) {
    const next = entries.next();
    if (next.done) return next.value;
    if (!isLeftover(next.value.name)) yield { name: next.value.name, content: next.value.unpack() };
  }
}

/** A tar, packed or not, or a single packed file. */
function* streamFiles(
  path: string,
  archive: RandomAccess,
  kind: ArchiveKind,
  budget: Budget,
): Generator<File, ArchiveFault | null> {
  const reader = byteReader(kind === 'gzip' ? gunzip(archive, budget) : chunksOf(archive));
  if (isTarHeader(reader.peek(512))) {
    const entries = tarEntries(reader, budget);
    for (;;) {
      const next = entries.next();
      if (next.done) return next.value;
      if (!isLeftover(next.value.name)) yield next.value;
    }
  }
  const content = reader.take(budget.limits.entryBytes + 1);
  const fault = reader.fault();
  const name = (path.split(/[/\\!]/).pop() ?? path).replace(/\.gz$/i, '');
  const tooLarge = entrySizeFault(content.length, budget.limits);
  if (tooLarge !== null) {
    yield { name, content: tooLarge };
    return null;
  }
  // What comes before a cut is sound; what comes before damage may be damaged itself.
  if (fault === null || (fault === cutOff && content.length > 0)) yield { name, content };
  return fault;
}

const chunkSize = 262_144;

function* chunksOf(archive: RandomAccess): Generator<Uint8Array, null> {
  for (let at = 0; at < archive.size; at += chunkSize) {
    yield archive.read(at, Math.min(at + chunkSize, archive.size));
  }
  return null;
}

/** What systems put into archives by themselves. */
function isLeftover(name: string): boolean {
  return /(?:^|[/\\])(?:__MACOSX(?:[/\\]|$)|\.DS_Store$|\._[^/\\]*$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

/** A name that leads nowhere: no steps upward, no root, nothing that shows it as another than it is. */
function harmlessPath(name: string): string {
  const leads = (step: string): boolean => step !== '.' && step !== '..';
  // An exclamation mark parts the steps of a path as well: what stands behind it is in the archive before it.
  const steps = name
    .replaceAll('\\', '/')
    .split('/')
    .map((step) => step.split('!').filter(leads).join('!'));
  const path = steps.filter((step) => step !== '').join('/');
  return nameForPeople(path) || 'unnamed';
}

function uniquePath(path: string, paths: Map<string, number>): string {
  let unique = path;
  let count = paths.get(path) ?? 0;
  while (paths.has(unique)) unique = `${path} (${++count + 1})`;
  paths.set(unique, 0);
  if (unique !== path) paths.set(path, count);
  return unique;
}
