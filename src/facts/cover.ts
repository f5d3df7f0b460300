import type { FilingHeader } from '../filing/document.ts';
import type { CoverText } from './covertext.ts';
import { balancesLabel, DATE_BELOW, distributionLabel, fiscalYearLabel, hint, linesWith } from './covertext.ts';
import { dateBehindLabel, endOfNamedMonth, findDates } from './dates.ts';
import type { Cover, StatementKind } from './fact.ts';
import { asName } from './name-case.ts';
import { endOfDistributionPeriod, reportDate } from './registrant.ts';
import { remembered } from './remembered.ts';

/** What a document says about itself outside its tables: which date, which form, which parties. */

const otherDay =
  /\b(?:next|prior|previous|preceding|following|first|last|final|initial|assumed|since)\s+(?:scheduled\s+)?(?:distribution|payment|remittance)\s+date|after\s+(?:the|such|each|any)\s+(?:distribution|payment)/i;

/** Where the label that stands on the line ends. */
export function endOf(label: RegExp, line: string): number {
  const match = label.exec(line);
  return match === null ? 0 : match.index + match[0].length;
}

const startOf = (label: RegExp, line: string): number => Math.max(line.search(label), 0);

/** `Distribution Date Statement for Collection Period ended`: the date of something else follows. */
const ofPeriod = /\bperiods?\b.*\b(?:end(?:ed|ing)|from|begin\w*|of)\b/i;

/** `Collection Period ended June 30, 2004 Distribution Date July 15, 2004`: the date before the label is that of the period. */
const endsPeriod = /\b(?:end(?:ed|ing)?|through|thru|to|of|from)\W*$/i;

/** The date behind the label on its line, or under it on one of the next two lines. */
export function dateAt(lines: readonly string[], index: number, labelEnd: number, labelStart = 0): string | null {
  // `for the July 15, 2000 Distribution Date`
  const line = lines[index]!;
  const rest = line.slice(labelEnd);
  const before = labelStart > 0 ? findDates(line.slice(0, labelStart)).at(-1) : undefined;
  if (before !== undefined && before.end >= labelStart - 2) {
    const close = endsPeriod.test(line.slice(0, before.start)) ? findDates(rest)[0] : undefined;
    if (close === undefined || close.start > 3) return before.date;
  }
  const unmarked = dateBehindLabel(rest);
  if (unmarked !== null) return unmarked;
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

const titleBefore =
  /^(?!.*\bperiod\b)[a-z' -]*\b(?:statement|report|certificate)(?:\s+to\s+[a-z-]+holders)?\s*(?:--?|–|,|:|for)\s*$/i;

/** `Statement to Certificateholders -- July 25, 2002` */
function dateInTitle(lines: readonly string[]): string | null {
  for (let i = 0; i < lines.length && i < TITLE_LINES; i++) {
    const line = lines[i]!.trim();
    if (line.length < 16 || line.length > 90 || !/\d\d$/.test(line)) continue;
    const [date] = findDates(line);
    if (date !== undefined && date.end === line.length && titleBefore.test(line.slice(0, date.start))) return date.date;
  }
  return null;
}

const ofCollection = /^(?:monthly|collection|due|reporting|servicing)\s+period\b/i;

/** `Collection Period July 1, 2000 through September 30, 2000`: its last day; null for other text. */
function endOfPeriod(said: string): string | null {
  if (said.length > 90 || !ofCollection.test(said)) return null;
  const dates = findDates(said);
  return dates.length === 2 && dates[0]!.date < dates[1]!.date ? dates[1]!.date : null;
}

/** The end of the month or period that a line near the top names and nothing else, with that line. */
export function namedMonth(
  text: CoverText,
): { readonly date: string; readonly line: number; readonly text: string } | null {
  for (let line = 0; line < text.lines.length && line < TITLE_LINES; line++) {
    const said = text.lines[line]!.trim().replace(/\s+/g, ' ');
    const date = said.length < 8 ? null : ((said.length > 56 ? null : endOfNamedMonth(said)) ?? endOfPeriod(said));
    if (date !== null) return { date, line, text: said };
  }
  return null;
}

/** `Distribution Date Statement` over the labels of dates, or beside the label of another. */
const isTitle = (line: string): boolean =>
  /\b(?:distribution|payment|remittance)\s+date\s+(?:statement|report|summary)\s{3,}(?=\S.*\bdate\b)/i.test(line) ||
  (/\b(?:distribution|payment|remittance)\s+date\s+(?:statement|report|summary)\W*$/i.test(line) && !/\d/.test(line));

/** `under an Indenture dated as of June 1, 1997)`: the day of an agreement. */
const datedAsOf = /\bdated\s+as\s+of\b/i;

/** The dates that a document's labels name. */
export function findStatementDates(text: CoverText): StatementDates {
  const { lines } = text;
  let distribution: string | null = null;
  let report: string | null = null;
  let balances: string | null = null;
  let fiscalYear: string | null = null;
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
    if (distribution !== null && i > 400) break;
  }
  const alone = dateAlone(lines) ?? dateInTitle(lines);
  report = reportDate(text) ?? report ?? endOfDistributionPeriod(text);
  return { distribution, report, balances, fiscalYear, alone, determination, unreadable };
}

/** The date that a report stands for, by its kind. */
export function statementDate(
  kind: Exclude<StatementKind, 'offering'>,
  dates: StatementDates,
  header: FilingHeader | null,
): string | null {
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
    if (/^\s*(?:prospectus\s+supplement|\(to\s+prospectus(?:\s+supplement)?\s+dated)\b/i.test(line)) return '424B';
  }
  return null;
}

const scalePattern =
  /\b(?:dollars?|amounts?|figures?|balances?)\s+(?:are\s+)?(?:shown\s+|stated\s+|expressed\s+|reported\s+|presented\s+)?in\s+(?:thousands|millions|\$?000'?s)\b|\bin\s+(?:thousands|millions)\s+of\s+(?:u\.?s\.?\s+)?dollars\b|\(\s*(?:in\s+)?\$?\s?(?:thousands|millions|000'?s?)(?:\s+omitted)?\s*\)|\bin\s+\$?000'?s\b/i;

/** The first line that says amounts are printed in thousands or millions, by its index and its words; null where none does. */
export function findScale(text: CoverText): { readonly line: number; readonly text: string } | null {
  for (const i of linesWith(text, hint.scale, text.lines.length)) {
    const match = text.lines[i]!.match(scalePattern);
    if (match !== null) return { line: i, text: match[0] };
  }
  return null;
}

export function kindOfForm(form: string | null): StatementKind {
  if (form === null) return 'monthly';
  if (/^(?:10-K|ARS)/.test(form)) return 'annual';
  if (/^(?:424|S-|FWP)/.test(form)) return 'offering';
  return 'monthly';
}

/** `Annual Statement to Certificateholders`, `For the Annual Collection Period ended December 2003` */
const annualTitle =
  /\bannual\s+(?:(?:servicer|noteholder|certificateholder|bondholder|trustee)s?['’]?s?['’]?\s+)?(?:certificate|statement|summary|(?:collection|reporting|distribution)\s+period|report\s+to\s+(?:certificate|note|bond))/i;

/** Whether a report that goes with no form calls itself one of a year. */
export function isTitledAnnual({ lines }: CoverText): boolean {
  return lines.slice(0, TITLE_LINES).some((line) => line.length < 120 && annualTitle.test(line));
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

/** No line that tells of reports is longer. */
const LONGEST_LINE = 300;
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
  const start = lines.findIndex((line) => line.length <= LONGEST_LINE && listOfReports.test(line));
  if (start < 0) return [];
  let end = start + 1;
  while (end < lines.length && end < start + LISTED_LINES && !endsList.test(lines[end]!)) end++;
  // A date may break over the line's end.
  const listed = lines
    .slice(start, end)
    .map((line) => line.slice(0, LONGEST_LINE).trim())
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

const MOST_PARTIES = 5_000;

/** The party of a line that says what it acts as. */
const partyBeforeRole = remembered(MOST_PARTIES, (line) => {
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
