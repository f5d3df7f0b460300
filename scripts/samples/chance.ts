/** A repeatable source of chance: the same seed gives the same sequence on every machine. */
export interface Chance {
  /** A fraction in [0, 1). */
  fraction(): number;
  /** A whole number in [low, high], both included. */
  integer(low: number, high: number): number;
  /** True in `probability` of the calls. */
  happens(probability: number): boolean;
  /** One of the items. Throws where there is none. */
  pick<Item>(items: readonly Item[]): Item;
  /** The items in another order; the list given stays as it is. */
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** A source of chance from a whole-number seed (generator: mulberry32, 32-bit integer arithmetic only). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (low: number, high: number): number => low + Math.floor(fraction() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[integer(0, items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from: the list is empty');
    return item;
  };
  return {
    fraction,
    integer,
    happens: (probability) => fraction() < probability,
    pick,
    shuffle: <Item>(items: readonly Item[]): Item[] => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = integer(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
      }
      return shuffled;
    },
  };
}
