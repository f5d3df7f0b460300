import type { Wordings } from './wordings.ts';

/** The pool of loans: how large, how many, at which rate, for how long. */
export const pool: Wordings = {
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
    number outstanding loan ending
    active loan number
    active number loan`,
  weightedAverageCoupon: `
    weighted average coupon
    weighted average mortgage rate
    weighted average gross coupon
    weighted average coupon rate
    current weighted average mortgage rate
    beginning weighted average mortgage rate
    weighted average rate
    weighted average interest rate
    weighted average annual interest rate
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
    weighted average remaining term scheduled maturity
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
};
