import fc from 'fast-check';
import { gzipSync, strToU8, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { bytesAccess, type RandomAccess } from '../../../src/filing/access.ts';
import { type ArchiveEntry, archiveKind, listArchive, openArchive, openListed } from '../../../src/filing/archive.ts';
import { archiveLimits } from '../../../src/filing/budget.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Paths with contents, or with what was found to be wrong. */
function listed(entries: Iterable<ArchiveEntry>): (readonly [string, string])[] {
  return [...entries].map((entry) => [entry.path, 'bytes' in entry ? text(entry.bytes) : `! ${entry.fault.found}`]);
}

function tar(files: readonly (readonly [name: string, content: string, type?: string])[], end = true): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (const [name, content, type = '0'] of files) {
    const body = strToU8(content);
    const header = new Uint8Array(512);
    const put = (at: number, value: string): void => header.set(strToU8(value), at);
    put(0, name.slice(0, 100));
    put(100, '0000644\0');
    put(124, `${body.length.toString(8).padStart(11, '0')}\0`);
    put(136, '00000000000\0');
    put(148, '        ');
    put(156, type);
    put(257, 'ustar\x0000');
    const sum = header.reduce((total, byte) => total + byte, 0);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
    const padded = new Uint8Array(Math.ceil(body.length / 512) * 512);
    padded.set(body);
    blocks.push(header, padded);
  }
  if (end) blocks.push(new Uint8Array(1024));
  return join(blocks);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** A copy with the number of `size` bytes replaced that stands `at` bytes into every record with this signature. */
function patched(zip: Uint8Array, signature: number, at: number, size: 2 | 4, value: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let start = 0; start + 46 <= copy.length; start++) {
    if (view.getUint32(start, true) !== signature) continue;
    if (size === 2) view.setUint16(start + at, value, true);
    else view.setUint32(start + at, value, true);
  }
  return copy;
}

const central = 0x02014b50;

describe('zip', () => {
  test('entries in order, packed and stored, without directories and leftovers', () => {
    const zip = zipSync({
      'a.txt': strToU8('first'),
      'folder/': new Uint8Array(0),
      folder: { 'b.htm': [strToU8('second'), { level: 0 }] },
      '__MACOSX/._a.txt': strToU8('x'),
      'folder/.DS_Store': strToU8('x'),
      'empty.txt': new Uint8Array(0),
    });
    expect(archiveKind(zip)).toBe('zip');
    expect(listed(openArchive('x.zip', zip))).toEqual([
      ['x.zip!a.txt', 'first'],
      ['x.zip!folder/b.htm', 'second'],
      ['x.zip!empty.txt', ''],
    ]);
  });

  test('names that lead elsewhere are made harmless, equal ones told apart', () => {
    const zip = zipSync({
      '../../etc/passwd': strToU8('1'),
      '/etc/passwd': strToU8('2'),
      'C:\\temp\\a\n.txt': strToU8('3'),
      'etc/./passwd': strToU8('4'),
      '..': strToU8('5'),
    });
    expect(listed(openArchive('x.zip', zip))).toEqual([
      ['x.zip!etc/passwd', '1'],
      ['x.zip!etc/passwd (2)', '2'],
      ['x.zip!C:/temp/a\ufffd.txt', '3'],
      ['x.zip!etc/passwd (3)', '4'],
      ['x.zip!unnamed', '5'],
    ]);
  });

  test('listed and opened file by file, it holds the same as opened from its start', () => {
    const inner = zipSync({ 'c.txt': strToU8('third'), 'd.txt': strToU8('fourth') });
    const zip = zipSync({
      'a.txt': strToU8('first'),
      './a.txt': strToU8('second'),
      folder: { 'inner.zip': inner, '.DS_Store': strToU8('x') },
      'empty.txt': new Uint8Array(0),
    });
    for (const archive of [zip, patched(zip, central, 8, 2, 1), patched(zip, central, 24, 4, 7)]) {
      const files = listArchive('x.zip', bytesAccess(archive)) ?? [];
      expect(files).toHaveLength(4);
      const apart = [...files].reverse().flatMap((file) => [listed(openListed(file, bytesAccess(archive)))]);
      expect(apart.reverse().flat()).toEqual(listed(openArchive('x.zip', archive)));
    }
  });

  test('what has no sound directory cannot be listed', () => {
    const zip = zipSync({ 'a.txt': strToU8('first'), 'b.txt': strToU8('second') });
    expect(listArchive('x.zip', bytesAccess(zip.subarray(0, -30)))).toBeNull();
    expect(listArchive('x.xlsx', bytesAccess(zipSync({ '[Content_Types].xml': strToU8('<x/>') })))).toBeNull();
    expect(listArchive('x.gz', bytesAccess(gzipSync(strToU8('first'))))).toBeNull();
    const limits = { ...archiveLimits, entries: 1 };
    expect(listArchive('x.zip', bytesAccess(zip), limits)).toBeNull();
    expect(listArchive('x.zip', bytesAccess(zip), { ...archiveLimits, totalBytes: 10 })).toBeNull();
  });

  test('something before the archive, and a comment after it', () => {
    const zip = zipSync({ 'a.txt': strToU8('first') });
    const comment = strToU8('PK comment');
    const commented = join([zip, comment]);
    new DataView(commented.buffer).setUint16(zip.length - 2, comment.length, true);
    expect(listed(openArchive('x.zip', commented))).toEqual([['x.zip!a.txt', 'first']]);
    const shifted = join([zip.subarray(0, 4), strToU8('#!/bin/sh unpacks itself'), zip]);
    expect(listed(openArchive('x.zip', shifted))).toEqual([['x.zip!a.txt', 'first']]);
  });

  test('encrypted entries and methods that are not supported are said to be', () => {
    const zip = zipSync({ 'a.txt': strToU8('first') });
    expect(listed(openArchive('x.zip', patched(zip, central, 8, 2, 1)))).toEqual([
      ['x.zip!a.txt', '! The entry is encrypted.'],
    ]);
    expect(listed(openArchive('x.zip', patched(zip, central, 10, 2, 14)))).toEqual([
      ['x.zip!a.txt', '! The entry is packed with LZMA, which is not supported.'],
    ]);
  });

  test('damaged entries are faults, the others are read', () => {
    const zip = zipSync({ 'a.txt': [strToU8('first'), { level: 0 }], 'b.txt': strToU8('second second second') });
    // One character a byte: the header's bytes are not UTF-8.
    const at = new TextDecoder('latin1').decode(zip).indexOf('first');
    zip[at] = 0x58;
    expect(listed(openArchive('x.zip', zip))).toEqual([
      ['x.zip!a.txt', '! The entry is damaged: its checksum does not match.'],
      ['x.zip!b.txt', 'second second second'],
    ]);
  });

  test('declared sizes are not trusted', () => {
    const zip = zipSync({ 'a.txt': strToU8('first '.repeat(50)) });
    expect(listed(openArchive('x.zip', patched(zip, central, 24, 4, 7)))).toEqual([
      ['x.zip!a.txt', '! The entry unpacks to 300 bytes, but the archive says 7.'],
    ]);
    expect(listed(openArchive('x.zip', patched(zip, central, 24, 4, 0x7fffffff)))[0]?.[1]).toContain(
      'more than 64 MiB',
    );
    expect(listed(openArchive('x.zip', patched(zip, central, 20, 4, 0x01ffffff)))[0]?.[1]).toContain(
      'not where the directory',
    );
    expect(listed(openArchive('x.zip', patched(zip, central, 42, 4, 0x01ffffff)))[0]?.[1]).toContain(
      'not where the directory',
    );
  });

  test('an archive that was cut off gives what is whole', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, index) => Math.imul(index, 0x9e3779b1) >>> 13);
    const zip = zipSync({ 'a.txt': strToU8('first'), 'b.bin': noise });
    expect(listed(openArchive('x.zip', zip.subarray(0, 400)))).toEqual([
      ['x.zip!a.txt', 'first'],
      ['x.zip', expect.stringContaining('probably cut off')],
    ]);
  });

  test('an Office document and an empty archive are no archives of filings', () => {
    expect(
      listed(openArchive('x.xlsx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/a.xml': strToU8('') }))),
    ).toEqual([['x.xlsx', '! This is an Office document (.xlsx, .docx), not an archive of filings.']]);
    expect(listed(openArchive('x.zip', zipSync({})))).toEqual([['x.zip', '! The archive holds no files.']]);
    expect(listed(openArchive('x.txt', strToU8('text')))).toEqual([
      ['x.txt', '! This is no archive that can be opened.'],
    ]);
  });

  test('reads from a file only what it needs', () => {
    const filler = Uint8Array.from({ length: 2_000_000 }, (_, index) => (index * 7919) >>> 5);
    const files: Zippable = {
      'a.txt': strToU8('first'),
      'filler.bin': [filler, { level: 0 }],
      'z.txt': strToU8('last'),
    };
    const zip = zipSync(files);
    let most = 0;
    let read = 0;
    const access: RandomAccess = {
      size: zip.length,
      read(start, end) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(zip.length);
        most = Math.max(most, end - start);
        read += end - start;
        return zip.slice(start, end);
      },
    };
    const entries = openArchive('x.zip', access);
    expect(entries.next().value).toMatchObject({ path: 'x.zip!a.txt' });
    expect(read).toBeLessThan(1_000_000);
    expect([...entries].map((entry) => entry.path)).toEqual(['x.zip!filler.bin', 'x.zip!z.txt']);
    expect(most).toBeLessThanOrEqual(2_000_000);
  });
});

describe('gzip and tar', () => {
  test('a packed file has its name without the ending', () => {
    expect(listed(openArchive('dir/a.txt.gz', gzipSync(strToU8('first'))))).toEqual([['dir/a.txt.gz!a.txt', 'first']]);
  });

  test('packed files one after another are one', () => {
    const joined = join([gzipSync(strToU8('first ')), gzipSync(strToU8('second'))]);
    expect(listed(openArchive('a.gz', joined))).toEqual([['a.gz!a', 'first second']]);
  });

  test('a file that was cut off gives its beginning and says so; a damaged one nothing', () => {
    const words = Array.from({ length: 3000 }, (_, index) => `word${(index * 7919) % 3571}`).join(' ');
    const packed = gzipSync(strToU8(words));
    const [first, second] = [...openArchive('a.gz', packed.subarray(0, packed.length >> 1))];
    expect(
      first !== undefined && 'bytes' in first && words.startsWith(text(first.bytes)) && first.bytes.length > 1000,
    ).toBe(true);
    expect(second !== undefined && 'fault' in second && second.fault.found).toContain('cut off');
    const damaged = packed.slice();
    damaged[damaged.length - 7]! ^= 1;
    expect(listed(openArchive('a.gz', damaged))).toEqual([['a.gz', '! The packed data is damaged.']]);
  });

  test('a tar, packed and not, with long names, links and directories', () => {
    const longName = `${'long/'.repeat(40)}name.txt`;
    const archive = tar([
      ['folder/', '', '5'],
      ['folder/a.txt', 'first'],
      ['././@LongLink', `${longName}\0`, 'L'],
      ['cut', 'second'],
      ['link', '', '2'],
      ['pax', '26 path=from a pax header\n', 'x'],
      ['cut', 'x'.repeat(1300)],
      ['._a.txt', 'leftover'],
    ]);
    const expected = (name: string): (readonly [string, string])[] => [
      [`${name}!folder/a.txt`, 'first'],
      [`${name}!${longName}`, 'second'],
      [`${name}!from a pax header`, 'x'.repeat(1300)],
    ];
    expect(archiveKind(archive)).toBe('tar');
    expect(listed(openArchive('a.tar', archive))).toEqual(expected('a.tar'));
    expect(listed(openArchive('a.tar.gz', gzipSync(archive)))).toEqual(expected('a.tar.gz'));
    expect(listed(openArchive('a.tgz', gzipSync(archive)))).toEqual(expected('a.tgz'));
  });

  test('a tar that was cut off gives the files before', () => {
    const archive = tar([
      ['a.txt', 'first'],
      ['b.txt', 'x'.repeat(2000)],
    ]);
    for (const name of ['a.tar', 'a.tar.gz']) {
      const cut = archive.subarray(0, 2200);
      expect(listed(openArchive(name, name.endsWith('gz') ? gzipSync(cut) : cut))).toEqual([
        [`${name}!a.txt`, 'first'],
        [`${name}!b.txt`, '! The archive ends in the middle of this entry.'],
        [name, expect.stringContaining('cut off')],
      ]);
    }
  });

  test('a tar without its closing blocks is whole', () => {
    expect(listed(openArchive('a.tar', tar([['a.txt', 'first']], false)))).toEqual([['a.tar!a.txt', 'first']]);
  });
});

describe('archives within archives', () => {
  const inner = zipSync({ 'a.txt': strToU8('first') });

  test('are opened once', () => {
    const outer = zipSync({
      'inner.zip': inner,
      'b.txt.gz': gzipSync(strToU8('second')),
      'c.tar.gz': gzipSync(tar([['d.txt', 'third']])),
    });
    expect(listed(openArchive('x.zip', outer))).toEqual([
      ['x.zip!inner.zip!a.txt', 'first'],
      ['x.zip!b.txt.gz!b.txt', 'second'],
      ['x.zip!c.tar.gz!d.txt', 'third'],
    ]);
  });

  test('and not twice', () => {
    const outer = zipSync({ 'middle.zip': zipSync({ 'inner.zip': inner, 'e.txt': strToU8('e') }) });
    expect(listed(openArchive('x.zip', outer))).toEqual([
      ['x.zip!middle.zip!inner.zip', '! This is an archive within an archive within an archive.'],
      ['x.zip!middle.zip!e.txt', 'e'],
    ]);
  });
});

describe('bombs', () => {
  const zeros = new Uint8Array(30 * 2 ** 20);

  test('one entry that unpacks to far more than its size', () => {
    const zip = zipSync({ 'bomb.txt': zeros, 'b.txt': strToU8('second') });
    expect(listed(openArchive('x.zip', zip))).toEqual([
      ['x.zip!bomb.txt', expect.stringContaining('more than 200 times its packed size')],
      ['x.zip!b.txt', 'second'],
    ]);
    expect(listed(openArchive('x.gz', gzipSync(zeros)))).toEqual([
      ['x.gz', expect.stringContaining('more than 200 times its packed size')],
    ]);
    const packedTar = gzipSync(tar([['zeros', '\0'.repeat(5_000_000)]]));
    expect(listed(openArchive('x.tgz', packedTar)).at(-1)?.[1]).toContain('more than 200 times its packed size');
  }, 60_000);

  test('an entry larger than one may be, whatever size it declares', () => {
    const limits = { ...archiveLimits, entryBytes: 1000, ratio: 10_000 };
    const zip = zipSync({ 'big.txt': strToU8('abcdefgh'.repeat(500)), 'b.txt': strToU8('second') });
    for (const declared of [4000, 500]) {
      expect(listed(openArchive('x.zip', patched(zip, central, 24, 4, declared), limits))[0]).toEqual([
        'x.zip!big.txt',
        expect.stringContaining('more than 1000 bytes'),
      ]);
    }
    expect(listed(openArchive('x.gz', gzipSync(strToU8('a'.repeat(1001))), limits))).toEqual([
      ['x.gz!x', expect.stringContaining('more than 1000 bytes')],
    ]);
    expect(
      listed(
        openArchive(
          'x.tar',
          tar([
            ['big', 'a'.repeat(1001)],
            ['b', 'second'],
          ]),
          limits,
        ),
      ),
    ).toEqual([
      ['x.tar!big', expect.stringContaining('more than 1000 bytes')],
      ['x.tar!b', 'second'],
    ]);
  });

  test('too much in all, too many entries', () => {
    const zip = zipSync({ a: strToU8('1'.repeat(400)), b: strToU8('2'.repeat(400)), c: strToU8('3'.repeat(400)) });
    expect(listed(openArchive('x.zip', zip, { ...archiveLimits, totalBytes: 1000 })).slice(2)).toEqual([
      ['x.zip', '! The archive unpacks to more than 1000 bytes; the rest was not read.'],
    ]);
    expect(listed(openArchive('x.zip', zip, { ...archiveLimits, entries: 2 })).slice(2)).toEqual([
      ['x.zip', '! The archive holds more than 2 entries; the rest was not read.'],
    ]);
    const nested = zipSync({ 'one.zip': zip, 'two.zip': zip });
    expect(listed(openArchive('x.zip', nested, { ...archiveLimits, entries: 3 }))).toHaveLength(3);
  });
});

test('what is packed comes out, and broken archives never throw', () => {
  const files = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}(\/[a-z]{1,6}\.txt)?$/), fc.string({ maxLength: 60 }), {
    maxKeys: 6,
  });
  fc.assert(
    fc.property(files, fc.constantFrom('zip', 'tar', 'tgz'), fc.nat(), fc.nat(255), (contents, kind, at, byte) => {
      const entries = Object.entries(contents).filter(
        ([name]) => !Object.keys(contents).some((other) => other.startsWith(`${name}/`)),
      );
      fc.pre(entries.length > 0);
      const packed =
        kind === 'zip'
          ? zipSync(Object.fromEntries(entries.map(([name, content]) => [name, strToU8(content)])))
          : kind === 'tar'
            ? tar(entries)
            : gzipSync(tar(entries));
      const archive = listed(openArchive('x', bytesAccess(packed)));
      expect(new Map(archive)).toEqual(new Map(entries.map(([name, content]) => [`x!${name}`, content])));
      const broken = packed.slice(0, 1 + (at % packed.length));
      broken[at % broken.length] = byte;
      for (const entry of openArchive('x', broken)) expect(entry.path.startsWith('x')).toBe(true);
    }),
    { numRuns: 300 },
  );
}, 60_000);
