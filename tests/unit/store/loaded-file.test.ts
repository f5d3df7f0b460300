import { describe, expect, it } from 'vitest';
import type { ReadFile } from '../../../src/ingest/messages.ts';
import { unread } from '../../../src/ingest/unread.ts';
import { withFiles, withoutFiles } from '../../../src/store/loaded-file.ts';
import { madeStatement } from '../deal/made-statement.ts';

const read = (file: string, digest: string): ReadFile => ({
  digest,
  reading: { file, size: 10, documents: [], statements: [madeStatement('2002-05-28', { file })], problems: [] },
});

const failed = (file: string): ReadFile => ({
  digest: `unread-${file}`,
  reading: unread(file, 10, 'Something was found.', 'Do something.'),
});

const names = (files: ReturnType<typeof withFiles>) =>
  files.map(({ reading, copyOf }) => `${reading.file}${copyOf === null ? '' : ` = ${copyOf}`}`);

describe('adding files', () => {
  it('adds to what is there, in order', () => {
    const files = withFiles(withFiles([], [read('a.txt', '1')]), [read('b.txt', '2'), read('c.txt', '3')]);
    expect(names(files)).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  it('changes nothing for a file that is there already', () => {
    const files = withFiles([], [read('a.txt', '1')]);
    expect(withFiles(files, [read('a.txt', '1')])).toBe(files);
  });

  it('puts a file in the place of one with the same content whose text is lost', () => {
    const files = withFiles([], [read('a.txt', '1'), read('b.txt', '2')]).map((file) => ({
      ...file,
      textLost: true as const,
    }));
    const again = withFiles(files, [read('a.txt', '1')]);
    expect(names(again)).toEqual(['b.txt', 'a.txt']);
    expect(again[1]?.textLost).toBeUndefined();
    expect(names(withFiles(files, [read('a.txt', '3')]))).toEqual(['a.txt', 'b.txt', 'a (2).txt']);
  });

  it('keeps two files of one name apart, in all that mentions the name', () => {
    const files = withFiles(
      [],
      [read('may.txt', '1'), read('may.txt', '2'), read('may.txt', '3'), read('may.txt', '2')],
    );
    expect(names(files)).toEqual(['may.txt', 'may (2).txt', 'may (3).txt', 'may (4).txt = may (2).txt']);
    expect(files[1]?.reading.statements[0]?.file).toBe('may (2).txt');
  });

  it('marks a second file of one content as a copy', () => {
    expect(names(withFiles([], [read('a.txt', '1'), read('b.txt', '1')]))).toEqual(['a.txt', 'b.txt = a.txt']);
  });

  it('lets a later success take the place of a failure', () => {
    const files = withFiles(withFiles([], [failed('a.txt'), failed('b.txt')]), [read('a.txt', '1'), failed('b.txt')]);
    expect(names(files)).toEqual(['a.txt', 'b.txt']);
    expect(files[0]?.reading.statements).toHaveLength(1);
  });
});

describe('removing a file', () => {
  it('lets a copy count in its place', () => {
    const files = withFiles([], [read('a.txt', '1'), read('b.txt', '1'), read('c.txt', '1'), read('d.txt', '2')]);
    expect(names(withoutFiles(files, new Set(['a.txt'])))).toEqual(['b.txt', 'c.txt = b.txt', 'd.txt']);
    expect(names(withoutFiles(files, new Set(['c.txt'])))).toEqual(['a.txt', 'b.txt = a.txt', 'd.txt']);
  });
});
