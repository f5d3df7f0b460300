import { dollars, type Quantity } from './exact.ts';

/** A figure before it is printed: an exact number, a flag, or an identifier. */
export type Figure = Quantity | boolean | string;

/** What a figure belongs to beside its concept; `Total` is the class of a column's total. */
export interface Dimensions {
  readonly class?: string | null;
  readonly member?: string | null;
  /** `Group 1`; none for the whole pool. */
  readonly group?: string | null;
}

/** The figures of a statement by concept, class, member and group. */
export interface Ledger {
  put(concept: string, figure: Figure, dimensions?: Dimensions): void;
  /** Puts an amount in cents. */
  amount(concept: string, cents: number, dimensions?: Dimensions): void;
  get(concept: string, dimensions: Dimensions): Figure | undefined;
}

const key = (concept: string, { class: name, member, group }: Dimensions): string =>
  [concept, name ?? '', member ?? '', group ?? ''].join('|');

export function newLedger(): Ledger {
  const figures = new Map<string, Figure>();
  const put: Ledger['put'] = (concept, figure, dimensions = {}) => {
    figures.set(key(concept, dimensions), figure);
  };
  return {
    put,
    amount: (concept, cents, dimensions = {}) => put(concept, dollars(cents), dimensions),
    get: (concept, dimensions) => figures.get(key(concept, dimensions)),
  };
}
