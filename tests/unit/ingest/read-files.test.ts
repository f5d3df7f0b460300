import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { bytesAccess } from '../../../src/filing/access.ts';
import type { FileToRead, FromWorker, ReadFile } from '../../../src/ingest/messages.ts';
import { readFiles } from '../../../src/ingest/read-files.ts';

const statement = readFileSync(new URL('../../fixtures/filings/monthly-2002-05.txt', import.meta.url));

const file = (id: number, name: string, content: BlobPart): FileToRead => ({ id, name, content: new Blob([content]) });

/** Reads with a clock that moves by `tick` milliseconds whenever it is looked at. */
const readAll = async (files: readonly FileToRead[], tick = 1) => {
  const messages: FromWorker[] = [];
  const contents = new Map(
    await Promise.all(
      files.map(async ({ content }) => [content, new Uint8Array(await content.arrayBuffer())] as const),
    ),
  );
  let time = 0;
  await readFiles(
    files,
    (message) => messages.push(message),
    () => {
      time += tick;
      return time;
    },
    (content) => bytesAccess(contents.get(content) ?? new Uint8Array()),
  );
  const told = messages.filter((message) => message.kind === 'read');
  return {
    messages,
    told,
    read: told.flatMap(({ read }): readonly ReadFile[] => read),
    finished: told.flatMap(({ finished }) => finished),
    started: messages.flatMap((message) => (message.kind === 'started' ? [message.name] : [])),
  };
};

describe('reading files in a worker', () => {
  it('reads a statement under its name and says when it begins and ends', async () => {
    const { read, finished, started } = await readAll([file(4, 'may/statement.txt', statement)]);
    expect(read).toHaveLength(1);
    const [month] = read[0]?.reading.statements ?? [];
    expect(month).toMatchObject({ file: 'may/statement.txt', statement: 'monthly', date: '2002-05-28' });
    expect(started).toEqual(['may/statement.txt']);
    expect(finished).toEqual([4]);
  });

  it('gives the same digest to the same content and others to other contents', async () => {
    const { read } = await readAll([file(1, 'a', statement), file(2, 'b', statement), file(3, 'c', 'other')]);
    const [first, second, third] = read.map(({ digest }) => digest);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('reads an archive entry by entry, and finishes it once', async () => {
    const archive = zipSync({
      'may.txt': statement,
      'inner/minutes.txt': new TextEncoder().encode('Nothing to report.'),
    });
    const { read, finished, started } = await readAll([
      file(1, 'all.zip', archive),
      file(2, 'may.txt.gz', gzipSync(statement)),
    ]);
    expect(read.map(({ reading }) => [reading.file, reading.statements.length])).toEqual([
      ['all.zip!may.txt', 1],
      ['all.zip!inner/minutes.txt', 0],
      ['may.txt.gz!may.txt', 1],
    ]);
    expect(finished).toEqual([1, 2]);
    expect(started).toContain('all.zip!inner/minutes.txt');
  });

  it('says what is wrong with a damaged archive and goes on', async () => {
    const archive = zipSync({ 'may.txt': statement }).slice(0, 900);
    const { read, finished } = await readAll([file(1, 'cut.zip', archive), file(2, 'may.txt', statement)]);
    expect(read[0]?.reading.statements).toEqual([]);
    expect(read[0]?.reading.problems[0]?.found).toMatch(/\w+/);
    expect(read.at(-1)?.reading.statements).toHaveLength(1);
    expect(finished).toEqual([1, 2]);
  });

  it('reports a file that the browser will not open, and goes on', async () => {
    const gone = file(1, 'gone.txt', 'x');
    vi.spyOn(gone.content, 'slice').mockImplementation(() => {
      throw new DOMException('A requested file could not be found.', 'NotFoundError');
    });
    const { read, finished } = await readAll([gone, file(2, 'may.txt', statement)]);
    expect(read[0]?.reading.problems).toHaveLength(1);
    expect(read[0]?.reading.problems[0]?.found).toContain('could not be found');
    expect(read[1]?.reading.statements).toHaveLength(1);
    expect(finished).toEqual([1, 2]);
  });

  it('tells often when reading is slow, and in few messages when it is fast', async () => {
    const files = Array.from({ length: 20 }, (_, index) => file(index, `${index}.txt`, 'Nothing.'));
    expect((await readAll(files, 60)).told.length).toBeGreaterThanOrEqual(20);
    expect((await readAll(files, 0)).told).toHaveLength(1);
  });

  it('keeps every message small enough to be unpacked in one go', async () => {
    const files = Array.from({ length: 30 }, (_, index) => file(index, `${index}.txt`, statement));
    const { told } = await readAll(files, 0);
    const facts = told.map(({ read }) =>
      read.flatMap(({ reading }) => reading.statements).reduce((sum, each) => sum + each.facts.length, 0),
    );
    expect(Math.max(...facts)).toBeLessThan(2000);
    expect(facts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(30 * 200);
  });
});
