import type { ConceptId } from './concepts.ts';
import { perThousandConcept } from './concepts.ts';
import type { Fact } from './fact.ts';
import { labelMeaning } from './label.ts';

/** Factors and amounts for each $1,000 of original balance, so far as only the whole statement tells which they are; settled in place. */

/** Two digits or more before the point: no factor, but what is left of $1,000 of original balance. */
const ofThousand = /^[\d,]{2,}\./;

/** `987.65432100` under `Factor`: what is left of each $1,000. */
export function settleFactors(facts: Fact[]): void {
  facts.forEach((fact, i) => {
    if (fact.concept !== 'certificateFactor') return;
    // In percent it is a hundred times the factor.
    if (fact.text.includes('%')) facts[i] = { ...fact, concept: null, unit: 'percent' };
    else if (ofThousand.test(fact.text)) facts[i] = { ...fact, concept: 'endingBalancePer1000', unit: 'perThousand' };
  });
}

/** What is left of $1,000 is not much more; what is paid for $1,000 of a class of a hundred dollars may be anything. */
const amountOf: Readonly<Partial<Record<ConceptId, ConceptId>>> = {
  beginningBalancePer1000: 'beginningBalance',
  endingBalancePer1000: 'endingBalance',
};

/** Far more than is ever left of $1,000, and in cents: the balance itself, though words above speak of $1,000. */
const tooMuch = /^\$?[\d,]{6,}(?:\.\d{2})?$/;

/** A balance in full under words that speak of $1,000. */
export function settleAmounts(facts: Fact[]): void {
  facts.forEach((fact, i) => {
    if (fact.unit !== 'perThousand' || fact.concept === null || !tooMuch.test(fact.text)) return;
    const concept = amountOf[fact.concept];
    if (concept !== undefined) facts[i] = { ...fact, concept, unit: 'USD' };
  });
}

/** `per $1,000 original principal amount` and nothing else. */
const isUnitAlone = ({ label }: Fact): boolean => {
  if (label === null) return false;
  const { perThousand, words, class: named } = labelMeaning(label);
  return perThousand && named === null && words.length === 0;
};

/** A row that only says `per $1,000` below one of a class: of what is said there. */
export function settleUnitRows(facts: Fact[]): void {
  for (let i = 1; i < facts.length; i++) {
    const fact = facts[i]!;
    const above = facts[i - 1]!;
    if (fact.concept !== null || fact.class !== null || !isUnitAlone(fact)) continue;
    if (above.concept === null || above.class === null || above.section !== fact.section) continue;
    const onOneLine = facts[i - 2]?.line === above.line || facts[i + 1]?.line === fact.line;
    if (onOneLine || fact.line - above.line > 2 || fact.unit === 'percent') continue;
    const concept = perThousandConcept[above.concept];
    if (concept !== undefined)
      facts[i] = { ...fact, concept, class: above.class, group: above.group, unit: 'perThousand' };
  }
}

const ownerOf = (fact: Fact): string => `${fact.class ?? ''} ${fact.group ?? ''}`;

/** What amounts in cents for each $1,000 may differ by from what the balance at issue makes of the amount. */
const HALF_CENT = 0.0051;

/** `$182,250.00   $0.73` under `Actual   Per $1,000`: in cents it is told by what the amount beside it makes of the original balance. */
export function settleCentsPerThousand(facts: Fact[]): void {
  const original = new Map<string, number>();
  for (const fact of facts)
    if (fact.concept === 'originalBalance' && typeof fact.value === 'number') original.set(ownerOf(fact), fact.value);
  if (original.size === 0) return;
  for (let i = 1; i < facts.length; i++) {
    const fact = facts[i]!;
    const amount = facts[i - 1]!;
    if (fact.concept !== null || fact.decimals !== 2 || fact.columnLabel === null || fact.class === null) continue;
    if (amount.line !== fact.line || amount.class !== fact.class || amount.concept === null) continue;
    if (!labelMeaning(fact.columnLabel).perThousand || typeof fact.value !== 'number') continue;
    const concept = perThousandConcept[amount.concept];
    const of = original.get(ownerOf(fact));
    if (concept === undefined || of === undefined || of <= 0 || typeof amount.value !== 'number') continue;
    if (Math.abs((amount.value / of) * 1000 - fact.value) <= HALF_CENT)
      facts[i] = { ...fact, concept, unit: 'perThousand' };
  }
}
