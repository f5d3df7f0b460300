import type { ConceptId } from './concepts.ts';
import { conceptsOf } from './concepts.ts';
import { findDates } from './dates.ts';
import type { Fact } from './fact.ts';
import { labelMeaning } from './label.ts';
import type { Settling } from './settling.ts';
import { keyOf } from './settling.ts';

/** Figures of other times than the end of the month, so far as titles, dates and words around them tell; settled in place. */

/** `5/8/02` */
const SHORTEST_DATE = 6;

/** The date that a label is, where it is nothing else. */
function dateOf(label: string | null): string | null {
  if (label === null || label.length > 20 || label.length < SHORTEST_DATE || !/\d/.test(label)) return null;
  const [date, ...others] = findDates(label);
  return date !== undefined && others.length === 0 && date.end - date.start >= label.trim().length - 1
    ? date.date
    : null;
}

/** Rows of a history, each labelled by its date: only the statement's own date is told. */
export function settleHistory({ facts, put }: Settling, date: string | null): void {
  facts.forEach((fact, i) => {
    if (fact.concept === null) return;
    const its = dateOf(fact.label);
    if (its !== null && its !== date) put(i, { ...fact, concept: null });
  });
}

/** `Pool Data - Prior Month`, `Original Deal Parameters`: figures below it are those of an earlier time; null where it names none, or the end as well. */
export function earlierTime({ section, label, columnLabel }: Fact): 'beginning' | 'original' | null {
  if (section === null) return null;
  const { words } = labelMeaning(section);
  const original = words.includes('original');
  if (!original && !words.includes('beginning')) return null;
  for (const text of [section, label, columnLabel])
    if (text !== null && labelMeaning(text).words.some((word) => word === 'ending' || word === 'current')) return null;
  return original ? 'original' : 'beginning';
}

/** What is told of the end of the period alone. */
const ofTheEnd: readonly ConceptId[] = [
  'weightedAverageCoupon',
  'weightedAverageRemainingTerm',
  'certificateFactor',
  'advances',
];

/** Told of all time up to now, and often as a share of what was there originally. */
const toDate: readonly ConceptId[] = ['cumulativeRealizedLosses', 'bankruptcyLosses'];

/** What is told of a month, and not of the day of issue. */
const ofTheMonth = conceptsOf('pool').filter((concept) => !ofTheEnd.includes(concept) && !toDate.includes(concept));

/** Of a title of an earlier time, what is told of other times has no concept: of the day of issue, nothing of a month. */
export function settleEarlier({ facts, ofAny, put }: Settling): void {
  const earlier = [
    ...ofAny(ofTheEnd).filter((i) => earlierTime(facts[i]!) !== null),
    ...ofAny(ofTheMonth).filter((i) => earlierTime(facts[i]!) === 'original'),
  ];
  if (earlier.length === 0) return;
  // `Beginning Note` over `Principal Balance`: the first half of a label, and no title of what comes below.
  const halves = new Set<string>();
  for (const { label, section } of facts)
    if (section !== null && label?.startsWith(`${section} `) === true) halves.add(section);
  for (const i of earlier) if (!halves.has(facts[i]!.section!)) put(i, { ...facts[i]!, concept: null });
}

const outstanding =
  /\b(?:outstanding|unpaid)\s+(?:(?:aggregate|note|certificate|class)\s+){0,2}principal\b|\bprincipal(?:\s+amount)?\s+(?:of\s.{1,40}\s)?outstanding\b/i;

/** `Outstanding principal amount of Class A-1 Notes` is a balance, and nothing that is paid: of which time, the words around it say. */
export function settleOutstanding({ facts, of, put }: Settling): void {
  for (const i of of('principal')) {
    const fact = facts[i]!;
    const texts = [fact.label, fact.columnLabel].filter((text) => text !== null);
    if (!texts.some((text) => outstanding.test(text))) continue;
    const words = [...texts, fact.section ?? ''].flatMap((text) => labelMeaning(text).words);
    const ends = words.includes('ending');
    const begins = words.includes('beginning');
    put(i, { ...fact, concept: ends === begins ? null : ends ? 'endingBalance' : 'beginningBalance' });
  }
}

/** `Outstanding Monthly Interest Due`: of months before. */
const ofBefore =
  /^\W*(?:\(?\w{1,4}[.)]\s*)?(?:class\s\S+\s+)?(?:outstanding|overdue|past due)\s+(?:monthly\s+)?interest\b/i;

export function settleOverdue({ facts, of, put }: Settling): void {
  for (const i of of('interest')) {
    const { label, columnLabel } = facts[i]!;
    if (ofBefore.test(label ?? '') || ofBefore.test(columnLabel ?? '')) put(i, { ...facts[i]!, concept: null });
  }
}

const whichPeriod =
  /\b(?:the\s+)?(?:(?:immediately\s+)?(?:preceding|prior|previous)|related|current|such|this)\s+(?=(?:collection|due|reporting|monthly|remittance)\s+period\b)/i;
const saysPreceding = /\b(?:preceding|prior|previous)\s+(?:collection|due|reporting|monthly|remittance)\s+period\b/i;

const beginningOf: Partial<Record<ConceptId, ConceptId>> = {
  poolEndingBalance: 'poolBeginningBalance',
  endingBalance: 'beginningBalance',
  loanCountEnding: 'loanCountBeginning',
};

/** The label without its number, a remark behind it, and without saying which period. */
const ofAnyPeriod = (label: string): string =>
  label
    .replace(/^\W*\w{1,4}[.)]\s+/, '')
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(whichPeriod, '')
    .toLowerCase();

/** `Pool Balance on the last day of the preceding Collection Period` beside the same of the related one: what it began with. */
export function settlePreceding({ facts, of, put }: Settling): void {
  const before = of(null).filter((i) => saysPreceding.test(facts[i]!.label ?? ''));
  if (before.length === 0) return;
  const ends = new Map<string, Fact>();
  const told = new Set<string>();
  for (const fact of facts) {
    if (fact.concept === null) continue;
    told.add(keyOf(fact.concept, fact));
    if (beginningOf[fact.concept] === undefined || fact.label === null) continue;
    if (!saysPreceding.test(fact.label)) ends.set(`${ofAnyPeriod(fact.label)} ${keyOf(fact.concept, fact)}`, fact);
  }
  for (const i of before) {
    const fact = facts[i]!;
    for (const [ending, beginning] of Object.entries(beginningOf) as [ConceptId, ConceptId][]) {
      const sibling = ends.get(`${ofAnyPeriod(fact.label!)} ${keyOf(ending, fact)}`);
      if (sibling === undefined || sibling.decimals !== fact.decimals || sibling.columnLabel !== fact.columnLabel)
        continue;
      if (!told.has(keyOf(beginning, fact))) put(i, { ...fact, concept: beginning, unit: sibling.unit });
    }
  }
}
