import type { ArchiveFault, Budget } from './budget.ts';
import { countEntry, entrySizeFault } from './budget.ts';
import { joinChunks } from './inflate.ts';

/** Tar archives as a stream, https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html and GNU long names. */

const blockSize = 512;
const latin1 = new TextDecoder('windows-1252');
const utf8 = new TextDecoder('utf-8');

export interface TarEntry {
  readonly name: string;
  readonly content: Uint8Array | ArchiveFault;
}

/** A stream of bytes from which pieces of a wanted size are taken. */
interface ByteReader {
  /** The next `size` bytes without passing them; fewer at the end of the stream. */
  peek(size: number): Uint8Array;
  /** As `peek`, and goes past them. */
  take(size: number): Uint8Array;
  /** Goes past `size` bytes; false if there are fewer. */
  skip(size: number): boolean;
  /** What the stream said about itself when it ended. */
  fault(): ArchiveFault | null;
}

export function byteReader(stream: Generator<Uint8Array, ArchiveFault | null>): ByteReader {
  let held: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  let fault: ArchiveFault | null = null;
  const fill = (wanted: number): void => {
    while (size < wanted && !ended) {
      const next = stream.next();
      if (next.done) {
        ended = true;
        fault = next.value;
      } else if (next.value.length > 0) {
        held.push(next.value);
        size += next.value.length;
      }
    }
  };
  const gather = (wanted: number): Uint8Array => {
    fill(wanted);
    if (held.length > 1 && held[0]!.length < wanted) held = [joinChunks(held, size)];
    return held[0]?.subarray(0, wanted) ?? new Uint8Array(0);
  };
  const drop = (count: number): void => {
    let rest = count;
    size -= count;
    while (rest > 0) {
      const first = held[0]!;
      if (first.length > rest) {
        held[0] = first.subarray(rest);
        return;
      }
      rest -= first.length;
      held.shift();
    }
  };
  return {
    peek: gather,
    take(wanted) {
      const taken = gather(wanted).slice();
      drop(taken.length);
      return taken;
    },
    skip(count) {
      let rest = count;
      while (rest > 0) {
        fill(1);
        if (size === 0) return false;
        const part = Math.min(rest, size);
        drop(part);
        rest -= part;
      }
      return true;
    },
    fault() {
      fill(1);
      return fault;
    },
  };
}

/** Whether a block is a tar header: its checksum says so, in archives of every age. */
export function isTarHeader(block: Uint8Array): boolean {
  if (block.length < blockSize || block[0] === 0) return false;
  const declared = octal(block, 148, 8);
  let sum = 0;
  for (let at = 0; at < blockSize; at++) sum += at >= 148 && at < 156 ? 32 : block[at]!;
  return declared === sum;
}

/** The regular files of a tar, in order, each unpacked when asked for. Returns what is wrong with the archive. */
export function* tarEntries(reader: ByteReader, budget: Budget): Generator<TarEntry, ArchiveFault | null> {
  let longName: string | null = null;
  let longSize: number | null = null;
  for (;;) {
    const header = reader.take(blockSize);
    if (header.every((byte) => byte === 0)) return reader.fault();
    if (!isTarHeader(header)) return header.length < blockSize ? truncated : damaged;
    const type = String.fromCharCode(header[156]!);
    const size = type === '5' ? 0 : (longSize ?? octal(header, 124, 12));
    if (size === null) return damaged;
    const padding = (blockSize - (size % blockSize)) % blockSize;
    if ('LxK'.includes(type) && size <= 1_048_576) {
      const text = reader.take(size);
      if (text.length < size || !reader.skip(padding)) return truncated;
      if (type === 'L') longName = textOf(text);
      if (type === 'x') {
        const pax = paxRecords(text);
        longName = pax.get('path') ?? longName;
        longSize = pax.has('size') ? Number(pax.get('size')) : null;
      }
      continue;
    }
    const name: string = longName ?? nameOf(header);
    longName = null;
    longSize = null;
    const regular = type === '0' || type === '\0' || type === '7' || type === 'S';
    if (!regular || name.endsWith('/')) {
      if (!reader.skip(size + padding)) return truncated;
      continue;
    }
    const many = countEntry(budget);
    if (many !== null) return many;
    const fault = type === 'S' ? sparse : entrySizeFault(size, budget.limits);
    if (fault !== null) {
      yield { name, content: fault };
      if (!reader.skip(size + padding)) return truncated;
      continue;
    }
    const content = reader.take(size);
    if (content.length < size) {
      yield { name, content: truncatedEntry };
      return reader.fault() ?? truncated;
    }
    yield { name, content };
    if (!reader.skip(padding)) return null;
  }
}

const truncated: ArchiveFault = {
  found: 'The archive ends in the middle: it was probably cut off.',
  advice: 'What was complete was read. Download the archive again.',
};
const truncatedEntry: ArchiveFault = {
  found: 'The archive ends in the middle of this entry.',
  advice: 'Download the archive again.',
};
const damaged: ArchiveFault = {
  found: 'The tar archive is damaged: there is no entry where one should begin.',
  advice: 'What came before was read. Download or pack the archive again.',
};
const sparse: ArchiveFault = {
  found: 'The entry is stored as a sparse file, which is not supported.',
  advice: 'Pack the file again without that option.',
};

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const hasPrefix = latin1.decode(header.subarray(257, 263)) === 'ustar\0';
  const prefix = hasPrefix ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return utf8.decode(end === -1 ? bytes : bytes.subarray(0, end));
}

/** A number in octal digits, or in binary where its first bit is set; null if it is neither. */
function octal(header: Uint8Array, start: number, length: number): number | null {
  if ((header[start]! & 0x80) !== 0) {
    let value = header[start]! & 0x7f;
    for (let at = start + 1; at < start + length; at++) value = value * 256 + header[at]!;
    return value <= Number.MAX_SAFE_INTEGER ? value : null;
  }
  const digits = latin1
    .decode(header.subarray(start, start + length))
    .replace(/[\0 ]+$/, '')
    .trim();
  return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : digits === '' ? 0 : null;
}

/** Records `length key=value\n`. */
function paxRecords(bytes: Uint8Array): Map<string, string> {
  const records = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const length = Number(latin1.decode(bytes.subarray(at, Math.max(at, space))));
    if (space === -1 || !(length > 0)) break;
    const record = utf8.decode(bytes.subarray(space + 1, at + length - 1));
    const equals = record.indexOf('=');
    if (equals > 0) records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}
