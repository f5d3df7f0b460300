/** Words that trustees print for each concept, to choose from. Every wording says by itself, or with its section, what it means. */

/** Amounts and rates of a class, as the heading of a column or the label of a row. `{class}` words stand for Certificate or Note. */
export const classWordings: Readonly<Record<string, readonly string[]>> = {
  originalBalance: [
    'Original Balance',
    'Original Face Value',
    'Original Face Amount',
    'Original Principal Balance',
    'Original {class} Balance',
    'Initial Principal Balance',
    'Orig Bal',
  ],
  beginningBalance: [
    'Beginning Balance',
    'Beg Bal',
    'Beginning {class} Balance',
    'Beginning Principal Balance',
    'Prior Principal Balance',
    'Opening Balance',
    'Beginning {class} Principal Balance',
  ],
  principal: [
    'Principal',
    'Prin',
    'Principal Distribution',
    'Principal Payment',
    'Principal Distributed',
    'Principal Paid',
    'Principal Distribution Amount',
    'Total Principal',
  ],
  scheduledPrincipal: [
    'Scheduled Principal',
    'Scheduled Principal Distribution',
    'Scheduled Principal Payment',
    'Sched Principal',
  ],
  unscheduledPrincipal: [
    'Unscheduled Principal',
    'Unscheduled Principal Distribution',
    'Unscheduled Principal Payment',
  ],
  interest: ['Interest', 'Int', 'Interest Distribution', 'Interest Payment', 'Interest Distributed', 'Interest Paid'],
  totalDistribution: [
    'Total',
    'Total Distribution',
    'Total Payment',
    'Total Amount Distributed',
    'Total Principal and Interest',
  ],
  realizedLoss: [
    'Losses',
    'Realized Loss',
    'Realized Losses',
    'Current Realized Loss',
    'Realized Losses Allocated',
    'Principal Loss',
  ],
  cumulativeRealizedLoss: ['Cumulative Realized Losses', 'Cumulative Realized Loss', 'Cumulative Losses'],
  deferredInterest: ['Deferred Interest', 'Negative Amortization'],
  endingBalance: [
    'Ending Balance',
    'End Bal',
    'Ending {class} Balance',
    'Ending Principal Balance',
    'Current Principal Balance',
    'Closing Balance',
    'Ending {class} Principal Balance',
  ],
  passThroughRate: [
    'Pass-Through Rate',
    'Current Pass-Through Rate',
    '{class} Rate',
    'Interest Rate',
    '{class} Pass-Through Rate',
  ],
  nextPassThroughRate: ['Next Rate', 'Next Pass-Through Rate', 'Estimated Next Pass-Through Rate'],
  certificateFactor: ['{class} Factor', 'Factor', 'Ending {class} Factor', 'Ending Balance Factor'],
  cusip: ['CUSIP', 'Cusip', 'CUSIP Number', 'CUSIP No.'],
};

/** Headings of a table per $1,000, below a section that says so. */
export const perThousandWordings: Readonly<Record<string, readonly string[]>> = {
  beginningBalancePer1000: ['Beginning Balance', 'Beg Bal', 'Prior Principal Balance', 'Beginning Principal Balance'],
  principalPer1000: ['Principal', 'Prin', 'Principal Distribution', 'Principal Payment'],
  interestPer1000: ['Interest', 'Int', 'Interest Distribution', 'Interest Payment'],
  totalPer1000: ['Total', 'Total Distribution', 'Total Payment'],
  lossPer1000: ['Losses', 'Realized Losses', 'Realized Loss'],
  endingBalancePer1000: ['Ending Balance', 'End Bal', 'Current Principal Balance', 'Ending Principal Balance'],
};

export const perThousandSections: readonly string[] = [
  'AMOUNTS PER $1,000 UNIT',
  'Amounts Per $1,000 Certificate',
  'FACTOR INFORMATION PER $1,000 OF ORIGINAL FACE',
  'Distribution Per $1,000 of Original Balance',
  'PER $1,000 OF ORIGINAL PRINCIPAL BALANCE',
];

export const classSections: readonly string[] = [
  'DISTRIBUTION SUMMARY',
  'Distributions in Dollars',
  'CERTIFICATEHOLDER DISTRIBUTION SUMMARY',
  'Payment Summary',
  'CLASS DISTRIBUTIONS',
];

/** Figures of the pool, each with enough words to stand alone. */
export const poolWordings: Readonly<Record<string, readonly string[]>> = {
  poolBeginningBalance: [
    'Beginning Pool Balance',
    'Beginning Aggregate Pool Balance',
    'Beginning Scheduled Collateral Balance',
    'Prior Principal Balance of Pool',
    'Aggregate Principal Balance of the Mortgage Loans, Beginning',
    'Pool Balance, Beginning',
    'Beginning Portfolio Balance',
    'Beginning of Period Principal Balance of Loans (4.02 a)',
  ],
  poolEndingBalance: [
    'Ending Pool Balance',
    'Ending Aggregate Pool Balance',
    'Ending Scheduled Collateral Balance',
    'Current Principal Balance of Pool',
    'Aggregate Principal Balance of the Mortgage Loans, Ending',
    'Pool Balance, Ending',
    'Ending Net Pool Balance',
    'End of Period Principal Balance of Loans (4.02 b)',
  ],
  loanCountBeginning: [
    'Beginning Loan Count',
    'Number of Loans, Beginning',
    'Beginning Number of Mortgage Loans',
    'Prior Number of Loans',
  ],
  loanCountEnding: [
    'Ending Loan Count',
    'Number of Loans, Ending',
    'Ending Number of Mortgage Loans',
    'Current Number of Loans',
    'Number of Loans at End of Period',
  ],
  weightedAverageCoupon: [
    'Weighted Average Mortgage Rate',
    'Weighted Average Gross Coupon',
    'Wghtd Avg Mortgage Rate',
    'Weighted Average Coupon',
    'Gross Weighted Average Coupon',
    'Weighted Average Loan Rate (WAC)',
  ],
  weightedAverageRemainingTerm: [
    'Weighted Average Remaining Term',
    'Weighted Average Term to Maturity',
    'Weighted Average Remaining Term to Maturity',
    'Wghtd Avg Rem Term',
    'Weighted Average Maturity',
  ],
  servicingFee: ['Servicing Fee', 'Servicing Fees', 'Servicing Fee Paid', 'Total Servicing Fee'],
  advances: ['Total Advances', 'Advances', 'P&I Advances', 'Aggregate Amount of Advances'],
  curtailments: ['Curtailments', 'Partial Principal Prepayments', 'Principal Curtailments', 'Partial Prepayments'],
  payoffs: ['Payments in Full', 'Principal Prepayments in Full', 'Prepayments in Full', 'Payoffs'],
  liquidationProceeds: ['Liquidation Proceeds', 'Net Liquidation Proceeds'],
  totalPrepayments: ['Total Prepayments', 'Aggregate Principal Prepayments', 'Total Principal Prepayments'],
  prepaymentCharges: ['Prepayment Charges', 'Prepayment Penalties', 'Prepayment Premiums'],
  realizedLosses: ['Realized Losses', 'Current Realized Losses', 'Total Realized Losses', 'Aggregate Realized Losses'],
  bankruptcyLosses: ['Bankruptcy Losses', 'Current Bankruptcy Losses'],
  cumulativeRealizedLosses: [
    'Cumulative Realized Losses',
    'Cumulative Losses',
    'Cumulative Realized Losses Since Cutoff',
  ],
  aggregateLossSeverity: ['Aggregate Loss Severity', 'Loss Severity'],
  overcollateralization: [
    'Overcollateralization Amount',
    'Ending Overcollateralization Amount',
    'Overcollateralized Amount',
  ],
  requiredOvercollateralization: [
    'Required Overcollateralized Amount',
    'Target Overcollateralization Amount',
    'Required Overcollateralization Amount',
    'Overcollateralization Target',
  ],
  overcollateralizationIncrease: ['Overcollateralization Increase Amount', 'Extra Principal Distribution Amount'],
  overcollateralizationReduction: ['Overcollateralization Reduction Amount', 'Overcollateralization Release Amount'],
  creditEnhancementPercentage: ['Credit Enhancement Percentage', 'Senior Enhancement Percentage'],
  delinquencyPercentage: ['Delinquency Percentage', '60+ Delinquency Percentage'],
  netMonthlyExcessCashFlow: ['Net Monthly Excess Cash Flow', 'Net Monthly Excess Cashflow'],
  stepdownDateOccurred: ['Stepdown Date Occurrence', 'Has the Stepdown Date Occurred?'],
  triggerEventOccurred: ['Trigger Event Occurrence', 'Has a Trigger Event Occurred?', 'Trigger Event in Effect'],
  reoStatedBalance: ['Stated Principal Balance of REO Properties', 'Stated Prin Bal of REO Properties'],
  statedBalanceExcludingReo: [
    'Stated Prin Bal of Mtge Loans (excluding REOs)',
    'Stated Principal Balance of Mortgage Loans (excluding REO)',
  ],
  reoBookValue: ['Total Book Value of REO Properties', 'Book Value of REO Properties'],
};

/** Columns of the arrears table. `delinquentStatedBalance` alone is the plain principal balance. */
export const arrearsWordings: Readonly<Record<string, readonly string[]>> = {
  delinquentCount: ['Number of Loans', 'Number', 'Loan Count', 'No. of Loans', 'Count'],
  delinquentStatedBalance: ['Principal Balance', 'Balance', 'Scheduled Principal Balance', 'Stated Principal Balance'],
  delinquentUnpaidBalance: ['Unpaid Principal Balance', 'Unpaid Principal Bal', 'Actual Unpaid Principal Balance'],
  delinquentPercentage: ['Percentage', 'Percent of Pool', '% of Pool Balance', 'Percentage of Pool Balance'],
};

export const bucketWordings: Readonly<Record<string, readonly string[]>> = {
  '30-59': ['30-59 days', '30 to 59 days', '30 - 59 Days', '30 Days', '30-59 Days Delinquent'],
  '60-89': ['60-89 days', '60 to 89 days', '60 - 89 Days', '60 Days', '60-89 Days Delinquent'],
  '90+': ['90+ days', '90 or more days', '90 + Days', '90+ Days', '90 Days or More Delinquent', 'Over 90 Days'],
  foreclosure: ['Foreclosure', 'Foreclosures', 'In Foreclosure', 'Fcls'],
  bankruptcy: ['Bankruptcy', 'Bankruptcies', 'In Bankruptcy'],
  reo: ['REO', 'Real Estate Owned', 'REO Properties'],
  total: ['Total', 'TOTAL', 'Totals'],
};

export const sections: Readonly<
  Record<'pool' | 'prepayments' | 'losses' | 'enhancement' | 'arrears', readonly string[]>
> = {
  pool: ['MORTGAGE LOAN CHARACTERISTICS', 'Pool Information', 'COLLATERAL STATEMENT', 'Mortgage Pool'],
  prepayments: ['PRINCIPAL PREPAYMENTS', 'Prepayments', 'Prepayment Information'],
  losses: ['REALIZED LOSSES', 'Loss Information', 'Losses on the Mortgage Loans'],
  enhancement: ['OVERCOLLATERALIZATION', 'Credit Enhancement', 'PERFORMANCE MEASURES'],
  arrears: ['DELINQUENCY INFORMATION', 'Delinquent Loan Information', 'Loan Status', 'MORTGAGE LOAN DELINQUENCY'],
};
