/** What the text of a table cell is, as far as its place in the table depends on it. */

const currencySigns = new Set(['$', '€', '£', '¥', 'US$', 'U.S.$']);

/** What may stand in a cell of its own before the figure that it belongs to: a currency sign, a parenthesis, both. */
export function isOpening(text: string): boolean {
  if (text === '$') return true;
  if (text.length > 6 || !isSymbol(text.charCodeAt(text.length - 1))) return false;
  const bare = text.replaceAll(' ', '');
  const sign = bare.startsWith('(') ? bare.slice(1) : bare.endsWith('(') ? bare.slice(0, -1) : bare;
  if (sign === '') return bare === '(';
  return currencySigns.has(sign) || (/^[-–—−]/.test(sign) && currencySigns.has(sign.slice(1)));
}

/** What may stand in a cell of its own after its figure: a parenthesis, a percent sign, both. */
export function isClosing(text: string): boolean {
  return text.length <= 3 && isSymbol(text.charCodeAt(0)) && /^(?:\) ?%?|% ?\)?)$/.test(text);
}

/** A dash alone: a zero where it fills a column of figures, a minus where it stands beside one. */
export function isDash(text: string): boolean {
  return text.length <= 3 && isSymbol(text.charCodeAt(0)) && /^(?:-{1,3}|[–—−])$/.test(text);
}

/** Neither a letter nor a digit of English text: all that signs consist of, and a little more. */
function isSymbol(code: number): boolean {
  return code < 48 || code > 122;
}

/** A printed number with whatever signs belong to it: `$1,234.50`, `(338.25)`, `.5%`, `338.25-`; no enumerator `(1)`. */
export function isNumber(text: string): boolean {
  const { length } = text;
  if (length === 0 || length > 40) return false;
  let digits = 0;
  let broken = false;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      // `30-59` and `2002 1` are no single number.
      if (broken) return false;
      digits++;
    } else if (!isNumberSign(code)) {
      return false;
    } else if (digits > 0 && code !== 44 && code !== 46) {
      broken = true;
    }
  }
  return digits > 2 || (digits > 0 && (text.charCodeAt(0) !== 40 || length !== digits + 2));
}

/** Stands where a figure would: a number, a dash for zero, `N/A`, `- N/A -`. */
export function isFigure(text: string): boolean {
  return isNumber(text) || isDash(text) || (text.length <= 8 && /^(?:- ?)?n\/?a\.?(?: ?-)?$/i.test(text));
}

/** Space, `$`, `%`, parentheses, `+`, `,`, `-`, `.`, other dashes and currencies. */
function isNumberSign(code: number): boolean {
  if (code < 128) return code === 32 || code === 36 || code === 37 || (code >= 40 && code <= 46 && code !== 42);
  return code === 0x20ac || code === 0xa3 || code === 0xa5 || (code >= 0x2012 && code <= 0x2015) || code === 0x2212;
}

/** Nothing but what belongs to a figure in a cell beside it, or a dash. */
export function isSign(text: string): boolean {
  return text.length <= 6 && (isOpening(text) || isClosing(text) || isDash(text));
}

/** A number, or a dash in place of one. */
export function isAmount(text: string): boolean {
  return isNumber(text) || isDash(text);
}
