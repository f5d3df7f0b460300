import type { Deal } from '../deal/deal.ts';
import { addMonths, monthOf, monthTitle } from '../deal/month.ts';
import { originalBalances } from '../deal/original-balance.ts';
import { originalPoolBalance } from '../deal/original-pool.ts';
import { type FactKey, factOf, numberOf, type PrintedFact } from '../deal/series.ts';
import { type ConceptId, concepts } from '../facts/concepts.ts';
import type { Fact, Statement } from '../facts/fact.ts';
import {
  derivedTerm,
  type Input,
  isTerm,
  type NotComputable,
  notComputable,
  printedTerm,
  type Term,
} from './measure.ts';

const byMonth = new WeakMap<Deal, ReadonlyMap<string, Statement>>();

/** The statement that counts for a calendar month (`2002-05`); undefined where none is loaded. */
export const statementOf = (deal: Deal, month: string): Statement | undefined => {
  let statements = byMonth.get(deal);
  if (statements === undefined) {
    statements = new Map(deal.months.map((loaded) => [loaded.month, loaded.statement]));
    byMonth.set(deal, statements);
  }
  return statements.get(month);
};

/** A function of deal and month (and class) whose outcome is kept for as long as the deal is. */
export const remembered = <T>(
  compute: (deal: Deal, month: string, name: string) => T,
): ((deal: Deal, month: string, name?: string) => T) => {
  const known = new WeakMap<Deal, Map<string, Map<string, T>>>();
  return (deal, month, name = '') => {
    let ofDeal = known.get(deal);
    if (ofDeal === undefined) {
      ofDeal = new Map();
      known.set(deal, ofDeal);
    }
    let ofName = ofDeal.get(name);
    if (ofName === undefined) {
      ofName = new Map();
      ofDeal.set(name, ofName);
    }
    const before = ofName.get(month);
    if (before !== undefined) return before;
    const outcome = compute(deal, month, name);
    ofName.set(month, outcome);
    return outcome;
  };
};

export const notLoaded = (month: string): NotComputable =>
  notComputable(`No statement of ${monthTitle(month)} is loaded.`);

/** A statement's numbers by concept and subject, terms once they were asked for; undefined where only loan groups print it. */
type Index = ReadonlyMap<ConceptId, Map<string, Fact | Term | undefined>>;

const indexes = new WeakMap<Statement, Index>();

const subjectOf = (name: string | null | undefined, member: string | null | undefined): string =>
  name != null && member != null ? `${name}\u0000${member}` : (name ?? member ?? '');

const indexOf = (statement: Statement): Index => {
  const known = indexes.get(statement);
  if (known !== undefined) return known;
  const index = new Map<ConceptId, Map<string, Fact | Term | undefined>>();
  const seen = new Map<ConceptId, Set<string>>();
  for (const fact of statement.facts) {
    if (fact.concept === null) continue;
    let terms = index.get(fact.concept);
    if (terms === undefined) {
      terms = new Map();
      index.set(fact.concept, terms);
    }
    const subject = subjectOf(fact.class, fact.member);
    if (fact.group !== null) {
      if (!terms.has(subject)) terms.set(subject, undefined);
      continue;
    }
    // Of a figure printed more than once the first counts, whatever it is.
    let firsts = seen.get(fact.concept);
    if (firsts === undefined) {
      firsts = new Set();
      seen.set(fact.concept, firsts);
    }
    if (firsts.has(subject)) continue;
    firsts.add(subject);
    const value = numberOf(fact);
    if (value !== null && Number.isFinite(value)) terms.set(subject, fact);
    else terms.delete(subject);
  }
  indexes.set(statement, index);
  return index;
};

const groupedTerm = (statement: Statement, concept: ConceptId, key: FactKey): Term | null => {
  const fact = factOf(statement, concept, key);
  const value = numberOf(fact);
  return fact === undefined || value === null || !Number.isFinite(value) ? null : printedTerm(fact, value, statement);
};

/** A number that a statement prints, or null. Every measure shares the term. */
export const printedIn = (statement: Statement, concept: ConceptId, key: FactKey = {}): Term | null => {
  if (key.group != null) return groupedTerm(statement, concept, key);
  const terms = indexOf(statement).get(concept);
  const subject = subjectOf(key.class, key.member);
  const found = terms?.get(subject);
  if (terms === undefined || (found === undefined && !terms.has(subject))) return null;
  if (found === undefined) return groupedTerm(statement, concept, key);
  if ('origin' in found) return found;
  const term = printedTerm(found, Number(found.value), statement);
  terms.set(subject, term);
  return term;
};

/** A number that the month's statement prints, or that it does not. */
export const printed = (deal: Deal, month: string, concept: ConceptId, key: FactKey = {}): Input => {
  const statement = statementOf(deal, month);
  if (statement === undefined) return notLoaded(month);
  const term = printedIn(statement, concept, key);
  if (term !== null) return term;
  const of = key.class == null ? '' : ` of class ${key.class}`;
  return notComputable(`${concepts[concept].title}${of} not printed in ${monthTitle(month)}.`);
};

/** The first input that is at hand; else the reason of the first. */
export const firstOf = (first: Input, ...others: readonly (() => Input)[]): Input => {
  if (isTerm(first)) return first;
  for (const other of others) {
    const input = other();
    if (isTerm(input)) return input;
  }
  return first;
};

/** The pool at the end of the month: printed, else the total of the classes. */
export const poolEnding = remembered(
  (deal, month): Input =>
    firstOf(printed(deal, month, 'poolEndingBalance'), () => printed(deal, month, 'endingBalance', { class: 'Total' })),
);

/** The pool at the beginning of the month: printed, else the total of the classes, else the end of the month before. */
export const poolBeginning = remembered(
  (deal, month): Input =>
    statementOf(deal, month) === undefined
      ? notLoaded(month)
      : firstOf(
          printed(deal, month, 'poolBeginningBalance'),
          () => printed(deal, month, 'beginningBalance', { class: 'Total' }),
          () => poolEnding(deal, addMonths(month, -1)),
        ),
);

/** Printed facts as terms; what is no number is left out. */
const termsOf = (facts: readonly PrintedFact[]): readonly Term[] =>
  facts.flatMap(({ fact, statement }) => {
    const value = numberOf(fact);
    return value === null ? [] : [printedTerm(fact, value, statement)];
  });

const originals = new WeakMap<Deal, Input>();

/** The pool at issue: the original balances of its classes, or what a notional factor implies. */
export const originalPool = (deal: Deal): Input => {
  const known = originals.get(deal);
  if (known !== undefined) return known;
  const original = originalPoolBalance(deal);
  let input: Input;
  if (original.value === null) input = notComputable(original.reason);
  else if (original.value <= 0 || !Number.isFinite(original.value)) input = notComputable('No original balance known.');
  else input = derivedTerm('Original pool balance', original.value, 'USD', [original.formula], termsOf(original.from));
  originals.set(deal, input);
  return input;
};

const issued = new WeakMap<Deal, Map<string, Input>>();

/** The original balance of a class in dollars: printed, allocated in the offering, or derived from a balance and its share. */
export const originalBalance = (deal: Deal, name: string): Input => {
  const ofDeal = issued.get(deal) ?? new Map<string, Input>();
  issued.set(deal, ofDeal);
  const known = ofDeal.get(name);
  if (known !== undefined) return known;
  const original = originalBalances(deal).get(name);
  const words = {
    printed: 'as printed',
    offering: 'allocations of the offering, summed',
    derived: 'balance ÷ its share',
  };
  const input =
    original === undefined
      ? notComputable(`The original balance of class ${name} is not known.`)
      : derivedTerm(
          `Original balance, class ${name}`,
          original.value,
          'USD',
          [words[original.origin]],
          termsOf(original.from),
        );
  ofDeal.set(name, input);
  return input;
};

/**
 * An annual statement in the place of a month, for measures that mean something over a year. The deal's own series are
 * not touched; what is known of its issue is kept.
 */
export const yearAsMonth = (deal: Deal, statement: Statement, date: string): Deal => {
  const ofYear: Deal = { ...deal, months: [{ date, month: monthOf(date), statement, superseded: [] }], gaps: [] };
  const original = originalPool(deal);
  if (isTerm(original)) originals.set(ofYear, original);
  return ofYear;
};
