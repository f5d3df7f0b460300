import type { FileReading } from '../facts/fact.ts';

/** The reading of a file from which nothing came: what was found, and what to do about it. */
export const unread = (file: string, size: number, found: string, advice: string): FileReading => ({
  file,
  size,
  documents: [],
  statements: [],
  problems: [{ file, line: null, found, advice }],
});

/** The reading of a file that the browser would not open. */
export const unopenable = (file: string, size: number, cause: string): FileReading =>
  unread(
    file,
    size,
    `The browser could not open it: ${cause}`,
    'It may have been moved, renamed or locked since it was chosen. Drop it again.',
  );
