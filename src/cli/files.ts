import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buffered, type RandomAccess } from '../filing/access.ts';
import { archiveKind, openArchive } from '../filing/archive.ts';

/** Files of the command line: paths, folders and archives to bytes, one at a time. */

export interface GivenFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface UnreadableFile {
  readonly path: string;
  readonly fault: { readonly found: string; readonly advice: string };
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Every file under the paths, folders in order of their names, archives entry by entry. What cannot be opened comes as a fault. */
export function* givenFiles(paths: readonly string[]): Generator<GivenFile | UnreadableFile> {
  for (const path of paths) {
    let folder = false;
    try {
      folder = statSync(path).isDirectory();
    } catch {
      yield { path, fault: { found: 'There is no such file.', advice: 'Check the path.' } };
      continue;
    }
    if (folder) {
      const names = readdirSync(path).sort();
      yield* givenFiles(names.filter((name) => !name.startsWith('.')).map((name) => join(path, name)));
      continue;
    }
    yield* openedFile(path);
  }
}

const MARK = 512;

/** One file's bytes, or the entries of an archive, which is read where it lies. */
function* openedFile(path: string): Generator<GivenFile | UnreadableFile> {
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
