import type { ConceptId } from './concepts.ts';
import { concepts } from './concepts.ts';
import { findDates } from './dates.ts';
import type { Fact, Statement } from './fact.ts';
import { labelMeaning } from './label.ts';
import { settleAmounts, settleCentsPerThousand, settleFactors, settleUnitRows } from './thousands.ts';

/** What only the whole statement tells: which rows speak of other months, which whole numbers count, what a balance without more words is. */

/** Where only a distribution amount of interest is printed, that is the interest. */
function settleInterest(facts: Fact[]): void {
  if (facts.some((fact) => fact.concept === 'interest')) return;
  facts.forEach((fact, i) => {
    if (fact.concept === 'interestDistributionAmount') facts[i] = { ...fact, concept: 'interest' };
  });
}

const keyOf = (concept: ConceptId, fact: Fact): string => `${concept} ${fact.class ?? ''} ${fact.group ?? ''}`;

const owedWords = /\b(?:due|owed|owing|accrued|payable|distributable)\b/i;
const isOwed = ({ label, columnLabel }: Fact): boolean =>
  owedWords.test(label ?? '') || owedWords.test(columnLabel ?? '');

/** Where the facts stand of which it is true. */
function indicesOf(facts: readonly Fact[], isOne: (fact: Fact) => boolean): number[] {
  const indices: number[] = [];
  for (let i = 0; i < facts.length; i++) if (isOne(facts[i]!)) indices.push(i);
  return indices;
}

/** Those that are said in other words mean nothing where the same is said in plain ones, of the same class and group. */
function yieldToPlain(facts: Fact[], isOne: (fact: Fact) => boolean, saysOtherwise: (fact: Fact) => boolean): void {
  const others = indicesOf(facts, (fact) => isOne(fact) && saysOtherwise(fact));
  if (others.length === 0) return;
  const plain = new Set<string>();
  for (const fact of facts) if (isOne(fact) && !saysOtherwise(fact)) plain.add(keyOf(fact.concept!, fact));
  for (const i of others) {
    const fact = facts[i]!;
    if (plain.has(keyOf(fact.concept!, fact))) facts[i] = { ...fact, concept: null };
  }
}

const isPayment = ({ concept }: Fact): boolean => concept === 'interest' || concept === 'principal';

/** `Interest Due` over `Interest Paid`: what was to be paid is not what was. */
const settleOwed = (facts: Fact[]): void => yieldToPlain(facts, isPayment, isOwed);

/** The date that a label is, where it is nothing else. */
function dateOf(label: string | null): string | null {
  if (label === null || label.length > 20 || !/\d/.test(label)) return null;
  const [date, ...others] = findDates(label);
  return date !== undefined && others.length === 0 && date.end - date.start >= label.trim().length - 1
    ? date.date
    : null;
}

/** Rows of a history, each labelled by its date: only the statement's own date is told. */
function settleHistory(facts: Fact[], date: string | null): void {
  facts.forEach((fact, i) => {
    if (fact.concept === null) return;
    const its = dateOf(fact.label);
    if (its !== null && its !== date) facts[i] = { ...fact, concept: null };
  });
}

/** No balance is printed to a tenth of a cent: a share under a heading that is shifted. */
function settleShares(facts: Fact[]): void {
  facts.forEach((fact, i) => {
    if (
      fact.concept !== null &&
      fact.unit === 'USD' &&
      (fact.decimals ?? 0) > 2 &&
      concepts[fact.concept].scope === 'bucket'
    )
      facts[i] = { ...fact, concept: null };
  });
}

const inCents = (fact: Fact): boolean => fact.unit === 'USD' && fact.decimals === 2;

/** In a statement in cents a small whole number under words of an amount is a count of something: `Loans Paid in Full   9`. */
function settleCounts(facts: Fact[]): void {
  const cents = facts.filter(inCents).length;
  const whole = facts.filter((fact) => fact.unit === 'USD' && fact.decimals === 0 && fact.text.length > 4).length;
  if (cents < 8 || whole * 4 > cents) return;
  facts.forEach((fact, i) => {
    const { concept, unit, decimals, value } = fact;
    if (concept === null || unit !== 'USD' || concepts[concept].scope !== 'pool') return;
    if (decimals !== 0 || typeof value !== 'number' || !/^\d{1,4}$/.test(fact.text)) return;
    if (value !== 0) facts[i] = { ...fact, concept: null, unit: 'count' };
  });
}

/** `Pool Data - Prior Month`, `Original Deal Parameters`: figures below it are those of an earlier time; null where it names none, or the end as well. */
function earlierTime({ section, label, columnLabel }: Fact): 'beginning' | 'original' | null {
  if (section === null) return null;
  const { words } = labelMeaning(section);
  for (const text of [section, label, columnLabel])
    if (text !== null && labelMeaning(text).words.some((word) => word === 'ending' || word === 'current')) return null;
  if (words.includes('original')) return 'original';
  return words.includes('beginning') ? 'beginning' : null;
}

/** What is told of the end of the period alone. */
const ofTheEnd: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'weightedAverageCoupon',
  'weightedAverageRemainingTerm',
  'certificateFactor',
]);

/** Of a title of an earlier time, what is told of the end has no concept. */
function settleEarlier(facts: Fact[]): void {
  const earlier = indicesOf(
    facts,
    (fact) => fact.concept !== null && ofTheEnd.has(fact.concept) && earlierTime(fact) !== null,
  );
  if (earlier.length === 0) return;
  // `Beginning Note` over `Principal Balance`: the first half of a label, and no title of what comes below.
  const halves = new Set<string>();
  for (const { label, section } of facts)
    if (section !== null && label?.startsWith(`${section} `) === true) halves.add(section);
  for (const i of earlier) if (!halves.has(facts[i]!.section!)) facts[i] = { ...facts[i]!, concept: null };
}

const outstanding =
  /\b(?:outstanding|unpaid)\s+(?:(?:aggregate|note|certificate|class)\s+){0,2}principal\b|\bprincipal(?:\s+amount)?\s+(?:of\s.{1,40}\s)?outstanding\b/i;

/** `Outstanding principal amount of Class A-1 Notes` is a balance, and nothing that is paid: of which time, the words around it say. */
function settleOutstanding(facts: Fact[]): void {
  for (const i of indicesOf(facts, ({ concept }) => concept === 'principal')) {
    const fact = facts[i]!;
    const texts = [fact.label, fact.columnLabel].filter((text) => text !== null);
    if (!texts.some((text) => outstanding.test(text))) continue;
    const words = [...texts, fact.section ?? ''].flatMap((text) => labelMeaning(text).words);
    const ends = words.includes('ending');
    const begins = words.includes('beginning');
    facts[i] = { ...fact, concept: ends === begins ? null : ends ? 'endingBalance' : 'beginningBalance' };
  }
}

/** `Outstanding Monthly Interest Due`: of months before. */
const ofBefore =
  /^\W*(?:\(?\w{1,4}[.)]\s*)?(?:class\s\S+\s+)?(?:outstanding|overdue|past due)\s+(?:monthly\s+)?interest\b/i;

function settleOverdue(facts: Fact[]): void {
  for (const i of indicesOf(facts, ({ concept }) => concept === 'interest')) {
    const { label, columnLabel } = facts[i]!;
    if (ofBefore.test(label ?? '') || ofBefore.test(columnLabel ?? '')) facts[i] = { ...facts[i]!, concept: null };
  }
}

const balanceWords = new Set([
  'invested',
  'principal',
  'balance',
  'certificate',
  'class',
  'pool',
  'loan',
  'scheduled',
  'stated',
  'aggregate',
  'amount',
  'total',
  'mortgage',
]);
/** Loans that are not all of the pool. */
const someLoans =
  /liquidat|repurchas|substitut|delinq|modif|pre-?fund|\breo\b|real estate|foreclos|bankrupt|subsequent|loss|repossess|days|curtail|prepa(?:id|y)|sold|remov|purchas/i;

/** `Class A-1 Principal Balance`, `Pool Balance`: a balance, and no word of when. */
function isBareBalance(fact: Fact): boolean {
  if (fact.concept !== null || fact.unit !== 'USD' || fact.member !== null || fact.label === null) return false;
  const own = labelMeaning(fact.label);
  const words = [...own.words];
  // `(2) Invested Amount` over `Class A` and `Class B`.
  if (words.length === 0 && (own.class !== null || own.group !== null) && fact.section !== null)
    words.push(...labelMeaning(fact.section).words);
  if (!words.includes('balance') && !words.includes('invested')) return false;
  if (fact.columnLabel !== null) words.push(...labelMeaning(fact.columnLabel).words);
  return words.every((word) => balanceWords.has(word)) && !labelMeaning(fact.label).ofAccount;
}

/** What stands beside a balance under `Per $1,000` is of the same. */
function settlePerThousand(facts: Fact[], at: number): void {
  const balance = facts[at]!;
  for (let i = at + 1; i < facts.length && i <= at + 3; i++) {
    const fact = facts[i]!;
    if (fact.concept !== null || fact.label !== balance.label || fact.class !== balance.class) continue;
    if (fact.columnLabel !== null && labelMeaning(fact.columnLabel).perThousand && (fact.decimals ?? 0) >= 5)
      facts[i] = { ...fact, concept: 'endingBalancePer1000', unit: 'perThousand' };
  }
}

/** The one balance that a class or the pool is said to have is that at the end, where no other is called so and it is not that of the beginning. */
function settleBareBalances(facts: Fact[]): void {
  const bare = new Map<string, number[]>();
  facts.forEach((fact, i) => {
    if (!isBareBalance(fact)) return;
    // `Original Inputs` over `Class A-1 Notes Balance`.
    if (fact.section !== null && labelMeaning(fact.section).words.includes('original')) {
      if (fact.class !== null) facts[i] = { ...fact, concept: 'originalBalance' };
      return;
    }
    const { class: named, words } = labelMeaning(fact.label!);
    const begins = earlierTime(fact) === 'beginning';
    const ofAllLoans = words.includes('loan') && fact.class === null && !someLoans.test(fact.section ?? '');
    const ofPool = named === null && (words.includes('pool') || ofAllLoans);
    if (fact.class === null && !ofPool) return;
    if (begins) {
      const concept = ofPool ? 'poolBeginningBalance' : 'beginningBalance';
      const its = { ...fact, concept, class: ofPool ? null : fact.class } as const;
      const key = keyOf(concept, its);
      if (!facts.some((other) => other.concept === concept && keyOf(concept, other) === key)) facts[i] = its;
      return;
    }
    const key = ofPool ? keyOf('poolEndingBalance', { ...fact, class: null }) : keyOf('endingBalance', fact);
    bare.set(key, [...(bare.get(key) ?? []), i]);
  });
  if (bare.size === 0) return;
  const said = new Set<string>();
  const began = new Map<string, Fact['value']>();
  const paid = new Set<string>();
  for (const fact of facts) {
    if (fact.concept === 'endingBalance' || fact.concept === 'poolEndingBalance') said.add(keyOf(fact.concept, fact));
    if (fact.concept === 'beginningBalance') began.set(keyOf('endingBalance', fact), fact.value);
    if (fact.concept === 'principal' && fact.value !== 0) paid.add(keyOf('endingBalance', fact));
    if (fact.concept === 'poolBeginningBalance') began.set(keyOf('poolEndingBalance', fact), fact.value);
  }
  for (const [key, [only, ...others]] of bare) {
    if (only === undefined || others.length > 0 || said.has(key)) continue;
    const fact = facts[only]!;
    const start = began.get(key);
    if (
      start !== undefined &&
      (fact.value > start || (fact.value === start && (paid.has(key) || key.startsWith('pool'))))
    )
      continue;
    facts[only] = key.startsWith('pool')
      ? { ...fact, concept: 'poolEndingBalance', class: null }
      : { ...fact, concept: 'endingBalance' };
    if (!key.startsWith('pool')) settlePerThousand(facts, only);
  }
}

const countWords = new Set(['number', 'loan', 'pool', 'total', 'aggregate', 'mortgage']);
/** What a heading over amounts may say of a count below it: `Total $ Amount`, `Total` beside columns of groups. */
const amountWords = new Set(['total', 'amount', 'aggregate', 'pool']);

function isBareCount(fact: Fact): boolean {
  if (
    fact.concept !== null ||
    fact.decimals !== 0 ||
    fact.unit === 'USD' ||
    fact.member !== null ||
    fact.class !== null ||
    fact.label === null
  )
    return false;
  if (fact.columnLabel !== null && labelMeaning(fact.columnLabel).words.some((word) => !amountWords.has(word)))
    return false;
  const { words } = labelMeaning(fact.label);
  const counts = words.includes('number') || /\boutstanding\b/i.test(fact.label);
  return counts && words.includes('loan') && words.every((word) => countWords.has(word));
}

/** `Number of Receivables Outstanding`: at the end, where no other count is called so; one of each group. */
function settleBareCounts(facts: Fact[]): void {
  const bare = indicesOf(facts, isBareCount).filter((i) => {
    const time = earlierTime(facts[i]!);
    if (time === 'beginning' && !facts.some((fact) => fact.concept === 'loanCountBeginning'))
      facts[i] = { ...facts[i]!, concept: 'loanCountBeginning', unit: 'count' };
    return time === null;
  });
  if (bare.length === 0 || facts.some((fact) => fact.concept === 'loanCountEnding')) return;
  const groups = new Set(bare.map((i) => facts[i]!.group));
  const isOneRow = bare.every((i) => facts[i]!.line === facts[bare[0]!]!.line);
  if (groups.size < bare.length || !isOneRow) return;
  for (const i of bare) facts[i] = { ...facts[i]!, concept: 'loanCountEnding', unit: 'count' };
}

/** `REMIC III`, `Group 1`: what kind of part it is. */
const kindOfGroup = (group: string): string => (group.startsWith('REMIC') ? 'REMIC' : 'group');

/** A group where only one of its kind is named is all there is. */
function settleGroups(facts: Fact[]): void {
  const named = new Map<string, Set<string>>();
  for (const { group } of facts) {
    if (group === null) continue;
    const kind = kindOfGroup(group);
    named.set(kind, (named.get(kind) ?? new Set()).add(group));
  }
  if (![...named.values()].some(({ size }) => size === 1)) return;
  facts.forEach((fact, i) => {
    if (fact.group !== null && named.get(kindOfGroup(fact.group))!.size === 1) facts[i] = { ...fact, group: null };
  });
}

/** Words by which a row says the same of another time or in another way, where a row without them is printed as well. */
const otherwise: Partial<Record<ConceptId, readonly string[]>> = {
  weightedAverageCoupon: ['beginning'],
  weightedAverageRemainingTerm: ['beginning', 'amortization'],
  realizedLosses: ['net', 'aggregate'],
  poolBeginningBalance: ['discounted'],
  poolEndingBalance: ['discounted'],
  advances: ['beginning', 'current'],
};

const otherWords = ({ concept }: Fact): readonly string[] => (concept === null ? [] : (otherwise[concept] ?? []));

/** `Weighted Average Coupon Prior   Weighted Average Coupon Current`: where both are printed, the one at the end; losses before net losses. */
function settleRivals(facts: Fact[]): void {
  yieldToPlain(
    facts,
    (fact) => otherWords(fact).length > 0,
    (fact) => fact.label !== null && labelMeaning(fact.label).words.some((word) => otherWords(fact).includes(word)),
  );
}

const throughAccount: ReadonlySet<ConceptId> = new Set<ConceptId>([
  'realizedLosses',
  'servicingFee',
  'masterServicerCompensation',
  'advances',
  'prepaymentCharges',
  'liquidationProceeds',
]);
const accountTitle = /\bdeposits?\b|\bwithdrawals?\b/i;

/** `Deposits`, `Withdrawals`: what goes through an account is netted; the same said elsewhere comes first. */
const settleAccounts = (facts: Fact[]): void =>
  yieldToPlain(
    facts,
    ({ concept }) => concept !== null && throughAccount.has(concept),
    ({ section }) => section !== null && accountTitle.test(section),
  );

/** `Subtotal` of the delinquent and below it the total of all statuses. */
const settleSubtotals = (facts: Fact[]): void =>
  yieldToPlain(
    facts,
    ({ concept, member }) => concept !== null && member === 'total' && concepts[concept].scope === 'bucket',
    ({ label }) => label !== null && /^\W*sub-?\s?total/i.test(label),
  );

/** `Principal Balance` and `Pool Balance` of loans, not the same: the pool's is the one that is called so. */
function settlePools(facts: Fact[]): void {
  for (const concept of ['poolBeginningBalance', 'poolEndingBalance'] as const) {
    const found = indicesOf(facts, (fact) => fact.concept === concept);
    const saysPool = ({ label }: Fact): boolean => label !== null && /\bpool\b/i.test(label);
    for (const i of found) {
      const fact = facts[i]!;
      const others = found.map((at) => facts[at]!).filter((other) => keyOf(concept, other) === keyOf(concept, fact));
      const named = others.filter(saysPool);
      if (named.length === 1 && !saysPool(fact) && named[0]!.value !== fact.value && named[0]!.section === fact.section)
        facts[i] = { ...fact, concept: null };
    }
  }
}

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

/** What is issued stands in an offering under `Principal Amount` or `Balance`: nothing was paid yet. */
function settleOffering(facts: Fact[]): void {
  for (let i = facts.length - 1; i >= 0; i--) {
    const fact = facts[i]!;
    const { concept } = fact;
    if (footnote.test(fact.text)) facts.splice(i, 1);
    else if (concept === null ? isInitialRate(fact) : offered.has(concept)) {
      if (concept === null) facts[i] = { ...fact, concept: 'passThroughRate' };
    } else if (isIssued(fact)) facts[i] = { ...fact, concept: 'originalBalance', unit: 'USD' };
    else if (concept !== null) facts[i] = { ...fact, concept: null };
  }
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

/** Settles the facts of a statement in place. */
export function settleStatement(facts: Fact[], statement: Statement['statement'], date: string | null): void {
  settleInterest(facts);
  settleFactors(facts);
  settleGroups(facts);
  settleAmounts(facts);
  settleShares(facts);
  if (statement === 'offering') {
    settleOffering(facts);
    return;
  }
  settleEarlier(facts);
  settleOutstanding(facts);
  settleOverdue(facts);
  settleOwed(facts);
  settleRivals(facts);
  settleAccounts(facts);
  settleSubtotals(facts);
  settlePools(facts);
  settleHistory(facts, date);
  settleBareCounts(facts);
  settleCounts(facts);
  settleBareBalances(facts);
  settleUnitRows(facts);
  settleCentsPerThousand(facts);
}
