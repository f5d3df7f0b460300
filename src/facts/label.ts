import { canonicalWords } from './lexicon.ts';

/**
 * What the words of one label, heading or title say by themselves: the dimensions they name (class, group, delinquency bucket) and the
 * field's words that are left.
 */
export interface LabelMeaning {
  readonly id: number;
  readonly text: string;
  /** Canonical words, dimensions taken out. */
  readonly words: readonly string[];
  /** Named with the word Class, or in a form that only a class has. */
  readonly class: string | null;
  /** The whole label could be the name of a class (`A`, `M-1`, `CE`), if what stands around it says so. */
  readonly bareClass: string | null;
  readonly group: string | null;
  readonly bucket: string | null;
  /** Days named alone (`90 days`): open at the end, unless rows of more days follow. */
  readonly daysAlone: number | null;
  /** The label is a total and nothing else. */
  readonly total: boolean;
  /** Speaks of amounts for each $1,000 of original balance. */
  readonly perThousand: boolean;
  /** Names an account or a fund: its balances are not those of the pool. */
  readonly ofAccount: boolean;
  /** Names a column of loan numbers. */
  readonly loanNumber: boolean;
}

/** A class designator: `A`, `A-1`, `1-A-R`, `IA1`, `M-1`, `MF-2`, `CE`, `B-IO`, `LT-R`, `A2a`. */
const designator = String.raw`(?:(?:[IVX]{1,4}|\d{1,2})-?)?[A-Z]{1,3}(?:\d{1,2}[A-Za-z]{0,2})?(?:-(?:\d{1,2}[A-Za-z]{0,2}|[A-Z]{1,3}\d{0,2}))*`;
/** `I A-1`, `2 M-1`: the group before the class, a space apart. */
const spacedDesignator = String.raw`(?:[IVX]{1,3}|\d)\s[A-Z]{1,2}(?:-\d{1,2}[A-Z]?)?`;
/** `A (2003-04)`: a tranche of a card trust's class. */
const datedDesignator = String.raw`[A-Z]\s?\(\d{4}-[A-Z]?\d{1,2}\)`;
const wholeDesignator = new RegExp(`^(?:${spacedDesignator}|${designator}(?:\\s(?:IO|PO))?)$`);
const classPhrase = new RegExp(
  String.raw`\b(?:[Cc]lass|CLASS|C[Ll]\.|C[Ll](?=\s)|[Tt]ranche|TRANCHE)\s+(${datedDesignator}|${spacedDesignator}|${designator})(?=$|[\s:,;.)*"'])`,
);
const notesPhrase = new RegExp(
  String.raw`^(${designator})\s+(?:[Nn]otes?|NOTES?|[Cc]ertificates?|CERTIFICATES?|[Bb]onds?|BONDS?|[Cc]erts?\.?|CERTS?\.?)\b(?!\s+(?:and|AND|&)\s)`,
);
/** `CL A-1`, `Cls. M-1`, `Sub-Class B`: the word Class in other letters. */
const classInOtherLetters = /^(?:cls?\.?|sub-?class)\s+(?=[A-Z\d])/i;
/** `Class: A-1`, `Class - A-1`, `Class "A-1"`: signs between the word and the name. */
const classSetOff = /\bclass(?:\s*[:-]\s+(?=[A-Z\d])|\s+["'](?=[A-Z\d][A-Z\d-]{0,6}["']))/i;
/** `Certificate A-1`, `Note B`, and nothing else. */
const namedSecurity = new RegExp(
  String.raw`^(?:[Cc]ertificates?|CERTIFICATES?|[Nn]otes?|NOTES?|[Bb]onds?|BONDS?)\s+(${designator}):?$`,
);
/** `I - A - 1`: spaces around the hyphens of a designator. */
const spacedHyphens = /(?<![\w-])(?:[IVX]{1,4}|[A-Z]{1,2}|\d)(?:\s-\s(?:[A-Z]{1,2}|\d{1,2}[A-Z]?))+(?![\w-])/g;
const notClasses = new Set(
  'REO WAC WAM UPB FHA VA ARM PMI THE OF AND TO FOR BY IN ON AT AS IS ALL NO YES NA INT BAL PRIN BEG END RATE TOTAL LOSS FEE CE% OCT DEC JAN FEB MAR APR MAY JUN JUL AUG SEP NOV DAY DAYS FC BK LTV PER LESS ADD PLUS NET SUM DUE CUSIP ID LOAN LIBOR CPR CDR MDR SMM PSA'.split(
    ' ',
  ),
);
const leadingEnumerator =
  /^(?:\(?[a-zA-Z]{1,2}[.)]|\(?[ivxIVX]{1,5}[.)]|\(?\d{1,3}[.)]|\(\d{1,3}[a-z]\)|\d{1,3}[a-z][.)]|\d+\.\d+|[*†+]+|[A-Z](?=\s+[ivx]{1,5}\s)|[ivx]{1,5}(?=\s+[A-Z])|\d{1,3}[A-Z]?(?=\s+[A-Z])(?!\s*(?:Days?|DAYS?|Plus|PLUS|Or|OR|And|AND|To|TO|Through|Months?|MONTHS?|Payments?|PAYMENTS?|Delinq|DELINQ|Past|PAST|Year|YEAR)))\s+(?=\S)/;
/** `1998-3`, `Series 2000-A`: one of a trust's series, and nothing else. */
export const isSeries = (text: string): boolean => /^(?:series\s+)?(?:19|20)\d\d-[A-Z\d]{1,3}$/i.test(text);
const seriesPhrase = /\bseries\s+\d{4}-\w+/gi;
const groupPhrase =
  /\b(?:(?:loan|mortgage|mtg|collateral|certificate)\s+)?group\s+(?:no\.?\s*)?(\d{1,2}[A-Z]?|[IVX]{1,4}|[A-Z])(?![\w-])/i;
const poolPhrase = /\b(?:pool|subpool)\s+(?:no\.?\s*)?(\d{1,2}|[IVX]{1,4})(?![\w-])/i;
/** `Pool A`, and nothing else. */
const letteredPool = /^(?:Pool|POOL)\s+([A-H])$/;
const kindGroupPhrase =
  /\b(fixed|adjustable|adj|arm|variable|floating|conforming|non-?conforming)\.?(?:[\s-]+rate)?(?:\s+(?:loan|mortgage))?\s+group\b/i;
const remicPhrase = /\bREMIC\s+(\d|[IVX]{1,4}|[A-Z])\b/i;
/** Abbreviations of the words before them, in parentheses. */
const inOtherWords = /\((?:WAC|WAM|WAMM|WART|WARM|WALA|OC|O\/C|UPB|SPB|REO|PPIS|APR|IO|PO|N)\)/g;
/** `(7.03 & 5.04)`, `(I-2)`, `(Item 94)`, `{12}`: where an agreement or another line speaks of the same; `(1)` a note. */
const crossReference =
  /\((?:(?:see\s+)?(?:sec(?:tion)?s?\.?|§+|items?|lines?|notes?|clauses?|art(?:icle)?\.?)\s*)?(?:[IVXL]{0,4}-?\d[\d.]*(?:\s?[a-z])?(?:\([a-z\d]{1,4}\))*|[ivx]{1,5})(?:\s*(?:&|,|and|\+)\s*[IVXL]{0,4}-?\d[\d.]*(?:\s?[a-z])?(?:\([a-z\d]{1,4}\))*)*\s*\)|\([^(){]*\{[^()]*\)|\{\d+[a-z]?\}|\[[^[\]\d]*\d[^[\]]*\]/gi;
/** `(9)=(3-5-7+8)`: columns that a column is made of. */
const formula = /\(?\d{1,2}\)?\s*=\s*\(?\d{1,2}(?:\s*[-+x*/]\s*\(?\d{1,2}\)?)+\)?/g;
/** `(D / Original Pool Balance)` */
const quotient = /\(\s*[A-Z\d]{1,4}\s+[/x*+-]\s+[^()]{0,40}\)/g;
/** `Sec. 4.03(iii) Servicing Fee`: the place in the agreement that asks for it. */
const leadingReference =
  /^(?:sec(?:tion|t)?\.?|§|clause|article|item)\s*\d[\d.]{0,15}(?:\s?\(\w{1,5}\))*[:.,\s-]{0,8}(?=\S{0,40}[a-z]{3})/i;
const printedDate =
  /\b(?:\d{1,2}-[A-Za-z]{3,9}-\d{2,4}|\d{1,2}\/\s?\d{1,2}\/\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\s*,\s*\d{4})/gi;
const accountPhrase =
  /\b(?:certificate|collection|reserve|spread|distribution|note|custodial|trust|funding|interest|pre-?funding|yield|payahead|escrow|cash|investor|holding|principal|capitalized|supplement)\w*\s+(?:\w+\s+)?(?:account|acct|fund)\b\.?|\breserve\s+(?:fund|account)|^(?:pre-?funding|reserve)\b/i;
/** `per $1,000 of original principal amount`: of what, not what is paid. */
const ofThousand =
  /\bper\s*(?:\$\s*)?(?:1,?000|thousand)(?:\s+dollars?)?(?:\s+of)?(?:\s+(?:the\s+)?(?:initial|original|orig\.?))?(?:\s+(?:principal|prin\.?|certificate|cert\.?|note|class|security|face))*(?:\s+(?:amount|balance|bal\.?|value|denomination))?/i;
const totalPhrase =
  /^(?:(?:(?:grand|deal|class|overall|report)\s+|sub-?\s*)?totals?(?:\s*[/&,]\s*(?:wtd|weighted|wgtd|w)\.?\s*(?:avg|average|a)\.?)?|aggregate|all\s+classes)\s*:?$/i;

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

const statuses: readonly (readonly [string, string])[] = [
  ['foreclosure', 'foreclosure'],
  ['bankruptcy', 'bankruptcy'],
  ['reo', 'reo'],
  ['realestateowned', 'reo'],
  ['repossession', 'repossession'],
];

/** `Delinquent and Foreclosure Loan Information`, `Delinquency / REO`: of several, not of one. */
const listing = /\bdelinq\w*\s*(?:,|&|\/|and\b|or\b)|(?:,|&|\/|\band|\bor)\s*(?:loan\s+)?delinq/i;

/** The bucket by days that the text names and the text without it. */
function takeDays(text: string): { days: string | null; alone: number | null; rest: string } {
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

/** What is longer is text; its words are not looked through. */
const LONGEST_LABEL = 1_000;

/** What such a text says: something, and nothing that figures are known by. */
const NOT_UNDERSTOOD: Omit<LabelMeaning, 'id' | 'text'> = {
  words: ['text'],
  class: null,
  bareClass: null,
  group: null,
  bucket: null,
  daysAlone: null,
  total: false,
  perThousand: false,
  ofAccount: false,
  loanNumber: false,
};

/** `90+ Days Excl. F/C, REO & Bkcy`: without those of other statuses. */
const withoutStatuses =
  /(?<=(?:\bdays?|\bmonths?|\bpayments?|\bmore|\bover|\+)[\s,:-]*)\(?\bexcl(?:\.|ud(?:es|ing|ed)|usive|d?g)?(?:[\s.,/&]+(?:of|loans?|in|and|or|all|those|f\/?c|fcls?|foreclosures?|foreclosed|reos?|real estate owned|bkcy|bk?rptcy|bnkrptcy|b\/?k|bankrupt\w*)\b)+\)?/gi;

/** `Ending Class A Note Balance -- CUSIP`, the number behind it. */
const cusipBehind = /(?<=[A-Za-z)])(?:\s*,\s*|\s+-{1,3}\s*|\s*\()CUSIP(?:\s*(?:no\.?|number|#))?\s*:?$/i;

/** `Class S (notional)`, `R (residual)`: what kind of class it is, behind its name. */
const kindBehind =
  /^((?:(?:class|cl\.)\s+)?)(\S{1,8})\s?\((?:notional(?:\s+(?:principal\s+)?(?:amount|balance))?|interest[\s-]only|principal[\s-]only|io|po|residual|nr|not\s+(?:offered|rated)|retained|subordinated?|senior)\s?[*\d]?\)/i;

/** `(Yes/No)` */
const yesOrNo = /\(?\by(?:es)?\s?\/\s?no?\b\)?/i;

/** Every label is looked through for all that it may name: a word that is in all forms of a name is looked for first, which takes far less. */
function readLabel(id: number, raw: string): LabelMeaning {
  if (raw.length > LONGEST_LABEL) return { ...NOT_UNDERSTOOD, id, text: raw };
  let text = raw.trim();
  let small = text.toLowerCase();
  if (small.startsWith('cl') || small.includes('class')) {
    text = text.replace(classInOtherLetters, 'Class ').replace(classSetOff, 'Class ');
    small = text.toLowerCase();
  }
  const has = (word: string): boolean => small.includes(word);
  const perThousand =
    (has('per') || has('$1')) &&
    /per\s*(?:\$\s*)?1,?000(?!,)|per\s+thousand|\$1,?000\s+(?:original|denomination|certificate|unit|face)|per\s+single\s+certificate|per\s+certificate\b/i.test(
      text,
    );
  const loanNumber =
    (/^(?:loan|account|asset)(?:\s+(?:number|no\.?|num|#|id|count))?$/i.test(text) && !/count$/i.test(text)) ||
    // `Loans in Bankruptcy` over `Loan Number`.
    (has('loans') && /\bloans\b.*\bloan\s+(?:number|no\.?|num|#)$/i.test(text));
  if (has(' - ')) text = text.replace(spacedHyphens, (designated) => designated.replaceAll(' ', ''));
  for (let match = text.match(leadingEnumerator); match !== null; match = text.match(leadingEnumerator))
    text = text.slice(match[0].length);
  if (has('cusip')) text = text.replace(cusipBehind, '').trim();
  if (has('excl')) text = text.replace(withoutStatuses, ' ').trim();
  if (has('series')) text = text.replace(seriesPhrase, ' ').trim();
  if (text.endsWith(')') || has(') '))
    text = text.replace(kindBehind, (all, before: string, name: string) =>
      isDesignator(name) ? `${before}${name}` : all,
    );
  if (has('/n')) text = text.replace(yesOrNo, ' ').trim();
  text = withoutReferences(text, small);
  let cls: string | null = null;
  let group: string | null = null;
  const classMatch = has('class') || has('tranche') || has(' cl') ? text.match(classPhrase) : null;
  if (classMatch !== null && isDesignator(classMatch[1]!)) {
    cls = classMatch[1]!;
    text = text.replace(classMatch[0], ' ').trim();
  } else {
    const notes = text.match(notesPhrase) ?? text.match(namedSecurity);
    if (notes !== null && isDesignator(notes[1]!)) {
      cls = notes[1]!;
      text = text.slice(notes[0].length).trim();
    }
  }
  const ofGroup = has('group');
  const groupMatch =
    (ofGroup ? text.match(groupPhrase) : null) ??
    (has('pool') ? (text.match(poolPhrase) ?? text.match(letteredPool)) : null);
  if (groupMatch !== null) {
    group = `Group ${groupMatch[1]!.toUpperCase()}`;
    text = text.replace(groupMatch[0], ' ').trim();
  } else {
    const kind = ofGroup ? text.match(kindGroupPhrase) : null;
    const remic = has('remic') ? text.match(remicPhrase) : null;
    if (kind !== null) {
      group = `${kind[1]!.charAt(0).toUpperCase()}${kind[1]!.slice(1).toLowerCase()} Group`;
      text = text.replace(kind[0], ' ').trim();
    } else if (remic !== null) {
      group = `REMIC ${remic[1]!.toUpperCase()}`;
      text = text.replace(remic[0], ' ').trim();
    }
  }
  const bare = text.replace(/(?:(?<![*:†#])[*:†#]+|(?<=[-\d]\w{0,8})\s+N)$/, '').trim();
  const bareClass = cls === null && isDesignator(bare) ? bare : null;
  const total = totalPhrase.test(bare);
  if (perThousand) text = text.replace(ofThousand, ' ');
  const { days, alone, rest } =
    bareClass === null && cls === null ? takeDays(text) : { days: null, alone: null, rest: text };
  const words = perThousand ? canonicalWords(rest).filter((word) => !perThousandWords.has(word)) : canonicalWords(rest);
  let status: string | null = null;
  let several = false;
  for (const [word, bucket] of statuses) {
    if (!words.includes(word)) continue;
    if (status !== null && status !== bucket) several = true;
    status = bucket;
  }
  if (several || (words.includes('delinquent') && listing.test(text))) status = null;
  const current = words.length === 1 && words[0] === 'current' && /\bcurr/i.test(rest) ? 'current' : null;
  return {
    id,
    text: raw,
    words: total ? ['total'] : words,
    class: cls,
    bareClass,
    group,
    bucket: crossBucket(status, days ?? current),
    daysAlone: alone,
    total,
    perThousand,
    ofAccount: (has('account') || has('acct') || has('fund') || has('reserve')) && accountPhrase.test(raw),
    loanNumber,
  };
}

/** A remark in parentheses of four words or more; what it says of time or extent is kept. */
const remark = /\([^()]*\)/g;
const says =
  /cumul|aggregat|since|to.date|\bper\b|prior|preced|previous|begin|next|after|before|following|net\b|delinq|day/i;
const isAside = (text: string): boolean => text.split(/\s+/).length >= 4 && !says.test(text);

/** `Less: Principal Distribution`, `Plus Servicer Advances`. */
const sign = /^(?:less|plus|add|minus|deduct)(?:\s*[:-]\s*|\s+)(?!than\b)(?=[A-Za-z])/i;

/** `after giving effect to payments`. */
const givingEffect = /\b(after|before|prior to)\s+giving\s+effect\s+to\b/gi;

/** `as of the close of business on the last day of the related Collection Period`; of a period before it, something else is said. */
const closeOfBusiness =
  /\b(?:as\s+of\s+)?(?:the\s+)?(?:(?:close|opening)\s+of\s+business(?:\s+on)?|end\s+of\s+the\s+day\s+on)\b/gi;
const dayOfPeriod = /\b(last|first)\s+day\s+of\b/gi;
const period =
  /\b(?:(?:for|during|in)\s+)?(?:the\s+|such\s+|a\s+)?(?:(?:related|current|such|this|all|each)\s+)?(?<!\b(?:preceding|prior|previous)\s)(?:collection|due|reporting|monthly|remittance)\s+periods?\b/gi;

/** `as of the current Distribution Date`: at the end; a day of distributions is no distribution. */
const asOfCurrent =
  /\b(?:as\s+of|on|for|following|after|with\s+respect\s+to)\s+(?:the\s+|such\s+)?(?:current|this|such|related)\s+(?:distribution|payment|remittance)\s+date\b/gi;
const dayOfPayment = /\b(?:distribution|payment|remittance)\s+dates?\b/gi;

/**
 * The text without what only repeats it or says where it comes from; the text itself where nothing else is in it. `small` holds it in small
 * letters.
 */
function withoutReferences(text: string, small: string): string {
  let said = text.replace(sign, '');
  if (small.includes('giving')) said = said.replace(givingEffect, '$1');
  if (small.includes('date')) said = said.replace(asOfCurrent, 'ending').replace(dayOfPayment, ' ');
  if (small.includes('business') || small.includes('end of the day')) said = said.replace(closeOfBusiness, ' ');
  if (small.includes('day of'))
    said = said.replace(dayOfPeriod, (_: string, day: string) =>
      day.toLowerCase() === 'last' ? 'ending' : 'beginning',
    );
  if (small.includes('period')) said = said.replace(period, ' ');
  said = said.trim();
  if (said === '') return text;
  if (!/[\d({[]/.test(said)) return said;
  const left = said
    .replace(remark, (aside) => (isAside(aside) ? ' ' : aside))
    .replace(leadingReference, '')
    .replace(formula, ' ')
    .replace(quotient, ' ')
    .replace(inOtherWords, ' ')
    .replace(crossReference, (reference) => (/\b(?:30|60|90|120|1,?000)\b/.test(reference) ? reference : ' '))
    .replace(printedDate, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return /[A-Za-z]/.test(left) ? left : text;
}

const perThousandWords = new Set([
  'thousand',
  'original',
  'unit',
  'single',
  'face',
  'value',
  'certificate',
  '1000',
  '1,000',
  'initial',
]);

function isDesignator(word: string): boolean {
  return word.length <= 8 && wholeDesignator.test(word) && !notClasses.has(word);
}

const cache = new Map<string, LabelMeaning>();
let nextId = 1;

/** Cached: the same words mean the same everywhere. */
export function labelMeaning(text: string): LabelMeaning {
  const cached = cache.get(text);
  if (cached !== undefined) return cached;
  if (cache.size > 50_000) cache.clear();
  const meaning = readLabel(nextId++, text);
  cache.set(text, meaning);
  return meaning;
}
