/** What the letters that rules begin with are about. */
const titles: Readonly<Record<string, string>> = {
  B: 'Class balances and totals',
  I: 'Interest and rates',
  P: 'Amounts per $1,000',
  F: 'Certificate factors',
  Q: 'CUSIP check digits',
  T: 'Totals across tables',
  L: 'Pool balance',
  O: 'Overcollateralization',
  C: 'Credit enhancement',
  D: 'Delinquency',
  R: 'Prepayments and losses',
  S: 'Servicing fees',
  E: 'REO',
  G: 'Loan groups',
  A: 'Figures printed twice',
  U: 'Underwriters’ allocations',
  N: 'Month to month',
  Y: 'Year against its months',
  X: 'Year against one month',
  V: 'Against the offering',
};

/** In words; a kind without words of its own keeps its letter. */
export const kindTitle = (kind: string): string => titles[kind] ?? `Checks ${kind}`;
