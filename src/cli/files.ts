import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isArchive, openArchive } from '../filing/archive.ts';

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
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(path);
    } catch (error) {
      yield { path, fault: { found: `The file could not be opened: ${words(error)}.`, advice: 'Check that it may be read.' } };
      continue;
    }
    if (isArchive(bytes)) yield* openArchive(path, bytes);
    else yield { path, bytes };
  }
}
