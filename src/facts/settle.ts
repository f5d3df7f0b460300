import { settleBareBalances, settleBareCounts } from './bare.ts';
import type { ConceptId } from './concepts.ts';
import { concepts } from './concepts.ts';
import { settleEarlier, settleHistory, settleOutstanding, settleOverdue, settlePreceding } from './earlier.ts';
import type { Fact, Statement } from './fact.ts';
import { labelMeaning } from './label.ts';
import { addTo, indicesOf, keyOf, yieldToPlain } from './settling.ts';
import {
  settleSubtotals,
  settleTotalsOfGrids,
  settleTotalsOfStatuses,
  settleTotalsWithCurrent,
} from './status-totals.ts';
import { settleAmounts, settleCentsPerThousand, settleFactors, settleUnitRows } from './thousands.ts';

/** What only the whole statement tells of its figures; settled in place. */

/** Where only a distribution amount of interest is printed, that is the interest. */
function settleInterest(facts: Fact[]): void {
  if (facts.some((fact) => fact.concept === 'interest')) return;
  facts.forEach((fact, i) => {
    if (fact.concept === 'interestDistributionAmount') facts[i] = { ...fact, concept: 'interest' };
  });
}

const owedWords = /\b(?:due|owed|owing|accrued|payable|distributable)\b/i;
const isOwed = ({ label, columnLabel, section }: Fact): boolean => {
  if (owedWords.test(label ?? '') || owedWords.test(columnLabel ?? '')) return true;
  // `Interest Due` over rows of classes.
  if (section === null || label === null || !owedWords.test(section)) return false;
  const { words, bareClass } = labelMeaning(label);
  return words.length === 0 || bareClass !== null;
};

const isPayment = ({ concept }: Fact): boolean => concept === 'interest' || concept === 'principal';

/** `Interest Due` over `Interest Paid`: what was to be paid is not what was. */
const settleOwed = (facts: Fact[]): void => yieldToPlain(facts, isPayment, isOwed);

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

const isLoanCount = ({ concept }: Fact): boolean => concept === 'loanCountBeginning' || concept === 'loanCountEnding';
const ofBorrowers = /\b(?:accounts|borrowers|obligors)\b/i;
const ofLoans = /\b(?:loans|contracts|receivables)\b/i;

/** `Number of Loans` and `Number of Accounts`: a borrower has several loans. */
const settleBorrowers = (facts: Fact[]): void =>
  yieldToPlain(facts, isLoanCount, ({ label }) => ofBorrowers.test(label ?? '') && !ofLoans.test(label ?? ''));

/** `Deposits`, `Withdrawals`: what goes through an account is netted; the same said elsewhere comes first. */
const settleAccounts = (facts: Fact[]): void =>
  yieldToPlain(
    facts,
    ({ concept }) => concept !== null && throughAccount.has(concept),
    ({ section }) => section !== null && accountTitle.test(section),
  );

const ofMaster = /\bmaster\b/i;

const ofOneTest = /\b(?:loss|losses|delinquen\w+|cumulative|rolling)\b/i;
const ofTrigger = /\btriggers?\b/i;

/** `Delinquency Trigger Event   Cumulative Loss Trigger Event`: one of several tests is no answer to whether the event occurred. */
function settleTriggers(facts: Fact[]): void {
  const tests = indicesOf(facts, ({ unit, label }) => unit === 'flag' && ofTrigger.test(label ?? ''));
  if (tests.length < 2) return;
  for (const i of tests) {
    const fact = facts[i]!;
    if (fact.concept === 'triggerEventOccurred' && ofOneTest.test(fact.label!)) facts[i] = { ...fact, concept: null };
  }
}

/** `Less: Servicing Fees   (1,234.56)` among what comes in: the fee is the one that is printed as an amount of its own. */
const settleFees = (facts: Fact[]): void =>
  yieldToPlain(
    facts,
    ({ concept }) => concept === 'servicingFee',
    ({ value }) => typeof value === 'number' && value < 0,
  );

/** `Master Servicing Fee   Servicing Compensation`: the one who is called the master is. */
const settleMasters = (facts: Fact[]): void =>
  yieldToPlain(
    facts,
    ({ concept }) => concept === 'masterServicerCompensation',
    ({ label, columnLabel }) => !ofMaster.test(label ?? '') && !ofMaster.test(columnLabel ?? ''),
  );

/** `Principal Balance` and `Pool Balance` of loans, not the same: the pool's is the one that is called so. */
function settlePools(facts: Fact[]): void {
  const saysPool = ({ label }: Fact): boolean => label !== null && /\bpool\b/i.test(label);
  for (const concept of ['poolBeginningBalance', 'poolEndingBalance'] as const) {
    const byKey = new Map<string, number[]>();
    for (const i of indicesOf(facts, (fact) => fact.concept === concept)) addTo(byKey, keyOf(concept, facts[i]!), i);
    for (const found of byKey.values()) {
      const [named, ...others] = found.filter((i) => saysPool(facts[i]!)).map((i) => facts[i]!);
      if (named === undefined || others.length > 0) continue;
      for (const i of found) {
        const fact = facts[i]!;
        if (fact !== named && named.value !== fact.value && named.section === fact.section)
          facts[i] = { ...fact, concept: null };
      }
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
  settlePreceding(facts);
  settleOutstanding(facts);
  settleOverdue(facts);
  settleOwed(facts);
  settleRivals(facts);
  settleAccounts(facts);
  settleFees(facts);
  settleMasters(facts);
  settleTriggers(facts);
  settleBorrowers(facts);
  settleSubtotals(facts);
  settleTotalsOfStatuses(facts);
  settleTotalsOfGrids(facts);
  settleTotalsWithCurrent(facts);
  settlePools(facts);
  settleHistory(facts, date);
  settleBareCounts(facts);
  settleCounts(facts);
  settleBareBalances(facts);
  settleUnitRows(facts);
  settleCentsPerThousand(facts);
}
