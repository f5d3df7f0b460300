import type { DocumentText } from '../filing/document.ts';
import { settleBareBalances, settleBareCounts } from './bare.ts';
import type { ConceptId } from './concepts.ts';
import { conceptsOf } from './concepts.ts';
import type { Conflict } from './conflicts.ts';
import { settleConflicts } from './conflicts.ts';
import { settleEarlier, settleHistory, settleOutstanding, settleOverdue, settlePreceding } from './earlier.ts';
import type { Fact, Statement } from './fact.ts';
import { labelMeaning } from './label.ts';
import { settleOffering } from './offering-figures.ts';
import { remembered } from './remembered.ts';
import type { Settling } from './settling.ts';
import { addTo, keyOf, settlingOf, yieldToPlain } from './settling.ts';
import {
  settleSubtotals,
  settleTotalsOfGrids,
  settleTotalsOfStatuses,
  settleTotalsWithCurrent,
} from './status-totals.ts';
import {
  settleAmounts,
  settleCentsPerThousand,
  settleFactors,
  settleStatedPerThousand,
  settleUnitRows,
} from './thousands.ts';
import { settleAllocations } from './underwriting.ts';

/** What only the whole statement tells of its figures; settled in place. */

/** Where only a distribution amount of interest is printed, that is the interest. */
function settleInterest({ facts, of, put }: Settling): void {
  if (of('interest').length > 0) return;
  for (const i of of('interestDistributionAmount')) put(i, { ...facts[i]!, concept: 'interest' });
}

const saysOwed = remembered(5_000, (text) => /\b(?:due|owed|owing|accrued|payable|distributable)\b/i.test(text));
const isOwed = ({ label, columnLabel, section }: Fact): boolean => {
  if (saysOwed(label ?? '') || saysOwed(columnLabel ?? '')) return true;
  // `Interest Due` over rows of classes.
  if (section === null || label === null || !saysOwed(section)) return false;
  const { words, bareClass } = labelMeaning(label);
  return words.length === 0 || bareClass !== null;
};

/** `Interest Due` over `Interest Paid`: what was to be paid is not what was. */
const settleOwed = (settling: Settling): void =>
  yieldToPlain(settling, settling.ofAny(['interest', 'principal']), isOwed);

const bucketConcepts = conceptsOf('bucket');
const poolConcepts = conceptsOf('pool');

/** No balance is printed to a tenth of a cent: a share under a heading that is shifted. */
function settleShares({ facts, ofAny, put }: Settling): void {
  for (const i of ofAny(bucketConcepts)) {
    const fact = facts[i]!;
    if (fact.unit === 'USD' && (fact.decimals ?? 0) > 2) put(i, { ...fact, concept: null });
  }
}

/** No rate is over a hundred percent: a balance under a heading that is shifted. */
function settleRates({ facts, ofAny, put }: Settling): void {
  for (const i of ofAny(['passThroughRate', 'weightedAverageCoupon'])) {
    const fact = facts[i]!;
    if (typeof fact.value === 'number' && fact.value > 100) put(i, { ...fact, concept: null });
  }
}

const inCents = (fact: Fact): boolean => fact.unit === 'USD' && fact.decimals === 2;
const isSmallWhole = ({ unit, decimals, value, text }: Fact): boolean =>
  unit === 'USD' && decimals === 0 && typeof value === 'number' && value !== 0 && /^\d{1,4}$/.test(text);

/** In a statement in cents a small whole number under words of an amount is a count of something: `Loans Paid in Full   9`. */
function settleCounts({ facts, ofAny, put }: Settling): void {
  const small = ofAny(poolConcepts).filter((i) => isSmallWhole(facts[i]!));
  if (small.length === 0) return;
  const cents = facts.filter(inCents).length;
  const whole = facts.filter((fact) => fact.unit === 'USD' && fact.decimals === 0 && fact.text.length > 4).length;
  if (cents < 8 || whole * 4 > cents) return;
  for (const i of small) put(i, { ...facts[i]!, concept: null, unit: 'count' });
}

/** `REMIC III`, `Group 1`: what kind of part it is. */
const kindOfGroup = (group: string): string => (group.startsWith('REMIC') ? 'REMIC' : 'group');

/** A group where only one of its kind is named is all there is. */
function settleGroups({ facts, put }: Settling): void {
  const named = new Map<string, Set<string>>();
  for (const { group } of facts) {
    if (group === null) continue;
    const kind = kindOfGroup(group);
    named.set(kind, (named.get(kind) ?? new Set()).add(group));
  }
  if (![...named.values()].some(({ size }) => size === 1)) return;
  facts.forEach((fact, i) => {
    if (fact.group !== null && named.get(kindOfGroup(fact.group))!.size === 1) put(i, { ...fact, group: null });
  });
}

/** Words by which a row says the same of another time or in another way, where a row without them is printed as well. */
const otherwise: readonly (readonly [ConceptId, readonly string[]])[] = [
  ['weightedAverageCoupon', ['beginning']],
  ['weightedAverageRemainingTerm', ['beginning', 'amortization']],
  ['realizedLosses', ['net', 'aggregate']],
  ['poolBeginningBalance', ['discounted']],
  ['poolEndingBalance', ['discounted']],
  ['advances', ['beginning', 'current']],
];

/** `Weighted Average Coupon Prior   Weighted Average Coupon Current`: where both are printed, the one at the end; losses before net losses. */
function settleRivals(settling: Settling): void {
  for (const [concept, others] of otherwise)
    yieldToPlain(
      settling,
      settling.of(concept),
      ({ label }) => label !== null && labelMeaning(label).words.some((word) => others.includes(word)),
    );
}

const throughAccount: readonly ConceptId[] = [
  'realizedLosses',
  'servicingFee',
  'masterServicerCompensation',
  'advances',
  'prepaymentCharges',
  'liquidationProceeds',
];
const accountTitle = /\bdeposits?\b|\bwithdrawals?\b/i;

const ofBorrowers = /\b(?:accounts|borrowers|obligors)\b/i;
const ofLoans = /\b(?:loans|contracts|receivables)\b/i;

/** `Number of Loans` and `Number of Accounts`: a borrower has several loans. */
const settleBorrowers = (settling: Settling): void =>
  yieldToPlain(
    settling,
    settling.ofAny(['loanCountBeginning', 'loanCountEnding']),
    ({ label }) => ofBorrowers.test(label ?? '') && !ofLoans.test(label ?? ''),
  );

/** `Deposits`, `Withdrawals`: what goes through an account is netted; the same said elsewhere comes first. */
const settleAccounts = (settling: Settling): void =>
  yieldToPlain(
    settling,
    settling.ofAny(throughAccount),
    ({ section }) => section !== null && accountTitle.test(section),
  );

const ofMaster = /\bmaster\b/i;

const ofOneTest = /\b(?:loss|losses|delinquen\w+|cumulative|rolling)\b/i;
const ofTrigger = /\btriggers?\b/i;
const isTest = ({ unit, label }: Fact): boolean => unit === 'flag' && ofTrigger.test(label ?? '');

/** `Beginning Balance` under `RESERVE FUND`, in columns of the classes that it serves: of the fund, and of none of them. */
function settleFunds({ facts, ofAny, put }: Settling): void {
  for (const i of ofAny(['beginningBalance', 'endingBalance'])) {
    const fact = facts[i]!;
    if (fact.section === null || fact.label === null || !labelMeaning(fact.section).ofAccount) continue;
    const { class: named, words } = labelMeaning(fact.label);
    if (named === null && !words.includes('certificate')) put(i, { ...fact, concept: null });
  }
}

const overMonths = /\b(?:[2-9]|1[0-2]|two|three|six|twelve)[\s-]*(?:mo|month|period)s?\b/i;
const ofCertificates = /\b(?:certificate|note|bond|pass-?through)s?\b/i;

/** `Delinquency Ratio (3 mo. Weighted Avg.)`, `Weighted Average Certificate Rate`: of several months, or of what is paid on, not of the loans. */
function settleAverages({ facts, of, put }: Settling): void {
  for (const i of of('delinquencyPercentage'))
    if (overMonths.test(facts[i]!.label ?? '')) put(i, { ...facts[i]!, concept: null });
  for (const i of of('weightedAverageCoupon')) {
    const { label, columnLabel } = facts[i]!;
    if (ofCertificates.test(label ?? '') || ofCertificates.test(columnLabel ?? ''))
      put(i, { ...facts[i]!, concept: null });
  }
}

/** `Delinquency Trigger Event   Cumulative Loss Trigger Event`: one of several tests is no answer to whether the event occurred. */
function settleTriggers({ facts, of, put }: Settling): void {
  const told = of('triggerEventOccurred');
  if (told.length === 0) return;
  if (facts.filter(isTest).length < 2) return;
  for (const i of told) {
    const fact = facts[i]!;
    if (isTest(fact) && ofOneTest.test(fact.label!)) put(i, { ...fact, concept: null });
  }
}

/** `Less: Servicing Fees   (1,234.56)` among what comes in: the fee is the one that is printed as an amount of its own. */
const settleFees = (settling: Settling): void =>
  yieldToPlain(settling, settling.of('servicingFee'), ({ value }) => typeof value === 'number' && value < 0);

/** `Master Servicing Fee   Servicing Compensation`: the one who is called the master is. */
const settleMasters = (settling: Settling): void =>
  yieldToPlain(
    settling,
    settling.of('masterServicerCompensation'),
    ({ label, columnLabel }) => !ofMaster.test(label ?? '') && !ofMaster.test(columnLabel ?? ''),
  );

/** `Principal Balance` and `Pool Balance` of loans, not the same: the pool's is the one that is called so. */
function settlePools({ facts, of, put }: Settling): void {
  const saysPool = ({ label }: Fact): boolean => label !== null && /\bpool\b/i.test(label);
  for (const concept of ['poolBeginningBalance', 'poolEndingBalance'] as const) {
    const byKey = new Map<string, number[]>();
    for (const i of of(concept)) addTo(byKey, keyOf(concept, facts[i]!), i);
    for (const found of byKey.values()) {
      const [named, ...others] = found.filter((i) => saysPool(facts[i]!)).map((i) => facts[i]!);
      if (named === undefined || others.length > 0) continue;
      for (const i of found) {
        const fact = facts[i]!;
        if (fact !== named && named.value !== fact.value && named.section === fact.section)
          put(i, { ...fact, concept: null });
      }
    }
  }
}

/** `Liquidated Principal`, what was owed, and liquidations out of an inventory: no proceeds, unless they are called so. */
function settleLiquidated({ facts, of, put }: Settling): void {
  for (const i of of('liquidationProceeds')) {
    const fact = facts[i]!;
    const said = `${fact.label ?? ''} ${fact.columnLabel ?? ''}`;
    if (/proceeds/i.test(said)) continue;
    if (/\bliquidated\b/i.test(said) || /\b(?:repossess|inventory|reo\b)/i.test(fact.section ?? ''))
      put(i, { ...fact, concept: null });
  }
}

const arrears: readonly ConceptId[] = [
  'delinquentCount',
  'delinquentUnpaidBalance',
  'delinquentStatedBalance',
  'delinquentPercentage',
];

/** `Repossessions Incurred`, `New Foreclosures`: what came or went in the month, not what there is at its end. */
const cameOrWent =
  /\b(?:incurred|new|acquired|additions?|added|sold|removed|less|plus|during|in\s+the\s+(?:current|related|collection)(?:\s+\w+)?\s+period|in\s+the\s+(?:current\s+)?(?:period|month))\b/i;

function settleInventories({ facts, ofAny, put }: Settling): void {
  for (const i of ofAny(arrears)) {
    const fact = facts[i]!;
    if (fact.label === null || fact.member === null || /\d/.test(fact.member)) continue;
    if (cameOrWent.test(fact.label) && !/\b(?:less|more)\s+than\b/i.test(fact.label))
      put(i, { ...fact, concept: null });
  }
}

/** `Receivables Pool Balance` under the total of classes, as it was at issue: of the pool, not of what all classes together are. */
function settleOriginalPool({ facts, of, put }: Settling): void {
  for (const i of of('originalBalance')) {
    const fact = facts[i]!;
    if (fact.class !== 'Total' || fact.label === null || !/\b(?:pool|receivables)\b/i.test(fact.label)) continue;
    if (!/\b(?:class|certificates?|notes?|bonds?|securities)\b/i.test(fact.label))
      put(i, { ...fact, concept: null, class: null });
  }
}

/** `Class A and Class B Principal Balance`, in no column of a class: of neither, and not of the pool. */
function settleSeveral({ facts, put }: Settling): void {
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i]!;
    if (fact.concept === null || fact.class !== null || fact.label === null) continue;
    if (/class/i.test(fact.label) && labelMeaning(fact.label).several) put(i, { ...fact, concept: null });
  }
}

/** Settles the facts of a statement in place. Gives those that say the same of different values. */
export function settleStatement(
  facts: Fact[],
  { statement, date, document }: { statement: Statement['statement']; date: string | null; document: DocumentText },
): readonly Conflict[] {
  const settling = settlingOf(facts);
  settleInterest(settling);
  settleFactors(settling);
  settleGroups(settling);
  settleAmounts(settling);
  settleShares(settling);
  settleRates(settling);
  if (statement === 'offering') {
    settleOffering(facts, document);
    settleAllocations(facts);
    return [];
  }
  settleSeveral(settling);
  settleEarlier(settling);
  settlePreceding(settling);
  settleOutstanding(settling);
  settleOverdue(settling);
  settleOwed(settling);
  settleRivals(settling);
  settleAccounts(settling);
  settleFees(settling);
  settleMasters(settling);
  settleFunds(settling);
  settleAverages(settling);
  settleTriggers(settling);
  settleBorrowers(settling);
  settleSubtotals(settling);
  settleTotalsOfStatuses(settling);
  settleTotalsOfGrids(settling);
  settleTotalsWithCurrent(settling);
  settlePools(settling);
  settleHistory(settling, date);
  settleBareCounts(settling);
  settleCounts(settling);
  settleBareBalances(settling);
  settleOriginalPool(settling);
  settleLiquidated(settling);
  settleInventories(settling);
  settleStatedPerThousand(settling);
  settleUnitRows(settling);
  settleCentsPerThousand(settling);
  return settleConflicts(settling, document);
}
