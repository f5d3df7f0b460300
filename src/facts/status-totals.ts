import { concepts, conceptsOf } from './concepts.ts';
import type { Fact } from './fact.ts';
import { labelMeaning } from './label.ts';
import type { Settling } from './settling.ts';
import { addTo, keyOf, yieldToPlain } from './settling.ts';

/** Totals of arrears: of those that are delinquent alone, and of all statuses together; settled in place. */

const bucketConcepts = conceptsOf('bucket');
const isOfBucket = ({ concept }: Fact): boolean => concept !== null && concepts[concept].scope === 'bucket';
const isTotal = ({ member }: Fact): boolean => member === 'total';

/** `Subtotal` of the delinquent and below it the total of all statuses. */
export const settleSubtotals = (settling: Settling): void =>
  yieldToPlain(
    settling,
    settling.ofAny(bucketConcepts).filter((i) => isTotal(settling.facts[i]!)),
    ({ label }) => label !== null && /^\W*sub-?\s?total/i.test(label),
  );

const ofStatus: ReadonlySet<string | null> = new Set(['foreclosure', 'bankruptcy', 'reo', 'repossession']);

/** Whether the last of two totals is the first and what is told of the statuses beside it. */
function addsStatuses(first: Fact, last: Fact, statuses: readonly Fact[]): boolean {
  if (first.value === last.value || new Set(statuses.map(({ member }) => member)).size < statuses.length) return false;
  const sum = statuses.reduce((all, { value }) => all + Number(value), Number(first.value));
  const tolerance = (statuses.length + 2) * 0.5 * 10 ** -(last.decimals ?? 0) * 1.001;
  return statuses.length > 0 && Math.abs(sum - Number(last.value)) <= tolerance;
}

/** What is said of buckets, of each concept, class and group. */
function byKey({ facts, ofAny }: Settling, isOne: (fact: Fact) => boolean): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const i of ofAny(bucketConcepts)) {
    const fact = facts[i]!;
    if (isOne(fact)) addTo(found, keyOf(fact.concept!, fact), fact);
  }
  return found;
}

/** The total of the delinquent alone, where that of all statuses is printed too: it is none of all arrears, nor are the measures beside it. */
export function settleTotalsOfStatuses(settling: Settling): void {
  const { facts, ofAny, put } = settling;
  const statusesOf = byKey(settling, ({ member }) => ofStatus.has(member));
  if (statusesOf.size === 0) return;
  /** By group, the lines of totals of the delinquent: from the first on, up to the second. */
  const lines = new Map<string, (readonly [number, number])[]>();
  for (const [key, [first, last, ...others]] of byKey(settling, isTotal)) {
    if (first === undefined || last === undefined || others.length > 0) continue;
    const statuses = statusesOf.get(key) ?? [];
    if (!addsStatuses(first, last, statuses)) continue;
    const end = statuses.reduce((least, { line }) => Math.min(least, line), last.line);
    addTo(lines, first.group ?? '', [first.line, end]);
  }
  if (lines.size === 0) return;
  for (const i of ofAny(bucketConcepts)) {
    const fact = facts[i]!;
    const within = lines.get(fact.group ?? '')?.some(([from, to]) => fact.line >= from && fact.line < to);
    if (isTotal(fact) && within === true) put(i, { ...fact, concept: null });
  }
}

/** Figures of one row, in front of its total. */
const MOST_BESIDE = 40;

const totalOver = /^\W*totals?\b/i;

/** What a heading says of which measure stands below it, whatever the status. */
const measureIn = (text: string): string =>
  labelMeaning(text)
    .words.filter((word) => word !== 'total' && word !== 'delinquent')
    .join(' ');

/**
 * `Totals` under `Delinquent   Bankruptcy   Foreclosure   REO   Total`: where the last is the sum of the others, it is the total, and what
 * stands under the first is that of the delinquent alone.
 */
export function settleTotalsOfGrids({ facts, of, put }: Settling): void {
  const unsaid = of(null).filter((i) => {
    const { member, label, columnLabel } = facts[i]!;
    return member === 'total' && totalOver.test(columnLabel ?? '') && labelMeaning(label ?? '').total;
  });
  for (const i of unsaid) {
    const last = facts[i]!;
    let from = i;
    while (i - from < MOST_BESIDE && facts[from - 1]?.line === last.line) from--;
    const row = facts.slice(from, i);
    const measure = measureIn(last.columnLabel!);
    const at = row.findIndex(
      (fact) =>
        isTotal(fact) && isOfBucket(fact) && fact.unit === last.unit && measureIn(fact.columnLabel ?? '') === measure,
    );
    const first = row[at];
    if (first === undefined || first.group !== last.group) continue;
    const statuses = row.filter(({ concept, member }) => concept === first.concept && ofStatus.has(member));
    if (!addsStatuses(first, last, statuses)) continue;
    put(i, { ...last, concept: first.concept });
    put(from + at, { ...first, concept: null });
  }
}

/** `Current`, buckets and a total that is no less than all of them: that of the pool, and of no arrears. */
export function settleTotalsWithCurrent(settling: Settling): void {
  const { facts, ofAny, put } = settling;
  if (!ofAny(bucketConcepts).some((i) => facts[i]!.member === 'current')) return;
  const listed = byKey(settling, () => true);
  const ofAll = new Set<Fact>();
  for (const [, found] of listed) {
    let current: number | null = null;
    let sum = 0;
    for (const fact of found) {
      const value = Number(fact.value);
      if (fact.member === 'current') {
        current = value;
        sum = value;
      } else if (fact.member !== 'total') sum += value;
      else if (current !== null) {
        const tolerance = found.length * 10 ** -(fact.decimals ?? 0);
        if (current > tolerance && value >= sum - tolerance) ofAll.add(fact);
        current = null;
      }
    }
  }
  if (ofAll.size === 0) return;
  for (const i of ofAny(bucketConcepts)) {
    const fact = facts[i]!;
    if (ofAll.has(fact)) put(i, { ...fact, concept: null });
  }
}
