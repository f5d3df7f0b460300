import { Gunzip, Inflate, inflateSync } from 'fflate';
import type { RandomAccess } from './access.ts';
import { type ArchiveFault, type Budget, entrySizeFault, ratioFault } from './budget.ts';

/** DEFLATE without trust: sizes that an archive declares decide nothing, output is stopped where a limit is reached. */

/** No byte of DEFLATE unpacks to more than this, https://zlib.net/zlib_tech.html. */
const mostPerByte = 1032;
const inputChunk = 32_768;

const damaged: ArchiveFault = {
  found: 'The packed data is damaged.',
  advice: 'Download or pack the archive again.',
};

export const cutOff: ArchiveFault = {
  found: 'The archive ends in the middle: it was probably cut off.',
  advice: 'What was complete was read. Download the archive again.',
};

/** Unpacks one entry of a ZIP, its packed bytes given. What is unpacked in vain is counted too: thousands of entries may share the same bytes. */
export function inflateEntry(packed: Uint8Array, budget: Budget): Uint8Array | ArchiveFault {
  const { limits } = budget;
  try {
    if (packed.length * mostPerByte <= limits.entryBytes) {
      const bytes = inflateSync(packed);
      const fault = ratioFault(bytes.length, packed.length, limits);
      if (fault !== null) budget.bytes += bytes.length;
      return fault ?? bytes;
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate((chunk) => {
      chunks.push(chunk);
      size += chunk.length;
    });
    for (let at = 0; at < packed.length; at += inputChunk) {
      const end = Math.min(at + inputChunk, packed.length);
      inflate.push(packed.subarray(at, end), end === packed.length);
      const fault = entrySizeFault(size, limits) ?? ratioFault(size, end, limits);
      if (fault !== null) {
        budget.bytes += size;
        return fault;
      }
    }
    return joinChunks(chunks, size);
  } catch {
    return damaged;
  }
}

/**
 * The contents of a gzip file, of all its members, piece by piece. Returns what is wrong with it once it has given all
 * that could be unpacked; null if it is sound.
 */
export function* gunzip(packed: RandomAccess, budget: Budget): Generator<Uint8Array, ArchiveFault | null> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  let members = 1;
  let checksum = 0;
  const inflate = new Gunzip((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    checksum = crc32(chunk, checksum);
  });
  inflate.onmember = () => {
    members++;
  };
  for (let at = 0; at < packed.size; at += inputChunk) {
    const end = Math.min(at + inputChunk, packed.size);
    let fault: ArchiveFault | null = null;
    try {
      inflate.push(packed.read(at, end), end === packed.size);
    } catch {
      fault = end === packed.size ? cutOff : damaged;
    }
    const excess = ratioFault(size, end, budget.limits);
    if (excess !== null) return excess;
    yield* chunks;
    chunks = [];
    if (fault !== null) return fault;
  }
  // Checksums of several members cannot be told apart from outside; one member has its own at the very end.
  if (members > 1 || packed.size < 18) return null;
  const trailer = packed.read(packed.size - 8, packed.size);
  const view = new DataView(trailer.buffer, trailer.byteOffset, trailer.byteLength);
  if (view.getUint32(4, true) !== size % 2 ** 32) return cutOff;
  return view.getUint32(0, true) === checksum ? null : damaged;
}

export function joinChunks(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const joined = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 as in ZIP and gzip; `before` is that of the bytes that went before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let rest = ~before;
  for (let at = 0; at < bytes.length; at++) rest = crcTable[(rest ^ bytes[at]!) & 255]! ^ (rest >>> 8);
  return ~rest >>> 0;
}
