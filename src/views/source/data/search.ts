import type { Hit } from './segments.ts';

/** Lines with the words of a search. */
export interface SearchOutcome {
  /** By index of the line. */
  readonly hits: ReadonlyMap<number, readonly Hit[]>;
  /** Every hit in order: index of its line. */
  readonly lines: readonly number[];
}

export const nothingFound: SearchOutcome = { hits: new Map(), lines: [] };

/** Where a text stands in the lines, whatever its case; blanks stand for any number of blanks. */
export const searchLines = (lines: readonly string[], wanted: string): SearchOutcome => {
  const words = wanted.trim();
  if (words === '') return nothingFound;
  const pattern = words
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const expression = new RegExp(pattern, 'gi');
  const hits = new Map<number, readonly Hit[]>();
  const found: number[] = [];
  lines.forEach((line, index) => {
    const here = [...line.matchAll(expression)].map(({ index: from, 0: text }): Hit => [from, from + text.length]);
    if (here.length === 0) return;
    hits.set(index, here);
    for (const _ of here) found.push(index);
  });
  return { hits, lines: found };
};
