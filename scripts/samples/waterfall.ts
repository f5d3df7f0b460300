import type { SimulatedClass } from './classes.ts';
import { share, sum } from './exact.ts';

/** What decides where a month's principal goes; amounts in cents. */
export interface PrincipalTerms {
  readonly originalPool: number;
  readonly endingPool: number;
  /** In hundredths of a percent of the original pool. */
  readonly overcollateralizationTarget: number;
  /** The target before the stepdown, in cents. */
  readonly originalTarget: number;
  /** Whether the stepdown has come and no trigger stands. */
  readonly steppedDown: boolean;
}

/** A month's cash and losses, in cents. */
export interface PrincipalFunds {
  /** Scheduled principal, prepayments and liquidation proceeds. */
  readonly collected: number;
  readonly realizedLosses: number;
  /** Interest that is left when the classes, the servicer and the trust are paid. */
  readonly excessInterest: number;
  readonly overcollateralization: number;
}

export interface PrincipalOutcome {
  /** Principal and losses of the offered classes by name. */
  readonly paid: ReadonlyMap<string, number>;
  readonly losses: ReadonlyMap<string, number>;
  /** Of the overcollateralization: negative principal is interest turned into it. */
  readonly excessPrincipal: number;
  readonly excessLoss: number;
  readonly required: number;
}

/** Pays `amount` to the classes one after the other, each up to its balance. */
function paySequentially(
  amount: number,
  classes: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  paid: Map<string, number>,
): number {
  let left = amount;
  for (const { name } of classes) {
    const owed = (balances.get(name) ?? 0) - (paid.get(name) ?? 0);
    const payment = Math.min(left, owed);
    paid.set(name, (paid.get(name) ?? 0) + payment);
    left -= payment;
  }
  return left;
}

/**
 * Pays `amount` down the ranks after the stepdown: each rank down to the balance at which the classes below it and the
 * overcollateralization are twice their original part of the pool; what is left goes sequentially.
 */
function payToTargets(
  amount: number,
  classes: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  paid: Map<string, number>,
  terms: PrincipalTerms,
): number {
  let left = amount;
  const ranks: (readonly SimulatedClass[])[] = [
    classes.filter(({ kind }) => kind === 'senior'),
    ...classes.filter(({ kind }) => kind === 'mezzanine').map((issued) => [issued]),
  ];
  let senior = 0;
  ranks.forEach((rank, index) => {
    const below = sum(ranks.slice(index + 1).flatMap((other) => other.map(({ originalBalance }) => originalBalance)));
    const enhancement =
      share(below, 2 * terms.endingPool, terms.originalPool) +
      share(terms.endingPool, 2 * terms.overcollateralizationTarget, 10_000);
    const balance = sum(rank.map(({ name }) => balances.get(name) ?? 0));
    const target = Math.max(0, terms.endingPool - enhancement - senior);
    const payment = Math.min(left, Math.max(0, balance - target));
    paySequentially(payment, rank, balances, paid);
    left -= payment;
    senior += balance - payment;
  });
  return paySequentially(left, classes, balances, paid);
}

/** After the stepdown: twice the original percentage of the current pool, at least half a percent of the original one. */
function stepdownTarget({ endingPool, originalPool, overcollateralizationTarget }: PrincipalTerms): number {
  const current = share(endingPool, 2 * overcollateralizationTarget, 10_000);
  return Math.min(endingPool, Math.max(current, share(originalPool, 50, 10_000)));
}

/**
 * Distributes principal and losses. Losses come out of the overcollateralization, then out of the offered classes from
 * the bottom; excess interest builds the overcollateralization up to its target, what is above the target is released.
 */
export function distributePrincipal(
  offered: readonly SimulatedClass[],
  balances: ReadonlyMap<string, number>,
  funds: PrincipalFunds,
  terms: PrincipalTerms,
): PrincipalOutcome {
  const required = terms.steppedDown ? stepdownTarget(terms) : Math.min(terms.originalTarget, terms.endingPool);
  const afterLosses = funds.overcollateralization - funds.realizedLosses;
  const extra = Math.max(0, Math.min(required - afterLosses, funds.excessInterest));
  const released = Math.max(0, Math.min(afterLosses - required, funds.collected));
  const paid = new Map<string, number>();
  const toOffered = funds.collected + extra - released;
  const unpaid = terms.steppedDown
    ? payToTargets(toOffered, offered, balances, paid, terms)
    : paySequentially(toOffered, offered, balances, paid);
  const excessPrincipal = released - extra + unpaid;

  const losses = new Map<string, number>();
  let lossLeft = Math.max(0, funds.realizedLosses - Math.max(0, funds.overcollateralization - excessPrincipal));
  const excessLoss = funds.realizedLosses - lossLeft;
  for (const { name } of [...offered].reverse()) {
    const loss = Math.min(lossLeft, (balances.get(name) ?? 0) - (paid.get(name) ?? 0));
    losses.set(name, loss);
    lossLeft -= loss;
  }
  return { paid, losses, excessPrincipal, excessLoss, required };
}
