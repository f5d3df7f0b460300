import { create } from 'zustand';

/** Light or dark, or as the system has it; kept by the browser. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

const shelf = 'paydown.theme';

const isTheme = (text: unknown): text is Theme => themes.some((theme) => theme === text);

const recall = (): Theme => {
  try {
    const kept = globalThis.localStorage?.getItem(shelf);
    return isTheme(kept) ? kept : 'system';
  } catch {
    // A browser that keeps nothing.
    return 'system';
  }
};

export const useTheme = create<{ readonly theme: Theme }>()(() => ({ theme: recall() }));

/** Chooses a theme, also for the next visit. */
export const chooseTheme = (theme: Theme): void => {
  useTheme.setState({ theme });
  try {
    if (theme === 'system') localStorage.removeItem(shelf);
    else localStorage.setItem(shelf, theme);
  } catch {
    // It holds for this visit all the same.
  }
};

// A choice made in another tab holds here too.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === shelf || key === null) useTheme.setState({ theme: recall() });
});
