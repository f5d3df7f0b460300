import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffered, type RandomAccess } from '../filing/access.ts';
import { archiveKind, openArchive } from '../filing/archive.ts';

/** Files of the command line: which there are, and archives to bytes, one at a time. */

export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface UnreadableFile {
  readonly path: string;
  readonly fault: { readonly found: string; readonly advice: string };
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const missing = { found: 'There is no such file.', advice: 'Check the path.' };

/** The lines of standard input that are not empty. */
const linesOfInput = (): readonly string[] =>
  readFileSync(0, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');

/**
 * Every file under the paths, folders in order of their names; `-` stands for the paths that standard input names, one a
 * line. What is not there comes as a fault.
 */
export function* listedPaths(paths: readonly string[]): Generator<string | UnreadableFile> {
  for (const path of paths) {
    if (path === '-') {
      yield* listedPaths(linesOfInput().filter((line) => line !== '-'));
      continue;
    }
    let folder = false;
    try {
      folder = statSync(path).isDirectory();
    } catch {
      yield { path, fault: missing };
      continue;
    }
    if (!folder) yield path;
    else {
      const names = readdirSync(path).sort();
      yield* listedPaths(names.filter((name) => !name.startsWith('.')).map((name) => join(path, name)));
    }
  }
}

/**
 * Whose files must be read together: of EDGAR's folders (`edgar/data/1234567/…`) those of a filer, else each file by
 * itself. Depends on the path alone, so that every call with the same path has it in the same part.
 */
const together = (path: string): string => /(?:^|[\\/])edgar[\\/]data[\\/](\d+)[\\/]/i.exec(path)?.[1] ?? path;

/** Fowler–Noll–Vo, 32 bits: the same everywhere and spread evenly. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  // The low digits of the product alone would follow the last bytes.
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b) >>> 0;
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** Whether a path belongs to a part of the whole; the first part is 1. */
export const isInShard = (path: string, { part, of }: { readonly part: number; readonly of: number }): boolean =>
  hashOf(together(path)) % of === part - 1;

const MARK = 512;

/** One file's bytes, or the entries of an archive, which is read where it lies. */
export function* openedFile(path: string): Generator<GivenFile | UnreadableFile> {
  let descriptor = -1;
  try {
    descriptor = openSync(path, 'r');
    const head = new Uint8Array(MARK);
    const marked = readSync(descriptor, head, 0, MARK, 0);
    if (archiveKind(head.subarray(0, marked)) === null) yield { path, bytes: readFileSync(path) };
    else yield* openArchive(path, buffered(fileAccess(descriptor)));
  } catch (error) {
    yield {
      path,
      fault: { found: `The file could not be opened: ${words(error)}.`, advice: 'Check that it may be read.' },
    };
  } finally {
    if (descriptor >= 0) closeSync(descriptor);
  }
}

function fileAccess(descriptor: number): RandomAccess {
  return {
    size: fstatSync(descriptor).size,
    read(start, end) {
      const bytes = new Uint8Array(end - start);
      return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, start));
    },
  };
}
