import { earlierTime } from './earlier.ts';
import type { Fact } from './fact.ts';
import { isSeries, labelMeaning } from './label.ts';
import type { Settling } from './settling.ts';
import { addTo, keyOf } from './settling.ts';

/** Balances and counts without a word of when, so far as the whole statement tells; settled in place. */

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
  if (fact.unit !== 'USD' || fact.member !== null || fact.label === null) return false;
  const own = labelMeaning(fact.label);
  const words = [...own.words];
  // `(2) Invested Amount` over `Class A` and `Class B`.
  if (words.length === 0 && (own.class !== null || own.group !== null) && fact.section !== null)
    words.push(...labelMeaning(fact.section).words);
  if (!words.includes('balance') && !words.includes('invested')) return false;
  if (fact.columnLabel !== null && !isSeries(fact.columnLabel)) words.push(...labelMeaning(fact.columnLabel).words);
  return words.every((word) => balanceWords.has(word)) && !labelMeaning(fact.label).ofAccount;
}

/** What stands beside a balance under `Per $1,000` is of the same. */
function settlePerThousand({ facts, put }: Settling, at: number): void {
  const balance = facts[at]!;
  for (let i = at + 1; i < facts.length && i <= at + 3; i++) {
    const fact = facts[i]!;
    if (fact.concept !== null || fact.label !== balance.label || fact.class !== balance.class) continue;
    if (fact.columnLabel !== null && labelMeaning(fact.columnLabel).perThousand && (fact.decimals ?? 0) >= 5)
      put(i, { ...fact, concept: 'endingBalancePer1000', unit: 'perThousand' });
  }
}

/** What beginning balances are told, by class and group. */
const begunIn = ({ facts, ofAny }: Settling): Set<string> =>
  new Set(ofAny(['beginningBalance', 'poolBeginningBalance']).map((i) => keyOf(facts[i]!.concept!, facts[i]!)));

/** The one balance that a class or the pool is said to have is that at the end, where no other is called so and it is not that of the beginning. */
export function settleBareBalances(settling: Settling): void {
  const { facts, of, put } = settling;
  const bare = new Map<string, number[]>();
  let begun: Set<string> | null = null;
  for (const i of of(null)) {
    const fact = facts[i]!;
    if (!isBareBalance(fact)) continue;
    // `Original Inputs` over `Class A-1 Notes Balance`.
    if (fact.section !== null && labelMeaning(fact.section).words.includes('original')) {
      if (fact.class !== null) put(i, { ...fact, concept: 'originalBalance' });
      continue;
    }
    const { class: named, words } = labelMeaning(fact.label!);
    const begins = earlierTime(fact) === 'beginning';
    const ofAllLoans = words.includes('loan') && fact.class === null && !someLoans.test(fact.section ?? '');
    const ofPool = named === null && (words.includes('pool') || ofAllLoans);
    if (fact.class === null && !ofPool) continue;
    if (begins) {
      const concept = ofPool ? 'poolBeginningBalance' : 'beginningBalance';
      const its = { ...fact, concept, class: ofPool ? null : fact.class } as const;
      const key = keyOf(concept, its);
      begun ??= begunIn(settling);
      if (!begun.has(key)) put(i, its);
      begun.add(key);
      continue;
    }
    const key = ofPool ? keyOf('poolEndingBalance', { ...fact, class: null }) : keyOf('endingBalance', fact);
    addTo(bare, key, i);
  }
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
  for (const [key, indices] of bare) {
    // `Total   1998-3`: that of the series.
    const ofSeries = indices.filter((i) => isSeries(facts[i]!.columnLabel ?? ''));
    const [only, ...others] = ofSeries.length === 1 ? ofSeries : indices;
    if (only === undefined || others.length > 0 || said.has(key)) continue;
    const fact = facts[only]!;
    const start = began.get(key);
    if (
      start !== undefined &&
      (fact.value > start || (fact.value === start && (paid.has(key) || key.startsWith('pool'))))
    )
      continue;
    if (key.startsWith('pool')) put(only, { ...fact, concept: 'poolEndingBalance', class: null });
    else {
      put(only, { ...fact, concept: 'endingBalance' });
      settlePerThousand(settling, only);
    }
  }
}

const countWords = new Set(['number', 'loan', 'pool', 'total', 'aggregate', 'mortgage']);
/** What a heading over amounts may say of a count below it: `Total $ Amount`, `Total` beside columns of groups. */
const amountWords = new Set(['total', 'amount', 'aggregate', 'pool']);

function isBareCount(fact: Fact): boolean {
  if (fact.decimals !== 0 || fact.unit === 'USD' || fact.member !== null || fact.class !== null || fact.label === null)
    return false;
  if (fact.columnLabel !== null && labelMeaning(fact.columnLabel).words.some((word) => !amountWords.has(word)))
    return false;
  const { words } = labelMeaning(fact.label);
  const counts = words.includes('number') || /\boutstanding\b/i.test(fact.label);
  return counts && words.includes('loan') && words.every((word) => countWords.has(word));
}

/** `Number of Receivables Outstanding`: at the end, where no other count is called so; one of each group. */
export function settleBareCounts({ facts, of, put }: Settling): void {
  const counts = of(null).filter((i) => isBareCount(facts[i]!));
  if (counts.length === 0) return;
  let begun = of('loanCountBeginning').length > 0;
  const bare = counts.filter((i) => {
    const time = earlierTime(facts[i]!);
    if (time === 'beginning' && !begun) {
      put(i, { ...facts[i]!, concept: 'loanCountBeginning', unit: 'count' });
      begun = true;
    }
    return time === null;
  });
  if (bare.length === 0 || of('loanCountEnding').length > 0) return;
  const groups = new Set(bare.map((i) => facts[i]!.group));
  const isOneRow = bare.every((i) => facts[i]!.line === facts[bare[0]!]!.line);
  if (groups.size < bare.length || !isOneRow) return;
  for (const i of bare) put(i, { ...facts[i]!, concept: 'loanCountEnding', unit: 'count' });
}
