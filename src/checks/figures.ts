import { type Role, roleOf } from '../deal/roles.ts';
import { type ConceptId, concepts } from '../facts/concepts.ts';
import type { Fact, Statement } from '../facts/fact.ts';
import { type Interval, printedUnits } from './interval.ts';

/** A fact with the statement that prints it. */
export interface CheckedFact {
  readonly fact: Fact;
  readonly statement: Statement;
  /** The fact's place among those of its statement. */
  readonly index: number;
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

/** All figures of one concept, by their places among the facts. */
interface Column {
  /** In the order of the statement. */
  readonly cells: number[];
  /** The first figure of each subject, at the subject's place. */
  readonly bySubject: (number | undefined)[];
}

/** The figures of one statement, found by concept and subject: each a place among its facts. */
export interface Figures {
  readonly statement: Statement;
  readonly facts: readonly Fact[];
  /** What each figure stands for: bounds in units of 10^-places, percentages as fractions. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Below zero for what is no number. */
  readonly places: Int8Array;
  /** Class, member or loan of each figure, with the group where one name stands in several. */
  readonly subjects: readonly string[];
  /** The next figure of the same concept and subject, where one is printed again. */
  readonly again: ReadonlyMap<number, number>;
  /** By number of the concept. */
  readonly columns: readonly (Column | undefined)[];
  /** Each subject's place in the columns. */
  readonly subjectPlaces: ReadonlyMap<string, number>;
  /** Without total rows, in the order of first mention. */
  readonly classes: readonly ClassEntity[];
  readonly totals: readonly ClassEntity[];
  /** Groups for which pool figures are printed; null is the whole deal. */
  readonly pools: readonly Member[];
  readonly buckets: readonly Member[];
  readonly loans: readonly Member[];
  /** Figures printed a second time under the same concept and subject. */
  readonly twice: readonly number[];
  /** Lines with a figure that was not understood, ascending. */
  readonly unreadLines: readonly number[];
}

const conceptIds = Object.keys(concepts) as readonly ConceptId[];
const conceptNumbers: ReadonlyMap<ConceptId, number> = new Map(conceptIds.map((id, number) => [id, number] as const));

/** A concept's place among all: the columns of a statement stand in this order. */
export const conceptNumber = (id: ConceptId): number => conceptNumbers.get(id) ?? -1;

/** What stands where a figure is asked for that is not printed. */
export const missing = -1;

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

/** What the printed figures stand for. A count is what it says; everything else may have been rounded. */
const measured = (facts: readonly Fact[]): Pick<Figures, 'low' | 'high' | 'places'> => {
  const low = new Float64Array(facts.length);
  const high = new Float64Array(facts.length);
  const places = new Int8Array(facts.length).fill(-1);
  facts.forEach(({ value, decimals, unit }, index) => {
    if (typeof value !== 'number' || decimals === null) return;
    if (unit === 'count') {
      low[index] = value;
      high[index] = value;
      places[index] = 0;
      return;
    }
    const units = printedUnits(value, decimals);
    if (units === null) return;
    low[index] = units - 0.5;
    high[index] = units + 0.5;
    places[index] = unit === 'percent' ? decimals + 2 : decimals;
  });
  return { low, high, places };
};

const lastPrinting = (again: ReadonlyMap<number, number>, first: number): number => {
  let current = first;
  for (let next = again.get(current); next !== undefined; next = again.get(current)) current = next;
  return current;
};

/** Indexes the facts of a statement. Facts without a concept only mark their lines as not understood. */
export const figuresOf = (statement: Statement): Figures => {
  const { facts } = statement;
  const columns = conceptIds.map((): Column | undefined => undefined);
  const subjects: string[] = [];
  const again = new Map<number, number>();
  const subjectPlaces = new Map<string, number>();
  const classes = new Map<string, ClassEntity>();
  const totals = new Map<string, ClassEntity>();
  const pools = new Map<string, Member>();
  const buckets = new Map<string, Member>();
  const loans = new Map<string, Member>();
  const twice: number[] = [];
  const unreadLines = statement.uncertain.map(({ line }) => line);
  const several = namesInSeveralGroups(facts);
  for (let index = 0; index < facts.length; index += 1) {
    const { concept, class: className, group, member, line } = facts[index] as Fact;
    if (concept === null) {
      subjects.push('');
      unreadLines.push(line);
      continue;
    }
    const { scope } = concepts[concept];
    const name = (scope === 'class' ? className : scope === 'pool' ? null : member) ?? '';
    const subject = group === null || (scope === 'class' && !several.has(name)) ? name : subjectOf(name, group);
    subjects.push(subject);
    let place = subjectPlaces.get(subject);
    if (place === undefined) {
      place = subjectPlaces.size;
      subjectPlaces.set(subject, place);
    }
    const number = conceptNumber(concept);
    let column = columns[number];
    if (column === undefined) {
      column = { cells: [], bySubject: [] };
      columns[number] = column;
    }
    column.cells.push(index);
    const before = column.bySubject[place];
    if (before === undefined) column.bySubject[place] = index;
    else if (concept !== 'underwriterAllocation') {
      const previous = lastPrinting(again, before);
      again.set(previous, index);
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
    facts,
    ...measured(facts),
    subjects,
    again,
    columns,
    subjectPlaces,
    classes: [...classes.values()],
    totals: [...totals.values()],
    pools: [...pools.values()],
    buckets: [...buckets.values()],
    loans: [...loans.values()],
    twice,
    unreadLines: unreadLines.sort((a, b) => a - b),
  };
};

/** A subject's place in the columns; `missing` where the statement prints nothing of it. */
export const subjectPlace = (figures: Figures, subject: string): number =>
  figures.subjectPlaces.get(subject) ?? missing;

/** The first figure of a concept, by number, at a subject's place; `missing` where it is not printed. */
export const cellAt = (figures: Figures, concept: number, place: number): number =>
  place < 0 ? missing : (figures.columns[concept]?.bySubject[place] ?? missing);

/** The place of a figure among the facts, by concept and subject; `missing` where it is not printed. */
export const find = (figures: Figures, concept: ConceptId, subject: string): number =>
  cellAt(figures, conceptNumber(concept), subjectPlace(figures, subject));

export const isPrinted = (figures: Figures, concept: ConceptId, subject: string): boolean =>
  find(figures, concept, subject) !== missing;

/** The printed fact by concept and subject. */
export const factAt = (figures: Figures, concept: ConceptId, subject: string): Fact | undefined =>
  figures.facts[find(figures, concept, subject)];

const noCells: readonly number[] = [];

/** The places of a concept's figures among the facts, in the order of the statement. */
export const column = (figures: Figures, concept: ConceptId): readonly number[] =>
  figures.columns[conceptNumber(concept)]?.cells ?? noCells;

/** The interval of a figure by its place among the facts; null where it is no number. */
export const intervalOf = (figures: Figures, index: number): Interval | null => {
  const places = figures.places[index] ?? -1;
  return places < 0 ? null : { low: figures.low[index] ?? 0, high: figures.high[index] ?? 0, places, error: 0 };
};

/** The interval of a figure by concept and subject; null where it is not printed or no number. */
export const intervalAt = (figures: Figures, concept: ConceptId, subject: string): Interval | null => {
  const index = find(figures, concept, subject);
  return index === missing ? null : intervalOf(figures, index);
};

/** The printed number by concept and subject, as printed (percentages in percent). */
export const numberAt = (figures: Figures, concept: ConceptId, subject: string): number | null => {
  const value = factAt(figures, concept, subject)?.value;
  return typeof value === 'number' ? value : null;
};

/** Whether a figure is printed and is zero. */
export const isZero = (figures: Figures, concept: ConceptId, subject: string): boolean =>
  numberAt(figures, concept, subject) === 0;
