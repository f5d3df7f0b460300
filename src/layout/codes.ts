/**
 * Characters as one byte each, which are walked several times faster than a string. ASCII stands for itself; of the other characters only
 * what kind they are is kept. Positions are those of the string.
 */

/** Whatever is no ASCII has a code from here on. */
export const NO_ASCII = 0x80;
/** Stands for the dashes of typography. */
export const LONG_DASH = 0x96;
export const FIXED_SPACE = 0xa0;
/** Stands for a sign of Latin-1. */
const OTHER_SIGN = 0xa1;
/** Stands for any other letter, digit or sign. */
const OTHER_LETTER = 0xc0;
const LINE_BREAK = 0x0a;

/** The code of a UTF-16 unit. */
export function codeOf(character: number): number {
  if (character < NO_ASCII || character === FIXED_SPACE) return character;
  if (character === 0x2013 || character === 0x2014) return LONG_DASH;
  return character >= OTHER_LETTER ? OTHER_LETTER : OTHER_SIGN;
}

export const isAlphanumeric = (code: number): boolean =>
  code < NO_ASCII
    ? (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    : code !== FIXED_SPACE && code !== OTHER_SIGN;

const encoder = new TextEncoder();
const scratch = new Uint8Array(1 << 18);

/** The codes of `text` and a line break behind them, valid until the next call; there are three more at least behind that. */
export function codesOf(text: string): Uint8Array {
  const codes = text.length + 4 <= scratch.length ? scratch : new Uint8Array(text.length + 4);
  const { read, written } = encoder.encodeInto(text, codes);
  // As many bytes as characters: nothing but ASCII.
  const ascii = read === text.length && written === text.length;
  if (!ascii) for (let i = 0; i < text.length; i++) codes[i] = codeOf(text.charCodeAt(i));
  codes[text.length] = LINE_BREAK;
  return codes;
}

/** Codes of single characters. */
export const TAB = 9;
export const SPACE = 32;
export const DOLLAR = 36;
export const PERCENT = 37;
export const OPEN = 40;
export const CLOSE = 41;
export const STAR = 42;
export const COMMA = 44;
export const MINUS = 45;
export const POINT = 46;
export const COLON = 58;
export const EQUALS = 61;
export const QUESTION = 63;
export const BAR = 124;
