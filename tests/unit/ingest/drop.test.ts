import { describe, expect, it } from 'vitest';
import { filesOfTransfer, textOfTransfer } from '../../../src/ingest/drop.ts';
import { type FileSource, filesOfInput, isMeant } from '../../../src/ingest/file-source.ts';

type Tree = { readonly [name: string]: Tree | string | Error };

/** A folder as browsers hand it over: in pieces of a hundred at most, ended by an empty one. */
const entryOf = (name: string, content: Tree | string | Error, above = ''): FileSystemEntry => {
  const fullPath = `${above}/${name}`;
  const base = { name, fullPath };
  if (typeof content === 'string' || content instanceof Error) {
    const file = (resolve: (file: File) => void, reject: (cause: Error) => void) =>
      content instanceof Error ? reject(content) : resolve(new File([content], name));
    return { ...base, isFile: true, isDirectory: false, file } as unknown as FileSystemEntry;
  }
  const entries = Object.entries(content).map(([child, inner]) => entryOf(child, inner, fullPath));
  const createReader = () => {
    let next = 0;
    return {
      readEntries: (resolve: (some: FileSystemEntry[]) => void) => {
        resolve(entries.slice(next, next + 100));
        next += 100;
      },
    };
  };
  return { ...base, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
};

const dropOf = (tree: Tree): DataTransfer => {
  const items = Object.entries(tree).map(([name, content]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, content),
  }));
  return { items, files: [] } as unknown as DataTransfer;
};

const found = async (transfer: DataTransfer): Promise<readonly FileSource[]> => {
  const all: FileSource[] = [];
  await filesOfTransfer(transfer, (files) => all.push(...files));
  return all;
};

describe('a drop', () => {
  it('is walked to the last corner, files named by their path', async () => {
    const files = await found(
      dropOf({ 'a.txt': '1', deals: { '2002': { 'may.txt': '2', 'june.txt': '3' }, empty: {} } }),
    );
    expect(files.map(({ name }) => name).sort()).toEqual(['a.txt', 'deals/2002/june.txt', 'deals/2002/may.txt']);
    expect(await files.find(({ name }) => name === 'a.txt')?.content.text()).toBe('1');
  });

  it('is found whole beyond the hundred that a browser hands out at once', async () => {
    const many = Object.fromEntries(Array.from({ length: 351 }, (_, index) => [`${index}.txt`, 'x']));
    expect(await found(dropOf({ many }))).toHaveLength(351);
  });

  it('names a file that cannot be opened, with the reason', async () => {
    const files = await found(dropOf({ folder: { 'good.txt': 'x', 'gone.txt': new Error('not found') } }));
    expect(files.map(({ name, unopened }) => [name, unopened])).toEqual([
      ['folder/good.txt', undefined],
      ['folder/gone.txt', 'not found'],
    ]);
  });

  it('leaves out what systems put into folders for themselves', async () => {
    const files = await found(
      dropOf({ folder: { '.DS_Store': 'x', 'Thumbs.db': 'x', '._may.txt': 'x', 'may.txt': 'x' } }),
    );
    expect(files.map(({ name }) => name)).toEqual(['folder/may.txt']);
    expect(isMeant('__MACOSX/folder/may.txt')).toBe(false);
    expect(isMeant('DS_Store analysis.txt')).toBe(true);
  });

  it('falls back to plain files where the browser knows no entries', async () => {
    const file = new File(['x'], 'pasted.txt');
    const transfer = { items: [{ kind: 'file', webkitGetAsEntry: () => null }], files: [file] };
    expect((await found(transfer as unknown as DataTransfer)).map(({ name }) => name)).toEqual(['pasted.txt']);
  });
});

describe('other ways in', () => {
  it('names the files of a chosen folder by their path', () => {
    const file = Object.assign(new File(['x'], 'may.txt'), { webkitRelativePath: '2002/may.txt' });
    expect(filesOfInput([file, new File(['y'], 'b.txt')]).map(({ name }) => name)).toEqual(['2002/may.txt', 'b.txt']);
  });

  it('takes a pasted text for a file, but not a few words', () => {
    const paste = (text: string) => ({ getData: () => text }) as unknown as DataTransfer;
    expect(textOfTransfer(paste('Distribution Date: 05/28/02\n'.repeat(3)), 'pasted')?.name).toBe('pasted');
    expect(textOfTransfer(paste('2002-1'), 'pasted')).toBeNull();
  });
});
