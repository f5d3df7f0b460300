import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastNotAbove, lineStarts, splitLines } from '../../../src/filing/lines.ts';

describe('splitLines', () => {
  test('breaks at LF, CRLF and CR, mixed', () => {
    expect(splitLines('a\nb\r\nc\rd')).toEqual(['a', 'b', 'c', 'd']);
    expect(splitLines('a\n\nb\r\r\nc\n\r')).toEqual(['a', '', 'b', '', 'c', '']);
  });

  test('a terminator at the end opens no further line', () => {
    expect(splitLines('a\nb\n')).toEqual(['a', 'b']);
    expect(splitLines('a\r\nb\r\n')).toEqual(['a', 'b']);
    expect(splitLines('\n')).toEqual(['']);
    expect(splitLines('')).toEqual([]);
  });

  test('other breaks of Unicode, tabs and form feeds are characters', () => {
    expect(splitLines('a\u0085b\u2028c\td\fe')).toEqual(['a\u0085b\u2028c\td\fe']);
  });

  test('agrees with a split by the definition, and starts lead to the lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r'), maxLength: 30 }), (text) => {
        const expected = text.split(/\r\n|\n|\r/);
        if (expected[expected.length - 1] === '') expected.pop();
        const lines = splitLines(text);
        expect(lines).toEqual(expected);
        const starts = lineStarts(text);
        lines.forEach((line, index) => {
          expect(text.slice(starts[index]).startsWith(line)).toBe(true);
        });
        expect(starts.length - lines.length).toBe(/(?:^|[\r\n])$/.test(text) ? 1 : 0);
      }),
    );
  });
});

test('lastNotAbove finds the line of an offset', () => {
  const starts = [0, 3, 3, 10];
  expect([0, 2, 3, 9, 10, 99].map((offset) => lastNotAbove(starts, offset))).toEqual([0, 0, 2, 2, 3, 3]);
});
