import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveLimits } from '../../../src/filing/budget.ts';
import { readWorkspace, writeWorkspace } from '../../../src/storage/workspace.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const written = async (files: ReadonlyMap<string, Uint8Array>, vocabulary: string): Promise<Uint8Array> => {
  const pieces: number[] = [];
  await writeWorkspace(
    [...files.keys()],
    async (name) => files.get(name) ?? new Uint8Array(),
    vocabulary,
    (piece) => {
      for (const byte of piece) pieces.push(byte);
    },
  );
  return Uint8Array.from(pieces);
};

const name = fc.oneof(
  fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8}){0,2}\.(?:txt|htm)$/),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !/\p{Cc}/u.test(text)),
);

const workspace = fc.record({
  files: fc
    .dictionary(name, fc.uint8Array({ maxLength: 300 }), { maxKeys: 12 })
    .map((all) => new Map(Object.entries(all))),
  vocabulary: fc.constantFrom('{"words": []}\n', '{"paydownVocabulary": 1, "words": [{"label": "“x”"}]}'),
});

const listed = (files: unknown, others: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({ 'paydown.json': encode(typeof files === 'string' ? files : JSON.stringify(files)), ...others });

describe('a workspace file', () => {
  it('gives back what was saved, and the same bytes when it is saved again', async () => {
    await fc.assert(
      fc.asyncProperty(workspace, async ({ files, vocabulary }) => {
        const saved = await written(files, vocabulary);
        const opened = readWorkspace(saved);
        expect(new Map(opened.files.map(({ name, bytes }) => [name, bytes]))).toEqual(files);
        expect(opened.vocabulary).toBe(vocabulary);
        const again = await written(new Map(opened.files.map(({ name, bytes }) => [name, bytes])), vocabulary);
        expect(again).toEqual(saved);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever order the files come in', async () => {
    const files = new Map([
      ['b.txt', encode('two')],
      ['a.txt', encode('one')],
    ]);
    expect(await written(new Map([...files].reverse()), '{}')).toEqual(await written(files, '{}'));
  });

  it.each([
    ['something else', encode('Not a zip at all, only words.'), /no workspace file/],
    ['a zip without a list', zipSync({ 'a.txt': encode('x') }), /no paydown\.json/],
    ['a list that is no JSON', listed('{'), /no JSON/],
    [
      'lists within lists',
      listed(`{"paydown": 1, "files": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
      /without end/,
    ],
    ['a number in quotes', listed({ paydown: '1', files: [] }), /nothing of a workspace/],
    ['files that are counted', listed({ paydown: 1, files: { length: 1e9 } }), /no list of files/],
    ['a newer workspace', listed({ paydown: 2, files: [] }), /newer Paydown/],
    ['a list of something else', listed({ files: [] }), /nothing of a workspace/],
    ['a name of the language itself', listed('{"paydown": 1, "files": [], "__proto__": {"x": 1}}'), /“__proto__”/],
    ['one deep inside', listed('{"paydown": 1, "files": [{"name": "a", "constructor": 1}]}'), /“constructor”/],
    ['a path that leads out', listed({ paydown: 1, files: [{ name: 'a', path: '../a.txt' }] }), /at a place where no/],
    [
      'a name with control characters',
      listed({ paydown: 1, files: [{ name: 'a\u0000b', path: 'sources/00001' }] }),
      /no name/,
    ],
    [
      'a file that is missing',
      listed({ paydown: 1, files: [{ name: 'a.txt', path: 'sources/00001.txt' }] }),
      /not in the/,
    ],
    [
      'two files in one place',
      listed(
        { paydown: 1, files: ['a', 'b'].map((each) => ({ name: each, path: 'sources/00001' })) },
        { 'sources/00001': encode('x') },
      ),
      /twice/,
    ],
    [
      'forbidden keys among the words',
      listed({ paydown: 1, files: [] }, { 'vocabulary.json': encode('{"words": [{"__proto__": {}}]}') }),
      /“__proto__”/,
    ],
  ])('refuses %s in words', (_, bytes, words) => {
    expect(() => readWorkspace(bytes)).toThrow(words);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('refuses one with a text that is not the one saved', () => {
    const files = [{ name: 'a.txt', path: 'sources/00001' }];
    const bytes = zipSync(
      { 'paydown.json': encode(JSON.stringify({ paydown: 1, files })), 'sources/00001': encode('Balance 1,000.00') },
      { level: 0 },
    );
    expect(readWorkspace(bytes).files).toHaveLength(1);
    const at = Buffer.from(bytes).indexOf('1,000.00');
    bytes[at] = '9'.charCodeAt(0);
    expect(() => readWorkspace(bytes)).toThrow(/sources\/00001 of the workspace/);
  });

  it('refuses to unpack more than the limits allow', async () => {
    const files = new Map([['a.txt', new Uint8Array(5000)]]);
    const saved = await written(files, '{}');
    expect(() => readWorkspace(saved, { ...archiveLimits, totalBytes: 1000 })).toThrow(/unpacks to more than/);
  });

  it('refuses one that was cut off, wherever', async () => {
    const saved = await written(new Map([['a.txt', encode('Ending balance 1,234.00')]]), '{}');
    for (let length = 0; length < saved.length; length += 7) {
      expect(() => readWorkspace(saved.subarray(0, length))).toThrow();
    }
  });
});
