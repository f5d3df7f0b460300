/**
 * Printed words to the field's words. Data: a line is a canonical word and the forms in which statements print it.
 * A form with a space is two words that are printed together; longer forms are tried first.
 */
const forms = `
beginning: beg begin begng bgn beginning opening prior previous preceding start starting before bop
ending: end ending closing close after eop post outstanding-ending
current: current curr cur present this
next: next estimated subsequent following succeeding est
original: original orig initial originally cut-off cutoff closing-date issue issuance
principal: principal prin princ prn prncpl principle
interest: interest int intrst interst
balance: balance balances bal bals bal. blance
amount: amount amounts amt amts
distribution: distribution distributions distrib dist distr distributed distributable payment payments pmt pmts paid payable pay allocated allocable allocation remittance disbursed disbursement
total: total totals tot overall
aggregate: aggregate agg aggr combined
loss: loss losses writedown writedowns write-down write-downs charge-off charge-offs chargeoff chargeoffs write-off
realized: realized realised rlzd
cumulative: cumulative cum cumul cumltv todate to-date life-to-date inception-to-date since-inception
deferred: deferred defer capitalized accretion accreted negative-amortization
rate: rate rates
passthrough: pass-through passthrough passthru pass-thru pass-thr passthough
remittancerate: coupon-rate
coupon: coupon coupons
factor: factor factors
certificate: certificate certificates cert certs note notes bond bonds security securities certificateholder certificateholders noteholder noteholders investor
class: class classes tranche tranches cl clas
scheduled: scheduled sched schd schedule
unscheduled: unscheduled unsched
repayment: repayment repayments repaid
prepayment: prepayment prepayments prepaid prepay prepays ppmt pre-paid pre-payment pre-payments
curtailment: curtailment curtailments curtail
partial: partial partials
payoff: payoff payoffs paid-in-full pif payments-in-full
full: full
liquidation: liquidation liquidations liquidated liq
recovery: recovery recoveries subsequent-recoveries
proceeds: proceeds
charge: charge charges premium premiums penalty penalties
servicing: servicing svc
servicer: servicer servicers servicers'
master: master
administration: administration administrative admin trustee
fee: fee fees
compensation: compensation comp
advance: advance advances advanced
reo: reo reos oreo
realestateowned: real-estate-owned
property: property properties
book: book
value: value values
stated: stated std
unpaid: unpaid upb
actual: actual
loan: loan loans mortgage-loan mortgage-loans ln lns receivable receivables contract contracts lease leases account accounts mtg-loans
mortgage: mortgage mortgages mtge mtg mortg mort home-equity collateral
number: number numbers no no. num nbr count counts units cnt quantity
pool: pool
weighted: weighted wghtd wtd wgtd wgt weightd
average: average avg avge ave
term: term terms
maturity: maturity mat mty
month: month months monthly mos quarterly
gross: gross
net: net
wac: wac
wam: wam wart
wala: wala seasoning age
delinquent: delinquent delinquency delinquencies delinq delq delnq arrears
day: day days
percent: percent percentage pct % percentages
overcollateralization: overcollateralization overcollateralized overcollateralisation oc o/c over-collateralization over-collateralized
required: required requirement target targeted req specified requisite
increase: increase increased incr
reduction: reduction reductions reduced reduce reducing release released
extra: extra
credit: credit
enhancement: enhancement support
excess: excess
cashflow: cashflow cash-flow
cash: cash
flow: flow
stepdown: stepdown step-down
trigger: trigger triggers
event: event events
occurred: occurred occurrence occurence occur effect in-effect
test: test
shortfall: shortfall shortfalls shortage
relief: relief soldier soldiers sailor sailors scra sscra servicemembers civil
prepaymentinterestshortfall: ppis
uncovered: uncovered not-covered non-supported nonsupported unsupported noncovered
covered: covered
carryforward: carryforward carry-forward carryover carry-over
extraordinary: extraordinary
expense: expense expenses
severity: severity
holder: holder holders owners
record: record
offered: offered
underwriter: underwriter underwriters
cusip: cusip cusips clascusip cusip#
reserve: reserve
invested: invested investor-interest
fund: fund
account: acct
available: available
withdrawn: withdrawn withdrawal withdrawals
deposit: deposit deposits deposited
yield: yield
spread: spread
swap: swap
cap: cap corridor
derivative: derivative
insurance: insurance insured insurer guaranty surety
wire: wire
subordinate: subordinate subordinated subordination sub
senior: senior sr
mezzanine: mezzanine mezz
special: special
hazard: hazard
fraud: fraud
bankruptcy: bankruptcy bankruptcies insolvency bkcy bankrupt bk bkrptcy bnkrptcy bankr
foreclosure: foreclosure foreclosures fcls foreclosed frcl fclsr fc f/c fcl foreclsd
repossession: repossession repossessions repossessed repo repos
modification: modification modifications modified
repurchase: repurchase repurchased repurchases purchase purchased buyout substitution substitutions
accrued: accrued accrual accruals accrue
notional: notional
reimbursed: reimbursed reimbursement reimbursements unreimbursed
adjustment: adjustment adjustments adj adjusted
collection: collected
basis: basis
risk: risk
unit: unit denomination
thousand: thousand 1000 1,000
single: single
index: index libor
margin: margin
ratio: ratio
ltv: ltv
fico: fico
fixed: fixed
adjustable: adjustable arm
prefunding: pre-funding prefunding prefunded pre-funded
specific: specific
remaining: remaining rem
latest: latest
`;

/** Words that add nothing to a meaning, whatever they stand beside. */
const silent = new Set(
  `the of for a an and or to in on at by with as such each all any its their is are was were be been that which from into per related respect during thereof under
  pursuant ii iii iv usd dollar dollars us $ & - -- : ; , . / s as-of asof including include includes excluding exclude exclusive inclusive only if applicable information
  characteristics summary statement detail details data report item items made attributable applied received receipt receipts held see footnote note(s) deemed respective following: trust
  immediately relating regarding sec sect section sections item items line vi vii viii ix xi xii xiii xiv xv xvi immediately incurred outstanding set forth equal between it will has have had respectively since thereon such: being shall may also herein hereunder thereto therefor transition paragraph clause portion i.e series description due period periods
  distribution-date calculation date dates determination proceeding proceedings end-of-month month's act det january february march april june july august september october november december below above reporting year does did p&i p i pi vs versus since`.split(
    /\s+/,
  ),
);

/** Words that may be left over when a label is matched: they narrow nothing by themselves. */
export const weakWords = new Set([
  'amount',
  'certificate',
  'class',
  'distribution',
  'aggregate',
  'month',
  'mortgage',
  'loan',
  'current',
  'pool',
  'total',
]);

const canonicalByForm = new Map<string, string>();
const pairForms = new Map<string, string>();
for (const line of forms.trim().split('\n')) {
  const [canonical, rest] = line.split(':', 2) as [string, string];
  canonicalByForm.set(canonical, canonical);
  for (const form of rest.trim().split(/\s+/)) {
    if (form === '') continue;
    canonicalByForm.set(form, canonical);
    if (form.includes('-')) pairForms.set(form, canonical);
  }
}
/** What stands before a hyphen of a form of several words: no other token begins one. */
const pairBeginnings = new Set<string>();
for (const form of pairForms.keys()) {
  for (let at = form.indexOf('-'); at >= 0; at = form.indexOf('-', at + 1)) pairBeginnings.add(form.slice(0, at));
}

/** Forms long enough that a slip does not make another word of them, by their length. */
const longForms = new Map<number, string[]>();
for (const form of canonicalByForm.keys()) {
  if (!/^[a-z]{6,}$/.test(form)) continue;
  const alike = longForms.get(form.length);
  if (alike === undefined) longForms.set(form.length, [form]);
  else alike.push(form);
}
const NO_FORMS: readonly string[] = [];

/** Whether one insertion, deletion, change or swap of neighbours makes the words equal. */
function isOneSlipAway(a: string, b: string): boolean {
  const longer = a.length - b.length;
  if (longer > 1 || longer < -1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (longer === 0 && i === a.length) return false;
  // How many characters at the end they have in common, of those that were not compared.
  let endA = a.length;
  let endB = b.length;
  while (endA > i && endB > i && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  if (longer !== 0) return endA - i + (endB - i) === 1;
  if (endA - i === 1) return true;
  return endA - i === 2 && a.charCodeAt(i) === b.charCodeAt(i + 1) && a.charCodeAt(i + 1) === b.charCodeAt(i);
}

/** Letters that stay in order where those between them are mixed up. */
const KEPT = 2;
const FEWEST_MIXED = 9;

const inOrder = (word: string): string => word.split('').sort().join('');

/** Whether two long words have the same letters, in another order between their first and their last: `ceritifcate`. */
function hasLettersMixed(a: string, b: string): boolean {
  if (a.length < FEWEST_MIXED || a.length !== b.length) return false;
  if (!a.startsWith(b.slice(0, KEPT)) || !a.endsWith(b.slice(-KEPT))) return false;
  return inOrder(a) === inOrder(b);
}

/** What the word would mean if it held one slip of the pen; null where that is nothing, or more than one thing. */
function meaningOfSlip(printed: string): string | null {
  let meaning: string | null = null;
  for (let length = printed.length - 1; length <= printed.length + 1; length++) {
    for (const form of longForms.get(length) ?? NO_FORMS) {
      if (!isOneSlipAway(printed, form) && !hasLettersMixed(printed, form)) continue;
      const means = canonicalByForm.get(form)!;
      if (meaning !== null && meaning !== means) return null;
      meaning = means;
    }
  }
  return meaning;
}

/** The canonical word for a printed one; null for a word that says nothing; the word itself where it is unknown. */
function canonicalWord(printed: string): string | null {
  const known = canonicalByForm.get(printed);
  if (known !== undefined) return known;
  if (silent.has(printed)) return null;
  if (printed.length >= 6) {
    const meant = meaningOfSlip(printed);
    if (meant !== null) return meant;
  }
  const plural = printed.endsWith('s') ? canonicalByForm.get(printed.slice(0, -1)) : undefined;
  return plural ?? printed;
}

const wordCache = new Map<string, string | null>();

function cachedWord(printed: string): string | null {
  const cached = wordCache.get(printed);
  if (cached !== undefined) return cached;
  const canonical = canonicalWord(printed);
  if (wordCache.size > 20_000) wordCache.clear();
  wordCache.set(printed, canonical);
  return canonical;
}

/** The text's words in small letters; numbers that are short or parts of a whole, and single letters, are none. */
function tokensOf(text: string): string[] {
  const small = text.toLowerCase();
  // Most labels are words and spaces: nothing is there to be taken off.
  if (/^[a-z ]*$/.test(small)) return small.split(' ').filter((token) => token.length > 1);
  return small
    .replace(/[’']s?\b/g, '')
    .replace(/(?:^|\s)#(?=\s|$)/g, ' number ')
    .replace(/(?<=[a-z]),(?=[a-z])/g, ' ')
    .replace(/[^a-z0-9%$#&/.,+-]+/g, ' ')
    .split(' ')
    .map((token) => token.replace(/^[^a-z0-9%]+|[^a-z0-9%]+$/g, ''))
    .filter((token) => token !== '' && !/^(?:\d{1,2}|[a-z]|\d*\.\d+%?|\d{1,3}%|\d+\/\d+)$/.test(token));
}

/** `P&I Payment`, and nothing else: of advances and shortfalls the letters say nothing that narrows them. */
const bothPaid = /^\s*(?:total\s+)?p\s?&\s?i(?:\s+(?:payments?|paid|distributions?|distributed))?\s*$/i;

/** What the word means without its one hyphen, where neither of its parts is a word of the field; undefined for other words. */
function unparted(token: string): string | undefined {
  const at = token.indexOf('-');
  if (at < 3 || at !== token.lastIndexOf('-') || token.length < 8) return undefined;
  return canonicalByForm.has(token.slice(at + 1))
    ? undefined
    : canonicalByForm.get(token.slice(0, at) + token.slice(at + 1));
}

/**
 * The canonical words of printed text, in order, without repeats and without words that say nothing.
 * `Wghtd Avge Mortgage Rate` gives weighted, average, mortgage, rate.
 */
export function canonicalWords(text: string): string[] {
  const tokens = tokensOf(
    text.length < 40 && text.includes('&') ? text.replace(bothPaid, 'total principal interest') : text,
  );
  const words: string[] = [];
  const add = (word: string | null): void => {
    if (word !== null && word !== '' && !words.includes(word)) words.push(word);
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const begins = i + 1 < tokens.length && pairBeginnings.has(token);
    const three =
      begins && i + 2 < tokens.length ? pairForms.get(`${token}-${tokens[i + 1]}-${tokens[i + 2]}`) : undefined;
    if (three !== undefined) {
      add(three);
      i += 2;
      continue;
    }
    const two = begins ? pairForms.get(`${token}-${tokens[i + 1]}`) : undefined;
    if (two !== undefined) {
      add(two);
      i += 1;
      continue;
    }
    // `Distribu-tion`: a word that went on in the next line of its heading.
    const whole = canonicalByForm.get(token) ?? (token.includes('-') ? unparted(token) : undefined);
    if (whole !== undefined) add(whole);
    else if (/[a-z][/+-][a-z]/.test(token)) for (const part of token.split(/[/+-]/)) add(cachedWord(part));
    else add(cachedWord(token));
  }
  return words;
}
