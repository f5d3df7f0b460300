import { putClassFigures } from './class-figures.ts';
import type { SimulatedClass } from './classes.ts';
import type { SimulatedDeal, SimulatedMonth } from './deal.ts';
import { type Dimensions, type Figure, newLedger } from './ledger.ts';
import { putPoolFigures } from './pool-figures.ts';

/** All that a statement of one month or one year can print, in exact figures, by concept, class, member and group. */
export interface SimulatedStatement {
  readonly deal: SimulatedDeal;
  readonly kind: 'monthly' | 'annual';
  /** ISO: the distribution date, or that of the year's last distribution. */
  readonly date: string;
  /** The months it covers. */
  readonly months: readonly SimulatedMonth[];
  readonly classes: readonly SimulatedClass[];
  /** Loan groups by name; empty where the pool is undivided. */
  readonly groups: readonly string[];
  /** Loans of the month (annual: of its last month). */
  readonly newReoLoans: readonly string[];
  readonly liquidatedLoans: readonly string[];
  /** The figure, or undefined where the statement has none: a rate of a residual class, say. */
  figure(concept: string, dimensions?: Dimensions): Figure | undefined;
}

function statementOf(
  deal: SimulatedDeal,
  months: readonly SimulatedMonth[],
  last: SimulatedMonth,
  kind: SimulatedStatement['kind'],
): SimulatedStatement {
  const groups = last.groups.map((_, index) => `Group ${index + 1}`);
  const ledger = newLedger();
  putClassFigures(ledger, deal, months);
  putPoolFigures(ledger, deal, months, groups);
  return {
    deal,
    kind,
    date: last.date,
    months,
    classes: deal.classes,
    groups,
    newReoLoans: last.pool.newReoLoans.map(({ number }) => number),
    liquidatedLoans: last.pool.liquidations.map(({ number }) => number),
    figure: (concept, dimensions = {}) => ledger.get(concept, dimensions),
  };
}

/** The statement of one distribution; `number` counts from 1. Throws where the deal has no such month. */
export function monthlyStatement(deal: SimulatedDeal, number: number): SimulatedStatement {
  const month = deal.months[number - 1];
  if (month === undefined) throw new Error(`${deal.name} has ${deal.months.length} months, no month ${number}`);
  return statementOf(deal, [month], month, 'monthly');
}

/** The statement of a calendar year: flows of all its distributions, balances of the last. Throws where there is none. */
export function annualStatement(deal: SimulatedDeal, year: number): SimulatedStatement {
  const months = deal.months.filter(({ date }) => date.startsWith(`${year}-`));
  const last = months.at(-1);
  if (last === undefined) throw new Error(`${deal.name} made no distribution in ${year}`);
  return statementOf(deal, months, last, 'annual');
}
