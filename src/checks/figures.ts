import { type Role, roleOf } from '../deal/roles.ts';
import { type ConceptId, concepts } from '../facts/concepts.ts';
import type { Fact, Statement } from '../facts/fact.ts';
import { exactly, type Interval, printedInterval } from './interval.ts';

/** A fact with the statement that prints it. */
export interface CheckedFact {
  readonly fact: Fact;
  readonly statement: Statement;
  /** The fact's place among those of its statement. */
  readonly index: number;
}

/** A fact ready to be reckoned with. */
export interface Figure extends CheckedFact {
  /** In the unit of the concept, percentages as fractions; null for what is no number. */
  readonly interval: Interval | null;
  /** Class, member or loan, with the group where one name stands in several. */
  readonly subject: string;
  /** The next fact of the same concept and subject in the same statement. */
  again: Figure | null;
}

export interface ClassEntity {
  readonly subject: string;
  readonly name: string;
  readonly group: string | null;
  readonly role: Role;
}

export interface Member {
  readonly subject: string;
  readonly name: string;
  readonly group: string | null;
}

/** All figures of one concept. */
interface Column {
  /** In the order of the statement. */
  readonly cells: Figure[];
  /** The first figure of each subject, at the subject's place. */
  readonly bySubject: (Figure | undefined)[];
}

/** The figures of one statement, found by concept and subject. */
export interface Figures {
  readonly statement: Statement;
  readonly columns: ReadonlyMap<ConceptId, Column>;
  /** Each subject's place in the columns. */
  readonly places: ReadonlyMap<string, number>;
  /** Without total rows, in the order of first mention. */
  readonly classes: readonly ClassEntity[];
  readonly totals: readonly ClassEntity[];
  /** Groups for which pool figures are printed; null is the whole deal. */
  readonly pools: readonly Member[];
  readonly buckets: readonly Member[];
  readonly loans: readonly Member[];
  /** Figures printed a second time under the same concept and subject. */
  readonly twice: readonly Figure[];
  /** Lines with a figure that was not understood, ascending. */
  readonly unreadLines: readonly number[];
}

export const totalName = 'Total';

/** A subject of a group; names stand alone where they occur in one group only. */
export const subjectOf = (name: string, group: string | null): string =>
  group === null ? name : `${group}\u0000${name}`;

/** Class names that stand for different classes in different groups (each group's `Total`, say). */
const namesInSeveralGroups = (facts: readonly Fact[]): ReadonlySet<string> => {
  const groups = new Map<string, string>();
  const several = new Set<string>([totalName]);
  for (const fact of facts) {
    if (fact.group === null || fact.class === null) continue;
    const before = groups.get(fact.class);
    if (before === undefined) groups.set(fact.class, fact.group);
    else if (before !== fact.group) several.add(fact.class);
  }
  return several;
};

const intervalOf = (fact: Fact): Interval | null => {
  if (typeof fact.value !== 'number' || fact.decimals === null) return null;
  // A count is what it says; everything else may have been rounded.
  if (fact.unit === 'count') return exactly(fact.value);
  const interval = printedInterval(fact.value, fact.decimals);
  if (interval === null || fact.unit !== 'percent') return interval;
  return { low: interval.low, high: interval.high, places: interval.places + 2, error: 0 };
};

/** Indexes the facts of a statement. Facts without a concept only mark their lines as not understood. */
export const figuresOf = (statement: Statement): Figures => {
  const columns = new Map<ConceptId, Column>();
  const places = new Map<string, number>();
  const classes = new Map<string, ClassEntity>();
  const totals = new Map<string, ClassEntity>();
  const pools = new Map<string, Member>();
  const buckets = new Map<string, Member>();
  const loans = new Map<string, Member>();
  const twice: Figure[] = [];
  const unreadLines = statement.uncertain.map(({ line }) => line);
  const several = namesInSeveralGroups(statement.facts);
  for (const [index, fact] of statement.facts.entries()) {
    if (fact.concept === null) {
      unreadLines.push(fact.line);
      continue;
    }
    const { scope } = concepts[fact.concept];
    const name = (scope === 'class' ? fact.class : scope === 'pool' ? null : fact.member) ?? '';
    const grouped = scope === 'class' ? several.has(name) : true;
    const group = fact.group;
    const subject = grouped ? subjectOf(name, group) : name;
    const figure: Figure = { fact, statement, interval: intervalOf(fact), subject, index, again: null };
    let place = places.get(subject);
    if (place === undefined) {
      place = places.size;
      places.set(subject, place);
    }
    let column = columns.get(fact.concept);
    if (column === undefined) {
      column = { cells: [], bySubject: [] };
      columns.set(fact.concept, column);
    }
    column.cells.push(figure);
    const before = column.bySubject[place];
    if (before === undefined) column.bySubject[place] = figure;
    else if (fact.concept !== 'underwriterAllocation') {
      const previous = last(before);
      previous.again = figure;
      twice.push(previous);
    }
    if (scope === 'class') {
      const named = name === totalName ? totals : classes;
      if (!named.has(subject)) named.set(subject, { subject, name, group, role: roleOf(name) });
    } else {
      const members = scope === 'pool' ? pools : scope === 'bucket' ? buckets : loans;
      if (!members.has(subject)) members.set(subject, { subject, name, group });
    }
  }
  return {
    statement,
    columns,
    places,
    classes: [...classes.values()],
    totals: [...totals.values()],
    pools: [...pools.values()],
    buckets: [...buckets.values()],
    loans: [...loans.values()],
    twice,
    unreadLines: unreadLines.sort((a, b) => a - b),
  };
};

const last = (figure: Figure): Figure => {
  let current = figure;
  while (current.again !== null) current = current.again;
  return current;
};

export const find = (figures: Figures, concept: ConceptId, subject: string): Figure | undefined => {
  const place = figures.places.get(subject);
  return place === undefined ? undefined : figures.columns.get(concept)?.bySubject[place];
};

export const column = (figures: Figures, concept: ConceptId): readonly Figure[] =>
  figures.columns.get(concept)?.cells ?? [];

/** The interval of a figure by concept and subject; null where it is not printed or no number. */
export const intervalAt = (figures: Figures, concept: ConceptId, subject: string): Interval | null =>
  find(figures, concept, subject)?.interval ?? null;

/** The printed number by concept and subject, as printed (percentages in percent). */
export const numberAt = (figures: Figures, concept: ConceptId, subject: string): number | null => {
  const value = find(figures, concept, subject)?.fact.value;
  return typeof value === 'number' ? value : null;
};

/** Whether a figure is printed and is zero. */
export const isZero = (figures: Figures, concept: ConceptId, subject: string): boolean =>
  numberAt(figures, concept, subject) === 0;
