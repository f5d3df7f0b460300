import { type SimulatedDeal, type SimulatedMonth, seriouslyDelinquent } from './deal.ts';
import { type Quantity, quantity, sum } from './exact.ts';
import type { Ledger } from './ledger.ts';
import { type Bucket, type BucketName, bucketNames, type PoolMonth } from './loans.ts';
import { percentOf, rateScale, servicingFeeRate } from './rates.ts';

/** A part of a pool as a percentage of its balance. */
const percentageOf = (cents: number, pool: number): Quantity => quantity(100 * cents, Math.max(1, pool));

const pastDue: readonly BucketName[] = ['30-59', '60-89', '90+'];

function putBuckets(ledger: Ledger, pool: PoolMonth, group: string | null): void {
  const put = (member: string, { count, unpaid, stated }: Bucket): void => {
    const dimensions = { member, group };
    ledger.put('delinquentCount', quantity(count), dimensions);
    ledger.amount('delinquentUnpaidBalance', unpaid, dimensions);
    ledger.amount('delinquentStatedBalance', stated, dimensions);
    ledger.put('delinquentPercentage', percentageOf(stated, pool.endingBalance), dimensions);
  };
  for (const name of bucketNames) put(name, pool.buckets[name]);
  for (const [name, bucket] of pool.crossed) put(name, bucket);
  const overPastDue = (of: (bucket: Bucket) => number): number => sum(pastDue.map((name) => of(pool.buckets[name])));
  put('total', {
    count: overPastDue(({ count }) => count),
    unpaid: overPastDue(({ unpaid }) => unpaid),
    stated: overPastDue(({ stated }) => stated),
  });
}

/** Puts the loans of a pool, or of one of its groups, over consecutive months. */
function putLoans(ledger: Ledger, months: readonly PoolMonth[], group: string | null): void {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return;
  const flow = (of: (month: PoolMonth) => number): number => sum(months.map(of));
  const flows = {
    curtailments: flow((month) => month.curtailments),
    payoffs: flow((month) => month.payoffs),
    liquidationProceeds: flow((month) => month.liquidationProceeds),
  };
  const losses = flow((month) => month.realizedLosses);
  const amounts = {
    ...flows,
    totalPrepayments: sum(Object.values(flows)),
    poolBeginningBalance: first.beginningBalance,
    poolEndingBalance: last.endingBalance,
    prepaymentCharges: flow((month) => month.prepaymentCharges),
    reoPrincipalAmortization: flow((month) => month.reoPrincipalAmortization),
    realizedLosses: losses,
    bankruptcyLosses: flow((month) => month.bankruptcyLosses),
    advances: last.advances,
    statedBalanceExcludingReo: last.endingBalance - last.buckets.reo.stated,
    reoStatedBalance: last.buckets.reo.stated,
    reoBookValue: last.buckets.reo.stated,
  };
  for (const [concept, cents] of Object.entries(amounts)) ledger.amount(concept, cents, { group });
  ledger.put('loanCountBeginning', quantity(first.loanCountBeginning), { group });
  ledger.put('loanCountEnding', quantity(last.loanCountEnding), { group });
  ledger.put('weightedAverageCoupon', percentOf(last.weightedAverageCoupon), { group });
  ledger.put('weightedAverageRemainingTerm', quantity(last.remainingTerm), { group });
  ledger.put('aggregateLossSeverity', percentageOf(losses, losses + flows.liquidationProceeds), { group });
  // Not from the cents that were paid: rounding twice could print a dollar that the rate does not give.
  const fee = quantity(BigInt(flow((month) => month.beginningBalance)) * BigInt(servicingFeeRate), 1200 * rateScale);
  ledger.put('servicingFee', fee, { group });
  ledger.put('masterServicerCompensation', fee, { group });
  putBuckets(ledger, last, group);
}

/** Puts what keeps the classes whole: overcollateralization, enhancement, the tests, what interest is left. */
function putEnhancement(
  ledger: Ledger,
  deal: SimulatedDeal,
  months: readonly SimulatedMonth[],
  last: SimulatedMonth,
): void {
  const flow = (of: (month: SimulatedMonth) => number): number => sum(months.map(of));
  const balanceOf = (kinds: readonly string[]): number =>
    sum(
      deal.classes
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ name }) => last.classes.get(name)?.endingBalance ?? 0),
    );
  const { pool } = last;
  const overcollateralization = pool.endingBalance - balanceOf(['senior', 'mezzanine', 'prepayment']);
  const enhancement = balanceOf(['mezzanine']) + overcollateralization;
  ledger.amount('cumulativeRealizedLosses', last.cumulativeRealizedLosses);
  ledger.amount('extraordinaryExpenses', 0);
  ledger.amount('overcollateralization', overcollateralization);
  ledger.amount('requiredOvercollateralization', last.requiredOvercollateralization);
  const increase = flow((month) => month.overcollateralizationIncrease);
  const reduction = flow((month) => month.overcollateralizationReduction);
  ledger.amount('overcollateralizationIncrease', increase);
  ledger.amount('overcollateralizationReduction', reduction);
  ledger.put('creditEnhancementPercentage', percentageOf(enhancement, pool.endingBalance));
  ledger.put('delinquencyPercentage', percentageOf(seriouslyDelinquent(pool), pool.endingBalance));
  ledger.put('stepdownDateOccurred', last.stepdownDateOccurred);
  ledger.put('triggerEventOccurred', last.triggerEventOccurred);
  const overClasses = (of: 'interestShortfall' | 'reliefActShortfall'): number =>
    flow((month) => sum([...month.classes.values()].map((classMonth) => classMonth[of])));
  ledger.amount('prepaymentInterestShortfallUncovered', overClasses('interestShortfall'));
  ledger.amount('reliefActShortfall', overClasses('reliefActShortfall'));
  const excess = deal.classes.find(({ kind }) => kind === 'excess')?.name;
  if (excess !== undefined) {
    const cashFlow = flow((month) => (month.classes.get(excess)?.interest ?? 0) + month.pool.realizedLosses);
    ledger.amount('netMonthlyExcessCashFlow', cashFlow);
  }
}

/** Puts what a statement over these months says of the pool, its groups and its loans. */
export function putPoolFigures(
  ledger: Ledger,
  deal: SimulatedDeal,
  months: readonly SimulatedMonth[],
  groups: readonly string[],
): void {
  const last = months.at(-1);
  if (last === undefined) return;
  putLoans(
    ledger,
    months.map(({ pool }) => pool),
    null,
  );
  groups.forEach((group, index) => {
    putLoans(
      ledger,
      months.flatMap((month) => month.groups[index] ?? []),
      group,
    );
  });
  putEnhancement(ledger, deal, months, last);
  for (const { number, unpaid, stated } of last.pool.newReoLoans) {
    ledger.amount('reoLoanUnpaidBalance', unpaid, { member: number });
    ledger.amount('reoLoanStatedBalance', stated, { member: number });
  }
  for (const { number, loss, proceeds } of last.pool.liquidations) {
    ledger.put('loanLossSeverity', percentageOf(loss, loss + proceeds), { member: number });
  }
}
