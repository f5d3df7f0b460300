import type { ConceptId } from './concepts.ts';
import type { Fact } from './fact.ts';

/** Going through the facts of a statement to settle some by others. */

/** The facts of one statement while they settle one another: found by concept, changed in place. */
export interface Settling {
  readonly facts: readonly Fact[];
  /** Where those of a concept stand, in the order of the statement. */
  readonly of: (concept: ConceptId | null) => readonly number[];
  readonly ofAny: (concepts: readonly ConceptId[]) => readonly number[];
  /** Puts another in the place of one. */
  readonly put: (index: number, fact: Fact) => void;
}

const NOWHERE: readonly number[] = [];

const ascending = (one: number, other: number): number => one - other;

/** Changes `facts`. */
export function settlingOf(facts: Fact[]): Settling {
  const places = new Map<ConceptId | null, number[]>();
  /** Concepts that a fact came to or went from since its places were gathered. */
  const stale = new Set<ConceptId | null>();
  const add = (concept: ConceptId | null, index: number): void => {
    const its = places.get(concept);
    if (its === undefined) places.set(concept, [index]);
    else its.push(index);
  };
  for (let i = 0; i < facts.length; i++) add(facts[i]!.concept, i);
  const of = (concept: ConceptId | null): readonly number[] => {
    const its = places.get(concept);
    if (its === undefined || stale.size === 0 || !stale.delete(concept)) return its ?? NOWHERE;
    const now = [...new Set(its)].filter((i) => facts[i]!.concept === concept).sort(ascending);
    places.set(concept, now);
    return now;
  };
  return {
    facts,
    of,
    ofAny: (concepts) => {
      let found = NOWHERE;
      let joined: number[] | null = null;
      for (const concept of concepts) {
        const its = of(concept);
        if (its.length === 0) continue;
        if (found.length === 0) found = its;
        else {
          joined ??= [...found];
          for (const index of its) joined.push(index);
        }
      }
      return joined === null ? found : joined.sort(ascending);
    },
    put: (index, fact) => {
      const { concept } = facts[index]!;
      facts[index] = fact;
      if (concept === fact.concept) return;
      add(fact.concept, index);
      stale.add(concept).add(fact.concept);
    },
  };
}

/** What facts of one concept, class and group have in common. */
export const keyOf = (concept: ConceptId, fact: Fact): string => `${concept} ${fact.class ?? ''} ${fact.group ?? ''}`;

/** Puts one more under its key. */
export function addTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

/** Of the facts at the places, those that are said in other words mean nothing where the same is said in plain ones, of the same class and group. */
export function yieldToPlain(
  { facts, put }: Settling,
  places: readonly number[],
  saysOtherwise: (fact: Fact) => boolean,
): void {
  const others = places.filter((i) => saysOtherwise(facts[i]!));
  if (others.length === 0) return;
  const plain = new Set<string>();
  for (const i of places) if (!saysOtherwise(facts[i]!)) plain.add(keyOf(facts[i]!.concept!, facts[i]!));
  for (const i of others) {
    const fact = facts[i]!;
    if (plain.has(keyOf(fact.concept!, fact))) put(i, { ...fact, concept: null });
  }
}
