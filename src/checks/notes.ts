import type { Fact } from '../facts/fact.ts';
import { type CheckedFact, type Figures, placeOf } from './figures.ts';
import type { Sides } from './formula.ts';

/**
 * The figures that were read, two numbers for each: the statement it stands in (0 the row's own, 1 the other, from 2 on the
 * months) and its place among the facts. One list is filled again and again, since most tests come to nothing.
 */
let noted = new Int32Array(4096);
let notes = 0;

/** Notes a figure of a statement, by its place among the facts. */
export const note = (side: number, index: number): void => {
  if (2 * notes === noted.length) {
    const more = new Int32Array(2 * noted.length);
    more.set(noted);
    noted = more;
  }
  noted[2 * notes] = side;
  noted[2 * notes + 1] = index;
  notes += 1;
};

/** How many figures have been noted. */
export const notedSoFar = (): number => notes;

/** Forgets the figures noted since. */
export const forgetSince = (before: number): void => {
  notes = before;
};

/** The notes so far, two numbers for each figure, to be kept. */
export const keptNotes = (): Int32Array => noted.slice(0, 2 * notes);

/** Whether a noted figure meets a condition: from one note to another. */
export const someNoted = (
  sides: Sides,
  from: number,
  to: number,
  test: (figures: Figures, index: number) => boolean,
): boolean => {
  for (let at = from; at < to; at += 1) {
    const figures = figuresOfSide(sides, noted[2 * at] as number);
    if (figures !== null && test(figures, noted[2 * at + 1] as number)) return true;
  }
  return false;
};

/** The figures of the statement that a note tells. */
export const figuresOfSide = (sides: Sides, side: number): Figures | null => {
  if (side === 0) return sides.context.figures;
  return (side === 1 ? sides.other : sides.months[side - 2])?.figures ?? null;
};

/** The noted figures, from one of kept notes to another. */
export const checkedFacts = (sides: Sides, kept: Int32Array, from: number, to: number): readonly CheckedFact[] => {
  const facts: CheckedFact[] = [];
  for (let at = from; at < to; at += 1) {
    const figures = figuresOfSide(sides, kept[2 * at] as number);
    const index = kept[2 * at + 1] as number;
    if (figures === null) continue;
    facts.push({ fact: figures.facts[index] as Fact, statement: figures.statement, index: placeOf(figures, index) });
  }
  return facts;
};
