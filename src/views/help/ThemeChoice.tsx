import { type ReactNode, useId } from 'react';
import { chooseTheme, type Theme, themes, useTheme } from '../../store/theme.ts';

const names: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };

/** Light or dark, for those who do not go by the palette. */
export const ThemeChoice = (): ReactNode => {
  const id = useId();
  const chosen = useTheme(({ theme }) => theme);
  return (
    <p className="theme-choice">
      <label htmlFor={id}>Light or dark</label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => chooseTheme(themes.find((theme) => theme === target.value) ?? 'system')}
      >
        {themes.map((theme) => (
          <option key={theme} value={theme}>
            {names[theme]}
          </option>
        ))}
      </select>
    </p>
  );
};
