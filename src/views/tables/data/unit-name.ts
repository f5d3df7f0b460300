import type { Unit } from '../../../facts/fact.ts';

const names: Readonly<Record<Unit, string | null>> = {
  USD: 'US dollars',
  percent: '%',
  factor: 'factor',
  perThousand: 'per $1,000',
  count: 'number',
  months: 'months',
  flag: 'yes or no',
  text: null,
  date: 'date',
};

/** A unit as it stands under a heading; null for words. */
export const unitName = (unit: Unit): string | null => names[unit];
