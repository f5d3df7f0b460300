import type { Fact, Statement } from '../facts/fact.ts';
import type { CheckedFact } from './figures.ts';
import type { CheckResult } from './result.ts';

export type Verdict = 'proven' | 'contradicted' | 'unproven';

/** What a verdict needs to know of a tested identity. */
type Tested = Pick<CheckResult, 'kind' | 'holds' | 'family' | 'facts' | 'leftCount'>;

/** The side's figures that a gap can be about: the sole one, else those that are not zero. */
const tellingFacts = (side: readonly CheckedFact[]): readonly CheckedFact[] => {
  const telling = side.filter(({ fact }) => fact.value !== 0);
  return telling.length > 0 ? telling : side;
};

/** Verdicts by number: 0 is `unproven`. */
export const verdictCodes: readonly Verdict[] = ['unproven', 'proven', 'contradicted'];

/** While they are found, a figure may be both: supported by one equality, pointed at by another. */
const supported = 1;
const pointedAt = 2;

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
 * @returns for each statement of which a figure was tested, a place in `verdictCodes` for each of its facts
 */
export const verdictsByStatement = (tests: readonly Tested[]): ReadonlyMap<Statement, Uint8Array> => {
  const found = new Map<Statement, Uint8Array>();
  const codesOf = (statement: Statement): Uint8Array => {
    let codes = found.get(statement);
    if (codes === undefined) {
      codes = new Uint8Array(statement.facts.length);
      found.set(statement, codes);
    }
    return codes;
  };
  const isSupported = ({ statement, index }: CheckedFact): boolean =>
    ((codesOf(statement)[index] ?? 0) & supported) !== 0;
  const mark = (facts: readonly CheckedFact[], as: number): void => {
    for (const { statement, index } of facts) {
      const codes = codesOf(statement);
      codes[index] = (codes[index] ?? 0) | as;
    }
  };
  const failing: Tested[] = [];
  for (const test of tests) {
    if (test.kind !== 'equality') continue;
    if (test.holds) mark(test.facts, supported);
    else failing.push(test);
  }
  const accusers = new Map<Fact, Set<string>>();
  for (const { facts, family } of failing) {
    for (const checked of facts) {
      if (isSupported(checked)) continue;
      const families = accusers.get(checked.fact) ?? new Set();
      accusers.set(checked.fact, families.add(family));
    }
  }
  for (const { facts, leftCount } of failing) {
    const culprits = facts.filter((checked) => !isSupported(checked));
    mark(culprits, pointedAt);
    if (culprits.some(({ fact }) => (accusers.get(fact)?.size ?? 0) > 1)) continue;
    for (const side of [facts.slice(0, leftCount), facts.slice(leftCount)]) {
      if (side.every(isSupported)) mark(tellingFacts(side), pointedAt);
    }
  }
  if (failing.length > 0) {
    for (const codes of found.values()) {
      codes.forEach((code, index) => {
        if (code > pointedAt) codes[index] = pointedAt;
      });
    }
  }
  return found;
};

/** The verdict of every figure that was tested; all others are unproven. */
export const verdicts = (tests: readonly Tested[]): ReadonlyMap<Fact, Verdict> => {
  const codes = verdictsByStatement(tests);
  const found = new Map<Fact, Verdict>();
  for (const { facts } of tests) {
    for (const { fact, statement, index } of facts) {
      found.set(fact, verdictCodes[codes.get(statement)?.[index] ?? 0] ?? 'unproven');
    }
  }
  return found;
};
