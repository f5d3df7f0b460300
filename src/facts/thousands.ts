import type { ConceptId } from './concepts.ts';
import { perThousandConcept } from './concepts.ts';
import type { Fact } from './fact.ts';
import { labelMeaning } from './label.ts';
import type { Settling } from './settling.ts';
import { addTo } from './settling.ts';

/** Factors and amounts for each $1,000 of original balance, so far as only the whole statement tells which they are; settled in place. */

/** Two digits or more before the point: no factor, but what is left of $1,000 of original balance. */
const ofThousand = /^[\d,]{2,}\./;

/** `987.65432100` under `Factor`: what is left of each $1,000. */
export function settleFactors({ facts, of, put }: Settling): void {
  for (const i of of('certificateFactor')) {
    const fact = facts[i]!;
    // In percent it is a hundred times the factor.
    if (fact.text.includes('%')) put(i, { ...fact, concept: null, unit: 'percent' });
    else if (ofThousand.test(fact.text)) put(i, { ...fact, concept: 'endingBalancePer1000', unit: 'perThousand' });
  }
}

/** What is left of $1,000 is not much more; what is paid for $1,000 of a class of a hundred dollars may be anything. */
const amountsOf: readonly (readonly [ConceptId, ConceptId])[] = [
  ['beginningBalancePer1000', 'beginningBalance'],
  ['endingBalancePer1000', 'endingBalance'],
];

/** Far more than is ever left of $1,000, and in cents: the balance itself, though words above speak of $1,000. */
const tooMuch = /^\$?[\d,]{6,}(?:\.\d{2})?$/;

/** A balance in full under words that speak of $1,000. */
export function settleAmounts({ facts, of, put }: Settling): void {
  for (const [perThousand, concept] of amountsOf)
    for (const i of of(perThousand)) {
      const fact = facts[i]!;
      if (fact.unit === 'perThousand' && tooMuch.test(fact.text)) put(i, { ...fact, concept, unit: 'USD' });
    }
}

/** `per $1,000 original principal amount` and nothing else. */
const isUnitAlone = ({ label }: Fact): boolean => {
  if (label === null) return false;
  const { perThousand, words, class: named } = labelMeaning(label);
  return perThousand && named === null && words.length === 0;
};

/** A row that only says `per $1,000` below one of a class: of what is said there. */
export function settleUnitRows({ facts, of, put }: Settling): void {
  for (const i of of(null)) {
    const fact = facts[i]!;
    const above = facts[i - 1];
    if (above === undefined || fact.class !== null || !isUnitAlone(fact)) continue;
    if (above.concept === null || above.class === null || above.section !== fact.section) continue;
    const onOneLine = facts[i - 2]?.line === above.line || facts[i + 1]?.line === fact.line;
    if (onOneLine || fact.line - above.line > 2 || fact.unit === 'percent') continue;
    const concept = perThousandConcept[above.concept];
    if (concept !== undefined)
      put(i, { ...fact, concept, class: above.class, group: above.group, unit: 'perThousand' });
  }
}

/** `(stated on the basis of $1,000 original certificate principal balance)`, `expressed as a dollar amount per $1,000` */
const statedPerThousand =
  /\b(?:stated|expressed|presented)\b.{0,60}\$\s?1,?000\b.{0,40}\b(?:original|initial|certificate|note|principal|face|denomination)\b/i;

const amountsStated = Object.keys(perThousandConcept) as ConceptId[];

/** Amounts in cents under a section that states them for each $1,000: none is larger, and one at least is no zero. */
export function settleStatedPerThousand({ facts, ofAny, put }: Settling): void {
  // `Charge Offs per $1,000 of original principal   $0.02`
  for (const i of ofAny(['realizedLoss'])) {
    const fact = facts[i]!;
    if (fact.label !== null && labelMeaning(fact.label).perThousand)
      put(i, { ...fact, concept: 'lossPer1000', unit: 'perThousand' });
  }
  const sections = new Map<string, number[]>();
  for (const i of ofAny(amountsStated)) {
    const { section, class: named, unit } = facts[i]!;
    if (section === null || named === null || unit !== 'USD' || !section.includes('000')) continue;
    if (statedPerThousand.test(section)) addTo(sections, section, i);
  }
  for (const places of sections.values()) {
    const values = places.map((i) => facts[i]!.value).filter((value) => typeof value === 'number');
    if (values.some((value) => Math.abs(value) > 1000) || values.every((value) => value === 0)) continue;
    for (const i of places) {
      const fact = facts[i]!;
      put(i, { ...fact, concept: perThousandConcept[fact.concept!]!, unit: 'perThousand' });
    }
  }
}

const ownerOf = (fact: Fact): string => `${fact.class ?? ''} ${fact.group ?? ''}`;

/** What amounts in cents for each $1,000 may differ by from what the balance at issue makes of the amount. */
const HALF_CENT = 0.0051;

/** `$182,250.00   $0.73` under `Actual   Per $1,000`: in cents it is told by what the amount beside it makes of the original balance. */
export function settleCentsPerThousand({ facts, of, put }: Settling): void {
  const original = new Map<string, number>();
  for (const i of of('originalBalance')) {
    const fact = facts[i]!;
    if (typeof fact.value === 'number') original.set(ownerOf(fact), fact.value);
  }
  if (original.size === 0) return;
  for (const i of of(null)) {
    const fact = facts[i]!;
    const amount = facts[i - 1];
    if (amount === undefined || fact.decimals !== 2 || fact.columnLabel === null || fact.class === null) continue;
    if (amount.line !== fact.line || amount.class !== fact.class || amount.concept === null) continue;
    if (!labelMeaning(fact.columnLabel).perThousand || typeof fact.value !== 'number') continue;
    const concept = perThousandConcept[amount.concept];
    const of = original.get(ownerOf(fact));
    if (concept === undefined || of === undefined || of <= 0 || typeof amount.value !== 'number') continue;
    if (Math.abs((amount.value / of) * 1000 - fact.value) <= HALF_CENT)
      put(i, { ...fact, concept, unit: 'perThousand' });
  }
}
