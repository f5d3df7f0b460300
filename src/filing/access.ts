/** A file that is read piece by piece: a `Blob` in a worker, an open file in Node, or bytes in memory. */
export interface RandomAccess {
  /** In bytes. */
  readonly size: number;
  /** The bytes from `start` to `end`, exclusive; never asked for more than there is. Only read, never written to. */
  read(start: number, end: number): Uint8Array;
}

export function bytesAccess(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (start, end) => bytes.subarray(start, end) };
}

const windowSize = 262_144;

/** Serves small reads that lie close together from one larger read. */
export function buffered(access: RandomAccess): RandomAccess {
  let from = 0;
  let held: Uint8Array = new Uint8Array(0);
  return {
    size: access.size,
    read(start, end) {
      if (start < from || end > from + held.length) {
        if (end - start >= windowSize) return access.read(start, end);
        from = start;
        held = access.read(start, Math.min(access.size, start + windowSize));
      }
      return held.subarray(start - from, end - from);
    },
  };
}
