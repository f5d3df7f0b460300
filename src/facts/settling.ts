import type { ConceptId } from './concepts.ts';
import type { Fact } from './fact.ts';

/** Going through the facts of a statement to settle some by others. */

/** What facts of one concept, class and group have in common. */
export const keyOf = (concept: ConceptId, fact: Fact): string => `${concept} ${fact.class ?? ''} ${fact.group ?? ''}`;

/** Puts one more under its key. */
export function addTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

/** Where the facts stand of which it is true. */
export function indicesOf(facts: readonly Fact[], isOne: (fact: Fact) => boolean): number[] {
  const indices: number[] = [];
  for (let i = 0; i < facts.length; i++) if (isOne(facts[i]!)) indices.push(i);
  return indices;
}

/** Those that are said in other words mean nothing where the same is said in plain ones, of the same class and group. */
export function yieldToPlain(
  facts: Fact[],
  isOne: (fact: Fact) => boolean,
  saysOtherwise: (fact: Fact) => boolean,
): void {
  const others = indicesOf(facts, (fact) => isOne(fact) && saysOtherwise(fact));
  if (others.length === 0) return;
  const plain = new Set<string>();
  for (const fact of facts) if (isOne(fact) && !saysOtherwise(fact)) plain.add(keyOf(fact.concept!, fact));
  for (const i of others) {
    const fact = facts[i]!;
    if (plain.has(keyOf(fact.concept!, fact))) facts[i] = { ...fact, concept: null };
  }
}
