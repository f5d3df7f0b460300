import type { Fact, Statement } from '../facts/fact.ts';
import type { Deal } from './deal.ts';
import { factOf, numberOf, type PrintedFact } from './series.ts';

/** A class's balance at issue and where it comes from. */
export interface OriginalBalance {
  /** In dollars. */
  readonly value: number;
  /** `printed` in a statement, summed from the `offering`'s allocations, or `derived` from an ending balance. */
  readonly origin: 'printed' | 'offering' | 'derived';
  /** The figures it was read or computed from. */
  readonly from: readonly PrintedFact[];
}

/** Half of a figure's last printed place: what rounding may have hidden. */
const halfPlace = (fact: Fact): number => 0.5 * 10 ** -(fact.decimals ?? 0);

/**
 * The roundest number within `error` of `value`: original balances are whole units, most often whole thousands.
 * Keeps the cents where nothing rounder fits.
 */
const roundest = (value: number, error: number): number => {
  for (const unit of [1_000_000, 100_000, 10_000, 1000, 100, 10, 1, 0.1, 0.01]) {
    // Whole thousands and above may lie within a rather wide error by accident.
    if (unit > 1 && error > unit / 20) continue;
    const rounded = Math.round(value / unit) * unit;
    if (Math.abs(rounded - value) <= error) return Number(rounded.toFixed(2));
  }
  return Number(value.toFixed(2));
};

interface Derivation {
  readonly value: number;
  readonly error: number;
  readonly from: readonly PrintedFact[];
}

/** End / (End per $1,000 / 1,000), with what the rounding of both leaves open. */
const derive = (statement: Statement, ending: Fact, ratio: Fact, thousand: number): Derivation | null => {
  const balance = numberOf(ending);
  const share = numberOf(ratio);
  if (balance === null || share === null || balance <= 0 || share <= 0) return null;
  const value = (balance / share) * thousand;
  const error = value * (halfPlace(ending) / balance + halfPlace(ratio) / share);
  return {
    value,
    error,
    from: [
      { fact: ending, statement },
      { fact: ratio, statement },
    ],
  };
};

const mostExact = (derivations: readonly (Derivation | null)[]): Derivation | null =>
  derivations.reduce((best, next) => (next !== null && (best === null || next.error < best.error) ? next : best), null);

const monthlyFirst = (deal: Deal): readonly Statement[] => [
  ...deal.months.map(({ statement }) => statement),
  ...deal.annual,
];

const printedOriginal = (deal: Deal, name: string): OriginalBalance | null => {
  const printed = monthlyFirst(deal)
    .concat(deal.offering)
    .flatMap((statement) => {
      const fact = factOf(statement, 'originalBalance', { class: name });
      return fact !== undefined && typeof fact.value === 'number' ? [{ fact, statement }] : [];
    });
  // A statement that misprints it, or prints a later one after an exchange, should not win: the largest was there first.
  const largest = printed.reduce<PrintedFact | null>(
    (best, next) => (best === null || Number(next.fact.value) > Number(best.fact.value) ? next : best),
    null,
  );
  return largest === null ? null : { value: Number(largest.fact.value), origin: 'printed', from: [largest] };
};

const allocated = (deal: Deal, name: string): OriginalBalance | null => {
  const statement = deal.offering.at(-1);
  const facts = (statement?.facts ?? []).filter(
    (fact) => fact.concept === 'underwriterAllocation' && fact.class === name && !/^total$/i.test(fact.member ?? ''),
  );
  if (statement === undefined || facts.length === 0) return null;
  const value = facts.reduce((sum, fact) => sum + (numberOf(fact) ?? 0), 0);
  return { value, origin: 'offering', from: facts.map((fact) => ({ fact, statement })) };
};

const derived = (deal: Deal, name: string): OriginalBalance | null => {
  const statements = monthlyFirst(deal);
  const from = (concept: 'endingBalancePer1000' | 'certificateFactor', thousand: number): Derivation | null =>
    mostExact(
      statements.map((statement) => {
        const ending = factOf(statement, 'endingBalance', { class: name });
        const ratio = factOf(statement, concept, { class: name });
        return ending === undefined || ratio === undefined ? null : derive(statement, ending, ratio, thousand);
      }),
    );
  const perThousand = from('endingBalancePer1000', 1000);
  // A factor alone may be that of a notional amount; it counts where balance and factor keep step.
  const best = perThousand ?? (factorKeepsStep(deal, name) ? from('certificateFactor', 1) : null);
  return best === null ? null : { value: roundest(best.value, best.error), origin: 'derived', from: best.from };
};

/** Whether ending balance / certificate factor gives one and the same amount in every statement that prints both. */
const factorKeepsStep = (deal: Deal, name: string): boolean => {
  const amounts = monthlyFirst(deal).flatMap((statement) => {
    const ending = factOf(statement, 'endingBalance', { class: name });
    const factor = factOf(statement, 'certificateFactor', { class: name });
    const derivation = ending && factor ? derive(statement, ending, factor, 1) : null;
    return derivation === null ? [] : [derivation];
  });
  const lowest = Math.max(...amounts.map(({ value, error }) => value - error));
  const highest = Math.min(...amounts.map(({ value, error }) => value + error));
  const movesAlone = amounts.length > 1 || /^(?:\d|I+-)*[AMB]/i.test(name);
  return amounts.length > 0 && lowest <= highest && movesAlone;
};

const known = new WeakMap<Deal, ReadonlyMap<string, OriginalBalance>>();

/**
 * The original balance of every class for which one is printed or follows from other figures: as printed, else the
 * offering's allocations to underwriters summed, else End / (End per $1,000 / 1,000) from the statement that leaves the
 * least to rounding, else End / factor. Classes without any are not in the map.
 */
export const originalBalances = (deal: Deal): ReadonlyMap<string, OriginalBalance> => {
  const before = known.get(deal);
  if (before !== undefined) return before;
  const balances = new Map<string, OriginalBalance>();
  for (const name of deal.classes) {
    const balance = printedOriginal(deal, name) ?? allocated(deal, name) ?? derived(deal, name);
    if (balance !== null && balance.value > 0) balances.set(name, balance);
  }
  known.set(deal, balances);
  return balances;
};
