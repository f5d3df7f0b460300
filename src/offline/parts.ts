/** A file of a build: its path on the server, and the SHA-256 of its content in hexadecimal digits. */
export type Part = readonly [path: string, digest: string];

/** All that a page of one build may ask for. */
export interface Build {
  /** Same for same parts. */
  readonly version: string;
  readonly parts: readonly Part[];
}

/** What a page asks of the build that waits to take its place. */
export const takeOver = 'take over';
