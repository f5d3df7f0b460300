const longest = 60;

/**
 * A name for a file, of words that may be anything, in small letters, digits and hyphens:
 * `fileName('csv', 'Example Trust 2002-1', 'Class balances')` is `example-trust-2002-1-class-balances.csv`.
 */
export const fileName = (ending: string, ...words: readonly string[]): string => {
  const parts = words.map((word) =>
    word
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/['’]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, longest)
      .replace(/-$/, ''),
  );
  return `${parts.filter((part) => part !== '').join('-') || 'paydown'}.${ending}`;
};
