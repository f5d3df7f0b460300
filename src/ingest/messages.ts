import type { FileReading } from '../facts/fact.ts';
import type { PackedReading } from './packed-reading.ts';

/** A file on its way to a worker. A Blob crosses as a handle: its bytes are neither copied nor held by the page. */
export interface FileToRead {
  readonly id: number;
  /** Its name, with the folders it was dropped in. */
  readonly name: string;
  readonly content: Blob;
  /** Of an archive, only these of its files. */
  readonly part?: ArchivePart;
}

/** Some of the files of an archive, by their places in its directory. */
export interface ArchivePart {
  /** Stands for the archive: whoever has listed it for one part need not do so for the next. */
  readonly archive: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** Bytes of the archive that they take up. */
  readonly bytes: number;
}

/** Where a file's bytes can be had again: among those of the files that were told together, packed as one (raw deflate). */
export interface SourceBytes {
  readonly content: Blob;
  /** Where the file begins and ends in what was packed. */
  readonly start: number;
  readonly end: number;
}

/** What one file, or one entry of an archive, turned out to be. */
export interface ReadFile {
  readonly reading: FileReading;
  /** Same for same bytes: recognises a file dropped twice. */
  readonly digest: string;
  /** Absent where there were no bytes to read. */
  readonly source?: SourceBytes;
}

/** From the page to a worker: files to read, one after the other. */
export interface ToWorker {
  readonly files: readonly FileToRead[];
}

/** From a worker to the page. */
export type FromWorker =
  /** The worker has loaded and takes files. */
  | { readonly kind: 'ready' }
  /** Work on a file, or on an entry of an archive, begins: whoever waits starts counting anew. `entry` is its place in a part. */
  | { readonly kind: 'started'; readonly id: number; readonly name: string; readonly entry: number | null }
  /** An archive that several readers can share. Nothing was read of it. */
  | { readonly kind: 'listed'; readonly id: number; readonly parts: readonly Omit<ArchivePart, 'archive'>[] }
  /**
   * What was read since the last message, and the files of which nothing more will come. Of the part of an archive that
   * is being read, everything before `entry` was told.
   */
  | {
      readonly kind: 'read';
      readonly read: readonly ReadFile[];
      readonly finished: readonly number[];
      readonly entry: number | null;
    };

/** As it crosses: what was read is packed. */
export type PackedFromWorker =
  | Exclude<FromWorker, { readonly kind: 'read' }>
  | {
      readonly kind: 'read';
      readonly read: readonly (Omit<ReadFile, 'reading'> & { readonly reading: PackedReading })[];
      readonly finished: readonly number[];
      readonly entry: number | null;
    };
