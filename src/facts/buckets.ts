/** The delinquency buckets that words name: by days, by payments missed, by status. */

interface BucketPattern {
  readonly pattern: RegExp;
  readonly alone?: true;
  readonly bucket: (match: RegExpMatchArray) => string;
}

const rangeOf = (from: number, to: number): string => {
  if (from >= 28 && from <= 31 && to >= 58 && to <= 60) return '30-59';
  if (from >= 59 && from <= 61 && to >= 88 && to <= 90) return '60-89';
  if (from >= 89 && from <= 91 && to >= 118 && to <= 120) return '90-119';
  return `${from}-${to}`;
};

const openOf = (from: number): string => {
  if (from >= 89 && from <= 91) return '90+';
  if (from >= 59 && from <= 61) return '60+';
  if (from >= 29 && from <= 31) return '30+';
  return `${from}+`;
};

const monthNames = ['30-59', '60-89', '90+'];

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
};

const bucketPatterns: readonly BucketPattern[] = [
  {
    pattern: /(?:<|\bless than|\bunder|\bfewer than)\s*(?:(?:1|one)\s*(?:payments?|months?)|30\s*days?)/i,
    bucket: () => '0-29',
  },
  {
    pattern: /(?:\b(?:over|greater than|more than)|>)\s*(\d{2,3})\s*(?:days?\b|$)/i,
    bucket: (m) => openOf(Number(m[1])),
  },
  {
    pattern:
      /\b(\d{2,3})\s*(?:\+|days?\s+(?:or|and)\s+(?:more|over|greater|above)|(?:or|and)\s+(?:more|over|greater|above)\s*(?:days?)?|days?\s*\+|\s*&\s*over|plus\b)(?:\s*days?)?/i,
    bucket: (m) => openOf(Number(m[1])),
  },
  {
    // `November 1 through 30`: days of a month.
    pattern:
      /(?<!\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s{1,3})\b(\d{1,3})\s*(?:-|–|to|through|thru)\s*(\d{2,3})(?:\s*days?)?/i,
    bucket: (m) => rangeOf(Number(m[1]), Number(m[2])),
  },
  {
    pattern: /\b(one|two|three|four|[1-4])\s*(?:\+|(?:or\s+more))\s*(?:payments?|months?)/i,
    bucket: (m) => openOf(30 * numberWords[m[1]!.toLowerCase()]!),
  },
  {
    pattern: /\b(one|two|three|four|[1-4])\s+(?:payments?|months?)\s*(?:\+|or more|and over)/i,
    bucket: (m) => openOf(30 * numberWords[m[1]!.toLowerCase()]!),
  },
  {
    pattern: /\b(one|two|three|[1-3])\s+(?:payments?|months?)\b(?!\s+(?:libor|eurodollar|treasury|t-?bill|cmt|sofr))/i,
    bucket: (m) => monthNames[numberWords[m[1]!.toLowerCase()]! - 1]!,
  },
  {
    pattern: /^\s*(30|60|90|120|150|180)\s*(?:days?\b|(?=$|[-–(]))/i,
    alone: true,
    bucket: (m) => bucketOfDaysAlone(Number(m[1])),
  },
  { pattern: /\b(30|60|90|120|150|180)\s+days?\b/i, alone: true, bucket: (m) => bucketOfDaysAlone(Number(m[1])) },
];

function bucketOfDaysAlone(days: number): string {
  if (days === 30) return '30-59';
  if (days === 60) return '60-89';
  if (days === 90) return '90+';
  return `${days}+`;
}

export const statuses: readonly (readonly [string, string])[] = [
  ['foreclosure', 'foreclosure'],
  ['bankruptcy', 'bankruptcy'],
  ['reo', 'reo'],
  ['realestateowned', 'reo'],
  ['repossession', 'repossession'],
];

/** `Delinquent and Foreclosure Loan Information`, `Delinquency / REO`: of several, not of one. */
export const listing = /\bdelinq\w*\s*(?:,|&|\/|and\b|or\b)|(?:,|&|\/|\band|\bor)\s*(?:loan\s+)?delinq/i;

/** The bucket by days that the text names and the text without it. */
export function takeDays(text: string): { days: string | null; alone: number | null; rest: string } {
  if (!/\d|\bone\b|\btwo\b|\bthree\b/i.test(text)) return { days: null, alone: null, rest: text };
  if (/\brolling\b|\baverage\b/i.test(text)) return { days: null, alone: null, rest: text };
  for (const { pattern, bucket, alone } of bucketPatterns) {
    const match = text.match(pattern);
    if (match !== null) {
      return {
        days: bucket(match),
        alone: alone === true ? Number(match[1]) : null,
        rest: text.replace(match[0], ' day '),
      };
    }
  }
  return { days: null, alone: null, rest: text };
}

/** `foreclosure`, `bankruptcy60+`, `30-59`: status and days as one member. */
export function crossBucket(status: string | null, days: string | null): string | null {
  if (status === null) return days;
  if (days === null || days === status) return status;
  if (days === 'total' || days === 'current') return status;
  return /\d/.test(status) ? status : status + days;
}
