import { buffered, type RandomAccess } from './access.ts';
import { type ArchiveFault, type Budget, countEntry, entrySizeFault } from './budget.ts';
import { crc32, inflateEntry } from './inflate.ts';

/**
 * ZIP archives by their central directory, https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT. Only the
 * directory and the entry that is asked for are held in memory.
 */

export interface ZipEntry {
  readonly name: string;
  /** Unpacks the entry. */
  readonly unpack: () => Uint8Array | ArchiveFault;
}

/** An entry as its header describes it; sizes may be lies. */
export interface Description {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const endSize = 22;

/**
 * The entries of a sound directory, in its order; null where it is missing, damaged or that of an Office document.
 * What the entries take up is as the directory says: unpacking refuses an entry that takes up something else.
 */
export function zipDirectory(archive: RandomAccess): readonly Description[] | null {
  const directory = findDirectory(archive);
  if (directory === null) return null;
  const found: Description[] = [];
  const descriptions = describedIn(directory, buffered(archive));
  for (;;) {
    const next = descriptions.next();
    if (next.done) return next.value === null ? found : null;
    found.push(next.value);
  }
}

/** The files of an archive in the order of its directory. Returns what is wrong with the archive as a whole. */
export function* zipEntries(archive: RandomAccess, budget: Budget): Generator<ZipEntry, ArchiveFault | null> {
  const directory = findDirectory(archive);
  const locals = buffered(archive);
  if (directory === null) {
    yield* entriesFromStart(archive, locals, budget);
    return {
      found: 'The end of the ZIP archive, where its directory stands, is missing: it was probably cut off.',
      advice: 'What could be found was read. Download the archive again.',
    };
  }
  const descriptions = describedIn(directory, buffered(archive));
  for (;;) {
    const next = descriptions.next();
    if (next.done) return next.value;
    const entry = next.value;
    const many = countEntry(budget);
    if (many !== null) return many;
    yield { name: entry.name, unpack: () => unpackEntry(locals, entry, budget) };
  }
}

/** Files as a directory describes them. Returns what is wrong with it. */
function* describedIn(directory: Directory, reader: RandomAccess): Generator<Description, ArchiveFault | null> {
  for (let at = directory.start; at + 46 <= directory.end; ) {
    const header = viewOf(reader.read(at, at + 46));
    if (header.getUint32(0, true) !== centralSignature) return damagedDirectory;
    const nameLength = header.getUint16(28, true);
    const extraLength = header.getUint16(30, true);
    const next = at + 46 + nameLength + extraLength + header.getUint16(32, true);
    if (next > directory.end) return damagedDirectory;
    const variable = reader.read(at + 46, at + 46 + nameLength + extraLength);
    at = next;
    const entry = centralEntry(header, variable, nameLength, directory.shift);
    if (entry.name === '[Content_Types].xml') return office;
    if (!entry.name.endsWith('/') && !entry.name.endsWith('\\')) yield entry;
  }
  return null;
}

const damagedDirectory: ArchiveFault = {
  found: 'The directory of the ZIP archive is damaged.',
  advice: 'What came before was read. Download or pack the archive again.',
};
const office: ArchiveFault = {
  found: 'This is an Office document (.xlsx, .docx), not an archive of filings.',
  advice: 'Give the filing as it was filed, as text or HTML.',
};

interface Directory {
  readonly start: number;
  readonly end: number;
  /** How far everything stands behind where the archive says: something was put before it. */
  readonly shift: number;
}

function findDirectory(archive: RandomAccess): Directory | null {
  const tailStart = Math.max(0, archive.size - endSize - 65_535);
  const tail = archive.read(tailStart, archive.size);
  const view = viewOf(tail);
  for (let at = tail.length - endSize; at >= 0; at--) {
    if (view.getUint32(at, true) !== endSignature) continue;
    if (at + endSize + view.getUint16(at + 20, true) > tail.length) continue;
    let size = view.getUint32(at + 12, true);
    let offset = view.getUint32(at + 16, true);
    let end = tailStart + at;
    if (size === 0xffffffff || offset === 0xffffffff || view.getUint16(at + 10, true) === 0xffff) {
      const large = findDirectory64(archive, end);
      if (large !== null) ({ size, offset, end } = large);
    }
    const shift = end - size - offset;
    if (shift < 0) return null;
    return { start: end - size, end, shift };
  }
  return null;
}

/** The larger fields of an archive with more than 65,535 entries or 4 GiB. */
function findDirectory64(archive: RandomAccess, end: number): { size: number; offset: number; end: number } | null {
  if (end < 20) return null;
  const locator = viewOf(archive.read(end - 20, end));
  if (locator.getUint32(0, true) !== locator64Signature) return null;
  const at = uint64(locator, 8);
  if (at + 56 > end) return null;
  const record = viewOf(archive.read(at, at + 56));
  if (record.getUint32(0, true) !== end64Signature) return null;
  return { size: uint64(record, 40), offset: uint64(record, 48), end: at };
}

function centralEntry(header: DataView, variable: Uint8Array, nameLength: number, shift: number): Description {
  const flags = header.getUint16(8, true);
  let packedSize = header.getUint32(20, true);
  let size = header.getUint32(24, true);
  let offset = header.getUint32(42, true);
  const extra = viewOf(variable.subarray(nameLength));
  for (let at = 0; at + 4 <= extra.byteLength; ) {
    const length = extra.getUint16(at + 2, true);
    const end = Math.min(at + 4 + length, extra.byteLength);
    if (extra.getUint16(at, true) === 1) {
      let field = at + 4;
      const large = (value: number): number => {
        if (value !== 0xffffffff || field + 8 > end) return value;
        field += 8;
        return uint64(extra, field - 8);
      };
      size = large(size);
      packedSize = large(packedSize);
      offset = large(offset);
    }
    at += 4 + length;
  }
  return {
    name: nameOf(variable.subarray(0, nameLength)),
    flags,
    method: header.getUint16(10, true),
    checksum: header.getUint32(16, true),
    packedSize,
    size,
    offset: offset + shift,
  };
}

/** The bytes of an entry, or what is wrong with it. */
export function unpackEntry(archive: RandomAccess, entry: Description, budget: Budget): Uint8Array | ArchiveFault {
  if ((entry.flags & 0x41) !== 0 || entry.method === 99) {
    return { found: 'The entry is encrypted.', advice: 'Unpack it with its password and give the file in it.' };
  }
  if (entry.method !== 0 && entry.method !== 8) {
    const name = methods.get(entry.method) ?? `method ${entry.method}`;
    return {
      found: `The entry is packed with ${name}, which is not supported.`,
      advice: 'Unpack the archive and give the files in it, or pack it again the usual way (Deflate).',
    };
  }
  const tooLarge = entrySizeFault(Math.max(entry.size, entry.packedSize), budget.limits);
  if (tooLarge !== null) return tooLarge;
  if (entry.offset + 30 > archive.size) return missing;
  const local = viewOf(archive.read(entry.offset, entry.offset + 30));
  if (local.getUint32(0, true) !== localSignature) return missing;
  const start = entry.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const end = start + entry.packedSize;
  if (end > archive.size) return missing;
  const packed = archive.read(start, end);
  const bytes = entry.method === 0 ? packed.slice() : inflateEntry(packed, budget);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const sound = bytes.length === entry.size && crc32(bytes) === entry.checksum;
  if (!sound) budget.bytes += bytes.length;
  if (bytes.length !== entry.size) {
    return {
      found: `The entry unpacks to ${bytes.length} bytes, but the archive says ${entry.size}.`,
      advice: 'Download or pack the archive again.',
    };
  }
  if (!sound) {
    return {
      found: 'The entry is damaged: its checksum does not match.',
      advice: 'Download or pack the archive again.',
    };
  }
  return bytes;
}

const missing: ArchiveFault = {
  found: 'The entry is not where the directory of the archive says.',
  advice: 'Download or pack the archive again.',
};

const methods = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'xz'],
  [98, 'PPMd'],
]);

/** Without a directory: entries one after another, as far as their local headers tell their sizes. */
function* entriesFromStart(archive: RandomAccess, locals: RandomAccess, budget: Budget): Generator<ZipEntry> {
  for (let at = 0; at + 30 <= archive.size; ) {
    const header = viewOf(locals.read(at, at + 30));
    if (header.getUint32(0, true) !== localSignature) return;
    const flags = header.getUint16(6, true);
    const packedSize = header.getUint32(18, true);
    const nameLength = header.getUint16(26, true);
    const start = at + 30 + nameLength + header.getUint16(28, true);
    if ((flags & 8) !== 0 || start + packedSize > archive.size) return;
    const entry: Description = {
      name: nameOf(locals.read(at + 30, at + 30 + nameLength)),
      flags,
      method: header.getUint16(8, true),
      checksum: header.getUint32(14, true),
      packedSize,
      size: header.getUint32(22, true),
      offset: at,
    };
    at = start + packedSize;
    if (entry.name.endsWith('/')) continue;
    if (countEntry(budget) !== null) return;
    yield { name: entry.name, unpack: () => unpackEntry(locals, entry, budget) };
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

/** Names are UTF-8 today; what is not is in one of many old code pages, most of whose letters agree with Windows'. */
function nameOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function uint64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}
