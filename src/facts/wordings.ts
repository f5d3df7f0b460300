import type { ConceptId, ConceptScope } from './concepts.ts';
import { concepts } from './concepts.ts';
import type { Unit } from './fact.ts';
import { canonicalWords, weakWords } from './lexicon.ts';
import { vocabulary } from './vocabulary.ts';

/** The wordings of the vocabulary, by what they may be said of and by their words. */

export interface Wording {
  readonly concept: ConceptId;
  readonly unit: Unit;
  readonly scope: ConceptScope;
  readonly words: readonly string[];
  readonly required: readonly string[];
  readonly forbidden: readonly string[];
  /** One of its words at least says something by itself. */
  readonly hasStrong: boolean;
  /** Words that must not stand in the label itself. */
  readonly without: readonly string[];
}

export const weightOf = (word: string): number => (weakWords.has(word) ? 0.2 : 1);

const wordings: Wording[] = [];
for (const [id, lines] of Object.entries(vocabulary) as [ConceptId, string][]) {
  for (const line of lines.trim().split('\n')) {
    const [all = '', without = ''] = line.split('~', 2);
    const [kept = '', forbidden = ''] = all.split('!', 2);
    const [words = '', required = ''] = kept.split('@', 2);
    wordings.push({
      concept: id,
      unit: concepts[id].unit,
      scope: concepts[id].scope,
      words: canonicalWords(words),
      hasStrong: canonicalWords(words).some((word) => !weakWords.has(word)),
      required: canonicalWords(required),
      forbidden: canonicalWords(forbidden),
      without: canonicalWords(without),
    });
  }
}

const wordingsOfScope = (scope: ConceptScope): Wording[] => wordings.filter((wording) => wording.scope === scope);

export const classWordings = wordingsOfScope('class');

export const poolWordings = wordingsOfScope('pool');

export const loanWordings = wordingsOfScope('loan');

/** Whether the words are those of a figure of a class, no more and no less. */
export const isOfClass = (words: readonly string[]): boolean =>
  classWordings.some(
    (wording) =>
      wording.required.length === 0 &&
      wording.words.length === words.length &&
      words.every((word) => wording.words.includes(word)),
  );

/** Per scope and word, the wordings that hold it. */
const wordingsByWord = new Map<readonly Wording[], Map<string, Wording[]>>();
for (const group of [classWordings, poolWordings, loanWordings]) {
  const byWord = new Map<string, Wording[]>();
  for (const wording of group) {
    for (const word of new Set([...wording.words, ...wording.required]))
      byWord.set(word, [...(byWord.get(word) ?? []), wording]);
  }
  wordingsByWord.set(group, byWord);
}

/** Those of the wordings that may match: no strong word of the label may be left over. */
export function mayMatch(group: readonly Wording[], own: readonly string[]): readonly Wording[] {
  const strong = own.find((word) => !weakWords.has(word));
  return strong === undefined ? group : (wordingsByWord.get(group)?.get(strong) ?? []);
}
