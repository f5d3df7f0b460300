import type { Fact } from '../facts/fact.ts';
import type { CheckedFact } from './figures.ts';
import type { CheckResult } from './result.ts';

export type Verdict = 'proven' | 'contradicted' | 'unproven';

/** The side's figures that a gap can be about: the sole one, else those that are not zero. */
const tellingFacts = (side: readonly CheckedFact[]): readonly CheckedFact[] => {
  const telling = side.filter(({ fact }) => fact.value !== 0);
  return telling.length > 0 ? telling : side;
};

const mark = (facts: readonly CheckedFact[], verdicts: Map<Fact, Verdict>): void => {
  for (const { fact } of facts) verdicts.set(fact, 'contradicted');
};

/**
 * What the checks say of each figure.
 *
 * Proven: it is in an equality that holds, and no failing one points at it. Unproven: it is in none. Contradicted: a
 * failing equality points at it, and it does so
 * 1. at the figures in it that no holding equality supports;
 * 2. at both sides of the gap (the total, and the terms that are not zero) where all its figures are supported by
 *    others, and also where only this one failing equality speaks against a figure: then either side may be wrong.
 *    Where failing equalities of two families agree on an unsupported figure, that figure is the one.
 *
 * Only figures that some result uses are in the map; all others are unproven.
 */
export const verdicts = (results: readonly CheckResult[]): ReadonlyMap<Fact, Verdict> => {
  const found = new Map<Fact, Verdict>();
  const failing: CheckResult[] = [];
  for (const result of results) {
    if (result.kind === 'equality' && !result.holds) failing.push(result);
    const holds = result.kind === 'equality' && result.holds;
    for (const { fact } of result.facts) {
      if (holds) found.set(fact, 'proven');
      else if (!found.has(fact)) found.set(fact, 'unproven');
    }
  }
  const supported = new Set<Fact>();
  for (const [fact, verdict] of found) if (verdict === 'proven') supported.add(fact);
  const accusers = new Map<Fact, Set<string>>();
  for (const { facts, family } of failing) {
    for (const { fact } of facts) {
      if (supported.has(fact)) continue;
      const families = accusers.get(fact) ?? new Set();
      accusers.set(fact, families.add(family));
    }
  }
  for (const { facts, leftCount } of failing) {
    const culprits = facts.filter(({ fact }) => !supported.has(fact));
    mark(culprits, found);
    if (culprits.some(({ fact }) => (accusers.get(fact)?.size ?? 0) > 1)) continue;
    for (const side of [facts.slice(0, leftCount), facts.slice(leftCount)]) {
      if (side.every(({ fact }) => supported.has(fact))) mark(tellingFacts(side), found);
    }
  }
  return found;
};
