import type { LineForm } from '../layout/forms.ts';

/** What the words of a line hint at, one bit each. */
export const hint = {
  date: 1,
  distributionDate: 2,
  reportDate: 4,
  balancesDate: 8,
  fiscalYear: 16,
  form: 32,
  deal: 64,
  depositor: 128,
  trustee: 256,
  bank: 512,
  fileNumber: 1024,
  scale: 2048,
} as const;

/** Where a date is looked for that its label does not have beside it: on so many lines below. */
export const DATE_BELOW = 2;
/** Where a name is looked for that stands above what names it: on so many lines. */
export const NAME_ABOVE = 5;

/** A document's lines as its cover is looked for in. */
export interface CoverText {
  readonly lines: readonly string[];
  /** Bits of `hint` per line. */
  readonly hints: Uint16Array;
}

export const distributionLabel =
  /\b(?:distribution|payment|remittance|certificate\s+payment)\s+date\b|^\W*for\s+(?:the\s+)?(?:distribution|payment)s?\s+(?:on|of)(?=\s+(?:\d{1,2}[/-]|[a-z]{3,9}\.?\s+\d))/i;
export const balancesLabel = /\b(?:balances?|invested\s+amounts?,?)\s+as\s+of\b/i;
export const fiscalYearLabel = /\b(?:fiscal|calendar)?\s*year\s+end(?:ed|ing)\b/i;
const reportLabel =
  /\b(?:date\s+of\s+report|statement\s+(?:date|dated)|report\s+(?:date|dated)|monthly\s+report\s+dated|distrib(?:ution)?\s+rep(?:ort)?\s+dated|(?:remittance|distribution|payment)\s+(?:report|statement)\s+for|settlement\s+date|scheduled\s+distribution\s+was\s+made|as\s+of)\b/i;

/** Digits stand for any here: lines of a form have the same hints. */
const patterns: readonly (readonly [bit: number, pattern: RegExp])[] = [
  [hint.form, /form|prospectus|\d{3}\(?b/i],
  [hint.deal, /series|trust|\b\d{4}-/i],
  [hint.depositor, /depositor/i],
  [hint.trustee, /trustee|administrator|paying agent/i],
  [hint.bank, /bank|trust company|national association/i],
  [hint.fileNumber, /\d{3}-\d{4}/],
  [hint.scale, /thousands|millions|\d{3}'?s|\d{3}\s+omitted/i],
];
const mayDate =
  /date|dated|report|distribution was|(?:distribution|payment)s? o[nf]|year end|(?:balances?|amounts?,?) as of|prospectus/i;
const datePatterns: typeof patterns = [
  [hint.distributionDate, distributionLabel],
  [hint.reportDate, reportLabel],
  [hint.balancesDate, balancesLabel],
  [hint.fiscalYear, fiscalYearLabel],
];
/** Lines on which something of the cover is printed are no longer. */
const LONGEST = 2000;

function hintsIn(line: string): number {
  if (line.length > LONGEST) return 0;
  let hints = 0;
  for (const [bit, pattern] of patterns) if (pattern.test(line)) hints |= bit;
  if (!mayDate.test(line)) return hints;
  hints |= hint.date;
  for (const [bit, pattern] of datePatterns) if (pattern.test(line)) hints |= bit;
  return hints;
}

/** @param forms those of the lines */
export function coverTextOf(lines: readonly string[], forms: readonly LineForm[]): CoverText {
  const hints = new Uint16Array(lines.length);
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    if (form.hints < 0) form.hints = hintsIn(lines[i]!);
    hints[i] = form.hints;
  }
  return { lines, hints };
}

/** Indices below `end` of the lines with the hint, ascending. */
export function linesWith(text: CoverText, bit: number, end: number): number[] {
  const { hints } = text;
  const found: number[] = [];
  for (let i = 0; i < hints.length && i < end; i++) if ((hints[i]! & bit) !== 0) found.push(i);
  return found;
}

const statementTitle =
  /\b(?:statements?\s+to\s+(?:certificate|note|bond|security)\s?-?holders|servicer['’]?s?['’]?\s+(?:monthly\s+)?(?:certificate|report|statement)|servicing\s+(?:report|certificate|statement)|(?:monthly|quarterly|distribution|remittance|payment)\s+(?:date\s+)?(?:statement|report|certificate)|monthly\s+(?:\w+\s+)?(?:activity|report|certificate|statement|data)|(?:certificate|note|bond)-?holders?['’]?s?['’]?\s+(?:statement|report)|(?:investor|trustee['’]?s?)\s+(?:monthly\s+)?(?:report|statement))/i;
/** Lines within which a statement is titled. */
const TITLE_LINES = 120;

/** `Distribution Date: November 25, 2002` */
const dayOfPayment =
  /\b(?:distribution|payment|remittance)\s+date\b\W{1,60}(?:\d{1,2}[/-]\s?[\dA-Z]|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s*-?\s*\d)/i;

/** Whether a title near the top says that this is a report to holders, or the day they are paid stands there. */
export function callsItselfStatement(text: CoverText): boolean {
  const { lines } = text;
  for (let i = 0; i < lines.length && i < TITLE_LINES; i++)
    if (lines[i]!.length < 160 && (statementTitle.test(lines[i]!) || dayOfPayment.test(lines[i]!))) return true;
  return false;
}
