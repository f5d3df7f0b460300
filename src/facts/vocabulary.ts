import type { ConceptId } from './concepts.ts';

/**
 * What statements call each concept. A line is one wording; its words go through the lexicon, so abbreviations, plurals, word order and
 * small typing errors need no line of their own. Words behind `@` must stand in the label or in what it stands under (section, spanning
 * heading, the words over the row labels); words behind `!` must stand nowhere there; words behind `~` must not stand in
 * the label itself. Adding a trustee's words is adding lines.
 */
export const vocabulary: Readonly<Partial<Record<ConceptId, string>>> = {
  originalBalance: `
    original balance
    original face value
    original face
    original face amount
    original principal
    original principal balance
    original certificate balance ! underwriter
    original note balance
    initial certificate principal balance
    initial class balance
    original notional balance
    original principal notional balance
    original notional amount
    original amount
    original value
    original principal amount
    original @ balance
    original invested amount`,
  beginningBalance: `
    beginning balance
    beginning principal balance
    beginning certificate balance
    beginning note balance
    beginning class principal balance
    beginning notional balance
    beginning certificate notional amount
    beginning notional amount
    beginning outstanding principal
    beginning outstanding amount @ class
    prior principal balance
    prior balance
    opening balance
    principal balance before distribution
    balance before distribution
    previous balance
    beginning principal
    beginning amount
    balance prior distribution
    beginning principal amount
    beginning note amount
    beginning interest balance
    principal balance reported prior servicer certificate
    beginning invested amount
    beginning unpaid principal balance
    beginning outstanding balance
    beginning unpaid balance
    beginning @ balance`,
  beginningBalancePer1000: `
    beginning principal factor
    beginning balance factor
    beginning factor`,
  endingBalancePer1000: `
    ending principal factor
    current principal factor
    ending balance factor`,
  principal: `
    principal distribution actual
    principal
    principal distribution
    principal distributed
    principal payment
    principal paid
    total principal
    total principal distribution
    principal distribution amount
    total principal payment
    principal remittance ! pool
    aggregate principal distribution
    current principal distribution
    note principal distribution
    principal payment amount
    net principal distribution`,
  scheduledPrincipal: `
    scheduled principal
    scheduled principal distribution
    scheduled principal payment
    scheduled principal distribution amount`,
  unscheduledPrincipal: `
    unscheduled principal
    unscheduled principal distribution
    unscheduled principal payment
    unscheduled principal distribution amount
    principal prepayment distribution`,
  interest: `
    interest distribution actual
    interest
    interest distribution
    interest distributed
    interest payment
    interest paid
    interest payment amount
    total interest
    total interest distribution
    interest distribution amount total
    current interest
    current interest distribution
    certificate interest
    note interest distribution
    aggregate interest distribution
    interest amount
    interest distribution current
    current interest payment`,
  totalDistribution: `
    total distribution actual
    total
    total distribution
    total payment
    total amount distributed
    total distribution amount
    aggregate distribution
    total principal interest
    total principal and interest distribution
    total principal interest payment
    principal and interest
    total amount`,
  realizedLoss: `
    loss
    realized loss
    current realized loss
    realized loss principal
    realized loss of principal
    principal loss
    realized principal loss
    current loss
    realized loss allocated
    realized loss distribution
    allocated loss
    principal writedown
    writedown amount
    current period realized loss
    loss amount
    applied loss
    applied realized loss amount
    realized loss principal distribution
    collateral writedown principal
    total realized loss
    principal adjustment loss
    principal loss adjustment
    real loss`,
  cumulativeRealizedLoss: `
    cumulative realized loss
    cumulative loss
    cumulative writedown
    cumulative realized loss amount
    aggregate cumulative realized loss`,
  deferredInterest: `
    deferred interest ~ distribution
    negative amortization
    interest deferred amount
    accretion
    accreted interest ~ distribution
    accretion principal`,
  endingBalance: `
    ending balance
    ending principal balance
    ending certificate balance
    ending note balance
    ending class principal balance
    ending notional balance
    ending certificate notional amount
    ending notional amount
    ending outstanding principal
    ending outstanding amount @ class
    current principal balance
    current certificate balance
    current note balance
    current balance
    closing balance
    remaining principal balance
    remaining balance
    remaining certificate balance
    principal balance after distribution
    balance after distribution
    ending principal
    ending amount
    ending principal amount
    ending note amount
    ending invested amount
    ending unpaid principal balance
    ending unpaid balance
    ending @ balance`,
  passThroughRate: `
    passthrough rate
    current passthrough rate
    certificate passthrough rate
    rate
    interest rate
    certificate rate
    note rate
    certificate interest rate
    note interest rate
    current rate
    current interest rate
    coupon
    coupon rate
    remittance rate
    current passthrough rate @ rate
    current @ passthrough rate
    certificate coupon rate
    bond rate
    distribution rate
    passthrough rate current period
    passthrough rate percent
    rate percent
    interest rate percent
    coupon percent
    current passthrough rate percent`,
  nextPassThroughRate: `
    next passthrough rate
    next rate
    next interest rate
    next coupon rate
    next @ passthrough rate
    next @ passthrough
    next @ rate
    next note rate
    next certificate rate`,
  certificateFactor: `
    factor
    certificate factor
    principal factor
    balance factor
    ending factor
    current factor
    note factor
    class factor
    certificate principal factor
    principal balance factor
    ending certificate factor
    ending note factor
    ending balance factor
    certificate balance factor
    ending percent certificate factor
    ending certificate percent
    bond factor
    note pool factor
    pool factor
    ending pool factor
    principal factor ending
    current certificate factor`,
  interestDistributionAmount: `
    interest distribution amount
    interest distribution amount @ interest distribution amount`,
  interestCarryForward: `
    interest carryforward
    interest carryforward amount
    interest carryforward balance
    unpaid interest carryforward amount
    class interest carryforward amount
    interest carryforward shortfall
    interest shortfall carryforward`,
  realizedLossReduction: `
    realized loss @ reduction
    reduction realized loss
    loss @ reduction realized`,
  prepaymentInterestShortfallReduction: `
    prepayment interest shortfall @ reduction
    prepayment interest shortfall
    prepayment shortfall @ reduction
    net prepayment interest shortfall
    prepaymentinterestshortfall
    current prepayment interest shortfall`,
  reliefActReduction: `
    relief interest shortfall @ reduction
    relief interest shortfall
    relief shortfall
    relief interest shortfall amount
    relief reduction`,
  netWacCarryforward: `
    current net wac rate carryforward amount
    net wac rate carryforward amount
    net wac carryforward
    net wac rate carryforward distribution
    net wac shortfall carryforward distribution
    basis risk shortfall carryforward amount
    basis risk carryforward amount distribution
    basis risk carryforward
    net rate carryforward amount
    net rate cap carryforward amount
    net rate carryforward
    net rate carryforward distribution`,
  netWacCarryforwardUnpaid: `
    unpaid @ net wac
    amount unpaid after distribution @ net wac
    net wac carryforward unpaid
    net wac rate carryforward remaining unpaid
    remaining net wac carryforward`,
  cusip: `
    cusip
    cusip number`,
  holdersOfRecord: `
    number holder record
    @ number certificate record
    @ number holder record
    @ holder record
    number holder
    @ certificate record number holder`,
  underwriterAllocation: `
    original certificate principal balance @ underwriter
    original principal balance @ underwriter
    principal amount @ underwriter
    principal balance @ underwriter
    original principal amount @ underwriter
    initial certificate balance @ underwriter
    amount @ underwriter`,

  poolBeginningBalance: `
    beginning pool balance
    beginning principal balance
    beginning balance
    beginning aggregate balance
    beginning aggregate pool balance
    beginning scheduled collateral balance
    beginning scheduled balance
    beginning pool principal balance
    beginning aggregate principal balance mortgage loan
    beginning loan balance
    beginning stated principal balance
    beginning stated balance
    prior principal balance pool
    prior balance pool
    beginning collateral balance
    beginning receivable balance
    beginning aggregate principal
    pool scheduled principal balance beginning
    beginning pool principal
    beginning mortgage pool balance
    beginning group balance
    pool principal balance reported prior servicer certificate
    pool principal balance reported prior month
    beginning portfolio balance
    beginning net pool balance
    beginning discounted balance
    beginning pool loan value
    beginning discounted principal balance
    beginning unpaid principal balance
    beginning principal loan
    aggregate unpaid principal balance beginning`,
  poolEndingBalance: `
    ending pool balance
    ending principal balance
    ending balance
    ending aggregate balance
    ending aggregate pool balance
    ending scheduled collateral balance
    ending scheduled balance
    ending pool principal balance
    ending aggregate principal balance mortgage loan
    ending loan balance
    ending stated principal balance
    ending stated balance
    current principal balance pool
    current balance pool
    remaining pool balance
    current pool balance
    ending collateral balance
    ending receivable balance
    ending aggregate principal
    current aggregate principal balance
    remaining principal balance pool
    aggregate stated principal balance ending
    current pool principal balance
    current loan balance
    current aggregate balance loan
    ending pool principal
    ending mortgage pool balance
    ending group balance
    pool scheduled principal balance ending
    ending portfolio balance
    ending net pool balance
    ending discounted balance
    ending pool loan value
    ending discounted principal balance
    ending unpaid principal balance
    ending principal loan
    aggregate unpaid principal balance ending`,
  loanCountBeginning: `
    beginning number loan
    beginning loan number
    beginning loan
    prior number loan
    beginning scheduled collateral loan number
    number beginning @ loan
    beginning number mortgage loan
    beginning collateral number loan
    beginning number`,
  loanCountEnding: `
    ending number loan
    ending loan number
    ending loan
    current number loan
    ending scheduled collateral loan number
    number ending @ loan
    remaining number loan
    ending number mortgage loan
    current loan number
    ending collateral number loan
    ending number
    number outstanding loan ending`,
  weightedAverageCoupon: `
    weighted average coupon
    weighted average mortgage rate
    weighted average gross coupon
    weighted average coupon rate
    current weighted average mortgage rate
    beginning weighted average mortgage rate
    weighted average rate
    weighted average interest rate
    weighted average mortgage interest rate
    weighted average loan rate
    weighted average gross mortgage rate
    wac
    gross wac
    current wac
    weighted average contract rate
    weighted average annual percent rate
    weighted average apr
    weighted average note rate
    ending weighted average mortgage rate
    weighted average gross coupon rate
    beginning weighted average coupon
    ending weighted average rate
    beginning weighted average rate
    ending weighted average coupon
    ending weighted average interest rate
    beginning weighted average interest rate
    weighted average gross rate
    weighted average contract apr
    weighted average gross interest rate
    weighted average gross loan rate
    current weighted average coupon
    current weighted average rate`,
  weightedAverageRemainingTerm: `
    weighted average remaining term
    weighted average remaining term maturity
    weighted average term maturity
    weighted average maturity
    weighted average remaining maturity
    weighted average remaining month
    wam
    remaining term
    weighted average remaining amortization term
    weighted average stated remaining term
    weighted average maturity stepdown calculation
    weighted average remaining stated term maturity
    weighted average original term remaining
    weighted average remaining term month
    average remaining term
    weighted average maturity ending
    ending weighted average remaining term
    weighted average remaining month maturity`,
  servicingFee: `
    servicing fee
    servicer fee ~ total
    monthly servicing fee
    total servicing fee
    servicing fee paid
    current servicing fee
    servicing fee amount
    gross servicing fee
    aggregate servicing fee
    base servicing fee
    basic servicing fee
    servicing fee servicer
    primary servicing fee
    servicing fee distribution servicer`,
  masterServicerCompensation: `
    master servicer compensation
    master servicing compensation
    master servicer fee
    master servicing fee
    total servicing compensation
    servicing compensation
    servicer compensation
    aggregate servicing compensation`,
  advances: `
    total advance
    ending aggregate advance
    ending advance
    advance
    aggregate advance
    p i advance
    monthly advance
    principal interest advance
    aggregate monthly advance
    total p i advance
    delinquency advance
    servicer advance
    advance amount
    current period advance
    periodic advance`,
  statedBalanceExcludingReo: `
    stated principal balance mortgage loan reo ! property
    stated principal balance loan reo ! property`,
  reoStatedBalance: `
    stated principal balance reo property
    stated balance reo property
    aggregate stated principal balance reo property`,
  reoBookValue: `
    total book value reo property
    book value reo
    book value reo property
    total book value reo
    aggregate book value reo property
    reo book value
    book value realestateowned`,
  curtailments: `
    curtailment
    principal curtailment
    partial prepayment
    partial principal prepayment
    aggregate curtailment
    principal prepayment partial
    curtailment principal`,
  payoffs: `
    payoff
    prepayment full
    principal prepayment full
    full prepayment
    payoff principal
    prepaid full
    loan payoff
    liquidated full
    aggregate payoff
    amount payoff principal
    voluntary payoff
    full voluntary prepayment
    voluntary prepayment full
    payoff principal scheduled balance
    prepayment full principal`,
  liquidationProceeds: `
    liquidation proceeds ! interest
    net liquidation proceeds ! interest
    principal liquidation proceeds
    aggregate liquidation proceeds
    liquidation proceeds principal
    liquidation principal
    liquidation ! balance ~ loan`,
  totalPrepayments: `
    total prepayment
    total principal prepayment
    total @ principal prepayment
    aggregate principal prepayment
    principal prepayment
    total unscheduled principal
    prepayment principal
    prepayment curtailment
    pool prepayment
    principal prepayment curtailment
    principal prepayment amount
    voluntary prepayment
    full partial prepayment
    full partial principal prepayment
    prepayment full partial principal`,
  prepaymentCharges: `
    prepayment charge
    prepayment penalty
    prepayment premium
    prepayment penalty collected
    aggregate prepayment charge
    prepayment charge collected`,
  reoPrincipalAmortization: `
    reo principal amortization
    principal amortization reo`,
  realizedLosses: `
    total realized loss
    realized loss
    current realized loss
    realized loss current period
    aggregate realized loss
    realized loss amount
    current period realized loss
    realized loss incurred
    net realized loss
    current loss
    net loss
    monthly realized loss
    net liquidation loss
    aggregate net loss
    loss
    collateral realized loss
    net credit loss
    liquidation loss
    liquidation realized loss
    net realized loss current period
    current realized loss interest shortfall`,
  bankruptcyLosses: `
    bankruptcy loss
    bankruptcy realized loss`,
  cumulativeRealizedLosses: `
    cumulative realized loss
    cumulative loss
    cumulative net loss
    cumulative net realized loss
    aggregate cumulative realized loss
    cumulative realized loss original
    cumulative loss original
    original @ cumulative loss
    total cumulative realized loss
    realized loss cumulative
    cumulative collateral loss
    aggregate realized loss original
    cumulative liquidation loss
    cumulative net liquidation loss
    cumulative net credit loss
    cumulative realized loss since original
    cumulative realized loss interest shortfall`,
  aggregateLossSeverity: `
    aggregate loss severity percent
    loss severity percent
    aggregate loss severity
    loss severity
    average loss severity
    current loss severity
    total loss severity`,
  extraordinaryExpenses: `
    extraordinary expense
    extraordinary trust fund expense
    extraordinary fund expense withdrawn collection account distribution caused reduction available amount
    extraordinary expense withdrawn collection account reduction available distribution amount
    additional fund expense`,
  overcollateralization: `
    overcollateralization
    overcollateralization amount
    current overcollateralization amount
    ending overcollateralization amount
    overcollateralization balance
    ending overcollateralization
    overcollateralization ending balance`,
  requiredOvercollateralization: `
    required overcollateralization
    required overcollateralization amount
    target overcollateralization amount
    overcollateralization target
    overcollateralization target amount
    specified overcollateralization amount
    overcollateralization required amount
    current required overcollateralization
    overcollateralization required level
    required overcollateralization level`,
  overcollateralizationIncrease: `
    overcollateralization increase
    overcollateralization increase amount
    extra principal
    extra principal distribution amount
    extra principal distribution
    overcollateralization deficiency paid`,
  overcollateralizationReduction: `
    overcollateralization reduction
    overcollateralization reduction amount
    overcollateralization release amount
    excess overcollateralization amount
    overcollateralization released`,
  creditEnhancementPercentage: `
    credit enhancement percent
    senior enhancement percent
    senior credit enhancement percent
    current credit enhancement percent
    enhancement percent`,
  netMonthlyExcessCashFlow: `
    net monthly excess cashflow
    monthly excess cashflow
    excess cashflow
    net excess cashflow
    monthly excess cashflow amount
    total excess cashflow
    excess cashflow amount`,
  delinquencyPercentage: `
    delinquency percent
    rolling delinquency percent
    delinquency rate percent
    sixty day delinquency percent
    60+ delinquency percent
    60 day delinquency percent
    delinquency ratio`,
  stepdownDateOccurred: `
    stepdown occurred
    stepdown
    has stepdown occurred
    stepdown reached
    stepdown date`,
  triggerEventOccurred: `
    trigger event occurred
    trigger event
    trigger event in effect
    trigger occurred
    has trigger event occurred
    delinquency trigger event occurred
    trigger event status
    cumulative loss trigger event occurred`,
  prepaymentInterestShortfallUncovered: `
    prepaymentinterestshortfall not covered servicer
    prepayment interest shortfall not covered servicer
    uncovered prepayment interest shortfall
    net prepayment interest shortfall
    prepayment interest shortfall
    prepayment interest shortfall uncovered
    noncovered prepayment interest shortfall
    uncovered prepayment curtailment interest shortfall
    uncovered prepaymentinterestshortfall
    net prepaymentinterestshortfall
    net prepaymentinterestshortfall uncovered`,
  reliefActShortfall: `
    relief interest shortfall
    relief shortfall
    relief interest shortfall amount
    civil relief interest shortfall`,
  offeredBalance: `
    offered balance
    total offered
    aggregate offered principal balance`,
  reoLoanUnpaidBalance: `
    unpaid @ reo
    unpaid principal balance @ reo
    unpaid balance @ reo
    actual balance @ reo
    unpaid principal @ reo`,
  reoLoanStatedBalance: `
    stated balance @ reo
    stated principal balance @ reo
    stated @ reo
    principal balance @ reo`,
  loanLossSeverity: `
    loss percent @ severity
    loss severity percent
    loss severity
    severity`,
};

/** Words that say which measure of a delinquency bucket a figure is, by concept. */
export const bucketMeasures: readonly { readonly concept: ConceptId; readonly words: readonly string[] }[] = [
  { concept: 'delinquentPercentage', words: ['percent'] },
  { concept: 'delinquentUnpaidBalance', words: ['unpaid'] },
  { concept: 'delinquentCount', words: ['number'] },
  { concept: 'delinquentStatedBalance', words: ['balance', 'stated', 'principal', 'amount', 'value'] },
];

/** Words that may stand in the label of a delinquency bucket or its measure. */
export const bucketWords: ReadonlySet<string> = new Set([
  'number',
  'balance',
  'stated',
  'principal',
  'amount',
  'value',
  'percent',
  'unpaid',
  'actual',
  'scheduled',
  'discounted',
  'loan',
  'mortgage',
  'delinquent',
  'day',
  'month',
  'total',
  'aggregate',
  'pool',
  'ending',
  'current',
  'distribution',
  'unit',
  'property',
  'realestateowned',
  'reo',
  'foreclosure',
  'bankruptcy',
  'repossession',
  'group',
  'ending-pool',
  'past',
  'vehicle',
  'account',
  'vehicles',
  'inventory',
  'asset',
  'one',
  'two',
  'three',
  'more',
]);
