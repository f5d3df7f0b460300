import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes all of the text or bytes, also where a pipe takes a part at a time. Ends quietly where nobody reads on. */
export function writeAll(descriptor: number, content: string | Uint8Array): void {
  let bytes = typeof content === 'string' ? Buffer.from(content) : content;
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      else if (code === 'EPIPE') process.exit(0);
      else throw error;
    }
  }
}

/**
 * Writes a file that is there in whole or not at all: under a hidden name first, then under its own. What a call that
 * was broken off left behind is written over by the next.
 */
export function writeWhole(path: string, pieces: Iterable<Uint8Array>): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = join(dirname(path), `.${basename(path)}.part`);
  const descriptor = openSync(unfinished, 'w');
  try {
    for (const piece of pieces) writeAll(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, path);
}
