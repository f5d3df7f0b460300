import type { DocumentText } from '../filing/document.ts';
import type { ConceptId } from './concepts.ts';
import type { Fact } from './fact.ts';
import { labelMeaning } from './label.ts';

/** What the figures of an offering's tables are: of what is issued, or of its loans as they are at issue. */

/** What an offering says of its own certificates and pool; losses and arrears in it are those of other loans, of earlier years. */
const offered: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'originalBalance',
  'passThroughRate',
  'cusip',
  'underwriterAllocation',
  'offeredBalance',
  'weightedAverageCoupon',
  'weightedAverageRemainingTerm',
]);

const footnote = /^\(\d{1,2}\)$/;

/** What is issued stands in an offering under `Principal Amount` or `Balance`: nothing was paid yet. Settled in place. */
export function settleOffering(facts: Fact[], document: DocumentText): void {
  const others = otherSeriesFrom(document);
  for (let i = facts.length - 1; i >= 0; i--) {
    const fact = facts[i]!;
    const { concept } = fact;
    if (footnote.test(fact.text)) facts.splice(i, 1);
    else if (fact.line >= others || isOfSomeLoans(fact) || isOfNobody(fact)) facts[i] = { ...fact, concept: null };
    else if (concept === null ? isInitialRate(fact) : offered.has(concept)) {
      if (concept === null) facts[i] = { ...fact, concept: 'passThroughRate' };
    } else if (isIssued(fact)) facts[i] = { ...fact, concept: 'originalBalance', unit: 'USD' };
    else if (concept !== null) facts[i] = { ...fact, concept: null };
  }
  settlePoolMeasures(facts);
}

const poolMeasures: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'weightedAverageCoupon',
  'weightedAverageRemainingTerm',
]);

const saysMeasure = /\b(?:weighted|wtd|wgtd|avg|average|wac|wam|coupon|apr|rates?|terms?|maturity)\b/i;

/** A share in what is underwritten, and by whom cannot be told. */
const isOfNobody = ({ concept, member }: Fact): boolean => concept === 'underwriterAllocation' && member === null;

/** `2,000,000 - 3,999,999   …   8.315   121`, a loan, or one of those that are assumed: under words that hold for a part of the pool only. */
function isOfSomeLoans({ concept, label }: Fact): boolean {
  if (concept === null || !poolMeasures.has(concept)) return false;
  if (label === null) return true;
  const { total, group } = labelMeaning(label);
  return !total && group === null && !saysMeasure.test(label);
}

/** The pool has one coupon and one term: of several that are printed, for its parts or for other days, none is it. */
function settlePoolMeasures(facts: Fact[]): void {
  const values = new Map<string, Set<Fact['value']>>();
  const keyOf = ({ concept, group }: Fact): string => `${concept} ${group}`;
  const ofPool = (fact: Fact): boolean => fact.concept !== null && poolMeasures.has(fact.concept);
  for (const fact of facts) {
    if (!ofPool(fact)) continue;
    const key = keyOf(fact);
    values.set(key, (values.get(key) ?? new Set()).add(fact.value));
  }
  facts.forEach((fact, i) => {
    if (ofPool(fact) && values.get(keyOf(fact))!.size > 1) facts[i] = { ...fact, concept: null };
  });
}

const titleOfSeries = /^\s*series\s*:?\s*(?:19|20)\d\d-[A-Z\d]{1,4}\W*$/i;
const titleOfOthers =
  /^\W*(?:(?:annex|appendix)\s\S{1,3}\W+)?(?:other|(?:prior|previous(?:ly)?|outstanding)(?:\s+issued)?)\s+(?:outstanding\s+)?(?:series|issuances|securities)\b.{0,40}$/i;

/** Lines between the title of an annex of other series and that of the first of them, at most. */
const BELOW_TITLE = 12;

/** From which line on the document tells of other series: that of the first title of one below `OTHER SERIES`. */
function otherSeriesFrom(document: DocumentText): number {
  let title = Number.NEGATIVE_INFINITY;
  for (const [i, text] of document.lines.entries()) {
    if (text.length > 120) continue;
    if (titleOfOthers.test(text)) title = i;
    else if (i - title <= BELOW_TITLE && titleOfSeries.test(text)) return document.lineOf(i, 0);
  }
  return Number.POSITIVE_INFINITY;
}

const initialRateWords = new Set(['original', 'passthrough', 'rate', 'interest', 'certificate', 'note', 'class']);

/** `Initial Pass-Through Rate`: there is no other yet. */
function isInitialRate(fact: Fact): boolean {
  if (fact.class === null || fact.class === 'Total' || fact.unit !== 'percent' || fact.columnLabel === null)
    return false;
  const { words } = labelMeaning(fact.columnLabel);
  return words.includes('original') && words.includes('rate') && words.every((word) => initialRateWords.has(word));
}

const issuedWords = new Set([
  'principal',
  'amount',
  'balance',
  'certificate',
  'class',
  'aggregate',
  'current',
  'total',
]);

/** `Principal Amount` of a class, and no word that says more. */
function isIssued(fact: Fact): boolean {
  const { concept, unit, decimals } = fact;
  if (fact.class === null || (unit !== 'USD' && (unit !== 'count' || decimals !== 0))) return false;
  if (concept !== null && concept !== 'principal' && concept !== 'totalDistribution') return false;
  const words = [fact.columnLabel, fact.label].flatMap((text) => {
    const meaning = text === null ? null : labelMeaning(text);
    return meaning === null || meaning.bareClass !== null ? [] : meaning.words;
  });
  const named = words.includes('principal') || words.includes('balance');
  return named && words.every((word) => issuedWords.has(word));
}
