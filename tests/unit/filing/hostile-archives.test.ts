import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesAccess, type RandomAccess } from '../../../src/filing/access.ts';
import { listArchive, openArchive } from '../../../src/filing/archive.ts';
import { type ArchiveLimits, archiveLimits } from '../../../src/filing/budget.ts';

/** Archives made to exhaust, mislead or overwrite. */

const words = (archive: Uint8Array | RandomAccess, limits: ArchiveLimits = archiveLimits): string[] =>
  [...openArchive('x.zip', archive, limits)].map((entry) =>
    'fault' in entry ? `${entry.path}: ${entry.fault.found}` : `${entry.path}: ${entry.bytes.length} bytes`,
  );

/** The most memory that going through an archive takes beyond what was held before it, in bytes. */
const memoryOf = (archive: Uint8Array, limits: ArchiveLimits = archiveLimits): number => {
  const before = process.memoryUsage();
  let most = 0;
  for (const _ of openArchive('x.zip', archive, limits)) {
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    most = Math.max(most, arrayBuffers - before.arrayBuffers + Math.max(0, heapUsed - before.heapUsed));
  }
  return most;
};

const MiB = 2 ** 20;

/** The local header and the directory's record of one entry, as they may be made to say anything. */
function zipOf(
  entries: readonly {
    readonly name: string;
    readonly packed: Uint8Array;
    readonly size: bigint | number;
    readonly method?: number;
    readonly offset?: number;
    readonly packedSize?: number;
  }[],
): Uint8Array {
  const parts: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let at = 0;
  for (const { name, packed, size, method = 8, offset, packedSize } of entries) {
    const words = strToU8(name);
    const local = new Uint8Array(30 + words.length);
    const view = new DataView(local.buffer);
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(8, method, true);
    view.setUint32(18, packed.length, true);
    view.setUint16(26, words.length, true);
    local.set(words, 30);
    const large = typeof size === 'bigint';
    const record = new Uint8Array(46 + words.length + (large ? 12 : 0));
    const central = new DataView(record.buffer);
    central.setUint32(0, 0x02014b50, true);
    central.setUint16(10, method, true);
    central.setUint32(20, packedSize ?? packed.length, true);
    central.setUint32(24, large ? 0xffffffff : size, true);
    central.setUint16(28, words.length, true);
    central.setUint32(42, offset ?? at, true);
    record.set(words, 46);
    if (large) {
      central.setUint16(30, 12, true);
      central.setUint16(46 + words.length, 1, true);
      central.setUint16(48 + words.length, 8, true);
      central.setBigUint64(50 + words.length, size, true);
    }
    parts.push(local, packed);
    records.push(record);
    at += local.length + packed.length;
  }
  const directory = records.reduce((sum, record) => sum + record.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, directory, true);
  view.setUint32(16, at, true);
  return Uint8Array.from(Buffer.concat([...parts, ...records, end]));
}

describe('sizes', () => {
  test('an entry that says it has 10 GB is refused before anything is unpacked', () => {
    const zip = zipOf([{ name: 'a.txt', packed: new Uint8Array(100), size: 10n * 2n ** 30n }]);
    expect(words(zip)).toEqual([
      'x.zip!a.txt: The entry unpacks to more than 64 MiB, the most that is read of one entry.',
    ]);
    expect(memoryOf(zip)).toBeLessThan(4 * MiB);
  });

  test('an archive that says it goes on for 10 GB is asked only for what it has', () => {
    const zip = zipSync({ 'a.txt': strToU8('first') });
    let asked = 0;
    const access: RandomAccess = {
      size: 10 * 2 ** 30,
      read(start, end) {
        asked = Math.max(asked, end - start);
        const bytes = new Uint8Array(end - start);
        if (start < zip.length) bytes.set(zip.subarray(start, Math.min(end, zip.length)));
        return bytes;
      },
    };
    expect(words(access)[0]).toBe('x.zip!a.txt: 5 bytes');
    expect(asked).toBeLessThanOrEqual(MiB);
  });

  test('entries that lie over each other are refused one by one, and the rest when the total is spent', () => {
    // As in “A better zip bomb”: every record points at the same packed bytes.
    const packed = zipSync({ a: [new Uint8Array(50 * MiB), { level: 9 }] });
    const body = packed.subarray(31, packed.length - 22 - 47);
    const shared = { packed: new Uint8Array(0), size: 50 * MiB, offset: 0, packedSize: body.length };
    const entries = Array.from({ length: 4000 }, (_, index) => ({ ...shared, name: `${index}` }));
    const bomb = zipOf([{ name: 'kernel', packed: body, size: 50 * MiB }, ...entries]);
    const found = words(bomb, { ...archiveLimits, totalBytes: 200 * MiB });
    expect(found[0]).toContain('more than 200 times its packed size');
    expect(found).toHaveLength(6);
    // Several readers, each with a budget of its own, do not share it.
    expect(listArchive('x.zip', bytesAccess(bomb))).toBeNull();
    const lying = zipOf([{ name: 'kernel', packed: body, size: 7 }, ...entries.map((one) => ({ ...one, size: 7 }))]);
    expect(listArchive('x.zip', bytesAccess(lying))).toBeNull();
    expect(words(lying, { ...archiveLimits, totalBytes: 200 * MiB, ratio: 10_000 })).toHaveLength(6);
    expect(found.at(-1)).toBe('x.zip: The archive unpacks to more than 200 MiB; the rest was not read.');
  });

  test('archives in archives count together, and the third within another is not opened', () => {
    let archive = zipSync({ 'a.txt': new Uint8Array(MiB / 2).fill(65) });
    for (let depth = 0; depth < 8; depth++) {
      archive = zipSync({ 'one.zip': [archive, { level: 0 }], 'two.zip': [archive, { level: 0 }] });
    }
    const found = words(archive);
    expect(found.length).toBe(4);
    for (const line of found) expect(line).toContain('This is an archive within an archive within an archive.');
  });

  test('a stream of packed zeros is stopped early', () => {
    const bomb = gzipSync(new Uint8Array(60 * MiB), { level: 9 });
    expect(words(bomb).join()).toContain('more than 200 times its packed size');
    expect(memoryOf(bomb)).toBeLessThan(160 * MiB);
  });

  test('more entries than can be meant are not gone through', () => {
    const limits = { ...archiveLimits, entries: 1000 };
    const many = zipOf(
      Array.from({ length: 5000 }, (_, index) => ({ name: `${index}`, packed: new Uint8Array(0), size: 0, method: 0 })),
    );
    const found = words(many, limits);
    expect(found).toHaveLength(1001);
    expect(found.at(-1)).toBe('x.zip: The archive holds more than 1,000 entries; the rest was not read.');
  });
});

describe('names', () => {
  test('lead nowhere, whatever they say, and stay apart', () => {
    const names = [
      '../../up.txt',
      '/root.txt',
      'C:\\up\\..\\a.txt',
      '\\\\host\\share\\b.txt',
      '....//c.txt',
      '..!',
      'a.zip!..!../d.txt',
      'same',
      'same',
      '',
    ];
    const stored = (name: string) => ({ name, packed: new Uint8Array(0), size: 0, method: 0 });
    const paths = words(zipOf(names.map(stored))).map((line) => line.replace(/: 0 bytes$/, ''));
    expect(new Set(paths).size).toBe(names.length);
    for (const path of paths) {
      expect(path).toMatch(/^x\.zip!/);
      expect(path).not.toMatch(/(?:^|[!/\\])\.\.(?:[!/\\]|$)|!\/|\\/);
    }
  });

  test('that belong to objects are names like others', () => {
    const stored = (name: string) => ({ name, packed: new Uint8Array(0), size: 0, method: 0 });
    expect(words(zipOf(['__proto__', 'constructor', '__proto__'].map(stored)))).toEqual([
      'x.zip!__proto__: 0 bytes',
      'x.zip!constructor: 0 bytes',
      'x.zip!__proto__ (2): 0 bytes',
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('of ten thousand characters and with signs that turn text around have no control characters left', () => {
    const stored = (name: string) => ({ name, packed: new Uint8Array(0), size: 0, method: 0 });
    const [long, turned] = words(zipOf([stored('a'.repeat(10_000)), stored('a\u0000\u001b[31m\u202etxt.exe')]));
    expect(long?.length).toBeGreaterThan(10_000);
    expect(turned).not.toMatch(/\p{Cc}/u);
  });
});
