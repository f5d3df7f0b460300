import { undisguised } from './disguise.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** `what` for a sentence: "a PDF document". */
  | { readonly kind: 'binary'; readonly what: string };

/** First bytes of formats that people take for statements, https://en.wikipedia.org/wiki/List_of_file_signatures. */
const signatures: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: ascii('%PDF-'), what: 'a PDF document' },
  { bytes: ascii('{\\rtf'), what: 'an RTF document' },
  { bytes: [...ascii('PK'), 3, 4], what: 'a ZIP archive or an Office document' },
  { bytes: [...ascii('PK'), 5, 6], what: 'an empty ZIP archive' },
  { bytes: [0x1f, 0x8b], what: 'a gzip archive' },
  { bytes: [...ascii('BZh'), 0x39, ...ascii('1AY')], what: 'a bzip2 archive' },
  { bytes: [0xfd, ...ascii('7zXZ')], what: 'an xz archive' },
  { bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c], what: 'a 7-Zip archive' },
  { bytes: [...ascii('Rar!'), 0x1a], what: 'a RAR archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], what: 'an old Office document (.doc, .xls)' },
  { bytes: [0x89, ...ascii('PNG')], what: 'a PNG picture' },
  { bytes: ascii('GIF8'), what: 'a GIF picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: ascii('II*\0'), what: 'a TIFF picture' },
  { bytes: ascii('MM\0*'), what: 'a TIFF picture' },
  { bytes: [0x7f, ...ascii('ELF')], what: 'a program' },
  { bytes: [...ascii('PAR1'), 0x15], what: 'a Parquet file' },
  { bytes: ascii('SQLite format 3\0'), what: 'an SQLite database' },
];

/** Bytes looked at in each of the samples that decide between text and binary. */
const sampleSize = 512;
/** Text has hardly any control characters; bytes of compressed data are one in ten. */
const controlShare = 0.02;

/**
 * The text of a file, its byte order mark removed; signs that turn text around are made visible. UTF-16 is recognised by its mark or by its zero bytes; what is no
 * valid UTF-8 is read as Windows-1252, in which every byte is a character. Never throws.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return asText(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return asText(bytes, 'utf-16be');
  for (const signature of signatures) {
    if (signature.bytes.every((byte, index) => bytes[index] === byte)) return { kind: 'binary', what: signature.what };
  }
  const unmarked = unmarkedUtf16(bytes);
  if (unmarked !== null) return asText(bytes, unmarked);
  if (looksBinary(bytes)) return { kind: 'binary', what: 'binary data of an unknown format' };
  try {
    return { kind: 'text', text: undisguised(strictUtf8.decode(bytes)), encoding: 'utf-8' };
  } catch {
    return asText(bytes, 'windows-1252');
  }
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function asText(bytes: Uint8Array, encoding: Exclude<Encoding, 'utf-8'>): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'windows-1252') return { kind: 'text', text: undisguised(text), encoding };
  // Some versions of Node decode this label as Latin-1, which has control characters in these 32 places.
  return { kind: 'text', text: text.replace(/[\x80-\x9f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80]!), encoding };
}

const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** UTF-16 without a mark: English text has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, 512) & ~1;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < size; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  if (size < 8) return null;
  if (odd > size * 0.4 && even === 0) return 'utf-16le';
  if (even > size * 0.4 && odd === 0) return 'utf-16be';
  return null;
}

/** Looks at the beginning, the middle and the end. */
function looksBinary(bytes: Uint8Array): boolean {
  return [0, bytes.length >>> 1, bytes.length - sampleSize].some((start) => {
    const from = Math.max(start, 0);
    const to = Math.min(from + sampleSize, bytes.length);
    let control = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      // Tab, line feed, vertical tab, form feed, carriage return, the end mark of old DOS files, escape.
      if (byte < 32 && (byte < 9 || byte > 13) && byte !== 26 && byte !== 27) control++;
    }
    return control > (to - from) * controlShare;
  });
}

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}
