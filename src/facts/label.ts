import { crossBucket, listing, statuses, takeDays } from './buckets.ts';
import {
  classInOtherLetters,
  classPhrase,
  classSetOff,
  isDesignator,
  namedSecurity,
  notesPhrase,
  severalClasses,
  spacedHyphens,
} from './designators.ts';
import { canonicalWords } from './lexicon.ts';
import { withoutReferences } from './references.ts';

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
  /** Names several classes together: what it says is said of none of them alone. */
  readonly several: boolean;
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

const leadingEnumerator =
  /^(?:\(?[a-zA-Z]{1,2}[.)]|\(?[ivxIVX]{1,5}[.)]|\(?\d{1,3}[.)]|\(\d{1,3}[a-z]\)|\d{1,3}[a-z][.)]|\d+\.\d+|[*†+]+|[A-Z](?=\s+[ivx]{1,5}\s)|[ivx]{1,5}(?=\s+[A-Z])|\d{1,3}[A-Z]?(?=\s+[A-Z])(?!\s*(?:Days?|DAYS?|Plus|PLUS|Or|OR|And|AND|To|TO|Through|Months?|MONTHS?|Payments?|PAYMENTS?|Delinq|DELINQ|Past|PAST|Year|YEAR)))\s+(?=\S)/;

/** `1998-3`, `Series 2000-A`: one of a trust's series, and nothing else. */
export const isSeries = (text: string): boolean => /^(?:series\s+)?(?:19|20)\d\d-[A-Z\d]{1,3}$/i.test(text);

const seriesPhrase = /\bseries\s+\d{4}-\w+/gi;

const groupPhrase =
  /\b(?:(?:loan|mortgage|mtg|collateral|certificate)\s+)?group\s+(?:no\.?\s*)?(\d{1,2}[A-Z]?|[IVX]{1,4}|[A-Z])(?![\w-])/i;

const poolPhrase = /\b(?:pool|subpool)\s+(?:no\.?\s*)?(\d{1,2}|[IVX]{1,4})(?![\w-])/i;

/** `Pool A`, and nothing else, or behind a dash: `Class A Interest - Pool B`. */
const letteredPool = /(?:^|\s[-–—]\s)(?:Pool|POOL)\s+([A-H])$/;

const kindGroupPhrase =
  /\b(fixed|adjustable|adj|arm|variable|floating|conforming|non-?conforming)\.?(?:[\s-]+rate)?(?:\s+(?:loan|mortgage))?\s+group\b/i;

const remicPhrase = /\bREMIC\s+(\d|[IVX]{1,4}|[A-Z])\b/i;

const accountPhrase =
  /\b(?:certificate|collection|reserve|spread|distribution|note|custodial|trust|funding|interest|pre-?funding|yield|payahead|escrow|cash|investor|holding|principal|capitalized|supplement)\w*\s+(?:\w+\s+)?(?:account|acct|fund)\b\.?|\breserve\s+(?:fund|account)|^(?:pre-?funding|reserve)\b/i;

/** `per $1,000 of original principal amount`: of what, not what is paid. */
const ofThousand =
  /\b(?:per|(?:for\s+)?each)\s*(?:\$\s*)?(?:1,?000|thousand)(?:\s+dollars?)?(?:\s+of)?(?:\s+(?:the\s+)?(?:initial|original|orig\.?))?(?:\s+(?:principal|prin\.?|certificate|cert\.?|note|class|security|face))*(?:\s+(?:amount|balance|bal\.?|value|denomination))?/i;

const totalPhrase =
  /^(?:(?:(?:grand|deal|class|overall|report)\s+|sub-?\s*)?totals?(?:\s*[/&,]\s*(?:wtd|weighted|wgtd|w)\.?\s*(?:avg|average|a)\.?)?|aggregate|all\s+classes)\s*:?$/i;

/** `Excluding Repos`: the others, whose name is not printed. */
const withoutSome =
  /^\W*(?:excl(?:uding|\.)?|without|net\s+of)\s+(?:loans?\s+in\s+)?(?:the\s+)?(?:repo|reo|foreclos|bankrupt)\w*(?:\s+(?:loans?|contracts?))?\W*$/i;

/** What is longer is text; its words are not looked through. */
const LONGEST_LABEL = 1_000;

/** What such a text says: something, and nothing that figures are known by. */
const NOT_UNDERSTOOD: Omit<LabelMeaning, 'id' | 'text'> = {
  words: ['text'],
  class: null,
  several: false,
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

/** `Class A-1 Auto Receivable Backed Notes`, `Class M-1 Mortgage Pass-Through Certificates`: what backs them. */
const backing =
  /(?:\b(?:auto(?:mobile)?|motor\s+vehicle|student|home\s+equity|credit\s+card|manufactured\s+housing|equipment|commercial|mortgage|asset|receivables?|loans?|leases?|contracts?)[\s-]+){0,4}\b(?:backed|pass-?through)\s+(?=(?:notes|certificates|bonds)\b)/i;

/** `Class A 2001-A Term Notes`, `Class A-2 Floating Rate Notes`: what kind of notes the class is. */
const kindOfNotes =
  /(?:\b(?:(?:floating|fixed|variable|adjustable|auction)[\s-]rate|money\s+market|term|(?:19|20)\d\d-[A-Z\d]{1,3})\s+){1,3}(?=(?:notes|certificates|bonds)\b)/i;

/** `1,000` in a line of headings, `AMOUNT PAID PER` above it. */
const unitAlone = /^\$?1,?000$/;

/** Every label is looked through for all that it may name: a word that is in all forms of a name is looked for first, which takes far less. */
function readLabel(id: number, raw: string): LabelMeaning {
  if (raw.length > LONGEST_LABEL || withoutSome.test(raw)) return { ...NOT_UNDERSTOOD, id, text: raw };
  let text = raw.trim();
  let small = text.toLowerCase();
  if (small.startsWith('cl') || small.includes('class')) {
    text = text.replace(classInOtherLetters, 'Class ').replace(classSetOff, 'Class ');
    small = text.toLowerCase();
  }
  const has = (word: string): boolean => small.includes(word);
  const perThousand =
    unitAlone.test(text) ||
    ((has('per') || has('$1')) &&
      /(?:per|\beach)\s*(?:\$\s*)?1,?000(?!,)|(?:per|\beach)\s+thousand|\$1,?000\s+(?:original|denomination|certificate|unit|face)|per\s+single\s+certificate|per\s+certificate\b/i.test(
        text,
      ));
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
  if (has('backed ') || has('through ')) text = text.replace(backing, '');
  if (has('class ') && (has('rate ') || has('term ') || has('market '))) text = text.replace(kindOfNotes, '');
  text = withoutReferences(text, small);
  let cls: string | null = null;
  let group: string | null = null;
  const classMatch = has('class') || has('tranche') || has(' cl') ? text.match(classPhrase) : null;
  const together = classMatch === null ? null : text.match(severalClasses);
  const several =
    together !== null && together.index! <= classMatch!.index! && [together[1]!, together[2]!].every(isDesignator);
  if (several) text = text.replace(together[0], ' class ').trim();
  else if (classMatch !== null && isDesignator(classMatch[1]!)) {
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
  let ofStatuses = false;
  for (const [word, bucket] of statuses) {
    if (!words.includes(word)) continue;
    if (status !== null && status !== bucket) ofStatuses = true;
    status = bucket;
  }
  if (ofStatuses || (words.includes('delinquent') && listing.test(text))) status = null;
  const current = words.length === 1 && words[0] === 'current' && /\bcurr/i.test(rest) ? 'current' : null;
  return {
    id,
    text: raw,
    words: total ? ['total'] : words,
    class: cls,
    several,
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
