/**
 * Characters as one byte each, which are walked several times faster than a string. ASCII stands for itself; of the other characters only
 * what kind they are is kept. Positions are those of the string.
 */

/** What stands for a letter, digit or sign beyond Latin-1. */
const OTHER_LETTER = 0xc8;
/** What stands for a Latin-1 sign. */
const OTHER_SIGN = 0x7f;
const SPACE = 0x20;
const LINE_BREAK = 0x0a;
/** Stands for the dashes of typography. */
export const LONG_DASH = 0x96;

function codeOf(character: number): number {
  if (character < 0x80) return character;
  if (character === 0xa0) return SPACE;
  if (character === 0x2013 || character === 0x2014) return LONG_DASH;
  return character > 0xbf ? OTHER_LETTER : OTHER_SIGN;
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(1 << 18);

/** The codes of `text` and a line break behind them, valid until the next call; there may be more behind that. */
export function codesOf(text: string): Uint8Array {
  const codes = text.length < scratch.length ? scratch : new Uint8Array(text.length + 1);
  const { read, written } = encoder.encodeInto(text, codes);
  // As many bytes as characters: nothing but ASCII.
  const ascii = read === text.length && written === text.length;
  if (!ascii) for (let i = 0; i < text.length; i++) codes[i] = codeOf(text.charCodeAt(i));
  codes[text.length] = LINE_BREAK;
  return codes;
}
