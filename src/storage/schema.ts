import type { DBSchema, IDBPDatabase, StoreNames } from 'idb';
import type { DealChecks } from '../ingest/deal-checks.ts';
import type { PackedFacts } from '../ingest/packed-reading.ts';

/**
 * What the browser keeps. Files that were read together are one chunk, in three records under one number, so that the
 * list of thousands is there before their figures are, and those before the text they were printed in.
 */

export const databaseName = 'paydown';

export const databaseVersion = 2;

/** How the records of this version are laid out; those of a higher number are left alone. */
export const recordFormat = 1;

/** Files without their figures. */
export interface HeadRecord {
  readonly chunk: number;
  readonly format: number;
  /** A `KeptHead[]` as JSON in UTF-8, null where a file was removed for good. */
  readonly heads: Uint8Array<ArrayBuffer>;
  /** What the chunk takes in all three records. */
  readonly bytes: number;
}

/** The figures: of each file, of each of its statements; null where the file was removed for good. */
export interface FactsRecord {
  readonly format: number;
  readonly files: readonly (readonly PackedFacts[] | null)[];
}

/** The text of all files of a chunk, one after the other, packed as one (raw deflate). */
export interface SourceRecord {
  readonly format: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** Where a kept file is: its chunk, and its place in it. */
export interface KeptPlace {
  readonly chunk: number;
  readonly index: number;
}

/** Files taken away: not shown any more, and to be had back until the record is carried out. */
export interface RemovalRecord {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** The files, or all chunks up to a number. */
  readonly what: readonly KeptPlace[] | { readonly upTo: number };
}

/** What the checks said of a deal, to be used again as long as `of` stands for the same statements, words and checks. */
export interface ChecksRecord {
  readonly format: number;
  readonly of: string;
  readonly checks: DealChecks;
}

export interface KeptSchema extends DBSchema {
  heads: { key: number; value: HeadRecord };
  facts: { key: number; value: FactsRecord };
  sources: { key: number; value: SourceRecord };
  removals: { key: number; value: RemovalRecord };
  /** By the id of the deal. */
  checks: { key: string; value: ChecksRecord };
}

export type KeptDatabase = IDBPDatabase<KeptSchema>;
export type StoreName = StoreNames<KeptSchema>;

/** Brings a database of any earlier version up to this one, step by step. */
export const upgradeDatabase = (database: KeptDatabase, from: number): void => {
  if (from < 1) {
    database.createObjectStore('heads', { keyPath: 'chunk', autoIncrement: true });
    database.createObjectStore('facts');
    database.createObjectStore('sources');
    database.createObjectStore('removals', { autoIncrement: true });
  }
  if (from < 2) database.createObjectStore('checks');
};
