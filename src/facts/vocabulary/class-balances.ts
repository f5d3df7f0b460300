import type { Wordings } from './wordings.ts';

/** Balances, factors and rates of classes. */
export const classBalances: Wordings = {
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
    original invested amount
    original denomination amount`,
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
    beginning principal ~ distribution
    beginning amount ~ distribution
    balance prior distribution
    beginning principal amount ~ distribution
    beginning note amount
    beginning interest balance
    preliminary beginning balance
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
    ending principal ~ distribution
    ending amount ~ distribution
    ending principal amount ~ distribution
    ending note amount
    ending invested amount
    ending unpaid principal balance
    ending unpaid balance
    ending @ balance
    remaining unpaid principal balance
    remaining unpaid balance
    remaining outstanding principal balance
    remaining principal`,
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
    current certificate factor
    remaining factor
    remaining principal factor
    remaining balance factor
    remaining certificate factor`,
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
    current passthrough rate percent
    annual interest rate
    accrual rate
    applicable interest rate
    ptr
    annual passthrough rate
    interest accrual rate`,
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
};
