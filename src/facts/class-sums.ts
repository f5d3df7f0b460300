import type { Fact } from './fact.ts';

/** Class names that stand for several classes together. The page needs them too: nothing here looks through the words of a label. */

/** `Class A Total:`, `Total Class A Notes`, `Sub-total` */
const totalOfClasses =
  /^\W*(?:(?:(?:class|cl\.?)\s+)?\S{1,8}\s+(?:(?:certificates?|notes?)\s+)?)?(?:sub-?\s*)?totals?(?:\s+(?:for|of))?(?:\s+all)?(?:\s+(?:class(?:es)?|cl\.?)(?:\s+\S{1,8})?)?(?:\s+(?:certificates?|notes?))?\W*$/i;

/** `A` beside `A-1`, `A1` or `A (2003-4)`. */
const goesOn = /^(?:-?\d|\s?\()/;

/** Whether the first class is one of several that the second name stands for. */
export const isPartOf = (name: string, ofSeveral: string): boolean =>
  name.startsWith(ofSeveral) && goesOn.test(name.slice(ofSeveral.length));

/** The names of classes with which those of others begin: of the letter alone, or of a class beside them. */
export function namesOfSeveral(classes: ReadonlySet<string>): ReadonlySet<string> {
  const all = [...classes];
  return new Set(all.filter((name) => all.some((other) => isPartOf(other, name))));
}

/**
 * The names among those of classes that stand for several of the others: `A` where nothing but totals is printed of it and `A-1` and `A-2`
 * stand beside it.
 */
export function sumsOfClasses(facts: readonly Fact[], classes: ReadonlySet<string>): ReadonlySet<string> {
  const sums = new Set(namesOfSeveral(classes));
  if (sums.size === 0) return sums;
  for (const { class: name, concept, label } of facts) {
    if (name === null || concept === null || !sums.has(name)) continue;
    if (label === null || !totalOfClasses.test(label)) sums.delete(name);
  }
  return sums;
}
