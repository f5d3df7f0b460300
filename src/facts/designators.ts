/** How classes are named in a label. */

/** A class designator: `A`, `A-1`, `1-A-R`, `IA1`, `M-1`, `MF-2`, `CE`, `B-IO`, `LT-R`, `A2a`. */
const designator = String.raw`(?:(?:[IVX]{1,4}|\d{1,2})-?)?[A-Z]{1,3}(?:\d{1,2}[A-Za-z]{0,2})?(?:-(?:\d{1,2}[A-Za-z]{0,2}|[A-Z]{1,3}\d{0,2}))*`;

/** `I A-1`, `2 M-1`: the group before the class, a space apart. */
const spacedDesignator = String.raw`(?:[IVX]{1,3}|\d)\s[A-Z]{1,2}(?:-\d{1,2}[A-Z]?)?`;

/** `A (2003-04)`: a tranche of a card trust's class. */
const datedDesignator = String.raw`[A-Z]\s?\(\d{4}-[A-Z]?\d{1,2}\)`;

const wholeDatedDesignator = new RegExp(`^${datedDesignator}$`);
const wholeDesignator = new RegExp(`^(?:${spacedDesignator}|${designator}(?:\\s(?:IO|PO))?)$`);

export const classPhrase = new RegExp(
  String.raw`\b(?:[Cc]lass|CLASS|C[Ll]\.|C[Ll](?=\s)|[Tt]ranche|TRANCHE)\s+(${datedDesignator}|${spacedDesignator}|${designator})(?=$|[\s:,;.)*"'])`,
);

/** `Class A and Class B`, `Class and A-3`, `Class A/Class B`: what several classes have together is that of none. */
export const severalClasses = new RegExp(
  String.raw`\b(?:[Cc]lass(?:es)?|CLASS(?:ES)?)\s+(${designator})(?:\s+(?:[Nn]otes?|NOTES?|[Cc]ertificates?|CERTIFICATES?))?(?:\s*,\s*(?:(?:and|AND|or|OR|&)\s+)?|\s+(?:and|AND|or|OR|&|through|THROUGH|thru|THRU)\s+|\s*/\s*)(?:the\s+)?(?:(?:[Cc]lass|CLASS)\s+)?(${designator})(?=$|[\s:,;.)/&])`,
);

export const notesPhrase = new RegExp(
  String.raw`^(${designator})\s+(?:[Nn]otes?|NOTES?|[Cc]ertificates?|CERTIFICATES?|[Bb]onds?|BONDS?|[Cc]erts?\.?|CERTS?\.?)\b(?!\s+(?:and|AND|&)\s)`,
);

/** `CL A-1`, `Cls. M-1`, `Sub-Class B`: the word Class in other letters. */
export const classInOtherLetters = /^(?:cls?\.?|sub-?class)\s+(?=[A-Z\d])/i;

/** `Class: A-1`, `Class - A-1`, `Class "A-1"`: signs between the word and the name. */
export const classSetOff = /\bclass(?:\s*[:-]\s+(?=[A-Z\d])|\s+["'](?=[A-Z\d][A-Z\d-]{0,6}["']))/i;

/** `Certificate A-1`, `Note B`, and nothing else. */
export const namedSecurity = new RegExp(
  String.raw`^(?:[Cc]ertificates?|CERTIFICATES?|[Nn]otes?|NOTES?|[Bb]onds?|BONDS?)\s+(${designator}):?$`,
);

/** `I - A - 1`: spaces around the hyphens of a designator. */
export const spacedHyphens = /(?<![\w-])(?:[IVX]{1,4}|[A-Z]{1,2}|\d)(?:\s-\s(?:[A-Z]{1,2}|\d{1,2}[A-Z]?))+(?![\w-])/g;

const notClasses = new Set(
  'REO WAC WAM UPB FHA VA ARM PMI THE OF AND TO FOR BY IN ON AT AS IS ALL NO YES NA INT BAL PRIN BEG END RATE TOTAL LOSS FEE CE% OCT DEC JAN FEB MAR APR MAY JUN JUL AUG SEP NOV DAY DAYS FC BK LTV PER LESS ADD PLUS NET SUM DUE CUSIP ID LOAN LIBOR CPR CDR MDR SMM PSA'.split(
    ' ',
  ),
);

export function isDesignator(word: string): boolean {
  if (word.length > 8) return word.endsWith(')') && wholeDatedDesignator.test(word);
  return wholeDesignator.test(word) && !notClasses.has(word);
}
