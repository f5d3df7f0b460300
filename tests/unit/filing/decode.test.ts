import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/filing/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('encodings', () => {
  test('UTF-8 without and with a byte order mark', () => {
    expect(decode(utf8('Zürich 5 €\n'))).toEqual({ kind: 'text', text: 'Zürich 5 €\n', encoding: 'utf-8' });
    expect(decode(utf8('\ufeffA'))).toEqual({ kind: 'text', text: 'A', encoding: 'utf-8' });
  });

  test('UTF-16 with a mark, either way round, and without', () => {
    const text = 'Class A 1,000.00 – “balance”\r\n';
    expect(decode(utf16(`\ufeff${text}`, true))).toEqual({ kind: 'text', text, encoding: 'utf-16le' });
    expect(decode(utf16(`\ufeff${text}`, false))).toEqual({ kind: 'text', text, encoding: 'utf-16be' });
    expect(decode(utf16('Class A 1,000.00', true))).toMatchObject({ text: 'Class A 1,000.00', encoding: 'utf-16le' });
    expect(decode(utf16('Class A 1,000.00', false))).toMatchObject({ text: 'Class A 1,000.00', encoding: 'utf-16be' });
  });

  test('what is no UTF-8 is Windows-1252, with its dashes and quotes', () => {
    const bytes = Uint8Array.of(0x93, 0x43, 0x94, 0x20, 0x97, 0x20, 0x80, 0x35, 0xa7, 0xe9);
    expect(decode(bytes)).toEqual({ kind: 'text', text: '“C” — €5§é', encoding: 'windows-1252' });
  });

  test('any text comes back from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!/\p{Cc}/u.test(text) && !text.startsWith('\ufeff'));
        expect(decode(utf8(`A ${text}`))).toEqual({ kind: 'text', text: `A ${text}`, encoding: 'utf-8' });
      }),
    );
  });
});

describe('binaries', () => {
  test.each([
    ['%PDF-1.4\n%âãÏÓ', 'a PDF document'],
    ['PK\x03\x04\x14\0', 'a ZIP archive or an Office document'],
    ['\x89PNG\r\n', 'a PNG picture'],
    ['GIF89a', 'a GIF picture'],
    ['\xff\xd8\xff\xe0', 'a JPEG picture'],
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Office document (.doc, .xls)'],
    ['{\\rtf1\\ansi', 'an RTF document'],
  ])('%j is %s', (head, what) => {
    expect(decode(Uint8Array.from(head, (character) => character.charCodeAt(0)))).toEqual({ kind: 'binary', what });
  });

  test('bytes at random are binary data, wherever in the file they are', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * index * 31 + index * 7) & 255);
    expect(decode(noise).kind).toBe('binary');
    const text = utf8('Class A     1,000.00\n'.repeat(100));
    const mixed = new Uint8Array(text.length + noise.length);
    mixed.set(text);
    mixed.set(noise, text.length);
    expect(decode(mixed).kind).toBe('binary');
  });

  test('a few control characters do not make a text binary', () => {
    expect(decode(utf8(`${'Class A\t1,000.00\f\r\n'.repeat(40)}\x1a\0`)).kind).toBe('text');
  });
});

test('signs that turn text around are made visible, character for character', () => {
  const turned = decode(new TextEncoder().encode('Trust \u202e1-2002\u202c \u2066A\u2069 \u200f\u061c 1,234'));
  expect(turned).toMatchObject({ kind: 'text', text: 'Trust \ufffd1-2002\ufffd \ufffdA\ufffd \ufffd\ufffd 1,234' });
});
