/** A word of the field, explained once. */
export interface GlossaryTerm {
  /** As it stands in addresses. */
  readonly id: string;
  readonly term: string;
  /** What else statements call it. */
  readonly alsoPrinted?: string;
  readonly meaning: string;
  /** Ids of other terms that help to understand this one. */
  readonly see?: readonly string[];
}

const terms = [
  {
    id: 'accrual-period',
    term: 'Accrual period',
    meaning:
      'The days for which a distribution pays interest. Floating classes usually count the actual days over a year of 360; fixed and notional classes count every month as 30 days. The convention is not printed, so Paydown tries each and names the one that reproduces the printed interest.',
    see: ['pass-through-rate'],
  },
  {
    id: 'advance',
    term: 'Advance',
    meaning:
      'What the servicer pays out of its own pocket when a borrower does not pay, as long as it expects to get it back.',
    see: ['servicer'],
  },
  {
    id: 'amendment',
    term: 'Amendment',
    meaning:
      'A filing that replaces an earlier one, marked /A. Paydown shows the amended statement and keeps the original beside it.',
  },
  {
    id: 'bankruptcy',
    term: 'Bankruptcy',
    meaning:
      'Loans whose borrower is in bankruptcy proceedings. Deals differ in whether such loans are also counted by days past due; “60+” counts only those that are two payments or more behind.',
    see: ['delinquency'],
  },
  {
    id: 'cdr',
    term: 'CDR, constant default rate',
    meaning:
      'The monthly default rate as a yearly one: the share of the pool that would default in a year at this speed.',
    see: ['mdr', 'cpr'],
  },
  {
    id: 'certificate-factor',
    term: 'Certificate factor',
    alsoPrinted: 'factor, ending factor',
    meaning:
      'What is left of each dollar of a class’s original balance, usually printed with eight decimals. Times the original balance it gives the ending balance. The factor of a notional class follows its notional balance.',
    see: ['notional', 'pool-factor'],
  },
  {
    id: 'class',
    term: 'Class',
    alsoPrinted: 'tranche, certificates',
    meaning:
      'One kind of security that the trust issued, with its own balance, rate and place in line. Senior classes (A) are paid before mezzanine (M) and subordinate ones (B).',
    see: ['subordination', 'residual'],
  },
  {
    id: 'cpr',
    term: 'CPR, constant prepayment rate',
    meaning:
      'The monthly prepayment speed as a yearly one: the share of the pool that would be prepaid in a year at this speed, beyond what was scheduled. Total CPR counts liquidations as prepayments, voluntary CPR does not.',
    see: ['smm', 'curtailment', 'payoff'],
  },
  {
    id: 'credit-enhancement',
    term: 'Credit enhancement',
    meaning:
      'What has to be lost before a class loses anything: the classes below it and the overcollateralization, as a share of the pool.',
    see: ['subordination', 'overcollateralization'],
  },
  {
    id: 'curtailment',
    term: 'Curtailment',
    alsoPrinted: 'partial prepayment',
    meaning: 'Principal that a borrower pays beyond what is due, without paying off the loan.',
    see: ['payoff'],
  },
  {
    id: 'cusip',
    term: 'CUSIP',
    meaning:
      'The nine characters that identify a class. The last is a check digit, which Paydown recomputes, so a misread number is noticed.',
  },
  {
    id: 'delinquency',
    term: 'Delinquency',
    meaning:
      'Loans whose payments are late: 30–59, 60–89 and 90 or more days. Loans in foreclosure, bankruptcy and real estate owned are listed apart or among them, as the deal defines it.',
    see: ['foreclosure', 'reo', 'roll-rate'],
  },
  {
    id: 'depositor',
    term: 'Depositor',
    meaning:
      'The company that buys the loans and sells them to the trust. Filings at the SEC stand under its name or the trust’s.',
  },
  {
    id: 'distribution-date',
    term: 'Distribution date',
    alsoPrinted: 'payment date',
    meaning:
      'The day of each month on which the classes are paid, and to which a statement belongs. Charts stand on it.',
  },
  {
    id: 'excess-spread',
    term: 'Excess spread',
    alsoPrinted: 'net monthly excess cash flow',
    meaning:
      'Interest of the loans that is left when fees and the classes’ interest are paid. It is the first cushion against losses, and it builds overcollateralization.',
    see: ['overcollateralization'],
  },
  {
    id: 'foreclosure',
    term: 'Foreclosure',
    meaning: 'Loans whose property is being taken and sold by law. Afterwards it is REO, or the loan is liquidated.',
    see: ['reo', 'liquidation-proceeds'],
  },
  {
    id: 'liquidation-proceeds',
    term: 'Liquidation proceeds',
    meaning: 'What came in when defaulted loans and their properties were sold. The balance less proceeds is the loss.',
    see: ['realized-loss', 'severity'],
  },
  {
    id: 'severity',
    term: 'Loss severity',
    meaning: 'The loss as a share of the balance of the liquidated loans.',
    see: ['realized-loss'],
  },
  {
    id: 'mdr',
    term: 'MDR, monthly default rate',
    meaning: 'The balance liquidated in a month as a share of the pool after scheduled principal.',
    see: ['cdr'],
  },
  {
    id: 'net-wac',
    term: 'Net WAC',
    meaning:
      'The loans’ average coupon less fees: the most that the classes together can be paid in interest. Where a class’s rate is capped by it, the missing interest may be carried forward.',
    see: ['wac', 'net-wac-carryforward'],
  },
  {
    id: 'net-wac-carryforward',
    term: 'Net WAC rate carryforward',
    alsoPrinted: 'basis risk shortfall',
    meaning: 'Interest that a class did not get because its rate was capped at the Net WAC, owed to it later.',
    see: ['net-wac'],
  },
  {
    id: 'notional',
    term: 'Notional balance',
    meaning:
      'A balance on which interest is reckoned but which is never paid, since it is someone else’s: often the pool’s. Charts draw notional classes dashed and never stack them on real ones.',
  },
  {
    id: 'overcollateralization',
    term: 'Overcollateralization',
    alsoPrinted: 'OC, overcollateralized amount',
    meaning:
      'The pool less what is owed to the classes. Excess spread builds it to a target; losses eat it before they reach a class.',
    see: ['excess-spread', 'credit-enhancement'],
  },
  {
    id: 'pass-through-rate',
    term: 'Pass-through rate',
    alsoPrinted: 'certificate rate, coupon',
    meaning: 'The yearly interest rate of a class for one accrual period: fixed, or an index with a margin.',
    see: ['accrual-period', 'net-wac'],
  },
  {
    id: 'payoff',
    term: 'Payoff',
    alsoPrinted: 'payment in full',
    meaning: 'A loan paid off before its time, by moving, selling or refinancing.',
    see: ['curtailment'],
  },
  {
    id: 'per-thousand',
    term: 'Per $1,000',
    alsoPrinted: 'per single certificate',
    meaning:
      'Amounts for each $1,000 of original balance. They are printed with more digits than the dollar amounts, and together with those they reveal a class’s original balance.',
    see: ['certificate-factor'],
  },
  {
    id: 'pool',
    term: 'Pool',
    alsoPrinted: 'mortgage loans, collateral, receivables',
    meaning: 'All the loans of the trust together. Large deals split it into loan groups, each with its own classes.',
    see: ['pool-factor'],
  },
  {
    id: 'pool-factor',
    term: 'Pool factor',
    meaning: 'The pool’s balance as a share of what it was at the beginning.',
    see: ['certificate-factor'],
  },
  {
    id: 'prepayment-interest-shortfall',
    term: 'Prepayment interest shortfall',
    alsoPrinted: 'PPIS',
    meaning:
      'Interest that is missing because a loan was paid off before the month was over. The servicer covers part of it.',
  },
  {
    id: 'psa',
    term: 'PSA',
    meaning:
      'A prepayment speed against a standard ramp: 6 % a year from the thirtieth month on, less before. It needs the age of the loans, which most statements do not print; then Paydown says so and shows none. PSA also stands for the pooling and servicing agreement.',
    see: ['cpr'],
  },
  {
    id: 'realized-loss',
    term: 'Realized loss',
    meaning:
      'What is missing for good when a defaulted loan is done with. It goes to the lowest class that is left, after excess spread and overcollateralization.',
    see: ['severity', 'subordination'],
  },
  {
    id: 'relief-act',
    term: 'Relief Act shortfall',
    meaning: 'Interest that borrowers in military service need not pay by law.',
  },
  {
    id: 'reo',
    term: 'REO, real estate owned',
    meaning: 'Properties that the trust has taken over and not sold yet.',
    see: ['foreclosure'],
  },
  {
    id: 'residual',
    term: 'Residual',
    alsoPrinted: 'class R',
    meaning: 'The class that gets what nobody else is owed, mostly nothing. It exists for tax reasons.',
  },
  {
    id: 'roll-rate',
    term: 'Roll rate',
    meaning:
      'How much of last month’s bucket stands in the next worse one now. From pool totals it is an approximation: single loans cannot be followed.',
    see: ['delinquency'],
  },
  {
    id: 'scheduled-principal',
    term: 'Scheduled principal',
    meaning:
      'What borrowers had to repay by their payment plan. Where it is not printed, it is what is left of the pool’s decline after prepayments and losses.',
    see: ['smm'],
  },
  {
    id: 'servicer',
    term: 'Servicer',
    meaning: 'Who collects the payments, chases late ones and sends the money to the trustee, for a fee.',
    see: ['advance', 'trustee'],
  },
  {
    id: 'smm',
    term: 'SMM, single monthly mortality',
    meaning: 'Unscheduled principal of a month as a share of the pool after scheduled principal.',
    see: ['cpr'],
  },
  {
    id: 'stated-balance',
    term: 'Stated principal balance',
    meaning: 'A loan’s balance as the deal reckons it: what is due by schedule less prepayments, whether paid or not.',
    see: ['unpaid-balance'],
  },
  {
    id: 'stepdown',
    term: 'Stepdown',
    meaning:
      'The date from which the cushion may shrink with the pool: usually the later of the 37th month and the first in which the enhancement is twice what it was. Before it, senior classes get all principal.',
    see: ['trigger', 'credit-enhancement'],
  },
  {
    id: 'subordination',
    term: 'Subordination',
    meaning:
      'The classes below take losses first. How thick they are, as a share of the pool, protects the classes above.',
    see: ['credit-enhancement'],
  },
  {
    id: 'trigger',
    term: 'Trigger event',
    meaning:
      'A test that, once failed, keeps the money with the senior classes: rolling delinquency against enhancement, or cumulative losses against a schedule.',
    see: ['stepdown', 'delinquency'],
  },
  {
    id: 'trustee',
    term: 'Trustee',
    meaning: 'The bank that holds the trust, pays the classes and prints the statements.',
    see: ['servicer'],
  },
  {
    id: 'unpaid-balance',
    term: 'Unpaid principal balance',
    alsoPrinted: 'UPB',
    meaning: 'A loan’s balance as the borrower owes it. With late payments it is above the stated balance.',
    see: ['stated-balance'],
  },
  {
    id: 'verdict',
    term: 'Verdict',
    meaning:
      'Proven: the figure stands in a sum, a product or a carry-over that comes out. Contradicted: it stands in one that does not. Unproven: nothing else in what is loaded depends on it.',
  },
  {
    id: 'wac',
    term: 'WAC, weighted average coupon',
    alsoPrinted: 'weighted average mortgage rate',
    meaning: 'The average interest rate of the loans, each weighted by its balance.',
    see: ['net-wac'],
  },
  {
    id: 'wam',
    term: 'WAM, weighted average remaining term',
    alsoPrinted: 'weighted average maturity, WART',
    meaning: 'How many months the loans still have to run, weighted by balance.',
  },
] as const satisfies readonly GlossaryTerm[];

/** What an entry is called in addresses and links. */
export type TermId = (typeof terms)[number]['id'];

/** The field's words in the order of the alphabet. */
export const glossary: readonly GlossaryTerm[] = terms;

/** The term of an id. */
export const glossaryTerm = (id: string): GlossaryTerm | undefined => glossary.find((term) => term.id === id);
