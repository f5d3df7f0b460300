/** Letters and digits of a text in lower case, accents dropped. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * How well a text answers what was typed: each typed word must begin a word of the text, or stand inside one, or be the
 * first letters of words in a row (`cpr` for “constant prepayment rate”).
 * @returns the higher the better; 0 where it does not answer
 */
export const matchScore = (typed: string, text: string): number => {
  const words = plain(text)
    .split(/[^a-z0-9%$]+/)
    .filter(Boolean);
  const initials = words.map((word) => word[0]).join('');
  let score = 1;
  for (const wanted of plain(typed).split(/\s+/).filter(Boolean)) {
    const parts = wanted.split(/[^a-z0-9%$]+/).filter(Boolean);
    if (parts.length > 1 && plain(text).includes(wanted)) {
      score += 4;
      continue;
    }
    const place = words.findIndex((word) => word.startsWith(wanted));
    // A word near the beginning says more of what a thing is.
    if (place >= 0) score += (words[place] === wanted ? 4 : 3) - Math.min(0.9, place / 10);
    else if (wanted.length > 1 && initials.includes(wanted)) score += 2;
    else if (wanted.length > 2 && words.some((word) => word.includes(wanted))) score += 1;
    else return 0;
  }
  return score;
};

/** Those that answer what was typed, the best first; all, in their order, where nothing was typed. */
export const bestMatches = <Item>(
  typed: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
): readonly Item[] => {
  if (typed.trim() === '') return items;
  return items
    .map((item, order) => ({ item, order, score: matchScore(typed, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ item }) => item);
};
