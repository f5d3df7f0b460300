import type { SimulatedClass } from './classes.ts';
import type { ClassMonth, SimulatedDeal, SimulatedMonth } from './deal.ts';
import { quantity, sum } from './exact.ts';
import type { Ledger } from './ledger.ts';
import { percentOf } from './rates.ts';

/** Splits a class's principal as the pool's was made up, so that both parts add up to it. */
function scheduledPart(month: SimulatedMonth, principal: number): number {
  const { pool } = month;
  const collected = pool.beginningBalance - pool.endingBalance - pool.realizedLosses;
  if (principal <= 0 || collected <= 0) return 0;
  return Number((BigInt(principal) * BigInt(pool.scheduledPrincipal)) / BigInt(collected));
}

/** A class over the months of a statement; amounts in cents. */
interface ClassPeriod {
  readonly issued: SimulatedClass;
  readonly opening: ClassMonth;
  readonly closing: ClassMonth;
  readonly principal: number;
  readonly scheduledPrincipal: number;
  readonly interest: number;
  readonly realizedLoss: number;
  readonly cumulativeRealizedLoss: number;
  readonly interestShortfall: number;
  readonly reliefActShortfall: number;
}

function periodOf(issued: SimulatedClass, months: readonly SimulatedMonth[]): ClassPeriod | null {
  const classMonths = months.flatMap((month) => {
    const classMonth = month.classes.get(issued.name);
    return classMonth === undefined ? [] : [{ month, classMonth }];
  });
  const opening = classMonths[0]?.classMonth;
  const closing = classMonths.at(-1);
  if (opening === undefined || closing === undefined) return null;
  const flow = (of: (classMonth: ClassMonth) => number): number =>
    sum(classMonths.map(({ classMonth }) => of(classMonth)));
  return {
    issued,
    opening,
    closing: closing.classMonth,
    principal: flow((month) => month.principal),
    scheduledPrincipal: sum(classMonths.map(({ month, classMonth }) => scheduledPart(month, classMonth.principal))),
    interest: flow((month) => month.interest),
    realizedLoss: flow((month) => month.realizedLoss),
    cumulativeRealizedLoss: closing.month.cumulativeLossByClass.get(issued.name) ?? 0,
    interestShortfall: flow((month) => month.interestShortfall),
    reliefActShortfall: flow((month) => month.reliefActShortfall),
  };
}

/** Amounts that have a total over the classes, by concept. */
function amountsOf(period: ClassPeriod): Readonly<Record<string, number>> {
  const { issued, opening, closing, principal, interest, realizedLoss } = period;
  const isOffered = issued.kind === 'senior' || issued.kind === 'mezzanine';
  return {
    originalBalance: issued.originalBalance,
    beginningBalance: opening.beginningBalance,
    principal,
    scheduledPrincipal: period.scheduledPrincipal,
    unscheduledPrincipal: principal - period.scheduledPrincipal,
    interest,
    totalDistribution: principal + interest,
    realizedLoss,
    cumulativeRealizedLoss: period.cumulativeRealizedLoss,
    deferredInterest: 0,
    endingBalance: closing.endingBalance,
    ...(isOffered ? { interestCarryForward: 0, netWacCarryforward: 0, netWacCarryforwardUnpaid: 0 } : {}),
    ...(isOffered || issued.kind === 'excess'
      ? {
          interestDistributionAmount: interest,
          realizedLossReduction: realizedLoss,
          prepaymentInterestShortfallReduction: period.interestShortfall,
          reliefActReduction: period.reliefActShortfall,
        }
      : {}),
  };
}

function putPerThousand(ledger: Ledger, period: ClassPeriod): void {
  const { issued, opening, closing, principal, interest, realizedLoss } = period;
  const amounts = {
    beginningBalancePer1000: opening.beginningBalance,
    principalPer1000: principal,
    interestPer1000: interest,
    totalPer1000: principal + interest,
    lossPer1000: realizedLoss,
    endingBalancePer1000: closing.endingBalance,
  };
  for (const [concept, cents] of Object.entries(amounts)) {
    ledger.put(concept, quantity(1000 * cents, issued.originalBalance), { class: issued.name });
  }
}

/** Puts what a statement over these months says of the classes, and the totals over them. */
export function putClassFigures(ledger: Ledger, deal: SimulatedDeal, months: readonly SimulatedMonth[]): void {
  const totals = new Map<string, number>();
  for (const issued of deal.classes) {
    const period = periodOf(issued, months);
    if (period === null) continue;
    const { name, kind, cusip, originalBalance } = issued;
    const { closing } = period;
    for (const [concept, cents] of Object.entries(amountsOf(period))) {
      ledger.amount(concept, cents, { class: name });
      totals.set(concept, (totals.get(concept) ?? 0) + cents);
    }
    if (cusip !== null) ledger.put('cusip', cusip, { class: name });
    if (closing.rate !== null) ledger.put('passThroughRate', percentOf(closing.rate), { class: name });
    if (closing.nextRate !== null) ledger.put('nextPassThroughRate', percentOf(closing.nextRate), { class: name });
    ledger.put('holdersOfRecord', quantity(issued.holdersOfRecord), { class: name });
    if (kind !== 'residual') putPerThousand(ledger, period);
    if (kind === 'senior' || kind === 'mezzanine') {
      ledger.put('certificateFactor', quantity(closing.endingBalance, originalBalance), { class: name });
    }
    // The factor of the excess class is that of its notional amount, the pool.
    if (kind === 'excess') {
      const notional = months.at(-1)?.pool.endingBalance ?? 0;
      ledger.put('certificateFactor', quantity(notional, deal.originalPool), { class: name });
    }
  }
  for (const [concept, total] of totals) ledger.amount(concept, total, { class: 'Total' });
}
