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

/** Where a text is put aside that was kept and cannot be read any more. */
const damagedShelf = 'paydown.vocabulary.damaged';

interface Taught {
  readonly words: TaughtWords;
  /** Whether the browser refused to keep them, so that they are gone with the page. */
  readonly unkept: boolean;
  /** What was kept and cannot be read any more, until it is thrown away; null where there is none. */
  readonly damaged: string | null;
  /** Nobody was told of it yet. */
  readonly untold: boolean;
}

/** Makes room for words taught from now on; what was kept before stays. */
const putAside = (damaged: string): string => {
  const earlier = localStorage.getItem(damagedShelf);
  const all = earlier === null ? damaged : `${earlier}\n${damaged}`;
  localStorage.removeItem(shelf);
  try {
    localStorage.setItem(damagedShelf, all);
  } catch (cause) {
    localStorage.setItem(shelf, damaged);
    throw cause;
  }
  return all;
};

/** What was kept the last time; nothing where the browser keeps nothing. */
const recall = (): Omit<Taught, 'unkept'> => {
  let kept: string | null = null;
  try {
    kept = globalThis.localStorage?.getItem(shelf) ?? null;
    const damaged = globalThis.localStorage?.getItem(damagedShelf) ?? null;
    return { words: kept === null ? [] : parseTaughtWords(kept), damaged, untold: false };
  } catch {
    if (kept === null) return { words: [], damaged: null, untold: false };
  }
  try {
    return { words: [], damaged: putAside(kept), untold: true };
  } catch {
    return { words: [], damaged: kept, untold: true };
  }
};

export const useTaught = create<Taught>()(() => ({ ...recall(), unkept: false }));

/** Somebody has been told of the damaged words. */
export const seenDamaged = (): void => useTaught.setState({ untold: false });

/** Throws the damaged words away. */
export const dropDamaged = (): void => {
  try {
    localStorage.removeItem(damagedShelf);
  } catch {
    // A browser that keeps nothing.
  }
  useTaught.setState({ damaged: null, untold: false });
};

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
  if (key === shelf || key === null) useTaught.setState(recall());
});
