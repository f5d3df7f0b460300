import { create } from 'zustand';
import {
  parseTaughtWords,
  printTaughtWords,
  type TaughtWord,
  type TaughtWords,
  withoutWords,
} from '../facts/teaching.ts';

/**
 * Words that a person taught, kept by the browser until they are taken back. Beside the database rather than in it: they
 * must be known before the first file is read, they are few, and they outlive a database that is deleted or refused.
 */

const shelf = 'paydown.vocabulary';

/** What was kept the last time; nothing where the browser keeps nothing or what it kept is none of ours. */
const recall = (): TaughtWords => {
  try {
    const kept = globalThis.localStorage?.getItem(shelf);
    return kept == null ? [] : parseTaughtWords(kept);
  } catch {
    return [];
  }
};

interface Taught {
  readonly words: TaughtWords;
  /** Whether the browser refused to keep them, so that they are gone with the page. */
  readonly unkept: boolean;
}

export const useTaught = create<Taught>()(() => ({ words: recall(), unkept: false }));

const keep = (words: TaughtWords): void => {
  let unkept = false;
  try {
    if (words.length === 0) localStorage.removeItem(shelf);
    else localStorage.setItem(shelf, printTaughtWords(words));
  } catch {
    unkept = true;
  }
  useTaught.setState({ words, unkept });
};

/** Says what a label means, in place of what was said of it before. */
export const teach = (word: TaughtWord): void => keep([...withoutWords(useTaught.getState().words, [word]), word]);

/** Takes back what was said of a label. */
export const unteach = (word: TaughtWord): void => keep(withoutWords(useTaught.getState().words, [word]));

/**
 * Adds the words of a vocabulary file; they count over what was said of the same labels.
 * @returns how many there are in it
 * @throws Error in words for a file that is none
 */
export const importWords = (json: string): number => {
  const added = parseTaughtWords(json);
  keep([...withoutWords(useTaught.getState().words, added), ...added]);
  return added.length;
};

// Words taught in another tab hold here too.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === shelf || key === null) useTaught.setState({ words: recall() });
});
