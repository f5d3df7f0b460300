import type { FilingHeader } from '../filing/document.ts';
import type { CoverText } from './covertext.ts';
import { hint, linesWith, NAME_ABOVE } from './covertext.ts';
import {
  generic,
  instrumentTrust,
  issues,
  LONGEST_NAME,
  MOST_NAMES,
  nameAbove,
  nameIn,
  nameOnLine,
  notAName,
  roleAlone,
  seriesWord,
  servesOnly,
  trusteeName,
} from './deal-name-on-line.ts';
import { asName } from './name-case.ts';
import { issuerNamed, registrantOf } from './registrant.ts';
import { remembered } from './remembered.ts';

/** Where the deal is looked for: its name may stand over the first tables only. */
const DEAL_LINES = 260;

const nameAsWritten = remembered(MOST_NAMES, asName);

/** A bank that pays out, not what it pays out for. */
const isBank = /\bbank\b(?!.*\btrust\s+(?:19|20)?\d)/i;

interface NamedDeal {
  readonly name: string;
  readonly series: string | null;
  readonly points: number;
}

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

const headingWord =
  /\b(?:beginning|ending|original|current|principal|interest|prepayments?|distributions?|balances?|expenses|additional|total)\b/gi;

/** `Loan Trust 1998-2`: how the name of a trust ends that begins on the line above. */
const restOfTrust = /^\s*((?:(?:equity|loan|owner|receivables|card|master|note|grantor|lease)\s+){0,3}trust)\s+\d/i;

const company = /\b(?:corp(?:oration)?|inc|company|llc|l\.?p)\b\.?/i;

const endsAsCompany = /\b(?:corp(?:oration)?|inc|company|llc|l\.?p)\b\.?$/i;

/** `NISTAR   Series: 1999-1`: letters that stand for a name. */
const isAcronym = (name: string): boolean => /^[A-Z]{2,6}$/.test(name);

const pointsOfName = remembered(MOST_NAMES, (name) => {
  let points = generic.test(name) ? -2 : 0;
  if (/^\W*trusts?\W*$/i.test(name)) points -= 6;
  // `issuance of`, the end of a sentence.
  if (/^[a-z]{2}/.test(name)) points -= 5;
  // `Trust Portfolio Yield`: a label.
  if (/^trust\s/i.test(name)) points -= 4;
  if (/\btrust\b/i.test(name)) points += 3;
  if (isAcronym(name)) points -= 1;
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
  if (!/\btrust(?:\s[IVX]{1,4})?$/i.test(name)) return name;
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
      other.points > 0.5 &&
      other.name.toLowerCase().endsWith(small) &&
      beginsName.test(other.name.slice(0, other.name.length - name.length)),
  );
  return whole?.name ?? name;
}

/** The name above a line that has none, and how many lines above it stands; empty where there is none. */
function nameOver(lines: readonly string[], at: number): { readonly name: string; readonly distance: number } {
  let distance = 0;
  let first = at - NAME_ABOVE;
  /** What the name next above is called; null for the name of nobody in particular. */
  let role: string | null = null;
  /** A seller or sponsor, where nobody is called the depositor or the issuer. */
  let other: { readonly name: string; readonly distance: number } | null = null;
  for (let above = at - 1; above >= 0 && above >= first; above--) {
    const line = lines[above]!;
    distance++;
    if (roleAlone.test(line)) {
      first -= 2;
      role = line;
      continue;
    }
    const name = nameAbove(line);
    if (name === '') continue;
    if (role === null || issues.test(role)) return { name, distance };
    if (!servesOnly.test(role)) other ??= { name, distance };
    role = null;
  }
  return other ?? { name: '', distance };
}

/** `ELM SECURITIES I, INC.` over `DEPOSITOR`, on the lines below its series; empty where there is none. */
function depositorBelow(lines: readonly string[], at: number): string {
  let name = '';
  for (let below = at + 1; below < lines.length && below <= at + 8; below++) {
    const line = lines[below]!;
    if (roleAlone.test(line) && issues.test(line)) return name;
    if (/[A-Za-z]/.test(line)) name = roleAlone.test(line) ? '' : nameAbove(line);
  }
  return '';
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
        ({ name, distance } = nameOver(lines, i));
        if (name === '') name = depositorBelow(lines, i);
        // `Elm Home Equity Loan` over `Trust 1998-2`, `Elm Home Equity` over `Loan Trust 1998-2`.
        const goesOn = distance === 1 && name !== '' && !/\btrust\b/i.test(name) ? restOfTrust.exec(line) : null;
        if (goesOn !== null && (/^trust/i.test(goesOn[1]!) || !endsAsCompany.test(name))) name += ` ${goesOn[1]!}`;
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
