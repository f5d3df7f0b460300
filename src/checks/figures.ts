import { type Role, roleOf } from '../deal/roles.ts';
import { namesOfSeveral, sumsOfClasses } from '../facts/class-sums.ts';
import { type ConceptId, concepts } from '../facts/concepts.ts';
import type { Fact, Statement, StatementKind } from '../facts/fact.ts';
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

/** All figures of one concept, by number. */
interface Column {
  /** In the order of the statement. */
  readonly cells: number[];
  /** The first figure of each subject, at the subject's place. */
  readonly bySubject: (number | undefined)[];
}

/**
 * Which concept and subject each figure of a statement stands for. A deal prints the same ones month after month; so they
 * are indexed once, and what follows from them alone is worked out once. Loans are left out: they come and go.
 */
export interface Shape {
  readonly kind: StatementKind;
  readonly facts: readonly Fact[];
  /** Class names that stand for different classes in different groups, written out. */
  readonly several: string;
  /** Class names that may stand for several classes together: whether they do depends on what their rows are called. */
  readonly ofSeveral: ReadonlySet<string>;
  /** Those of them that do: their rows are totals of the classes whose names begin with theirs. */
  readonly sums: ReadonlySet<string>;
  /** Class, member or pool of each figure, with the group where one name stands in several. */
  readonly subjects: readonly string[];
  /** The next figure of the same concept and subject, where one is printed again. */
  readonly again: ReadonlyMap<number, number>;
  /** Figures printed a second time under the same concept and subject. */
  readonly twice: readonly number[];
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
  /** What was worked out of it, by what it was worked out for. */
  readonly memory: Map<unknown, unknown>;
}

/** The figures of one statement, found by concept and subject: each a number, those of the shape before those of loans. */
export interface Figures
  extends Pick<Shape, 'again' | 'twice' | 'columns' | 'classes' | 'totals' | 'pools' | 'buckets'> {
  readonly statement: Statement;
  readonly shape: Shape;
  /** By number of the figure. */
  readonly facts: readonly Fact[];
  /** The place of each among the facts of the statement; null where these are the same. */
  readonly order: readonly number[] | null;
  /** What each figure stands for: bounds in units of 10^-places, percentages as fractions. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Below zero for what is no number. */
  readonly places: Int8Array;
  readonly loans: readonly Member[];
  readonly loanSubjects: readonly string[];
  readonly loanPlaces: ReadonlyMap<string, number>;
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

/** An index that figures are put into one after the other. */
interface Growing {
  readonly columns: (Column | undefined)[];
  readonly again: Map<number, number>;
  readonly twice: number[];
}

const putFigure = (index: Growing, concept: ConceptId, place: number, figure: number): void => {
  const number = conceptNumber(concept);
  const column = index.columns[number];
  if (column === undefined) {
    const bySubject: (number | undefined)[] = [];
    bySubject[place] = figure;
    index.columns[number] = { cells: [figure], bySubject };
    return;
  }
  column.cells.push(figure);
  const before = column.bySubject[place];
  if (before === undefined) column.bySubject[place] = figure;
  else if (concept !== 'underwriterAllocation') {
    const previous = lastPrinting(index.again, before);
    index.again.set(previous, figure);
    index.twice.push(previous);
  }
};

const shapeOf = (kind: StatementKind, facts: readonly Fact[], several: ReadonlySet<string>): Shape => {
  const index: Growing = { columns: conceptIds.map(() => undefined), again: new Map(), twice: [] };
  const subjects: string[] = [];
  const subjectPlaces = new Map<string, number>();
  const classes = new Map<string, ClassEntity>();
  const totals = new Map<string, ClassEntity>();
  const pools = new Map<string, Member>();
  const buckets = new Map<string, Member>();
  const names = new Set(facts.flatMap(({ class: name }) => name ?? []));
  const sums = sumsOfClasses(facts, names);
  facts.forEach(({ concept, class: className, group, member }, figure) => {
    if (concept === null) return;
    const { scope } = concepts[concept];
    const name = (scope === 'class' ? className : scope === 'pool' ? null : member) ?? '';
    const subject = scope === 'class' && !several.has(name) ? name : subjectOf(name, group);
    subjects.push(subject);
    const place = subjectPlaces.get(subject) ?? subjectPlaces.size;
    subjectPlaces.set(subject, place);
    putFigure(index, concept, place, figure);
    if (scope === 'class') {
      if (sums.has(name)) return;
      const named = name === totalName ? totals : classes;
      if (!named.has(subject)) named.set(subject, { subject, name, group, role: roleOf(name) });
    } else {
      const members = scope === 'pool' ? pools : buckets;
      if (!members.has(subject)) members.set(subject, { subject, name, group });
    }
  });
  return {
    kind,
    facts,
    several: writtenOut(several),
    ofSeveral: namesOfSeveral(names),
    sums,
    subjects,
    ...index,
    subjectPlaces,
    classes: [...classes.values()],
    totals: [...totals.values()],
    pools: [...pools.values()],
    buckets: [...buckets.values()],
    memory: new Map(),
  };
};

const writtenOut = (several: ReadonlySet<string>): string => JSON.stringify([...several]);

const standForTheSame = (a: Fact, b: Fact): boolean =>
  a.concept === b.concept && a.class === b.class && a.group === b.group && a.member === b.member;

const hasShape = (shape: Shape, facts: readonly Fact[], several: string): boolean => {
  if (shape.facts.length !== facts.length || shape.several !== several) return false;
  for (let figure = 0; figure < facts.length; figure += 1) {
    const before = shape.facts[figure] as Fact;
    const fact = facts[figure] as Fact;
    if (!standForTheSame(before, fact)) return false;
    if (fact.class !== null && fact.label !== before.label && shape.ofSeveral.has(fact.class)) return false;
  }
  return true;
};

/** Shapes that are remembered: a deal changes what it prints from time to time, and some change back. */
const mostShapes = 8;

/** Only the total stands in several groups. */
const noGroups: ReadonlySet<string> = new Set([totalName]);

/** The shape of figures among those known, else a new one, which is remembered there. */
const rememberedShape = (
  { statement: kind, facts: all }: Statement,
  facts: readonly Fact[],
  shapes: Shape[],
): Shape => {
  const several = all.some(({ group }) => group !== null) ? namesInSeveralGroups(all) : noGroups;
  const written = writtenOut(several);
  const known = shapes.findIndex((shape) => shape.kind === kind && hasShape(shape, facts, written));
  const shape = shapes[known] ?? shapeOf(kind, facts, several);
  if (known !== 0) {
    if (known > 0) shapes.splice(known, 1);
    shapes.unshift(shape);
    shapes.length = Math.min(shapes.length, mostShapes);
  }
  return shape;
};

const noPlaces: ReadonlyMap<string, number> = new Map();

/** The shape's index with the figures of loans put into it; these have the numbers after those of the shape. */
const withLoans = (
  shape: Shape,
  facts: readonly Fact[],
): Pick<Figures, 'columns' | 'again' | 'twice' | 'loans' | 'loanSubjects' | 'loanPlaces'> => {
  if (facts.length === 0) return { ...indexOf(shape), loans: [], loanSubjects: [], loanPlaces: noPlaces };
  const index: Growing = { columns: [...shape.columns], again: new Map(shape.again), twice: [...shape.twice] };
  const loans = new Map<string, Member>();
  const loanSubjects: string[] = [];
  const loanPlaces = new Map<string, number>();
  facts.forEach(({ concept, group, member }, figure) => {
    if (concept === null) return;
    const name = member ?? '';
    const subject = subjectOf(name, group);
    loanSubjects.push(subject);
    let place = shape.subjectPlaces.get(subject) ?? loanPlaces.get(subject);
    if (place === undefined) {
      place = shape.subjectPlaces.size + loanPlaces.size;
      loanPlaces.set(subject, place);
    }
    putFigure(index, concept, place, shape.facts.length + figure);
    if (!loans.has(subject)) loans.set(subject, { subject, name, group });
  });
  return { ...index, loans: [...loans.values()], loanSubjects, loanPlaces };
};

const indexOf = ({ columns, again, twice }: Shape): Pick<Shape, 'columns' | 'again' | 'twice'> => ({
  columns,
  again,
  twice,
});

/**
 * Indexes the facts of a statement. Facts without a concept only mark their lines as not understood.
 *
 * @param shapes those of statements before it, the last one first; its own is added
 */
export const figuresOf = (statement: Statement, shapes: Shape[] = []): Figures => {
  const all = statement.facts;
  const unreadLines = statement.uncertain.map(({ line }) => line);
  const order: number[] = [];
  const loanOrder: number[] = [];
  for (let index = 0; index < all.length; index += 1) {
    const { concept, line } = all[index] as Fact;
    if (concept === null) unreadLines.push(line);
    else if (concepts[concept].scope === 'loan') loanOrder.push(index);
    else order.push(index);
  }
  const asPrinted = order.length === all.length;
  const taken = (places: readonly number[]): readonly Fact[] => places.map((index) => all[index] as Fact);
  const ofShape = asPrinted ? all : taken(order);
  const ofLoans = taken(loanOrder);
  const shape = rememberedShape(statement, ofShape, shapes);
  const facts = ofLoans.length === 0 ? ofShape : [...ofShape, ...ofLoans];
  const places = asPrinted ? null : [...order, ...loanOrder];
  const index = withLoans(shape, ofLoans);
  const printedAt = (figure: number): number => places?.[index.again.get(figure) ?? figure] ?? figure;
  const { classes, totals, pools, buckets } = shape;
  return {
    statement,
    shape,
    facts,
    order: places,
    ...measured(facts),
    ...index,
    twice: index.twice === shape.twice ? shape.twice : [...index.twice].sort((a, b) => printedAt(a) - printedAt(b)),
    classes,
    totals,
    pools,
    buckets,
    unreadLines: unreadLines.sort((a, b) => a - b),
  };
};

/** What follows from a statement's shape alone, worked out once for all of that shape. */
export const ofShape = <T>(shape: Shape, key: unknown, compute: () => T): T => {
  if (shape.memory.has(key)) return shape.memory.get(key) as T;
  const value = compute();
  shape.memory.set(key, value);
  return value;
};

/** The place of a figure among the facts of its statement. */
export const placeOf = (figures: Figures, figure: number): number =>
  figures.order === null ? figure : (figures.order[figure] ?? figure);

/** Class, member or loan of a figure, with the group where one name stands in several. */
export const subjectAt = ({ shape, loanSubjects }: Figures, figure: number): string =>
  shape.subjects[figure] ?? loanSubjects[figure - shape.subjects.length] ?? '';

/** A subject's place in the columns; `missing` where the statement prints nothing of it. */
export const subjectPlace = (figures: Figures, subject: string): number =>
  figures.shape.subjectPlaces.get(subject) ?? figures.loanPlaces.get(subject) ?? missing;

/** The first figure of a concept, by number, at a subject's place; `missing` where it is not printed. */
export const cellAt = (figures: Figures, concept: number, place: number): number =>
  place < 0 ? missing : (figures.columns[concept]?.bySubject[place] ?? missing);

/** The number of a figure, by concept and subject; `missing` where it is not printed. */
export const find = (figures: Figures, concept: ConceptId, subject: string): number =>
  cellAt(figures, conceptNumber(concept), subjectPlace(figures, subject));

export const isPrinted = (figures: Figures, concept: ConceptId, subject: string): boolean =>
  find(figures, concept, subject) !== missing;

/** The printed fact by concept and subject. */
export const factAt = (figures: Figures, concept: ConceptId, subject: string): Fact | undefined =>
  figures.facts[find(figures, concept, subject)];

const noCells: readonly number[] = [];

/** The numbers of a concept's figures, in the order of the statement. */
export const column = (figures: Figures, concept: ConceptId): readonly number[] =>
  figures.columns[conceptNumber(concept)]?.cells ?? noCells;

/** The interval of a figure by its number; null where it is no number. */
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
