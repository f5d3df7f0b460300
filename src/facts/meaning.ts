import { bucketConcept } from './bucket-meaning.ts';
import type { Candidate } from './candidates.ts';
import { best, MINIMUM, TIE, union } from './candidates.ts';
import type { ConceptId } from './concepts.ts';
import { concepts } from './concepts.ts';
import type { Unit } from './fact.ts';
import type { LabelMeaning } from './label.ts';
import { weakWords } from './lexicon.ts';
import { fromPreceding } from './said-above.ts';
import type { Surroundings } from './surroundings.ts';
import { classWordings, loanWordings, poolWordings } from './wordings.ts';

/**
 * From the words around a figure to its concept. A wording matches when all its words are printed and no strong word of the label is left
 * over; the best match wins, and where two concepts are equally good none does: a figure is rather left unrecognised than guessed.
 */

export interface Meaning {
  readonly concept: ConceptId;
  readonly unit: Unit;
  readonly confidence: number;
}

/** What is said only of the pool: of certificates, of an account or of a bucket of arrears it says something else. */
const poolStocks: readonly ConceptId[] = [
  'poolBeginningBalance',
  'poolEndingBalance',
  'loanCountBeginning',
  'loanCountEnding',
];

/** What stands of a class at a time. */
const classStocks: readonly ConceptId[] = ['originalBalance', 'beginningBalance', 'endingBalance'];

const poolWords = ['pool', 'portfolio', 'loan', 'mortgage', 'scheduled', 'stated', 'group', 'principal'];

const ofLoansOrPool = ['pool', 'loan', 'mortgage'];

/** `Beginning Balance` is one of the pool where its words or those above it speak of loans, and of no account, certificates or arrears. */
function mayBeOfPool(around: Surroundings, own: readonly string[], near: ReadonlySet<string>): boolean {
  if (around.bucket !== null && (around.bucketTable || /^\d/.test(around.bucket))) return false;
  if (own.includes('pool')) return true;
  if (own.includes('certificate') || around.row.ofAccount) return false;
  // `Class` over the labels: what stands in the rows is of certificates, of one group or another.
  if (around.stub.words.includes('class') && !own.includes('loan') && !own.includes('mortgage')) return false;
  if (around.belowItem) return own.includes('mortgage') || own.includes('loan');
  if (poolWords.some((word) => own.includes(word))) return true;
  for (const { words, ofAccount } of around.context) {
    if (ofAccount) return false;
    if (ofLoansOrPool.some((word) => words.includes(word))) return true;
  }
  return poolWords.some((word) => near.has(word));
}

const timeWords = new Set(['beginning', 'ending', 'current', 'month']);

const isTime = (word: string): boolean => word === 'beginning' || word === 'ending' || word === 'current';

/** Losses of a table of sums to date. */
const toDate: Partial<Record<ConceptId, ConceptId>> = {
  realizedLoss: 'cumulativeRealizedLoss',
  realizedLosses: 'cumulativeRealizedLosses',
};

/** `Distribution to Date`: words of a title over such a table; `Cumulative Losses` may be a row whose figures are blank. */
const wordsToDate = new Set(['cumulative', 'distribution', 'certificate', 'class', 'total', 'original', 'factor']);

/** What a flow is in a table of sums to date, and not of a month: most have no concept then. */
function asPrintedToDate(concept: ConceptId, around: Surroundings): ConceptId | null {
  const summed = around.context
    .slice(0, 2)
    .some(({ words }) => words.includes('cumulative') && words.every((word) => wordsToDate.has(word)));
  return summed && concepts[concept].nature === 'flow' ? (toDate[concept] ?? null) : concept;
}

const interestTitleWords = new Set(['interest', 'distribution', 'factor', 'certificate', 'continued', 'month']);

/** `Sources of Interest` over `Less: Realized Losses`: what was lost of interest. */
const isOfInterest = ({ words }: LabelMeaning): boolean =>
  words.includes('interest') &&
  !words.some((word) => word === 'principal' || word === 'loss' || word === 'shortfall') &&
  words.length <= 3;

const lossConcepts: ReadonlySet<ConceptId> = new Set<ConceptId>(['realizedLoss', 'realizedLossReduction']);

/** What was not paid of principal; `Accretion of Principal` is interest that was added to it. */
const deferredPrincipal = /\bdeferred\s+principal\b/i;

/** `Interest Distribution Statement` over `Realized Losses`: losses of interest, not of principal. `Component Statement`: parts of classes, no classes. */
function isOfOther(concept: ConceptId, around: Surroundings): boolean {
  // `Next Weighted Avg.` over `Coupon   Remit`.
  const ofRate = concept === 'weightedAverageCoupon' || concept === 'passThroughRate';
  if (ofRate && [around.row, around.column, around.spanning].some(({ words }) => words.includes('next'))) return true;
  if (
    concept === 'deferredInterest' &&
    [around.row, around.column, around.spanning].some(({ text }) => deferredPrincipal.test(text))
  )
    return true;
  if (!around.ofClass) return concept === 'realizedLosses' && around.context.slice(0, 1).some(isOfInterest);
  const title = around.context.find((meaning) => meaning !== around.stub && meaning.words.length > 0);
  if (title === undefined) return false;
  if (title.words.includes('component')) return true;
  const base = concept === 'lossPer1000' ? 'realizedLoss' : concept;
  return (
    lossConcepts.has(base) &&
    title.words.includes('interest') &&
    title.words.every((word) => interestTitleWords.has(word)) &&
    !around.column.words.includes('principal')
  );
}

const counts = ({ words }: LabelMeaning): boolean => words.includes('number') && !words.includes('balance');

/** `Vehicles   Amount`: how many, where whole numbers stand below. */
const countedThings = new Set(['vehicle', 'vehicles', 'loan', 'property']);

const countsThings = ({ words: [thing, ...others] }: LabelMeaning): boolean =>
  thing !== undefined && others.length === 0 && countedThings.has(thing);

/** What happens to loans: how many as well as how much. */
const countable: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'payoffs',
  'curtailments',
  'totalPrepayments',
  'liquidationProceeds',
  'realizedLosses',
]);

function drop(candidates: Candidate[], concept: ConceptId): void {
  for (let i = candidates.length - 1; i >= 0; i--) if (candidates[i]!.concept === concept) candidates.splice(i, 1);
}

/** The concept of a value among the words it stands in; null where none is certain. */
export function findMeaning(around: Surroundings): Meaning | null {
  const { row, column, spanning, shape, perThousand } = around;
  const near = new Set<string>(spanning.words);
  for (const meaning of around.context) for (const word of meaning.words) near.add(word);
  const candidates: Candidate[] = [];
  const spanningWords = spanning.perThousand ? [] : spanning.words;
  const rowWords = around.rowIsDimension ? [] : row.words;
  const groups = around.ofLoan
    ? [loanWordings]
    : around.ofClass
      ? around.classFromContext
        ? [classWordings, poolWordings]
        : [classWordings]
      : [poolWordings];
  const both = union(rowWords, column.words);
  for (const wordingGroup of groups) {
    const farther = around.classFromContext && wordingGroup === poolWordings ? 0.15 : 0;
    if (both.length > 0)
      best(wordingGroup, { own: both, aside: spanningWords, context: near }, shape, perThousand, farther, candidates);
    if (rowWords.length > 0 && column.words.length > 0)
      best(
        wordingGroup,
        { own: rowWords, aside: column.words, context: near },
        shape,
        perThousand,
        farther + 0.1,
        candidates,
      );
    if (rowWords.length > 0 && rowWords.every((word) => weakWords.has(word)) && column.words.length > 0) {
      best(
        wordingGroup,
        { own: column.words, aside: rowWords, context: near },
        shape,
        perThousand,
        farther + 0.1,
        candidates,
      );
    }
  }
  // `INTEREST CARRY FORWARD AMOUNT   PRIOR   CURRENT` over rows of classes: the words over the labels say what of.
  if (
    around.rowIsDimension &&
    column.words.length > 0 &&
    column.words.every((word) => weakWords.has(word)) &&
    around.stub.words.some((word) => !weakWords.has(word)) &&
    // `FACTOR INFORMATION PER $1,000` over `Total`: what is paid for each $1,000, no factor.
    !(perThousand && around.stub.words.includes('factor'))
  ) {
    for (const wordingGroup of groups) {
      best(
        wordingGroup,
        { own: union(around.stub.words, column.words), aside: [], context: near },
        shape,
        perThousand,
        0.3,
        candidates,
      );
    }
  }
  // `Principal Distribution` over `Amount   Amount per $1,000`.
  if (
    around.rowIsDimension &&
    !spanning.perThousand &&
    column.words.every((word) => word === 'amount') &&
    column.text !== '' &&
    spanning.words.some((word) => !weakWords.has(word))
  ) {
    for (const wordingGroup of groups)
      best(
        wordingGroup,
        { own: union(spanning.words, column.words), aside: [], context: near },
        shape,
        perThousand,
        0.3,
        candidates,
      );
  }
  const [title] = around.context;
  // `Loan Count:` over `Liquidations   2`; `Realized Losses   118   1,102,118.44` under `Number   Amount`.
  if (shape === 'integer') {
    const underCounts = title !== undefined && counts(title);
    for (let i = candidates.length - 1; i >= 0; i--) {
      const { concept } = candidates[i]!;
      if (concept === null || concepts[concept].unit !== 'USD') continue;
      if (counts(column) || countsThings(column) || (underCounts && countable.has(concept))) candidates.splice(i, 1);
    }
  }
  // `Mortgage Loan Principal Balance` over `Beginning of Period` and `End of Period`.
  if (
    title !== undefined &&
    title.words.length > 0 &&
    title.words.length <= 6 &&
    candidates.length === 0 &&
    rowWords.some(isTime) &&
    rowWords.every((word) => timeWords.has(word))
  ) {
    // `Prior   Current`: what is current is so at the end.
    const time = rowWords.map((word) => (word === 'current' && !rowWords.includes('ending') ? 'ending' : word));
    for (const wordingGroup of groups)
      best(
        wordingGroup,
        { own: union(title.words, time), aside: column.words, context: near },
        shape,
        perThousand,
        0.3,
        candidates,
      );
  }
  // `Beginning Class A-1 Pool Balance`: the loans behind the class, and not what it is owed.
  if (around.ofClass && both.includes('pool')) for (const concept of classStocks) drop(candidates, concept);
  const bucket = bucketConcept(around);
  // Half of it from the row and half from the column is a bucket's share, not the deal's measure.
  const halved = rowWords.length > 0 && column.words.length > 0 && !rowWords.includes('delinquent');
  if (around.bucketTable || halved) drop(candidates, 'delinquencyPercentage');
  if (bucket !== null && around.delinquency) {
    // In a table of arrears a measure and a bucket meet; only a label that says all by itself is something else.
    drop(candidates, 'delinquencyPercentage');
    if (column.words.length > 0) {
      drop(candidates, 'reoStatedBalance');
      drop(candidates, 'reoBookValue');
    }
  }
  // `Current   4.12%` under `Weighted Avg Coupon`: of the loans in that row alone.
  if (around.bucketTable && (row.bucket ?? column.bucket ?? spanning.bucket ?? 'total') !== 'total') {
    drop(candidates, 'weightedAverageCoupon');
    drop(candidates, 'weightedAverageRemainingTerm');
  }
  // `Receivables that are 31 to 60 days delinquent` over `Pool Balance`, the time over the column.
  const ofDays = around.bucket !== null && /\d/.test(around.bucket) && !row.words.some(isTime);
  if (ofDays || !mayBeOfPool(around, both, near)) for (const concept of poolStocks) drop(candidates, concept);
  if (bucket !== null && !around.ofLoan && (!around.ofClass || around.classFromContext)) candidates.push(bucket);
  // `Interest Distribution` over `Amount`: which of the two is told by what else is printed.
  const [paid, allotted] = ['interest', 'interestDistributionAmount'].map((concept) =>
    candidates
      .filter((candidate) => candidate.concept === concept)
      .reduce((most, { points }) => Math.max(most, points), 0),
  );
  if (paid! > 0 && Math.abs(paid! - allotted!) < TIE) drop(candidates, 'interest');
  let top: Candidate | null = null;
  let rival = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    if (top === null || candidate.points > top.points) {
      if (top !== null && top.concept !== candidate.concept) rival = Math.max(rival, top.points);
      top = candidate;
    } else if (candidate.concept !== top.concept) rival = Math.max(rival, candidate.points);
  }
  if (top === null || top.points < MINIMUM || top.points - rival < TIE) {
    const fallback = around.preceding.length > 0 ? fromPreceding(around) : null;
    if (fallback === null) return null;
    top = fallback;
  }
  if (top.concept !== null && isOfOther(top.concept, around)) return null;
  const concept = top.concept === null ? null : asPrintedToDate(top.concept, around);
  if (concept === null) return null;
  return { concept, unit: concepts[concept].unit, confidence: Math.min(1, top.points / 2) };
}
