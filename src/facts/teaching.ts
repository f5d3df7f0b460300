import type { ConceptId } from './concepts.ts';
import { concepts } from './concepts.ts';
import type { Fact, Statement } from './fact.ts';

/**
 * What a person taught: that the figures under a label mean a concept, or nothing. Taught words fill what the vocabulary left
 * unrecognised; they never change what it read.
 */

export interface TaughtWord {
  /** Row label as printed; case, spacing and leading enumerators do not matter. */
  readonly label: string;
  /** Column heading as printed; null where the column has none. */
  readonly columnLabel: string | null;
  /** null: the figures are of no interest. */
  readonly concept: ConceptId | null;
}

export type TaughtWords = readonly TaughtWord[];

const enumerator = /^(?:\(?[a-z0-9]{1,3}[.)]|[*†+]+)\s+/;

const normalised = (text: string | null): string => {
  let words = (text ?? '')
    .toLowerCase()
    .replace(/[\s:;,.…_]+/g, ' ')
    .trim();
  const numbered = (text ?? '').toLowerCase().trim();
  if (enumerator.test(numbered))
    words = numbered
      .replace(enumerator, '')
      .replace(/[\s:;,.…_]+/g, ' ')
      .trim();
  return words;
};

const classWords = new Set(['class', 'classes', 'certificate', 'certificates', 'note', 'notes']);

/** Whether the words name a class and say nothing else: `A-1`, `Class A-1 Notes`. */
function onlyNames(text: string | null, className: string): boolean {
  const name = className.toLowerCase();
  const words = normalised(text).split(' ');
  return words.includes(name) && words.every((word) => word === name || classWords.has(word));
}

/** The printed words that a figure is taught by: its label and column heading, save one that only names its class. */
export function teachableWords(
  fact: Pick<Fact, 'label' | 'columnLabel' | 'class'>,
): Pick<TaughtWord, 'label' | 'columnLabel'> {
  const { label, columnLabel, class: className } = fact;
  const namesRow = className !== null && onlyNames(label, className);
  const namesColumn = className !== null && !namesRow && onlyNames(columnLabel, className);
  return { label: namesRow ? '' : (label ?? ''), columnLabel: namesColumn ? null : columnLabel };
}

const keyOf = (word: Pick<TaughtWord, 'label' | 'columnLabel'>): string =>
  `${normalised(word.label)}\u0000${normalised(word.columnLabel)}`;

/** Figures with equal keys are taught together. */
export const taughtKey = (fact: Pick<Fact, 'label' | 'columnLabel' | 'class'>): string => keyOf(teachableWords(fact));

/** The keys under which a word for the figure may be taught, the one that counts first. */
export function taughtKeys(fact: Pick<Fact, 'label' | 'columnLabel' | 'class'>): readonly string[] {
  const own = taughtKey(fact);
  const whole = keyOf({ label: fact.label ?? '', columnLabel: fact.columnLabel });
  return own === whole ? [own] : [own, whole];
}

/** The taught word that speaks of this figure, if one does. */
function wordFor(fact: Fact, byKey: ReadonlyMap<string, TaughtWord>): TaughtWord | undefined {
  for (const key of taughtKeys(fact)) {
    const word = byKey.get(key);
    if (word !== undefined) return word;
  }
  return undefined;
}

/** Index of taught words; the last one taught of a label counts. */
export const taughtIndex = (words: TaughtWords): ReadonlyMap<string, TaughtWord> =>
  new Map(words.map((word) => [keyOf(word), word]));

/** The words without those that speak of the same labels and headings as others. */
export const withoutWords = (
  words: TaughtWords,
  others: readonly Pick<TaughtWord, 'label' | 'columnLabel'>[],
): TaughtWords => {
  const keys = new Set(others.map(keyOf));
  return words.filter((each) => !keys.has(keyOf(each)));
};

/** Whether a person said that the figure is of no interest. */
export const isDismissed = (fact: Fact, byKey: ReadonlyMap<string, TaughtWord>): boolean =>
  fact.concept === null && wordFor(fact, byKey)?.concept === null;

/** Facts with taught words applied to those not recognised; the same array where none applies. */
export function teachFacts(given: readonly Fact[], byKey: ReadonlyMap<string, TaughtWord>): readonly Fact[] {
  if (byKey.size === 0) return given;
  let changed = false;
  const facts = given.map((fact) => {
    if (fact.concept !== null || typeof fact.value !== 'number') return fact;
    const word = wordFor(fact, byKey);
    if (word === undefined || word.concept === null) return fact;
    const { unit, scope } = concepts[word.concept];
    changed = true;
    return {
      ...fact,
      concept: word.concept,
      unit,
      class: scope === 'class' ? fact.class : null,
      member: scope === 'bucket' || scope === 'loan' ? fact.member : null,
    };
  });
  return changed ? facts : given;
}

/** The statement with taught words applied to its unrecognised figures; the same object where none applies. */
export function applyTaught(statement: Statement, byKey: ReadonlyMap<string, TaughtWord>): Statement {
  const facts = teachFacts(statement.facts, byKey);
  return facts === statement.facts ? statement : { ...statement, facts };
}

const isConcept = (id: unknown): id is ConceptId => typeof id === 'string' && Object.hasOwn(concepts, id);

/** More words than anybody teaches: a longer list is none of ours. */
const MOST_WORDS = 20_000;

/** Keys that mean something to the language itself and have no business in a file. */
const namesOfTheLanguage: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a vocabulary file: `{"paydownVocabulary": 1, "words": [{"label", "columnLabel", "concept"}]}`.
 * @throws Error that says which word is wrong and how, for a person.
 */
export function parseTaughtWords(json: string): TaughtWords {
  let file: unknown;
  try {
    file = JSON.parse(json, (key, value: unknown) => {
      if (namesOfTheLanguage.has(key))
        throw new Error(`The vocabulary file holds the key “${key}”, which no vocabulary has.`);
      return value;
    });
  } catch (cause) {
    if (cause instanceof SyntaxError) throw new Error('The vocabulary file is no JSON.', { cause });
    if (cause instanceof RangeError)
      throw new Error('The vocabulary file holds lists within lists without end.', { cause });
    throw cause;
  }
  const words =
    typeof file === 'object' && file !== null && Object.hasOwn(file, 'words')
      ? (file as { words: unknown }).words
      : undefined;
  if (!Array.isArray(words)) throw new Error('The vocabulary file has no list of “words”.');
  if (words.length > MOST_WORDS) {
    const most = MOST_WORDS.toLocaleString('en-US');
    throw new Error(`The vocabulary file holds ${words.length.toLocaleString('en-US')} words; ${most} are the most.`);
  }
  return words.map((word: unknown, i) => {
    const place = `Word ${i + 1} of the vocabulary file`;
    if (typeof word !== 'object' || word === null) throw new Error(`${place} is no object.`);
    const { label, columnLabel = null, concept } = word as Record<string, unknown>;
    if (typeof label !== 'string' || label.length > 500) throw new Error(`${place} has no “label”.`);
    if (columnLabel !== null && (typeof columnLabel !== 'string' || columnLabel.length > 500))
      throw new Error(`${place} has a “columnLabel” that is no text.`);
    if (concept !== null && !isConcept(concept))
      throw new Error(
        typeof concept === 'string'
          ? `${place} names the concept ${JSON.stringify(concept.slice(0, 80))}, which does not exist.`
          : `${place} names no concept.`,
      );
    return { label, columnLabel, concept };
  });
}

/** The words as a file that `parseTaughtWords` reads, sorted so that the same words give the same text. */
export function printTaughtWords(words: TaughtWords): string {
  const sorted = [...taughtIndex(words)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word);
  return `${JSON.stringify({ paydownVocabulary: 1, words: sorted }, null, 2)}\n`;
}
