import type { FilingHeader } from '../filing/document.ts';
import type { CoverText } from './covertext.ts';
import {
  balancesLabel,
  DATE_BELOW,
  distributionLabel,
  fiscalYearLabel,
  hint,
  linesWith,
  NAME_ABOVE,
} from './covertext.ts';
import { endOfNamedMonth, findDates } from './dates.ts';
import type { Cover, StatementKind } from './fact.ts';
import { endOfDistributionPeriod, issuerNamed, registrantOf, reportDate } from './registrant.ts';
import { remembered } from './remembered.ts';

/** What a document says about itself outside its tables: which deal, which date, which form. */

const otherDay =
  /\b(?:next|prior|previous|preceding|following|first|last|final|initial|assumed|since)\s+(?:scheduled\s+)?(?:distribution|payment|remittance)\s+date|after\s+(?:the|such|each|any)\s+(?:distribution|payment)/i;

/** Where the label that stands on the line ends. */
function endOf(label: RegExp, line: string): number {
  const match = label.exec(line);
  return match === null ? 0 : match.index + match[0].length;
}

const startOf = (label: RegExp, line: string): number => Math.max(line.search(label), 0);

/** `Distribution Date Statement for Collection Period ended`: the date of something else follows. */
const ofPeriod = /\bperiods?\b.*\b(?:end(?:ed|ing)|from|begin\w*|of)\b/i;

/** The date behind the label on its line, or under it on one of the next two lines. */
function dateAt(lines: readonly string[], index: number, labelEnd: number, labelStart = 0): string | null {
  // `for the July 15, 2000 Distribution Date`
  const before = labelStart > 0 ? findDates(lines[index]!.slice(0, labelStart)).at(-1) : undefined;
  if (before !== undefined && before.end >= labelStart - 2) return before.date;
  const rest = lines[index]!.slice(labelEnd);
  const behind = findDates(rest)[0];
  if (ofPeriod.test(rest.slice(0, behind?.start))) return null;
  if (behind !== undefined) return behind.date;
  for (let next = index + 1; next <= index + DATE_BELOW && next < lines.length; next++) {
    const under = findDates(lines[next]!);
    if (under.length === 0) continue;
    let nearest = under[0]!;
    for (const date of under) if (Math.abs(date.start - labelEnd) < Math.abs(nearest.start - labelEnd)) nearest = date;
    return nearest.date;
  }
  return null;
}

export interface StatementDates {
  readonly distribution: string | null;
  readonly report: string | null;
  readonly balances: string | null;
  readonly fiscalYear: string | null;
  readonly first: string | null;
  /** That of an offering, as its own words say. */
  readonly offering: string | null;
  /** A date that stands alone on a line near the top. */
  readonly alone: string | null;
  readonly determination: string | null;
  /** A label of a distribution date is printed, but no date could be read beside it: its line. */
  readonly unreadable: number | null;
}

const determinationLabel = /\bdetermination\s+date\b/i;
/** Lines within which a date alone is that of the statement. */
const TITLE_LINES = 40;

/** `January 25, 2007 Distribution` */
const ofPayment = /\s+(?:distribution|payment|remittance)(?:\s+(?:report|statement|summary))?$/i;

function dateAlone(lines: readonly string[]): string | null {
  for (let i = 0; i < lines.length && i < TITLE_LINES; i++) {
    const line = lines[i]!.trim();
    if (line.length < 6 || line.length > 50 || !/\d\d/.test(line)) continue;
    const text = line.replace(ofPayment, '');
    if (text.length > 20) continue;
    const [date] = findDates(text);
    if (date !== undefined && date.start === 0 && date.end === text.length) return date.date;
  }
  return null;
}

/** The end of the month that a line near the top names and nothing else, with that line. */
export function namedMonth(
  text: CoverText,
): { readonly date: string; readonly line: number; readonly text: string } | null {
  for (let line = 0; line < text.lines.length && line < TITLE_LINES; line++) {
    const said = text.lines[line]!.trim().replace(/\s+/g, ' ');
    const date = said.length < 8 || said.length > 48 ? null : endOfNamedMonth(said);
    if (date !== null) return { date, line, text: said };
  }
  return null;
}

/** `The date of this prospectus supplement is …`, `PROSPECTUS SUPPLEMENT DATED …`; not that of the prospectus which it goes with. */
const offeringLabel =
  /\bdate\s+of\s+this\s+(?:free\s+writing\s+)?(?:prospectus(?:\s+supplement)?|supplement|term\s+sheet)\s+is\b|^\W*(?:preliminary\s+)?(?:prospectus(?:\s+supplement)?|supplement)\s*,?\s+dated\b/i;
/** Within which an offering tells its date: the first pages. */
const OFFERING_LINES = 400;

function offeringDate(text: CoverText): string | null {
  for (const i of linesWith(text, hint.date, OFFERING_LINES)) {
    const line = text.lines[i]!;
    if (offeringLabel.test(line)) {
      const date = dateAt(text.lines, i, endOf(offeringLabel, line));
      if (date !== null) return date;
    }
  }
  return null;
}

/** `Distribution Date Statement` over the labels of dates. */
const isTitle = (line: string): boolean =>
  /\b(?:distribution|payment|remittance)\s+date\s+(?:statement|report|summary)\W*$/i.test(line) && !/\d/.test(line);

/** `under an Indenture dated as of June 1, 1997)`: the day of an agreement. */
const datedAsOf = /\bdated\s+as\s+of\b/i;

/** The dates that a document's labels name. */
export function findStatementDates(text: CoverText): StatementDates {
  const { lines } = text;
  let distribution: string | null = null;
  let report: string | null = null;
  let balances: string | null = null;
  let fiscalYear: string | null = null;
  let first: string | null = null;
  let determination: string | null = null;
  let unreadable: number | null = null;
  for (const i of linesWith(text, hint.date, 4000)) {
    const line = lines[i]!;
    const hints = text.hints[i]!;
    if (distribution === null && (hints & hint.distributionDate) !== 0 && !otherDay.test(line) && !isTitle(line)) {
      const labelEnd = endOf(distributionLabel, line);
      distribution = dateAt(lines, i, labelEnd, startOf(distributionLabel, line));
      if (distribution === null && /:\s*\S/.test(line.slice(labelEnd))) unreadable ??= i;
    }
    if (balances === null && (hints & hint.balancesDate) !== 0) balances = dateAt(lines, i, endOf(balancesLabel, line));
    if (report === null && (hints & hint.reportDate) !== 0 && !datedAsOf.test(line))
      report = findDates(line).at(-1)?.date ?? null;
    if (fiscalYear === null && (hints & hint.fiscalYear) !== 0)
      fiscalYear = dateAt(lines, i, endOf(fiscalYearLabel, line));
    if (determination === null && determinationLabel.test(line))
      determination = dateAt(lines, i, endOf(determinationLabel, line), startOf(determinationLabel, line));
    if (first === null && i < 60) first = findDates(line)[0]?.date ?? null;
    if (distribution !== null && i > 400) break;
  }
  const alone = dateAlone(lines);
  report = reportDate(text) ?? report ?? endOfDistributionPeriod(text);
  const offering = offeringDate(text) ?? alone;
  return { distribution, report, balances, fiscalYear, first, offering, alone, determination, unreadable };
}

/** The date that the statement stands for, by its kind. */
export function statementDate(kind: StatementKind, dates: StatementDates, header: FilingHeader | null): string | null {
  if (kind === 'offering') return dates.offering ?? dates.first ?? dates.report ?? header?.filed ?? null;
  if (kind === 'annual')
    return dates.balances ?? dates.distribution ?? dates.fiscalYear ?? header?.periodOfReport ?? null;
  return (
    dates.distribution ??
    (dates.unreadable !== null
      ? null
      : (dates.report ?? dates.alone ?? dates.determination ?? dates.balances ?? header?.periodOfReport ?? null))
  );
}

const formPattern = /\bform\s+(8-?K|10-?K(?:405|SB)?|10-?D|10-?Q)(\/A)?\b/i;

/** The SEC form that the text names near its top; `424B` for a prospectus supplement that prints no number. */
export function formInText(text: CoverText): string | null {
  for (const i of linesWith(text, hint.form, 80)) {
    const line = text.lines[i]!;
    if (line.length > 400) continue;
    const form = line.match(formPattern);
    if (form !== null) return form[1]!.toUpperCase().replace(/^(8|10)-?/, '$1-') + (form[2]?.toUpperCase() ?? '');
    const supplement = line.match(/\b424\(?[Bb]\)?\(?(\d)\)?/);
    if (supplement !== null) return `424B${supplement[1]}`;
    if (/^\s*prospectus\s+supplement\b/i.test(line)) return '424B';
  }
  return null;
}

export function kindOfForm(form: string | null): StatementKind {
  if (form === null) return 'monthly';
  if (/^(?:10-K|ARS)/.test(form)) return 'annual';
  if (/^(?:424|S-|FWP)/.test(form)) return 'offering';
  return 'monthly';
}

const seriesNumber = /\b((?:19|20)\d{2}\s?-\s?[A-Z]{0,4}\d{0,2}[A-Z]{0,2}\d?|(?:19|20)\d{2}[A-Z]{1,2}\d?)\b/;
const seriesWord =
  /\bseries\s*:?\s*((?:19|20)?\d{2}\s?-\s?[A-Z0-9]{1,6}|[A-Z]{0,4}-?\d{2,4}-?[A-Z0-9]{0,5}|[A-Z]{1,3}-?\d{0,4})\b/i;
/** What is issued, not who issues it. */
const instruments =
  /\b(?:(?:manufactured\s+housing|(?:commercial|multi-?family)\s+mortgage|home\s+equity(?:\s+loan)?|home\s+improvement|mortgage(?:\s+loan)?|auto(?:mobile)?(?:\s+loan|\s+receivables?)?|student\s+loan|contract|asset|credit\s+card)?[\s-]{0,3}(?:asset|mortgage|equipment)?[\s-]{0,3}(?:backed)?[\s-]{0,3}(?:contract\s+)?(?:(?:floating|fixed|variable|adjustable)\s+rate\s+)?(?:senior\s*\/\s*subordinate\s+|subordinate\s+)?(?:remic\s+)?(?:mortgage\s+)?(?:multi-?class\s+)?(?:pass[\s-]{0,3}through|participation|trust|backed|term)\s+(?:certificates?|notes?|bonds?))\b(?!\s+trust)|\b(?:asset[\s-]{0,3}backed|mortgage[\s-]{0,3}backed)\s+(?:notes?|certificates?|bonds?|securities)\b(?!\s+trust)/gi;
/** `…, Mortgage Pass-Through`, the certificates on the next line. */
const instrumentBegun = /[\s,](?:mortgage|asset[\s-]backed|contract|home equity loan)\s+pass-?through\s*$/i;
const notAName =
  /[$%]|^the\s|^(?:[IVX]{1,5}|\d{1,2}|[A-Z](?=[.)]\s(?![A-Z]\.)))[.)]\s|\btrust\s+(?:activity|totals?|level)\b|\b(?:corporate\s+trust|agency\s+(?:group|services)|trust\s+(?:officer|department|administrat\w*|services|office|accounts?)|structured\s+finance|to the|by the|payable|pertaining|relating|servicer|determination|agreement|pursuant|dated as|commission|section|registrant|exhibit|statement|report|page|date|telephone|prospectus|item|form|class|account(?!\s+(?:\w+\s+)?trust\b)|acct)\b|#|^\(|\bunder the\b|\bholders\s+of\b|\bgoverning\s+law\b|\b\d{2,3}-\d{5}|\bof the\b|\bin the\b|@|http/i;

const keptCapitals = new Set(
  'LLC LP NA N.A. II III IV VI VII VIII IX ABS ABFC ACE BNC MASTR CSFB CSFBMSC RAMP RASC RALI SASCO IMC GE WFS AFC BA CIT CWABS CWALT CWMBS GSAMP GSR HSBC JPM NIM SAIL SARM SABR UCFC WMC AMRESCO ARC AMAC FNMA GMAC IXIS C-BASS CBASS EMC FBR HEAT HSI NAAC NC SG SURF USA US MH DLJ DVI ABN AMRO PNC TMS UBS'.split(
    ' ',
  ),
);

/** Capitals to the way a person writes a name; mixed case is left as printed. */
function asName(text: string): string {
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
    .replace(/^(?:exhibit\s+)?\d{1,2}\.\d{1,2}\s+(?=[A-Z])/i, '')
    .replace(/\((?!usa\))[a-z ]{6,80}\)\*{0,3}$/i, '')
    .replace(/(?<![\s,;:*-])[\s,;:*-]+$/, '')
    .replace(/^[\s,;:*-]+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words that any deal may be called by: alone they name none. */
const generic =
  /^(?:(?:asset|backed|certificates?|class|commercial|contracts?|corp(?:oration)?|equity|finance|home|housing|investment|issuer|loans?|manufactured|master|mortgage|multi|notes?|owner|pass|remic|securitized|securities|senior|series|subordinated?|through|trusts?|[-/&,.\s]))*$/i;

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
  const before = number === null ? text : text.slice(0, number.index);
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
    .trim();
  return nameIn(text);
});

const headingWord =
  /\b(?:beginning|ending|original|current|principal|interest|prepayments?|distributions?|balances?|expenses|additional|total)\b/gi;
const trusteeName = /\btrust\s+(?:compan(?:y|ies)|co\b)|\bbank\s+(?:and|&)\s+trust\b|\bbankers\s+trust\b/i;

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
  const beside = withoutBeside(line, /\b(?:date|page|period)\b/gi, 1);
  const candidate = clean(beside.replace(/\s+/g, ' ').trim()).replace(/^of\s+(?:the\s+)?/, '');
  return notAName.test(candidate) || generic.test(candidate) || /^series\b/i.test(candidate) ? '' : candidate;
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
        // `Contract Senior/Subordinate` over `Pass-Through Certificate Trust 1998-2`: the trust is called by what it issues.
        if (/\btrust\b/i.test(line) && (name === '' || company.test(name))) name = instrumentTrust(lines, i) || name;
        // `SERIES 1997-B` over the names of the bank and the trust.
        for (let below = i + 1; name === '' && below < lines.length && below <= i + 6; below++) {
          const under = nameAbove(lines[below]!);
          if (/\btrust\b/i.test(under)) name = under;
          distance++;
        }
      }
      if (name === '') name = here.name;
      if (name === '') continue;
      const points = pointsOf(name, here.series) - distance * 0.1 - i * 0.002;
      found.push({ name, series: here.series, points });
    }
  }
  let best: NamedDeal | null = null;
  for (const candidate of found) if (best === null || candidate.points > best.points) best = candidate;
  for (const filer of header?.filers ?? []) {
    if (filer.name === null) continue;
    const named = nameIn(filer.name);
    if (named === null || named.name === '') continue;
    const points = pointsOf(named.name, named.series);
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
  const name = nameAsWritten(best.name);
  return best.series === null || name.includes(best.series) ? name : `${name} ${best.series}`;
}

const fileNumberPattern = /\b(33[03]-\d{4,6}(?:-\d{1,3})?)\b/;

function fileNumberIn(text: CoverText): string | null {
  for (const i of linesWith(text, hint.fileNumber, 120)) {
    const line = text.lines[i]!;
    const number = line.length < 400 ? line.match(fileNumberPattern) : null;
    if (number !== null) return number[1]!;
  }
  return null;
}

function lineAbove(lines: readonly string[], index: number): string | null {
  for (let i = index - 1; i >= 0 && i >= index - 2; i--) {
    const text = lines[i]!.trim();
    if (text !== '') return text;
  }
  return null;
}

interface Role {
  readonly hint: number;
  /** With the party behind it. */
  readonly labelled: RegExp;
}

function partyIn(text: CoverText, role: Role): string | null {
  const { lines } = text;
  for (const i of linesWith(text, role.hint, 400)) {
    const line = lines[i]!;
    if (line.length > 300) continue;
    const labelled = line.match(role.labelled);
    if (labelled !== null) {
      const name = labelled[1]!
        .split(/\s{2,}/)[0]!
        .replace(/(?<![,;])[,;]+$/, '')
        .trim();
      if (name.length > 3 && !/\d{2}/.test(name)) return asName(name);
    }
    if (/^\s*(?:\(\s*)?(?:as\s+)?(?:depositor|trustee|trust administrator|securities administrator)\b/i.test(line)) {
      const above = lineAbove(lines, i);
      if (above !== null && above.length < 80 && /[A-Za-z]{3}/.test(above) && !/[:;]$/.test(above))
        return asName(above.replace(/,$/, ''));
    }
  }
  return null;
}

/** Lines that a list of reports takes at most. */
const LISTED_LINES = 40;
const listOfReports =
  /\breports?\s+(?:filed\s+)?(?:on|under)\s+form\s+8-?K\b(?=.*(?:\(b\)|:|\bfiled\b|\bdated\b|\bfollowing\b))|\(b\).*\breports?\s+on\s+form\s+8-?K\b|^\s*(?:current\s+)?reports\s+(?:filed\s+)?on\s+form\s+8-?K\b/i;
const endsList = /^\s*(?:\([c-z]\)|signatures?\b|item\s+\d|part\s+[IV]+\b|exhibit\s+index)/i;
/** `January 25, February 26 and March 25, 2002`: the days that a year further on is printed for. */
const dayWithoutYear =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2}(?=\s*(?:,|;|and\b)(?!\s*(?:19|20)\d\d))/gi;

/** The days of the text without a year that is printed for them, each with that of the next date that has one. */
function withYears(text: string): string {
  return text.replace(dayWithoutYear, (day, at: number) => {
    const next = /\b[A-Z][a-z]{2,8}\s+\d{1,2},?\s+((?:19|20)\d\d)\b/.exec(text.slice(at + day.length));
    return next === null ? day : `${day}, ${next[1]}`;
  });
}

/** Dates that an annual report lists under its reports on Form 8-K. */
function reportDatesIn(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.length <= LONGEST_NAME && listOfReports.test(line));
  if (start < 0) return [];
  let end = start + 1;
  while (end < lines.length && end < start + LISTED_LINES && !endsList.test(lines[end]!)) end++;
  // A date may break over the line's end.
  const listed = lines
    .slice(start, end)
    .map((line) => line.slice(0, LONGEST_NAME).trim())
    .join(' ');
  return [...new Set(findDates(withYears(listed)).map(({ date }) => date))].sort();
}

const depositorRole: Role = {
  hint: hint.depositor,
  labelled: /\bdepositor\s*:\s*(.+)$/i,
};
const trusteeRole: Role = {
  hint: hint.trustee,
  labelled: /\b(?:trustee|(?:trust |securities )?administrator|paying agent)\s*:\s*(.+)$/i,
};

/** Parties and references that the documents print. */
export function readCover(documents: readonly CoverText[], kind: StatementKind, header: FilingHeader | null): Cover {
  let depositor: string | null = null;
  let trustee: string | null = null;
  let fileNumber: string | null = header?.filers.find((filer) => filer.fileNumber !== null)?.fileNumber ?? null;
  let reportDates: string[] = [];
  for (const text of documents) {
    const { lines } = text;
    depositor ??= partyIn(text, depositorRole);
    trustee ??= partyIn(text, trusteeRole) ?? bankAsParty(text);
    fileNumber ??= fileNumberIn(text);
    if (kind === 'annual' && reportDates.length === 0) reportDates = reportDatesIn(lines);
  }
  return { depositor, trustee, fileNumber, reportDates };
}

/** The party of a line that says what it acts as. */
const partyBeforeRole = remembered(MOST_NAMES, (line) => {
  const party = line.match(
    /^\s*([A-Z][\w.&,' -]{3,60}?),?\s+as\s+(?:trust(?:ee| administrator)|securities administrator|indenture trustee)\b/i,
  );
  return party === null ? null : asName(party[1]!);
});

/** `U.S. Bank National Association, as Trust Administrator`, or the bank that signs. */
function bankAsParty(text: CoverText): string | null {
  const { lines } = text;
  for (const i of linesWith(text, hint.bank, lines.length)) {
    const line = lines[i]!;
    if (line.length > 200) continue;
    const party = partyBeforeRole(line);
    if (party !== null) return party;
  }
  for (let i = lines.length - 1; i >= 0 && i > lines.length - 30; i--) {
    if ((text.hints[i]! & hint.bank) === 0) continue;
    const line = lines[i]!.trim();
    if (line.length < 60 && /\bnational association\b|\btrust company\b/i.test(line) && !/\d/.test(line))
      return asName(line);
  }
  return null;
}
