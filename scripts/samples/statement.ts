import type { SimulatedClass, SimulatedDeal, SimulatedMonth } from './deal.ts';
import { seriouslyDelinquent, servicingFeeRate } from './deal.ts';
import { dollars, type Quantity, quantity, sum } from './exact.ts';
import { type BucketName, bucketNames, type PoolMonth, rateScale } from './loans.ts';

/** A figure before it is printed: an exact number, a flag, or an identifier. */
export type Figure = Quantity | boolean | string;

/** What a figure belongs to beside its concept; `Total` is the class of a column's total. */
export interface Dimensions {
  readonly class?: string | null;
  readonly member?: string | null;
  /** `Group 1`; none for the whole pool. */
  readonly group?: string | null;
}

/** All that a statement of one month or one year can print, in exact figures, by concept, class and member. */
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

const percent = (rate: number): Quantity => quantity(rate, 100_000);
const key = (concept: string, dimensions: Dimensions): string =>
  `${concept}|${dimensions.class ?? ''}|${dimensions.member ?? ''}|${dimensions.group ?? ''}`;

/** Splits a class's principal as the pool's was made up, so that both parts add up to it. */
function scheduledPart(month: SimulatedMonth, principal: number): number {
  const { pool } = month;
  const collected = pool.beginningBalance - pool.endingBalance - pool.realizedLosses;
  if (principal <= 0 || collected <= 0) return 0;
  return Number((BigInt(principal) * BigInt(pool.scheduledPrincipal)) / BigInt(collected));
}

const groupName = (index: number): string => `Group ${index + 1}`;

function statementOf(
  deal: SimulatedDeal,
  months: readonly SimulatedMonth[],
  kind: 'monthly' | 'annual',
): SimulatedStatement {
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) throw new Error(`no months of ${deal.name} to make a statement of`);
  const figures = new Map<string, Figure>();
  const put = (concept: string, figure: Figure, dimensions: Dimensions = {}): void => {
    figures.set(key(concept, dimensions), figure);
  };
  const amount = (concept: string, cents: number, dimensions: Dimensions = {}): void =>
    put(concept, dollars(cents), dimensions);
  const overMonths = (flow: (month: SimulatedMonth) => number): number => sum(months.map(flow));

  const totals = new Map<string, number>();
  const byClass = (concept: string, name: string, cents: number): void => {
    amount(concept, cents, { class: name });
    totals.set(concept, (totals.get(concept) ?? 0) + cents);
  };

  for (const issued of deal.classes) {
    const { name, kind: classKind, originalBalance } = issued;
    const opening = first.classes.get(name);
    const closing = last.classes.get(name);
    if (opening === undefined || closing === undefined) continue;
    const flow = (of: (month: NonNullable<typeof closing>) => number): number =>
      overMonths((month) => {
        const classMonth = month.classes.get(name);
        return classMonth === undefined ? 0 : of(classMonth);
      });
    const principal = flow((month) => month.principal);
    const interest = flow((month) => month.interest);
    const loss = flow((month) => month.realizedLoss);
    const scheduled = overMonths((month) => scheduledPart(month, month.classes.get(name)?.principal ?? 0));
    byClass('originalBalance', name, originalBalance);
    byClass('beginningBalance', name, opening.beginningBalance);
    byClass('principal', name, principal);
    byClass('scheduledPrincipal', name, scheduled);
    byClass('unscheduledPrincipal', name, principal - scheduled);
    byClass('interest', name, interest);
    byClass('totalDistribution', name, principal + interest);
    byClass('realizedLoss', name, loss);
    byClass('cumulativeRealizedLoss', name, last.cumulativeLossByClass.get(name) ?? 0);
    byClass('deferredInterest', name, 0);
    byClass('endingBalance', name, closing.endingBalance);

    if (issued.cusip !== null) put('cusip', issued.cusip, { class: name });
    if (closing.rate !== null) put('passThroughRate', percent(closing.rate), { class: name });
    if (closing.nextRate !== null) put('nextPassThroughRate', percent(closing.nextRate), { class: name });
    put('holdersOfRecord', quantity(issued.holdersOfRecord), { class: name });

    if (classKind !== 'residual') {
      const perThousand = (concept: string, cents: number): void =>
        put(concept, quantity(1000 * cents, originalBalance), { class: name });
      perThousand('beginningBalancePer1000', opening.beginningBalance);
      perThousand('principalPer1000', principal);
      perThousand('interestPer1000', interest);
      perThousand('totalPer1000', principal + interest);
      perThousand('lossPer1000', loss);
      perThousand('endingBalancePer1000', closing.endingBalance);
    }
    if (classKind === 'senior' || classKind === 'mezzanine') {
      put('certificateFactor', quantity(closing.endingBalance, originalBalance), { class: name });
      byClass('interestCarryForward', name, 0);
      byClass('netWacCarryforward', name, 0);
      byClass('netWacCarryforwardUnpaid', name, 0);
    }
    // Printed on its notional amount, which is the pool.
    if (classKind === 'excess')
      put('certificateFactor', quantity(last.pool.endingBalance, deal.originalPool), { class: name });
    if (classKind === 'senior' || classKind === 'mezzanine' || classKind === 'excess') {
      byClass('interestDistributionAmount', name, interest);
      byClass('realizedLossReduction', name, loss);
      byClass(
        'prepaymentInterestShortfallReduction',
        name,
        flow((month) => month.interestShortfall),
      );
      byClass(
        'reliefActReduction',
        name,
        flow((month) => month.reliefActShortfall),
      );
    }
  }
  for (const [concept, total] of totals) amount(concept, total, { class: 'Total' });

  const { pool } = last;
  const endingPool = pool.endingBalance;
  const mezzanine = sum(
    deal.classes
      .filter((issued) => issued.kind === 'mezzanine')
      .map(({ name }) => last.classes.get(name)?.endingBalance ?? 0),
  );
  const offered = sum(
    deal.classes
      .filter(({ kind: of }) => of !== 'excess')
      .map(({ name }) => last.classes.get(name)?.endingBalance ?? 0),
  );
  const overcollateralization = endingPool - offered;
  const losses = overMonths((month) => month.pool.realizedLosses);
  const proceeds = overMonths((month) => month.pool.liquidationProceeds);
  const excess = deal.classes.find(({ kind: of }) => of === 'excess')?.name ?? null;
  const ofPool = (cents: number): Quantity => quantity(100 * cents, Math.max(1, endingPool));

  amount('poolBeginningBalance', first.pool.beginningBalance);
  amount('poolEndingBalance', endingPool);
  put('loanCountBeginning', quantity(first.pool.loanCountBeginning));
  put('loanCountEnding', quantity(pool.loanCountEnding));
  put('weightedAverageCoupon', percent(pool.weightedAverageCoupon));
  put('weightedAverageRemainingTerm', quantity(pool.remainingTerm));
  // Not from the cents that were paid: rounding twice could print a dollar that the rate does not give.
  const feeBasis = BigInt(overMonths((month) => month.pool.beginningBalance));
  const fee = quantity(feeBasis * BigInt(servicingFeeRate), 1200 * rateScale);
  put('servicingFee', fee);
  put('masterServicerCompensation', fee);
  amount('advances', pool.advances);
  amount('statedBalanceExcludingReo', endingPool - pool.buckets.reo.stated);
  amount('reoStatedBalance', pool.buckets.reo.stated);
  amount('reoBookValue', pool.buckets.reo.stated);
  amount(
    'curtailments',
    overMonths((month) => month.pool.curtailments),
  );
  amount(
    'payoffs',
    overMonths((month) => month.pool.payoffs),
  );
  amount('liquidationProceeds', proceeds);
  amount('totalPrepayments', overMonths((month) => month.pool.curtailments + month.pool.payoffs) + proceeds);
  amount(
    'prepaymentCharges',
    overMonths((month) => month.pool.prepaymentCharges),
  );
  amount(
    'reoPrincipalAmortization',
    overMonths((month) => month.pool.reoPrincipalAmortization),
  );
  amount('realizedLosses', losses);
  amount(
    'bankruptcyLosses',
    overMonths((month) => month.pool.bankruptcyLosses),
  );
  amount('cumulativeRealizedLosses', last.cumulativeRealizedLosses);
  amount('extraordinaryExpenses', 0);
  put('aggregateLossSeverity', quantity(100 * losses, Math.max(1, losses + proceeds)));
  amount('overcollateralization', overcollateralization);
  amount('requiredOvercollateralization', last.requiredOvercollateralization);
  amount(
    'overcollateralizationIncrease',
    overMonths((month) => month.overcollateralizationIncrease),
  );
  amount(
    'overcollateralizationReduction',
    overMonths((month) => month.overcollateralizationReduction),
  );
  put('creditEnhancementPercentage', ofPool(mezzanine + overcollateralization));
  put('delinquencyPercentage', ofPool(seriouslyDelinquent(pool)));
  put('stepdownDateOccurred', last.stepdownDateOccurred);
  put('triggerEventOccurred', last.triggerEventOccurred);
  const shortfall = (
    of: (month: SimulatedMonth['classes'] extends ReadonlyMap<string, infer Item> ? Item : never) => number,
  ): number => overMonths((month) => sum([...month.classes.values()].map(of)));
  amount(
    'prepaymentInterestShortfallUncovered',
    shortfall((month) => month.interestShortfall),
  );
  amount(
    'reliefActShortfall',
    shortfall((month) => month.reliefActShortfall),
  );
  if (excess !== null) {
    amount(
      'netMonthlyExcessCashFlow',
      overMonths((month) => (month.classes.get(excess)?.interest ?? 0) + month.pool.realizedLosses),
    );
  }

  for (const name of bucketNames) {
    const bucket = pool.buckets[name];
    putBucket(name, bucket.count, bucket.unpaid, bucket.stated);
  }
  for (const [name, bucket] of pool.crossed) putBucket(name, bucket.count, bucket.unpaid, bucket.stated);
  const past: readonly BucketName[] = ['30-59', '60-89', '90+'];
  putBucket(
    'total',
    sum(past.map((name) => pool.buckets[name].count)),
    sum(past.map((name) => pool.buckets[name].unpaid)),
    sum(past.map((name) => pool.buckets[name].stated)),
  );
  function putBucket(member: string, count: number, unpaid: number, stated: number): void {
    put('delinquentCount', quantity(count), { member });
    amount('delinquentUnpaidBalance', unpaid, { member });
    amount('delinquentStatedBalance', stated, { member });
    put('delinquentPercentage', ofPool(stated), { member });
  }

  last.groups.forEach((ending, index) => {
    const group = groupName(index);
    const flow = (of: (month: PoolMonth) => number): number =>
      overMonths((month) => {
        const groupMonth = month.groups[index];
        return groupMonth === undefined ? 0 : of(groupMonth);
      });
    amount('poolBeginningBalance', first.groups[index]?.beginningBalance ?? 0, { group });
    amount('poolEndingBalance', ending.endingBalance, { group });
    put('loanCountBeginning', quantity(first.groups[index]?.loanCountBeginning ?? 0), { group });
    put('loanCountEnding', quantity(ending.loanCountEnding), { group });
    put('weightedAverageCoupon', percent(ending.weightedAverageCoupon), { group });
    put('weightedAverageRemainingTerm', quantity(ending.remainingTerm), { group });
    const prepayments = [
      ['curtailments', flow((month) => month.curtailments)],
      ['payoffs', flow((month) => month.payoffs)],
      ['liquidationProceeds', flow((month) => month.liquidationProceeds)],
    ] as const;
    for (const [concept, cents] of prepayments) amount(concept, cents, { group });
    amount('totalPrepayments', sum(prepayments.map(([, cents]) => cents)), { group });
    amount(
      'realizedLosses',
      flow((month) => month.realizedLosses),
      { group },
    );
    amount('advances', ending.advances, { group });
    for (const name of bucketNames) {
      const { count, unpaid, stated } = ending.buckets[name];
      put('delinquentCount', quantity(count), { member: name, group });
      amount('delinquentUnpaidBalance', unpaid, { member: name, group });
      amount('delinquentStatedBalance', stated, { member: name, group });
      put('delinquentPercentage', quantity(100 * stated, Math.max(1, ending.endingBalance)), { member: name, group });
    }
  });

  for (const loan of pool.newReoLoans) {
    amount('reoLoanUnpaidBalance', loan.unpaid, { member: loan.number });
    amount('reoLoanStatedBalance', loan.stated, { member: loan.number });
  }
  for (const loan of pool.liquidations) {
    put('loanLossSeverity', quantity(100 * loan.loss, Math.max(1, loan.loss + loan.proceeds)), { member: loan.number });
  }

  return {
    deal,
    kind,
    date: last.date,
    months,
    classes: deal.classes,
    groups: last.groups.map((_, index) => groupName(index)),
    newReoLoans: pool.newReoLoans.map(({ number }) => number),
    liquidatedLoans: pool.liquidations.map(({ number }) => number),
    figure: (concept, dimensions = {}) => figures.get(key(concept, dimensions)),
  };
}

/** The statement of one distribution; `number` counts from 1. Throws where the deal has no such month. */
export function monthlyStatement(deal: SimulatedDeal, number: number): SimulatedStatement {
  const month = deal.months[number - 1];
  if (month === undefined) throw new Error(`${deal.name} has ${deal.months.length} months, no month ${number}`);
  return statementOf(deal, [month], 'monthly');
}

/** The statement of a calendar year: flows of all its distributions, balances of the last. Throws where there is none. */
export function annualStatement(deal: SimulatedDeal, year: number): SimulatedStatement {
  const months = deal.months.filter(({ date }) => date.startsWith(`${year}-`));
  if (months.length === 0) throw new Error(`${deal.name} made no distribution in ${year}`);
  return statementOf(deal, months, 'annual');
}
