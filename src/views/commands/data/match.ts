/** Letters and digits of a text in lower case, accents dropped. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

interface Prepared {
  readonly text: string;
  readonly words: readonly string[];
  /** The first letters of the words in a row. */
  readonly initials: string;
}

const wordsOf = (text: string): readonly string[] => text.split(/[^a-z0-9%$]+/).filter(Boolean);

const prepare = (given: string): Prepared => {
  const text = plain(given);
  const words = wordsOf(text);
  return { text, words, initials: words.map((word) => word[0]).join('') };
};

const wantedIn = (typed: string): readonly string[] => plain(typed).split(/\s+/).filter(Boolean);

const score = (sought: readonly string[], { text, words, initials }: Prepared): number => {
  let sum = 1;
  for (const wanted of sought) {
    if (wordsOf(wanted).length > 1 && text.includes(wanted)) {
      sum += 4;
      continue;
    }
    const place = words.findIndex((word) => word.startsWith(wanted));
    // A word near the beginning says more of what a thing is.
    if (place >= 0) sum += (words[place] === wanted ? 4 : 3) - Math.min(0.9, place / 10);
    else if (wanted.length > 1 && initials.includes(wanted)) sum += 2;
    else if (wanted.length > 2 && words.some((word) => word.includes(wanted))) sum += 1;
    else return 0;
  }
  return sum;
};

/**
 * How well a text answers what was typed: each typed word must begin a word of the text, or stand inside one, or be the
 * first letters of words in a row (`cpr` for “constant prepayment rate”).
 * @returns the higher the better; 0 where it does not answer
 */
export const matchScore = (typed: string, text: string): number => score(wantedIn(typed), prepare(text));

/**
 * Finds among items those that answer what was typed, the best first; all, in their order, where nothing was typed. The
 * items' texts are gone through once, not for every letter.
 */
export const finder = <Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
): ((typed: string) => readonly Item[]) => {
  let prepared: readonly { readonly item: Item; readonly order: number; readonly of: Prepared }[] | undefined;
  return (typed) => {
    const sought = wantedIn(typed);
    if (sought.length === 0) return items;
    prepared ??= items.map((item, order) => ({ item, order, of: prepare(textOf(item)) }));
    return prepared
      .map(({ item, order, of }) => ({ item, order, score: score(sought, of) }))
      .filter((found) => found.score > 0)
      .sort((a, b) => b.score - a.score || a.order - b.order)
      .map(({ item }) => item);
  };
};
