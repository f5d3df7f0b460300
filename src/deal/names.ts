/** Deal names: what makes two spellings the same deal, and the parts that a page shows. */

/** Words of a name that statements of one deal put in or leave out as they please. */
const optional = new Set([
  'series',
  'owner',
  'trust',
  'the',
  'inc',
  'incorporated',
  'corp',
  'corporation',
  'co',
  'company',
  'llc',
  'lp',
  'asset',
  'assets',
  'backed',
  'pass',
  'through',
  'certificate',
  'certificates',
  'note',
  'notes',
]);

const normalise = (name: string): readonly string[] => {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’]/g, '')
    // A year in two digits before its series number: 98-1 is 1998-1.
    .replace(/(?<![\w-])(\d\d)(?=-[a-z]{0,3}\d{0,2}(?![\w-]))/g, (year) => (year >= '70' ? `19${year}` : `20${year}`));
  const words = plain.match(/[a-z]+|\d+/g) ?? [];
  return words.map((word) => word.replace(/^0+(?=\d)/, ''));
};

/**
 * What stays the same between the spellings of one deal: case, punctuation, and words such as Series or Trust
 * don't count, numbers and every other word do. `New Century Home Equity Loan Trust, Series 2002-1` and
 * `NEW CENTURY HOME EQUITY LOAN TRUST 2002-1` share a key; 2002-2 has another.
 */
export const dealKey = (name: string): string => {
  const words = normalise(name);
  const kept = words.filter((word) => !optional.has(word));
  return (kept.some((word) => /[a-z]/.test(word)) ? kept : words).join(' ');
};

/** Whether two words differ by one letter put in, left out, changed, or by two neighbours swapped. */
const differByOneSlip = (left: string, right: string): boolean => {
  if (Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const restLeft = left.slice(start);
  const restRight = right.slice(start);
  return (
    restLeft.slice(1) === restRight ||
    restLeft === restRight.slice(1) ||
    restLeft.slice(1) === restRight.slice(1) ||
    (restLeft[0] === restRight[1] && restLeft[1] === restRight[0] && restLeft.slice(2) === restRight.slice(2))
  );
};

const shortestMisspelt = 5;

/**
 * Whether two keys are one name with typing errors: as many words, the same numbers, and long words that differ by one
 * slip at most. Words of fewer than five letters and series letters must be equal: Loan and Lean, A and B are different.
 */
export const isMisspelling = (left: string, right: string): boolean => {
  if (left === right) return true;
  const words = left.split(' ');
  const others = right.split(' ');
  return (
    words.length === others.length &&
    words.every((word, index) => {
      const other = others[index] ?? '';
      if (word === other) return true;
      const long = Math.min(word.length, other.length) >= shortestMisspelt;
      return long && /^[a-z]/.test(word) && word[0] === other[0] && differByOneSlip(word, other);
    })
  );
};

/** The name as part of an address: `new-century-home-equity-loan-trust-2002-1`. */
export const dealId = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The series that a name ends in, `2002-1`, `1998-HE2`, `2001-A`, `1998-A Owner Trust`; null where there is none. */
export const seriesOf = (name: string): string | null =>
  /(?:^|[\s,])((?:(?:19|20)\d\d|\d\d)-[A-Za-z]{0,4}\d{0,3}[A-Za-z]?)(?:\s+(?:[A-Z]\w{2,9}\s+)?Trust)?\s*$/.exec(
    name,
  )?.[1] ?? null;
