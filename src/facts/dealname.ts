import type { FilingHeader } from '../filing/document.ts';
import type { CoverText } from './covertext.ts';
import { hint, linesWith, NAME_ABOVE } from './covertext.ts';
import { issuerNamed, registrantOf } from './registrant.ts';
import { remembered } from './remembered.ts';

/** What a document calls its deal. */

const seriesNumber = /\b((?:19|20)\d{2}\s?-\s?[A-Z]{0,4}\d{0,2}[A-Z]{0,2}\d?|(?:19|20)\d{2}[A-Z]{1,2}\d?)\b/;
const seriesWord =
  /\bseries\s*:?\s*((?:19|20)?\d{2}\s?-\s?[A-Z0-9]{1,6}|[A-Z]{0,4}-?\d{2,4}-?[A-Z0-9]{0,5}|[A-Z]{1,3}-?\d{0,4})\b/i;
/** What is issued, not who issues it. */
const instruments =
  /\b(?:(?:manufactured\s+housing|(?:commercial|multi-?family)\s+mortgage|home\s+equity(?:\s+loan)?|home\s+improvement|mortgage(?:\s+loan)?|auto(?:mobile)?(?:\s+loan|\s+receivables?)?|student\s+loan|contract|asset|credit\s+card)?[\s-]{0,3}(?:asset|mortgage|equipment)?[\s-]{0,3}(?:backed)?[\s-]{0,3}(?:contract\s+)?(?:(?:floating|fixed|variable|adjustable)\s+rate\s+)?(?:senior\s*\/\s*subordinate\s+|subordinate\s+)?(?:remic\s+)?(?:mortgage\s+)?(?:multi-?class\s+)?(?:pass[\s-]{0,3}through|participation|trust|backed|term)\s+(?:certificates?|notes?|bonds?))\b(?!\s+trust)|\b(?:asset[\s-]{0,3}backed|mortgage[\s-]{0,3}backed)\s+(?:notes?|certificates?|bonds?|securities)\b(?!\s+trust)|\b(?:transition|rate\s+reduction|recovery)\s+(?:bonds|notes|certificates)\b(?!\s+(?:trust|company))/gi;
/** `First Bank (as Servicer on behalf of Elm Card Trust`: whose trust it is. */
const onBehalf =
  /^.*\b(?:sponsor|depositor|servicer|seller|transferor|originator)s?\s+(?:of|for|on\s+behalf\s+of)\s+(?:the\s+)?/i;
/** `…, Mortgage Pass-Through`, the certificates on the next line. */
const instrumentBegun =
  /[\s,](?:(?:mortgage|asset[\s-]backed|contract|home equity loan)\s+pass-?through|(?:asset|mortgage)[\s-]backed)\s*$/i;
const notAName =
  /[$%]|\/s\/|^by:|\d\.\d\d\b|^the\s|^(?:[IVX]{1,5}|\d{1,2}|[A-Z](?=[.)]\s(?![A-Z]\.)))[.)]\s|\btrust\s+(?:activity|totals?|level)\b|\b(?:corporate\s+trust|agency\s+(?:group|services)|trust\s+(?:officer|department|administrat\w*|services|office|accounts?)|structured\s+finance|to the|by the|payable|pertaining|relating|servicer|determination|agreement|pursuant|dated as|commission|section|registrant|exhibit|statement|report|page|date|telephone|prospectus|item|form|class|account(?!\s+(?:\w+\s+)?trust\b)|acct|was|were|is|which|made)\b|#|^\(|\bunder the\b|\bholders\s+of\b|\bas\s+(?:\w+\s+)?trustee\b|\bcapitalized\b|\bherein\b|\bgoverning\s+law\b|\b\d{2,3}-\d{5}|\bof the\b|\bin the\b|@|http/i;

const keptCapitals = new Set(
  'LLC LP NA N.A. II III IV VI VII VIII IX ABS ABFC ACE BNC MASTR CSFB CSFBMSC RAMP RASC RALI SASCO IMC GE WFS AFC BA CIT CWABS CWALT CWMBS GSAMP GSR HSBC JPM NIM SAIL SARM SABR UCFC WMC AMRESCO ARC AMAC FNMA GMAC IXIS C-BASS CBASS EMC FBR HEAT HSI NAAC NC SG SURF USA US MH DLJ DVI ABN AMRO PNC TMS UBS UACSC OMI MBNA'.split(
    ' ',
  ),
);

/** Capitals to the way a person writes a name; mixed case is left as printed. */
export function asName(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  if (/[a-z]/.test(trimmed)) return trimmed;
  return trimmed
    .split(' ')
    .map((word, index) => {
      const bare = word.replace(/[^A-Z0-9.-]/g, '');
      if (
        keptCapitals.has(bare) ||
        /\d/.test(word) ||
        (/Q(?!U)/.test(bare) && bare.length <= 5) ||
        (bare.length > 1 && !/[AEIOUY]/.test(bare) && !/^(?:MR|DR|ST|CO|LTD|CORP)\.?$/.test(bare))
      )
        return word;
      if (index > 0 && /^(?:OF|AND|THE|FOR|IN|BY|AS|TO)$/.test(word)) return word.toLowerCase();
      return word
        .toLowerCase()
        .replace(/(^|[-/(.])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
}

/** Where the deal is looked for: its name may stand over the first tables only. */
const DEAL_LINES = 260;
const MOST_NAMES = 5_000;

const nameAsWritten = remembered(MOST_NAMES, asName);

/** A bank that pays out, not what it pays out for. */
const isBank = /\bbank\b(?!.*\btrust\s+(?:19|20)?\d)/i;

interface NamedDeal {
  readonly name: string;
  readonly series: string | null;
  readonly points: number;
}

const clean = (text: string): string =>
  text
    .replace(instruments, ' ')
    .replace(/\bseries\b\s*$/i, ' ')
    .replace(instrumentBegun, '')
    .replace(/^\d{1,2}(?:\.\d{1,4})?\s?%\s+/, '')
    .replace(onBehalf, '')
    .replace(/\s*\(formerly\b.*$/i, '')
    .replace(/^(?:exhibit\s+)?\d{1,2}\.\d{1,2}\s+(?=[A-Z])/i, '')
    .replace(/^(?:of\s+|(?:19|20)\d\d-[A-Z\d]{1,3}\s+)/i, '')
    .replace(/\((?!usa\))[a-z ]{6,80}\)\*{0,3}$/i, '')
    .replace(/(?<![\s,;:*-])[\s,;:*-]+$/, '')
    .replace(/^[\s,;:*-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words that any deal may be called by: alone they name none. */
const generic =
  /^(?:(?:asset|backed|certificates?|class|commercial|contracts?|corp(?:oration)?|equity|finance|home|housing|investment|issuer|loans?|manufactured|master|mortgage|multi|notes?|owner|pass|remic|revolving|securiti[sz](?:ed|ation)|securities|senior|series|subordinated?|through|trusts?|[-/&,.\s]))*$/i;

const trustBehind =
  /^\s(?:(?:owner|grantor|auto|lease|leasing|master|note|issuer|receivables|equipment|home|equity|loan|mortgage)\s){0,4}trust\b/i;

interface PrintedName {
  readonly name: string;
  readonly series: string | null;
  readonly generic: boolean;
}

/** No line that names a deal is longer. */
const LONGEST_NAME = 300;

/** What the text calls a deal, by its own words; null where its word Series has no number. */
const nameIn = remembered(MOST_NAMES, (text): PrintedName | null => {
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

/** Words of names as EDGAR shortens them to sixty characters. */
const shortened: ReadonlyMap<string, string> = new Map(
  `HM HOME, EQ EQUITY, LN LOAN, LNS LOANS, TR TRUST, MOR MORTGAGE, MORT MORTGAGE, MTG MORTGAGE, PAS PASS, PS PASS, THR THROUGH, THRU THROUGH,
  CER CERTIFICATES, CERT CERTIFICATES, CERTS CERTIFICATES, CE CERTIFICATES, SER SERIES, SERS SERIES, SE SERIES, AS ASSET, ASS ASSET, BK BACKED,
  BCKD BACKED, NO NOTES, NOT NOTES, NT NOTES, NTS NOTES, REV REVOLVING, SEC SECURITIES, RECV RECEIVABLES, REC RECEIVABLES`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);

/** A filer's name with its words in full, where it has several that are shortened: one alone may be a name. */
function inFull(name: string): string {
  const words = name.split(/\s+/);
  if (words.filter((word) => shortened.has(word)).length < 3) return name;
  return words.map((word) => shortened.get(word) ?? word).join(' ');
}

/** `Series 2001-C1` and nothing else. */
const wholeSeries = /^series\s*:?\s*(?:19|20)?\d{2}\s?-\s?[A-Z0-9]{1,6}$/i;

/** What a line calls a deal: the words of it, where others stand further off on the same line. */
function nameOnLine(line: string): PrintedName | null {
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
  const text = withoutBeside(unmarked, /\b(?:date|page)\b/gi, 0)
    .replace(/\s+/g, ' ')
    .trim()
    // `$748,897,000 Transition Bonds, Series 2001-1`: how much of it was issued.
    .replace(/^\$[\d,.]{6,20} /, '')
    .replace(/^(?:deal|transaction|issue|issuer)(?: name)? ?: /i, '');
  return nameIn(text);
});

const headingWord =
  /\b(?:beginning|ending|original|current|principal|interest|prepayments?|distributions?|balances?|expenses|additional|total)\b/gi;
const trusteeName =
  /\btrust\s+(?:compan(?:y|ies)|co\b)|\bbank\s+(?:and|&)\s+trust\b|\bbankers\s+trust\b|\btrust\s+and\s+savings\b/i;

/** `ELM MORTGAGE      Statement to Noteholders` */
const titleBeside = /(?<=\S)\s{3,40}(?:monthly\s+)?(?:statement|report)\s+to\s+[a-z-]+holders\s*$/i;

/** The name that stands above its series; empty where the line is none. */
const nameAbove = remembered(MOST_NAMES, (line) => {
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
  return /^series\b/i.test(candidate) ? '' : candidate;
});

const isRuleOrBlank = (line: string): boolean => !/[A-Za-z0-9]/.test(line);

/** A trust that has no name but that of its certificates, over one line or two. */
function instrumentTrust(lines: readonly string[], at: number): string {
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

const company = /\b(?:corp(?:oration)?|inc|company|llc|l\.?p)\b\.?/i;

const pointsOfName = remembered(MOST_NAMES, (name) => {
  let points = generic.test(name) ? -2 : 0;
  if (/^\W*trusts?\W*$/i.test(name)) points -= 6;
  // `issuance of`, the end of a sentence.
  if (/^[a-z]{2}/.test(name)) points -= 5;
  // `Trust Portfolio Yield`: a label.
  if (/^trust\s/i.test(name)) points -= 4;
  if (/\btrust\b/i.test(name)) points += 3;
  if (company.test(name) || /\bdepositor\b/i.test(name)) points -= 1;
  if (notAName.test(name)) points -= 5;
  // `Beginning   Principal   Interest   Additional Trust`: the headings of columns.
  if ((name.match(headingWord)?.length ?? 0) > 2) points -= 6;
  // `State Street Bank and Trust Company`: the trustee, not the trust.
  if (trusteeName.test(name)) points -= 6;
  // The end of a remark that began on the line above.
  if (name.split(')').length > name.split('(').length) points -= 5;
  const words = name.split(' ').length;
  if (words > 10 || name.length < 3 || !/[A-Za-z]{3}/.test(name)) points -= 5;
  if (/[a-z]/.test(name)) points += 0.5;
  return points;
});

const pointsOf = (name: string, series: string | null): number => pointsOfName(name) + (series === null ? 0 : 2);

/** `…, CENTRAL LOANS INC. REPORTS THE FOLLOWING INFORMATION PERTAINING TO SERIES 1998-A`, over one line or several. */
const reportsOnSeries =
  /(?:^|[,;.]\s|\s{2,})((?:the\s+)?[A-Z][\w&' -]{2,50}?,?\s(?:inc|corp|co|llc|corporation|company|n\.a|association|bank)\b\.?),?(?:\s+as\s+[\w ]{3,30},)?\s+(?:hereby\s+)?(?:reports?|certif(?:ies|y)|submits?)\b.{0,200}?\bseries\s+((?:19|20)\d{2}\s?-?\s?[A-Z0-9]{1,4})\b/i;
/** Lines within which a servicer says what it reports on. */
const REPORT_LINES = 30;

function reportedSeries(lines: readonly string[]): string | null {
  const top = lines
    .slice(0, REPORT_LINES)
    .filter((line) => line.length < 200)
    .map((line) => line.trim())
    .join(' ');
  const said = top.match(reportsOnSeries);
  return said === null ? null : `${nameAsWritten(said[1]!.replace(/^the\s+/i, ''))} ${said[2]!.replace(/\s/g, '')}`;
}

/** `Monthly Noteholders' Statement   Series 2004-1`: what is printed of the deal is its series. */
const titleOfReport =
  /^(?:(?:monthly|quarterly|semi-?annual|(?:certificate|note|bond)-?holders?|servicers?|servicing|investor)['’]?s?['’]?\s+){1,3}(?:statement|report|certificate)$/i;

/** Names of fewer points give way to an issuer that the cover tells in a sentence. */
const ISSUER_BELOW = 2;

/** Who is registered, with the series that the cover names; null where that is a bank. */
function registeredDeal(documents: readonly CoverText[], series: string | null): string | null {
  for (const text of documents) {
    const registrant = registrantOf(text);
    if (registrant === null || isBank.test(registrant) || generic.test(registrant)) continue;
    if (notAName.test(registrant.replace(/^the\s/i, ''))) continue;
    const named = series ?? seriesOnCover(text);
    const name = nameAsWritten(registrant);
    return named === null || name.includes(named) ? name : `${name} ${named}`;
  }
  return null;
}

/** The first series that stands on a cover. */
function seriesOnCover({ lines }: CoverText): string | null {
  for (const line of lines.slice(0, REPORT_LINES)) {
    const found = line.length > LONGEST_NAME ? null : seriesWord.exec(line);
    if (found !== null && /\d/.test(found[1]!)) return found[1]!.replace(/\s/g, '').toUpperCase();
  }
  return null;
}

/** A trust named without its series, where one series and no other is printed of it: `Cedar Mortgage Trust` over `CMT SERIES 2000-4`. */
function withOnlySeries(name: string, found: readonly NamedDeal[]): string {
  if (!/\btrust$/i.test(name)) return name;
  const all = new Set(found.flatMap(({ series, points }) => (series === null || points < 0 ? [] : [series])));
  const [only, ...others] = all;
  return only === undefined || others.length > 0 || !/^(?:19|20)\d\d-/.test(only) ? name : `${name} ${only}`;
}

const beginsName = /^(?:[A-Z][A-Za-z&'-]{0,20}\s){1,4}$/;

/** The name as it stands elsewhere in one line, where a sentence breaks in it: `Card Master Trust` of `First Bank Card Master Trust`. */
function inOneLine(name: string, found: readonly NamedDeal[]): string {
  const small = ` ${name.toLowerCase()}`;
  const whole = found.find(
    (other) =>
      other.points > 2 &&
      other.name.toLowerCase().endsWith(small) &&
      beginsName.test(other.name.slice(0, other.name.length - name.length)),
  );
  return whole?.name ?? name;
}

/** `Securities Trust, Mortgage Pass-Through Certificates, Series 2003-7 Trust.`: the name may begin on the line above. */
const endsSentence = /(?<!\b(?:inc|corp|co|ltd|n\.a|l\.p|assn))\.\s*$/i;

/**
 * The deal as a person names it: the issuing trust and its series. Looks where statements print it, near the top and over the tables; what is
 * issued (`Asset Backed Pass-Through Certificates`) is no part of the name. Null where nothing names a deal.
 */
export function findDealName(documents: readonly CoverText[], header: FilingHeader | null): string | null {
  const found: NamedDeal[] = [];
  for (const text of documents) {
    const { lines } = text;
    for (const i of linesWith(text, hint.deal, DEAL_LINES)) {
      const line = lines[i]!;
      if (line.length < 4 || line.length > LONGEST_NAME) continue;
      const here = nameOnLine(line);
      if (here === null) continue;
      let { name } = here;
      let distance = 0;
      // The series stands alone or beside what is issued: the name is above.
      if (here.series !== null && (here.generic || titleOfReport.test(name))) {
        name = '';
        for (let above = i - 1; name === '' && above >= 0 && above >= i - NAME_ABOVE; above--) {
          name = nameAbove(lines[above]!);
          distance++;
        }
        // `Elm Home Equity Loan` over `Trust 1998-2`.
        if (name !== '' && distance === 1 && /^\s*trust\s+\d/i.test(line) && !/\btrust\b/i.test(name)) name += ' Trust';
        // `Contract Senior/Subordinate` over `Pass-Through Certificate Trust 1998-2`: the trust is called by what it issues.
        if (/\btrust\b.*\d/i.test(line) && (name === '' || company.test(name))) {
          const instrument = instrumentTrust(lines, i);
          // `ELM SECURITIES CORPORATION` close over `MORTGAGE LOAN TRUST 1997-3`: any company has such a trust.
          if (instrument !== '') name = name !== '' && distance === 1 ? `${name} ${instrument}` : instrument;
        }
        // `SERIES 1997-B` over the names of the bank and the trust.
        for (let below = i + 1; name === '' && below < lines.length && below <= i + 6; below++) {
          const under = nameAbove(lines[below]!);
          if (/\btrust\b/i.test(under)) name = under;
          distance++;
        }
      }
      if (name === '') name = here.name;
      if (name === '') continue;
      const inSentence = endsSentence.test(line) ? 0.5 : 0;
      const points = pointsOf(name, here.series) - distance * 0.1 - i * 0.002 - inSentence;
      found.push({ name, series: here.series, points });
    }
  }
  let best: NamedDeal | null = null;
  for (const candidate of found) if (best === null || candidate.points > best.points) best = candidate;
  for (const filer of header?.filers ?? []) {
    if (filer.name === null) continue;
    const named = nameIn(inFull(filer.name));
    if (named === null || named.name === '') continue;
    // What the document prints is the name in full.
    const points = pointsOf(named.name, named.series) - 0.3;
    const sameSeries = named.series !== null && (best === null || best.series === null || best.series === named.series);
    if (best === null || best.points < 0 || (sameSeries && points > best.points))
      best = { name: named.name, series: named.series, points };
  }
  if (best === null || best.points < ISSUER_BELOW) {
    for (const text of documents) {
      const issuer = issuerNamed(text);
      if (issuer !== null) return nameAsWritten(issuer);
    }
  }
  if (best === null || best.points < 0 || isBank.test(best.name)) {
    const registered = registeredDeal(documents, best?.series ?? null);
    if (registered !== null) return registered;
  }
  if (best === null || best.points < 0) {
    for (const { lines } of documents) {
      const reported = reportedSeries(lines);
      if (reported !== null) return reported;
    }
    return null;
  }
  const name = nameAsWritten(inOneLine(best.name, found));
  if (best.series === null) return withOnlySeries(name, found);
  return best.series === null || name.includes(best.series) ? name : `${name} ${best.series}`;
}
