import type { ConceptId, ConceptScope } from './concepts.ts';
import { concepts } from './concepts.ts';
import type { Unit } from './fact.ts';
import type { LabelMeaning } from './label.ts';
import { canonicalWords, weakWords } from './lexicon.ts';
import { bucketMeasures, bucketWords } from './vocabulary/buckets.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * From the words around a figure to its concept. A wording matches when all its words are printed and no strong word of the label is left
 * over; the best match wins, and where two concepts are equally good none does: a figure is rather left unrecognised than guessed.
 */

/** What the characters of a value tell about its unit; `count` is a number with what it counts behind it. */
export type ValueShape = 'percent' | 'money' | 'integer' | 'long' | 'decimal' | 'flag' | 'code' | 'count';

export interface Surroundings {
  readonly row: LabelMeaning;
  readonly column: LabelMeaning;
  readonly spanning: LabelMeaning;
  /** Nearest first: rows that it is indented below, words over the labels, section titles. */
  readonly context: readonly LabelMeaning[];
  /** The words over the row labels. */
  readonly stub: LabelMeaning;
  /** Lines of words before it, used only where the label and its context say nothing by themselves. */
  readonly preceding: readonly LabelMeaning[];
  /** The value belongs to a class (or to the total of the classes). */
  readonly ofClass: boolean;
  /** Only a title far above names the class: the value may be the pool's as well. */
  readonly classFromContext: boolean;
  /** The row's label names a class or a total and says nothing else. */
  readonly rowIsDimension: boolean;
  /** The table speaks of amounts per $1,000. */
  readonly perThousand: boolean;
  /** Stands below an item of the classes above that no figure is printed for: a balance may be that of a class or of the pool. */
  readonly belowItem: boolean;
  /** The rows or columns beside it are delinquency buckets, or a title says so. */
  readonly delinquency: boolean;
  /** Rows or columns of the table are delinquency buckets. */
  readonly bucketTable: boolean;
  readonly bucket: string | null;
  /** A whole number beside an amount in cents. */
  readonly besideMoney: boolean;
  /** The row names a loan. */
  readonly ofLoan: boolean;
  readonly shape: ValueShape;
}

export interface Meaning {
  readonly concept: ConceptId;
  readonly unit: Unit;
  readonly confidence: number;
}

interface Wording {
  readonly concept: ConceptId;
  readonly unit: Unit;
  readonly scope: ConceptScope;
  readonly words: readonly string[];
  readonly required: readonly string[];
  readonly forbidden: readonly string[];
  /** One of its words at least says something by itself. */
  readonly hasStrong: boolean;
  /** Words that must not stand in the label itself. */
  readonly without: readonly string[];
}

/** What is said of amounts, said of each $1,000 of original balance. */
export const perThousandConcept: Partial<Record<ConceptId, ConceptId>> = {
  beginningBalance: 'beginningBalancePer1000',
  principal: 'principalPer1000',
  interest: 'interestPer1000',
  interestDistributionAmount: 'interestPer1000',
  totalDistribution: 'totalPer1000',
  realizedLoss: 'lossPer1000',
  endingBalance: 'endingBalancePer1000',
};

/** What is said only of the pool: of certificates, of an account or of a bucket of arrears it says something else. */
const poolStocks: readonly ConceptId[] = [
  'poolBeginningBalance',
  'poolEndingBalance',
  'loanCountBeginning',
  'loanCountEnding',
];

/** What stands of a class at a time. */
const classStocks: readonly ConceptId[] = ['originalBalance', 'beginningBalance', 'endingBalance'];

const weightOf = (word: string): number => (weakWords.has(word) ? 0.2 : 1);

const wordings: Wording[] = [];
for (const [id, lines] of Object.entries(vocabulary) as [ConceptId, string][]) {
  for (const line of lines.trim().split('\n')) {
    const [all = '', without = ''] = line.split('~', 2);
    const [kept = '', forbidden = ''] = all.split('!', 2);
    const [words = '', required = ''] = kept.split('@', 2);
    wordings.push({
      concept: id,
      unit: concepts[id].unit,
      scope: concepts[id].scope,
      words: canonicalWords(words),
      hasStrong: canonicalWords(words).some((word) => !weakWords.has(word)),
      required: canonicalWords(required),
      forbidden: canonicalWords(forbidden),
      without: canonicalWords(without),
    });
  }
}
const wordingsOfScope = (scope: ConceptScope): Wording[] => wordings.filter((wording) => wording.scope === scope);
const classWordings = wordingsOfScope('class');
const poolWordings = wordingsOfScope('pool');
const loanWordings = wordingsOfScope('loan');

/** Whether the words are those of a figure of a class, no more and no less. */
export const isOfClass = (words: readonly string[]): boolean =>
  classWordings.some(
    (wording) =>
      wording.required.length === 0 &&
      wording.words.length === words.length &&
      words.every((word) => wording.words.includes(word)),
  );

/** Per scope and word, the wordings that hold it. */
const wordingsByWord = new Map<readonly Wording[], Map<string, Wording[]>>();
for (const group of [classWordings, poolWordings, loanWordings]) {
  const byWord = new Map<string, Wording[]>();
  for (const wording of group) {
    for (const word of new Set([...wording.words, ...wording.required]))
      byWord.set(word, [...(byWord.get(word) ?? []), wording]);
  }
  wordingsByWord.set(group, byWord);
}

/** Those of the wordings that may match: no strong word of the label may be left over. */
function mayMatch(group: readonly Wording[], own: readonly string[]): readonly Wording[] {
  const strong = own.find((word) => !weakWords.has(word));
  return strong === undefined ? group : (wordingsByWord.get(group)?.get(strong) ?? []);
}

function fits(unit: Unit, shape: ValueShape): boolean {
  switch (unit) {
    case 'USD':
      return shape === 'money' || shape === 'integer' || shape === 'decimal';
    case 'percent':
      return shape === 'percent' || shape === 'decimal' || shape === 'long' || shape === 'money';
    case 'factor':
      return shape === 'long' || shape === 'decimal' || shape === 'percent';
    case 'perThousand':
      return shape === 'long' || shape === 'decimal' || shape === 'money' || shape === 'integer';
    case 'count':
      return shape === 'integer' || shape === 'count';
    case 'months':
      return shape === 'integer' || shape === 'decimal' || shape === 'money';
    case 'flag':
      return shape === 'flag';
    case 'text':
      return shape === 'code' || shape === 'integer';
    case 'date':
      return false;
  }
}

/** How well the value's shape suits the unit, beyond being possible. */
function shapeBonus(unit: Unit, shape: ValueShape): number {
  if (unit === 'percent') return shape === 'percent' ? 0.3 : shape === 'money' ? -0.4 : -0.1;
  if (unit === 'USD') return shape === 'money' ? 0.1 : 0;
  if (unit === 'factor') return shape === 'long' ? 0.2 : -0.2;
  return 0;
}

interface Evidence {
  readonly own: readonly string[];
  readonly aside: readonly string[];
  readonly context: ReadonlySet<string>;
}

/** Words of a heading which, alone, say that what stands under it is something else than the row says: `Servicing Fees … Due   Shortfall   Paid`. */
const otherwise = new Set(
  'shortfall carryforward accrued cumulative unpaid excess required reserve reimbursed repurchase adjustment recovery variance difference change activity earlier original'.split(
    ' ',
  ),
);

/** Points for the wording; null where it does not match. */
function score(wording: Wording, evidence: Evidence): number | null {
  const { own, aside, context } = evidence;
  for (const word of wording.forbidden)
    if (own.includes(word) || aside.includes(word) || context.has(word)) return null;
  for (const word of wording.without) if (own.includes(word)) return null;
  let points = 0;
  let strongOwn = 0;
  for (const word of wording.words) {
    const weight = weightOf(word);
    if (own.includes(word)) {
      points += Math.max(weight, 0.6);
      if (weight === 1 || !wording.hasStrong) strongOwn++;
    } else if (aside.includes(word)) points += weight * 0.8;
    else return null;
  }
  for (const word of wording.required) {
    if (own.includes(word)) points += weightOf(word);
    else if (context.has(word) || aside.includes(word)) points += weightOf(word) * 0.7;
    else return null;
  }
  if (strongOwn === 0 && wording.words.length > 0) return null;
  for (const word of own) {
    if (wording.words.includes(word) || wording.required.includes(word)) continue;
    if (!weakWords.has(word)) return null;
    points -= 0.2;
  }
  for (const word of aside) {
    if (wording.words.includes(word) || wording.required.includes(word)) continue;
    if (otherwise.has(word) && aside.every((other) => otherwise.has(other) || weakWords.has(other))) return null;
    points -= weakWords.has(word) ? 0.05 : 0.4;
  }
  return points;
}

const MINIMUM = 0.55;
const TIE = 0.02;

interface Candidate {
  /** null: the words are understood, and what they say has no concept. */
  concept: ConceptId | null;
  points: number;
}

function best(
  group: readonly Wording[],
  evidence: Evidence,
  shape: ValueShape,
  perThousand: boolean,
  penalty: number,
  into: Candidate[],
): void {
  for (const wording of mayMatch(group, evidence.own)) {
    let { concept, unit } = wording;
    if (unit === 'perThousand' && !perThousand) continue;
    if (perThousand && shape !== 'percent' && shape !== 'code') {
      const variant = perThousandConcept[concept];
      if (unit === 'perThousand') {
        // Said of such amounts alone.
      } else if (variant !== undefined) {
        concept = variant;
        ({ unit } = concepts[variant]);
      } else if (unit === 'USD') {
        const points = score(wording, evidence);
        if (points !== null) into.push({ concept: null, points: points - penalty });
        continue;
      }
    }
    if (!fits(unit, shape)) continue;
    const points = score(wording, evidence);
    if (points === null) continue;
    into.push({ concept, points: points - penalty + shapeBonus(unit, shape) });
  }
}

const union = (...lists: readonly (readonly string[])[]): string[] => {
  const all: string[] = [];
  for (const list of lists) for (const word of list) if (!all.includes(word)) all.push(word);
  return all;
};

/** `% of Loans`, and not of their balance. */
const ofLoans = /\b(?:loans|contracts|accounts|leases)\b(?!.*\bbal)/i;

/** `Loans in Foreclosure` over measures. */
const isOfLoansInStatus = ({ words, bucket }: LabelMeaning): boolean =>
  bucket !== null && !/^\d/.test(bucket) && words.length === 2 && words.includes('loan');

/** `Principal Balance of Contracts in Repossession` */
const loansInStatus =
  /\b(?:loans|contracts|receivables|accounts|leases)\s+in\s+(?:foreclosure|bankruptcy|repossession|reo)\b/i;

/** `Repossessed in the Current Collection Period`. */
const duringPeriod =
  /\b(?:in|during)\s+(?:the\s+|this\s+|such\s+)?(?:related\s+|current\s+)?(?:collection|due|reporting|monthly|remittance)\s+period\b/i;

function bucketConcept(around: Surroundings): Candidate | null {
  if (around.bucket === null || around.shape === 'flag' || around.shape === 'code') return null;
  const own = union(around.row.words, around.column.words);
  for (const word of own) if (!bucketWords.has(word) && !weakWords.has(word)) return null;
  // `Current Month Repossessions` beside `Repossession Inventory`: what happened, and not what there is.
  if (own.includes('current') && own.includes('month') && !own.includes('day')) return null;
  if (!/^\d/.test(around.bucket) && duringPeriod.test(around.row.text)) return null;
  // `05/31/2004` over a number and a balance beside `06/30/2004` over the same.
  if (around.spanning.words.some((word) => word === 'beginning' || word === 'earlier')) return null;
  // A percentage of the number of loans is not that of the balance.
  const shareOf = around.row.words.includes('percent') ? around.row : around.column;
  if (own.includes('percent') && (own.includes('number') || (!own.includes('balance') && ofLoans.test(shareOf.text))))
    return null;
  // `NUMBER OF LOANSUNPAID BALANCE`: two headings run together, and with them perhaps their figures.
  if (own.includes('number') && (own.includes('balance') || own.includes('unpaid'))) return null;
  const near = union(own, around.spanning.words);
  const named =
    around.delinquency ||
    around.row.words.includes('delinquent') ||
    around.row.words.includes('day') ||
    isOfLoansInStatus(around.column) ||
    loansInStatus.test(around.row.text) ||
    around.column.words.includes('day');
  if (!named) return null;
  const { shape } = around;
  if (shape === 'count') return { concept: 'delinquentCount', points: 1.6 };
  const measure = (words: readonly string[]): ConceptId | null => {
    for (const { concept, words: of } of bucketMeasures) {
      if (!of.some((word) => words.includes(word))) continue;
      if (concept === 'delinquentCount' && shape !== 'integer') continue;
      if (concept === 'delinquentPercentage' && shape === 'integer') continue;
      if (concept !== 'delinquentPercentage' && shape === 'percent') continue;
      if (
        concept !== 'delinquentCount' &&
        shape === 'integer' &&
        around.besideMoney &&
        !words.includes('balance') &&
        !words.includes('principal')
      )
        continue;
      return concept;
    }
    return null;
  };
  const printed = measure(near);
  if (printed !== null) return { concept: printed, points: 1.6 };
  // `30 days   5   1,234,567.89   0.10%   0.12%` under the same two headings twice: the shares of both.
  if (shape === 'percent') {
    if (near.includes('number') || (near.includes('loan') && !near.includes('balance'))) return null;
    return { concept: 'delinquentPercentage', points: 1.2 };
  }
  // The words name another measure than the figure can be.
  if (
    bucketMeasures.some(({ words }) =>
      words.some((word) => word !== 'amount' && word !== 'value' && near.includes(word)),
    )
  ) {
    if (!(shape === 'integer' && around.besideMoney)) return null;
  }
  const fromContext = measure(union(...around.context.map((meaning) => meaning.words)));
  if (shape === 'money' || shape === 'decimal') {
    return {
      concept: fromContext === 'delinquentUnpaidBalance' ? fromContext : 'delinquentStatedBalance',
      points: 1.1,
    };
  }
  if (shape === 'integer')
    return { concept: around.besideMoney ? 'delinquentCount' : (fromContext ?? 'delinquentCount'), points: 1 };
  return null;
}

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

/** A label that is only a dimension takes its meaning from the lines before it: `Class A … 6` under "number of holders of record". */
function fromPreceding(around: Surroundings): Candidate | null {
  if (around.column.words.length > 0 || !(around.ofClass || around.ofLoan)) return null;
  for (const line of [...around.context.slice(0, 1), ...around.preceding]) {
    if (line.words.length === 0) continue;
    const isTitle = line === around.context[0];
    const said =
      saidOnLine(line, around.ofLoan, around.shape, isTitle) ??
      (around.perThousand && around.shape === 'long' ? saidOnLine(line, around.ofLoan, 'money', isTitle) : null);
    if (said === null) continue;
    if (!around.perThousand || said.concept === null) return said;
    const variant = perThousandConcept[said.concept];
    return variant === undefined ? said : { ...said, concept: variant };
  }
  return null;
}

const saidBefore = new WeakMap<LabelMeaning, Map<string, Candidate | null>>();

/** What a line says of the figures of the classes or loans below it; found once for its words. */
function saidOnLine(line: LabelMeaning, ofLoan: boolean, shape: ValueShape, isTitle: boolean): Candidate | null {
  const about = `${ofLoan ? 'loan' : 'class'} ${isTitle ? 'title' : 'line'} ${shape}`;
  let known = saidBefore.get(line);
  if (known === undefined) {
    known = new Map();
    saidBefore.set(line, known);
  }
  let said = known.get(about);
  if (said === undefined) {
    said = findSaid(line, ofLoan ? loanWordings : classWordings, shape, isTitle);
    known.set(about, said);
  }
  return said;
}

const allPaid: Candidate = { concept: 'totalDistribution', points: 0.6 };
const allPaidWords = new Set([
  'total',
  'aggregate',
  'distribution',
  'amount',
  'certificate',
  'class',
  'month',
  'holder',
]);

/** `The total amount of the distribution to Certificateholders`, and nothing of principal or interest. */
const isOfAllPaid = ({ words }: LabelMeaning): boolean =>
  words.includes('distribution') &&
  (words.includes('total') || words.includes('aggregate')) &&
  words.every((word) => allPaidWords.has(word));

function findSaid(
  line: LabelMeaning,
  candidates: readonly Wording[],
  shape: ValueShape,
  isTitle: boolean,
): Candidate | null {
  const said = new Set(line.words);
  const found: Candidate[] = [];
  for (const wording of candidates) {
    const { unit } = wording;
    // Sentences further up tell what is counted; amounts take their meaning from their own title alone.
    if (!fits(unit, shape) || (!isTitle && unit !== 'count')) continue;
    const words = [...wording.words, ...wording.required];
    const strong = words.filter((word) => !weakWords.has(word)).length;
    if (strong === 0 || !words.every((word) => said.has(word))) continue;
    const left = line.words.filter((word) => !words.includes(word) && !weakWords.has(word)).length;
    if (left > 5) continue;
    found.push({ concept: wording.concept, points: 0.6 + strong * 0.2 - left * 0.1 });
  }
  found.sort((a, b) => b.points - a.points);
  const [first, ...others] = found;
  if (first === undefined) return isTitle && isOfAllPaid(line) && fits('USD', shape) ? allPaid : null;
  return others.some((other) => other.concept !== first.concept && first.points - other.points < TIE) ? null : first;
}
