import { remembered } from './remembered.ts';

/** What a line calls a deal: its own words, without what is issued, who issues it and what stands beside them. */

const seriesNumber =
  /\b((?:19|20)\d{2}-[A-Z]-[A-Z]{1,2}(?![-\w])|(?:19|20)\d{2}-[A-Z]{2,3}\s\d(?=\W*$)|(?:19|20)\d{2}\s?-\s?(?=[A-Z\d])[A-Z]{0,4}\d{0,2}[A-Z]{0,2}\d?(?!\w)|(?:19|20)\d{2}[A-Z]{1,2}\d?)\b/;

export const seriesWord =
  /\bseries\s*:?\s*((?:19|20)\d{2}-[A-Z]-[A-Z]{1,2}(?![-\w])|(?:19|20)\d{2}-[A-Z]{2,3}\s\d(?=\W*$)|(?:19|20)?\d{2}\s?-\s?[A-Z0-9]{1,6}|[A-Z]{0,4}-?\d{2,4}-?[A-Z0-9]{0,5}|[A-Z]{1,3}-?\d{0,4})\b/i;

/** What is issued, not who issues it. */
const instruments =
  /\b(?:(?:manufactured\s+housing|(?:commercial|multi-?family)\s+mortgage|home\s+equity(?:\s+loan)?|home\s+improvement|mortgage(?:\s+loan)?|auto(?:mobile)?(?:\s+loan|\s+receivables?)?|student\s+loan|contract|asset|credit\s+card)?[\s-]{0,3}(?:asset|mortgage|equipment)?[\s-]{0,3}(?:backed)?[\s-]{0,3}(?:contract\s+)?(?:(?:floating|fixed|variable|adjustable)\s+rate\s+)?(?:senior\s*\/\s*subordinate\s+|subordinate\s+)?(?:remic\s+)?(?:mortgage\s+)?(?:multi-?class\s+)?(?:pass[\s-]{0,3}through|participation|trust|backed|term)\s+(?:certificates?|certs?|notes?|bonds?))\b(?!\.?\s+trust)\.?|\b(?:asset[\s-]{0,3}backed|mortgage[\s-]{0,3}backed)\s+(?:notes?|certificates?|certs?|bonds?|securities)\b(?!\.?\s+trust)\.?|\b(?:transition|rate\s+reduction|recovery)\s+(?:bonds|notes|certificates)\b(?!\s+(?:trust|company))/gi;

/** `First Bank (as Servicer on behalf of Elm Card Trust`: whose trust it is. */
const onBehalf =
  /^.*\b(?:sponsor|depositor|servicer|seller|transferor|originator)s?\s+(?:of|for|on\s+behalf\s+of)\s+(?:the\s+)?/i;

/** `…, Mortgage Pass-Through`, the certificates on the next line. */
const instrumentBegun =
  /[\s,](?:(?:mortgage|asset[\s-]backed|contract|home equity loan)\s+pass-?through|(?:asset|mortgage)[\s-]backed|manufactured\s+housing\s+contracts?)\s*$/i;

/** Words and signs that stand in no name of a deal. */
export const notAName =
  /[$%]|\.{4}|\/s\/|^by:|\d\.\d\d\b|^the\s|^(?:[IVX]{1,5}|\d{1,2}|[A-Z](?=[.)]\s(?![A-Z]\.)))[.)]\s|\btrust\s+(?:activity|totals?|level)\b|\b(?:corporate\s+trust|agency\s+(?:group|services)|trust\s+(?:officer|department|administrat\w*|services|office|accounts?)|structured\s+finance|to the|by the|payable|pertaining|relating|servicer|determination|agreement|pursuant|dated as|commission|section|registrant|exhibits?|statement|report|page|date|telephone|prospectus|item|form|class|account(?!\s+(?:\w+\s+)?trust\b)|acct|was|were|is|which|made)\b|#|^\(|\bunder the\b|\bformed\b|\bholders\s+of\b|\bas\s+(?:\w+\s+)?trustee\b|\bcapitalized\b|\bherein\b|\bgoverning\s+law\b|\b(?:you|your|shall|should)\b|\bsummary\s+of\b|^dated\b|\b\d{2,3}-\d{5}|\bof the\b|\bin the\b|@|http/i;

/** Texts whose names are remembered. */
export const MOST_NAMES = 5_000;

/** `Servicer's Certificate - Elm Auto Trust`: the title of the report before whose it is. */
const titleBefore =
  /^(?:(?:monthly|quarterly|annual|(?:certificate|note|bond)-?holders?|servicers?|servicing|investor)['’]?s?['’]?\s){1,3}(?:statement|report|certificate)(?:\s?[-–:]\s|\s?—\s?)(?=\S+\s\S)/i;

/** `Elm Card Issuance Trust / Elm Card Master Trust I`: the trust that issues, before the one that stands behind it. */
const trustBehindStroke = /(?<=\btrust(?:\s(?:[IVX]{1,4}|\d{1,2}))?)\s?\/\s?(?=\S[^/]*\btrust\b)[^/]*$/i;

const oneRole = String.raw`(?:(?:the|master|special|sub)[\s-]?)*(?:depositor|issuer|issuing\s+entity|sellers?|sponsors?|transferors?|originators?|servicers?|company|registrant)`;
const roles = String.raw`(?:as\s+)?${oneRole}(?:\s*(?:,|\band\b|&|/)\s*(?:as\s+)?${oneRole})*`;

/** `Elm Financial Corporation, Seller and Servicer` */
const roleBehind = new RegExp(String.raw`,\s+${roles}$`, 'i');

/** `Depositor`, `(SELLER AND SERVICER)`: what the company is whose name stands above. */
export const roleAlone = new RegExp(String.raw`^\W*${roles}\W*$`, 'i');
/** Whoever is called so has issued the certificates, or has had them issued. */
export const issues = /\b(?:depositor|issuer|issuing\s+entity|registrant|company)\b/i;
/** Whoever is called so and nothing else has issued nothing. */
export const servesOnly = /^(?:\W|\b(?:as|the|master|special|sub|and|servicers?)\b)*$/i;

const clean = (text: string): string =>
  text
    .replace(trustBehindStroke, '')
    .replace(instruments, ' ')
    .replace(/\bseries\b\s*$/i, ' ')
    .replace(instrumentBegun, '')
    .replace(/^\d{1,2}(?:\.\d{1,4})?\s?%\s+/, '')
    .replace(onBehalf, '')
    .replace(/\s*\(formerly\b.*$/i, '')
    .replace(/^(?:exhibit\s+)?\d{1,2}\.\d{1,2}\s+(?=[A-Z])/i, '')
    .replace(titleBefore, '')
    .replace(roleBehind, '')
    .replace(/^(?:of\s+|(?:19|20)\d\d-[A-Z\d]{1,3}\s+)/i, '')
    .replace(/\((?!usa\))[a-z ]{6,80}\)\*{0,3}$/i, '')
    .replace(/(?<![\s,;:*-])[\s,;:*-]+$/, '')
    .replace(/^([^()]*)\)$/, '$1')
    .replace(/^[\s,;:*-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words that any deal may be called by: alone they name none. */
export const generic =
  /^(?:(?:the|asset|backed|certificates?|class|commercial|contracts?|corp(?:oration)?|equity|finance|home|housing|investment|issuer|loans?|manufactured|master|mortgage|multi|notes?|owner|pass|remic|revolving|securiti[sz](?:ed|ation)|securities|senior|series|subordinated?|through|trusts?|[-/&,.\s]))*$/i;

const trustBehind =
  /^\s(?:(?:owner|grantor|auto|lease|leasing|master|note|issuer|receivables|equipment|home|equity|loan|mortgage)\s){0,4}trust\b/i;

interface PrintedName {
  readonly name: string;
  readonly series: string | null;
  readonly generic: boolean;
}

/** No line that names a deal is longer. */
export const LONGEST_NAME = 300;

/** What the text calls a deal, by its own words; null where its word Series has no number. */
export const nameIn = remembered(MOST_NAMES, (text): PrintedName | null => {
  if (text.length > LONGEST_NAME) return null;
  const word = text.match(seriesWord);
  const number = word ?? text.match(seriesNumber);
  const series = number === null ? null : number[1]!.replace(/\s/g, '').toUpperCase();
  if (word !== null && !/\d/.test(word[1]!)) return null;
  // `Elm Home Loan Trust 1999-2 Revolving Notes Series 1999-2`
  const first = word === null ? null : text.match(seriesNumber);
  const same = first !== null && first[1]!.replace(/\s/g, '').toUpperCase() === series;
  const before = number === null ? text : text.slice(0, Math.min(number.index!, same ? first.index! : number.index!));
  const name = clean(before);
  // `Harbor Financial 1998-A Owner Trust`: the name goes on behind the series.
  if (word === null && series !== null && name !== '' && !generic.test(name) && !/\btrust\b/i.test(name)) {
    const goesOn = trustBehind.exec(text.slice(before.length + number![0].length));
    if (goesOn !== null) return { name: `${name} ${series}${goesOn[0]}`, series, generic: false };
  }
  return { name, series, generic: generic.test(name) };
});

/** `Series 2001-C1` and nothing else. */
const wholeSeries = /^series\s*:?\s*(?:19|20)?\d{2}\s?-\s?[A-Z0-9]{1,6}$/i;

/** What a line calls a deal: the words of it, where others stand further off on the same line. */
export function nameOnLine(line: string): PrintedName | null {
  const parts = line.trim().split(/\s{3,}/);
  if (parts.length > 1) {
    // `SERIES 2001-2   (301) 555-0100`, the columns of a page's head.
    const series = parts.filter((part) => wholeSeries.test(part));
    if (series.length === 1) return nameOf(series[0]!);
    const named = parts.filter((part) => /\btrust\b/i.test(part) && seriesNumber.test(part));
    if (named.length === 1) {
      const name = nameOf(named[0]!);
      if (name !== null && !notAName.test(name.name)) return name;
    }
  }
  return nameOf(line);
}

/** The line without what stands behind its first wide gap, where one of the words stands so many characters behind that gap, or more. */
function withoutBeside(line: string, words: RegExp, behind: number): string {
  let last = -1;
  for (const { index } of line.matchAll(words)) last = index;
  const gap = last < 0 ? null : /\s{3,}/.exec(line);
  if (gap === null || gap.index + gap[0].length + behind > last) return line;
  return `${line.slice(0, gap.index)} `;
}

/** What a line calls a deal, without the marks, dates and page numbers that stand beside it. */
const nameOf = remembered(MOST_NAMES, (line) => {
  if (!/series|trust|\b(?:19|20)\d{2}-/i.test(line)) return null;
  const unmarked = line.replace(/<\/?[A-Z]{1,12}>/g, ' ');
  const text = withoutBeside(unmarked, /\b(?:date|page|contact|telephone|facsimile|fax)\b/gi, 0)
    .replace(/\s+/g, ' ')
    .trim()
    // `$748,897,000 Transition Bonds, Series 2001-1`: how much of it was issued.
    .replace(/^\$[\d,.]{6,20} /, '')
    .replace(/^(?:deal|transaction|issue|issuer|trust)(?: name)? ?:[. ]{1,80}/i, '');
  return nameIn(text);
});

export const trusteeName =
  /\btrust\s+(?:compan(?:y|ies)|co\b)|\bbank\s+(?:and|&)\s+trust\b|\bbankers\s+trust\b|\btrust\s+and\s+savings\b/i;

/** `ELM MORTGAGE      Statement to Noteholders`, `ELM MORTGAGE      Servicing Certificate` */
const titleBeside =
  /(?<=\S)\s{3,99}(?:monthly\s+)?(?:(?:statement|report)\s+to\s+[a-z-]+holders|servic(?:ing|er['’]?s?)\s+(?:certificate|report|statement))\s*$/i;

/** The name that stands above its series; empty where the line is none. */
export const nameAbove = remembered(MOST_NAMES, (line) => {
  if (line.length > LONGEST_NAME) return '';
  const trusts = line
    .trim()
    .split(/\s{3,}/)
    .filter((part) => /\btrust\b/i.test(part) && !trusteeName.test(part));
  if (trusts.length === 1 && trusts[0] !== line.trim()) {
    const trust = clean(trusts[0]!);
    if (!notAName.test(trust) && !generic.test(trust)) return trust;
  }
  // `Remittance Date:   10-Oct-00`, far right of a line.
  const beside = withoutBeside(line.replace(titleBeside, ''), /\b(?:date|page|period)\b/gi, 1);
  const candidate = clean(beside.replace(/\s+/g, ' ').trim()).replace(/^of\s+(?:the\s+)?/, '');
  if (!/[A-Za-z]{2}/.test(candidate) || notAName.test(candidate) || generic.test(candidate)) return '';
  return /^(?:(?:certificates|notes|bonds),?\s+)?series\b/i.test(candidate) ? '' : candidate;
});

const isRuleOrBlank = (line: string): boolean => !/[A-Za-z0-9]/.test(line);

/** A trust that has no name but that of its certificates, over one line or two. */
export function instrumentTrust(lines: readonly string[], at: number): string {
  const before = (line: string): string => {
    const number = line.match(seriesNumber);
    return (number === null ? line : line.slice(0, number.index)).replace(/\s+/g, ' ').trim();
  };
  const own = before(lines[at]!);
  // `Mortgage Pass-Through Certificates, Series 2002-7 Trust`: what the company above has issued.
  if (notAName.test(own) || own.length < 10 || !/\btrust\b/i.test(own)) return '';
  let above = at - 1;
  while (above >= 0 && above > at - 3 && isRuleOrBlank(lines[above]!)) above--;
  const over = above < 0 ? '' : lines[above]!.trim();
  const goesOn = over.length > 0 && over.length < 70 && !notAName.test(over) && generic.test(clean(over));
  return goesOn ? `${over.replace(/\s+/g, ' ')} ${own}` : own;
}
