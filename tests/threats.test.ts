import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(project, name), 'utf8');

/** The rows of the table of threats, with the test that holds each. */
const rows = read('docs/threats.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('|---') && !line.startsWith('| threat '))
  .map((line) => {
    const [, threat = '', promise = '', held = ''] = line.split('|').map((cell) => cell.trim());
    const [, file, title] = /^`(tests\/[\w./-]+)` “(.+)”$/.exec(held) ?? [];
    return { threat, promise, file, title };
  });

/** The titles of a file's tests, and of groups of them, as they are written there, also those that are put together. */
const titlesOf = (code: string): readonly string[] =>
  [
    ...code.matchAll(/\b(?:test|it|describe)(?:\.\w+\([^)]*\)|\.each\([\s\S]*?\]\))?\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g),
  ].map(([, , title = '']) => title);

test('every promise of the table of threats names a test that is there', () => {
  expect(rows.length).toBeGreaterThan(25);
  for (const { threat, promise, file, title } of rows) {
    expect(promise, threat).not.toBe('');
    expect(file !== undefined && existsSync(join(project, file)), `${threat}: ${file ?? 'no test is named'}`).toBe(
      true,
    );
    const titles = titlesOf(read(file ?? ''));
    expect(
      titles.some((each) => each.includes(title ?? '')),
      `${file} has no test “${title}”, only: ${titles.join('; ')}`,
    ).toBe(true);
  }
});

test('SECURITY.md leads to the table', () => expect(read('SECURITY.md')).toContain('(docs/threats.md)'));
