import type { Fact, Statement } from '../facts/fact.ts';
import { type CheckedFact, placeOf } from './figures.ts';
import { figuresOfSide } from './notes.ts';
import { factsOf, familyOf, type Outcome } from './outcome.ts';
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

/** For each statement a code for each of its facts. */
type Codes = Map<Statement, Uint8Array>;

const codesOf = (codes: Codes, statement: Statement): Uint8Array => {
  let found = codes.get(statement);
  if (found === undefined) {
    found = new Uint8Array(statement.facts.length);
    codes.set(statement, found);
  }
  return found;
};

const mark = (codes: Codes, facts: readonly CheckedFact[], as: number): void => {
  for (const { statement, index } of facts) {
    const found = codesOf(codes, statement);
    found[index] = (found[index] ?? 0) | as;
  }
};

/**
 * Says of the figures of failing equalities which are contradicted, where those that others support are marked.
 *
 * A failing equality points
 * 1. at the figures in it that no holding equality supports;
 * 2. at both sides of the gap (the total, and the terms that are not zero) where all its figures are supported by
 *    others, and also where only this one failing equality speaks against a figure: then either side may be wrong.
 *    Where failing equalities of two families agree on an unsupported figure, that figure is the one.
 */
const accuse = (codes: Codes, failing: readonly Tested[]): void => {
  const isSupported = ({ statement, index }: CheckedFact): boolean =>
    ((codesOf(codes, statement)[index] ?? 0) & supported) !== 0;
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
    mark(codes, culprits, pointedAt);
    if (culprits.some(({ fact }) => (accusers.get(fact)?.size ?? 0) > 1)) continue;
    for (const side of [facts.slice(0, leftCount), facts.slice(leftCount)]) {
      if (side.every(isSupported)) mark(codes, tellingFacts(side), pointedAt);
    }
  }
  if (failing.length === 0) return;
  for (const found of codes.values()) {
    for (let index = 0; index < found.length; index += 1) {
      if ((found[index] ?? 0) > pointedAt) found[index] = pointedAt;
    }
  }
};

/**
 * What the outcomes of tests say of each figure.
 *
 * Proven: it is in an equality that holds, and no failing one points at it. Unproven: it is in none. Contradicted: a
 * failing equality points at it.
 *
 * @returns for each statement of which a figure was tested, a place in `verdictCodes` for each of its facts
 */
export const verdictsByStatement = (outcomes: readonly Outcome[]): ReadonlyMap<Statement, Uint8Array> => {
  const codes: Codes = new Map();
  const failing: Tested[] = [];
  for (const outcome of outcomes) {
    const { kind, holds, identity, leftCount, sides, from, to } = outcome;
    if (kind !== 'equality') continue;
    if (!holds) {
      failing.push({ kind, holds, family: familyOf(identity), facts: factsOf(outcome), leftCount });
      continue;
    }
    const { figures } = sides.context;
    const own = codesOf(codes, figures.statement);
    for (let at = from; at < to; at += 1) {
      const side = sides.notes[2 * at] ?? 0;
      const figure = sides.notes[2 * at + 1] ?? 0;
      const other = side === 0 ? null : figuresOfSide(sides, side);
      const found = other === null ? own : codesOf(codes, other.statement);
      const index = placeOf(other ?? figures, figure);
      found[index] = (found[index] ?? 0) | supported;
    }
  }
  accuse(codes, failing);
  return codes;
};

/** The verdict of every figure that was tested; all others are unproven. */
export const verdicts = (tests: readonly Tested[]): ReadonlyMap<Fact, Verdict> => {
  const codes: Codes = new Map();
  const equalities = tests.filter(({ kind }) => kind === 'equality');
  for (const { facts, holds } of equalities) if (holds) mark(codes, facts, supported);
  accuse(
    codes,
    equalities.filter(({ holds }) => !holds),
  );
  const found = new Map<Fact, Verdict>();
  for (const { facts } of tests) {
    for (const { fact, statement, index } of facts) {
      found.set(fact, verdictCodes[codes.get(statement)?.[index] ?? 0] ?? 'unproven');
    }
  }
  return found;
};
