/** How a simulated deal is built and what befalls it. */
export interface DealOptions {
  readonly trust: string;
  readonly series: string;
  readonly depositor: string;
  readonly trustee: string;
  readonly closingDate: string;
  readonly months: number;
  /** Whole dollars. */
  readonly originalPool: number;
  readonly loans: number;
  /** Loan groups into which the pool is divided. */
  readonly groups: number;
  readonly seniorClasses: number;
  readonly mezzanineClasses: number;
  /** Leading classes that have a fixed rate instead of a margin. */
  readonly fixedRateClasses: number;
  /** Which of the classes without a certificate rate are issued; overcollateralization exists without its class too. */
  readonly excessClass: boolean;
  readonly prepaymentClass: boolean;
  readonly residualClasses: number;
  /** `A-1`, `A1`, `AV-1`: `#` is the number, left out where there is one class. */
  readonly seniorName: string;
  readonly mezzanineName: string;
  readonly excessName: string;
  /** Mezzanine classes' part of the pool, in hundredths of a percent. */
  readonly mezzanineShare: number;
  /** Target of overcollateralization, and what there is at closing, in hundredths of a percent of the original pool. */
  readonly overcollateralizationTarget: number;
  readonly overcollateralizationAtClosing: number;
  /** The index at closing in hundred-thousandths of a percent. */
  readonly index: number;
  readonly stress: number;
  readonly stressGrowth: number;
  readonly prepaymentSpeed: number;
  readonly severity: readonly [number, number];
  /** The trigger: mean delinquency of three months against this percentage of the credit enhancement. */
  readonly triggerPercentage: number;
  /** Whether prepayment interest and Relief Act shortfalls occur. */
  readonly shortfalls: boolean;
}

/** A healthy deal of four mezzanine classes. */
export const defaultDealOptions: DealOptions = {
  trust: 'Simulated Home Equity Loan Trust',
  series: '2003-1',
  depositor: 'Simulated Mortgage Securities, Inc.',
  trustee: 'Simulated Bank National Association',
  closingDate: '2003-02-26',
  months: 24,
  originalPool: 198_644_096,
  loans: 620,
  groups: 1,
  seniorClasses: 1,
  mezzanineClasses: 4,
  fixedRateClasses: 0,
  excessClass: true,
  prepaymentClass: true,
  residualClasses: 1,
  seniorName: 'A-#',
  mezzanineName: 'M-#',
  excessName: 'CE',
  mezzanineShare: 1700,
  overcollateralizationTarget: 200,
  overcollateralizationAtClosing: 200,
  index: 189_000,
  stress: 1,
  stressGrowth: 0,
  prepaymentSpeed: 1,
  severity: [22, 48],
  triggerPercentage: 50,
  shortfalls: false,
};
