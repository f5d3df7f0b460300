import { readFileSync } from 'node:fs';

/*
 * A spreadsheet of the healthy sample deal. Its cells are taken from the text by label, one line each, and its columns
 * are plain arithmetic on cells. Nothing here is shared with what it is compared with.
 */

export interface Row {
  readonly month: string;
  readonly date: string;
  readonly B0: number;
  readonly B1: number;
  readonly curtailments: number;
  readonly payoffs: number;
  readonly proceeds: number;
  readonly U: number;
  readonly L: number;
  readonly cumulativeL: number;
  readonly d30: number;
  readonly d60: number;
  readonly d90: number;
  readonly foreclosure: number;
  readonly bankruptcy: number;
  readonly bankruptcy60: number;
  readonly reo: number;
  readonly wac: number;
  readonly fee: number;
  readonly excess: number;
  readonly required: number;
  readonly shortfall: number;
  readonly relief: number;
  readonly carryforward: number;
  readonly expenses: number;
  readonly increase: number;
  readonly severity: number;
  readonly printedEnhancement: number;
  readonly printedDelinquency: number;
  readonly stepdown: boolean;
  readonly trigger: boolean;
  readonly beginning: Readonly<Record<string, number>>;
  readonly ending: Readonly<Record<string, number>>;
  readonly principal: Readonly<Record<string, number>>;
  readonly interest: Readonly<Record<string, number>>;
  readonly rate: Readonly<Record<string, number>>;
}

const numbers = (line: string): number[] =>
  [...line.matchAll(/-?\(?\d[\d,]*(?:\.\d+)?\)?/g)].map(([text]) => {
    const value = Number(text.replace(/[(),]/g, ''));
    return text.startsWith('(') ? -value : value;
  });

export const bonds = ['A', 'M-1', 'M-2', 'M-3', 'M-4'] as const;
const allClasses = [...bonds, 'CE', 'P'];

export const rowOf = (path: string): Row => {
  const lines = readFileSync(path, 'utf8').split('\n');
  const after = (label: string, start = 0): string => {
    const found = lines.slice(start).find((line) => line.startsWith(label));
    if (found === undefined) throw new Error(`${path}: no line ${label}`);
    return found.slice(label.length);
  };
  const lineOf = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
  const last = (label: string, start = 0): number => numbers(after(label, start)).at(-1) ?? Number.NaN;
  const amounts = lineOf(/^Class\s+Beg Bal/);
  const payments = lineOf(/^Class\s+Cusip/);
  const ofClass = (start: number, column: number): Record<string, number> =>
    Object.fromEntries(
      allClasses.map((name) => {
        const cells = after(`${name} `, start).trim().split(/\s+/);
        return [name, numbers(cells[column] ?? '')[0] ?? Number.NaN];
      }),
    );
  const prepayments = lineOf(/^Aggregate Amount of Principal Prepayments/);
  const [day] = /\d\d\/\d\d\/\d\d/.exec(after('Distribution Date:')) ?? [''];
  const [mm, dd, yy] = day.split('/');
  const [B0 = Number.NaN, B1 = Number.NaN] = numbers(after('Agg Prin Balance'));
  return {
    month: `20${yy}-${mm}`,
    date: `20${yy}-${mm}-${dd}`,
    B0,
    B1,
    curtailments: last('Curtailments'),
    payoffs: last('Payments in Full'),
    proceeds: last(' Liquidation Proceeds'),
    U: last('Total ', prepayments),
    L: last('Total Realized Losses'),
    cumulativeL: last('Cumulative Realized Losses'),
    d30: last('30-59 days'),
    d60: last('60-89 '),
    d90: last('90+ '),
    foreclosure: last('Fcls '),
    bankruptcy: last('Bankruptcies '),
    bankruptcy60: last('Bkcy 60+ Delq'),
    reo: last('Stated Prin Bal of REO Properties'),
    wac: last('Beg Wghtd Avge Mortgage Rate'),
    fee: last('Servicing Fee'),
    excess: last('Net Monthly Excess Cash Flow'),
    required: last('Required Overcollateralized Amount'),
    shortfall: last('PPIS not covered by the Servicer'),
    relief: last('Relief Act Interest Shortfall'),
    carryforward: numbers(after('TOTAL ', lineOf(/^Net WAC Rate Carryover/)))[0] ?? Number.NaN,
    expenses: last('Available Distribution Amount:'),
    increase: last('Overcollateralization Increase Amount'),
    severity: last('AGGREGATE  LOSS  SEVERITY  %'),
    printedEnhancement: last('Credit Enhancement Percentage'),
    printedDelinquency: last('Delinquency Percentage'),
    stepdown: after('Stepdown Date Occurrence').trim() === 'YES',
    trigger: after('Trigger Event Occurrence').trim() === 'YES',
    beginning: ofClass(amounts, 0),
    principal: ofClass(amounts, 1),
    ending: ofClass(amounts, 3),
    interest: ofClass(payments, 1),
    rate: ofClass(payments, 3),
  };
};

const add = (cells: readonly number[]): number => cells.reduce((total, cell) => total + cell, 0);

const dayNumber = (date: string): number =>
  Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / 864e5;

/** The closing, from the cover of every statement. */
const closing = '2003-02-26';

const daysOf = (rows: readonly Row[], index: number): number =>
  dayNumber(rows[index]!.date) - dayNumber(rows[index - 1]?.date ?? closing);

/** Columns of the sheet: one value per month, null where the sheet has none (too few months before, division by zero). */
export const columnsOf = (rows: readonly Row[]): Readonly<Record<string, readonly (number | null)[]>> => {
  const first = rows[0]!;
  const pool0 = first.B0;
  const S = rows.map((r) => r.B0 - r.B1 - r.U - r.L);
  const smm = rows.map((r, i) => r.U / (r.B0 - S[i]!));
  const voluntary = rows.map((r, i) => (r.curtailments + r.payoffs) / (r.B0 - S[i]!));
  const mdr = rows.map((r, i) => (r.L + r.proceeds) / (r.B0 - S[i]!));
  const window = (column: readonly number[], i: number, n: number): readonly number[] | null =>
    i + 1 < n ? null : column.slice(i + 1 - n, i + 1);
  const yearly = (column: readonly number[], n: number): (number | null)[] =>
    rows.map((_, i) => {
      const months = window(column, i, n);
      return months === null ? null : 100 * (1 - months.reduce((left, m) => left * (1 - m), 1) ** (12 / n));
    });
  const sinceIssue = (column: readonly number[]): number[] =>
    rows.map((_, i) => 100 * (1 - column.slice(0, i + 1).reduce((left, m) => left * (1 - m), 1) ** (12 / (i + 1))));
  const severe = rows.map((r) => r.d60 + r.d90 + r.foreclosure + r.bankruptcy60 + r.reo);
  const before = (column: (r: Row) => number, i: number): number | null => (i === 0 ? null : column(rows[i - 1]!));
  const rolled = (to: (r: Row) => number, from: (r: Row) => number): (number | null)[] =>
    rows.map((r, i) => {
      const base = before(from, i);
      return base === null || base === 0 ? null : (100 * to(r)) / base;
    });
  const subordinate = rows.map((r) => add(['M-1', 'M-2', 'M-3', 'M-4', 'CE'].map((name) => r.ending[name]!)));
  const bondInterest = rows.map((r) => add(bonds.map((name) => r.interest[name]!)));
  const life = (paid: (r: Row) => number): (number | null)[] =>
    rows.map((_, i) => {
      const sofar = rows.slice(0, i + 1);
      const total = add(sofar.map(paid));
      return total <= 0 ? null : add(sofar.map((r, m) => (m + 1) * paid(r))) / total / 12;
    });
  return {
    dealAge: rows.map((_, i) => i + 1),
    poolBalance: rows.map((r) => r.B1),
    poolFactor: rows.map((r) => r.B1 / pool0),
    poolAverageLife: life((r) => r.B0 - r.B1),
    scheduledPrincipal: S,
    smm: smm.map((m) => 100 * m),
    cpr: smm.map((m) => 100 * (1 - (1 - m) ** 12)),
    cpr3: yearly(smm, 3),
    cpr6: yearly(smm, 6),
    cpr12: yearly(smm, 12),
    cprSinceIssue: sinceIssue(smm),
    voluntarySmm: voluntary.map((m) => 100 * m),
    voluntaryCpr: voluntary.map((m) => 100 * (1 - (1 - m) ** 12)),
    voluntaryCpr3: yearly(voluntary, 3),
    voluntaryCpr6: yearly(voluntary, 6),
    voluntaryCpr12: yearly(voluntary, 12),
    voluntaryCprSinceIssue: sinceIssue(voluntary),
    psa: smm.map((m, i) => (i + 1 < 30 ? null : (100 * 100 * (1 - (1 - m) ** 12)) / 6)),
    mdr: mdr.map((m) => 100 * m),
    cdr: mdr.map((m) => 100 * (1 - (1 - m) ** 12)),
    cdr3: yearly(mdr, 3),
    cdr6: yearly(mdr, 6),
    cdr12: yearly(mdr, 12),
    lossSeverity: rows.map((r) => (r.L + r.proceeds === 0 ? null : (100 * r.L) / (r.L + r.proceeds))),
    cumulativeLoss: rows.map((r) => (100 * r.cumulativeL) / pool0),
    printedDelinquency: rows.map((r) => r.printedDelinquency),
    delinquency30: rows.map((r, i) => (100 * (r.d30 + severe[i]!)) / r.B1),
    delinquency60: rows.map((r, i) => (100 * severe[i]!) / r.B1),
    delinquency90: rows.map((r) => (100 * (r.d90 + r.foreclosure + r.reo)) / r.B1),
    foreclosure: rows.map((r) => (100 * r.foreclosure) / r.B1),
    bankruptcy: rows.map((r) => (100 * r.bankruptcy) / r.B1),
    reo: rows.map((r) => (100 * r.reo) / r.B1),
    rollingDelinquency: rows.map((r, i) =>
      i < 2 ? null : (r.printedDelinquency + rows[i - 1]!.printedDelinquency + rows[i - 2]!.printedDelinquency) / 3,
    ),
    rollTo30: rolled(
      (r) => r.d30,
      (r) => r.B1 - r.d30 - r.d60 - r.d90 - r.foreclosure - r.bankruptcy - r.reo,
    ),
    rollTo60: rolled(
      (r) => r.d60,
      (r) => r.d30,
    ),
    rollTo90: rolled(
      (r) => r.d90,
      (r) => r.d60,
    ),
    rollToForeclosure: rolled(
      (r) => r.foreclosure,
      (r) => r.d90,
    ),
    rollToReo: rolled(
      (r) => r.reo,
      (r) => r.foreclosure,
    ),
    printedCreditEnhancement: rows.map((r) => r.printedEnhancement),
    creditEnhancement: rows.map((r, i) => (100 * subordinate[i]!) / r.B1),
    overcollateralization: rows.map((r) => r.ending.CE!),
    overcollateralizationTarget: rows.map((r) => r.required),
    overcollateralizationOfTarget: rows.map((r) => (100 * r.ending.CE!) / r.required),
    overcollateralizationSurplus: rows.map((r) => r.ending.CE! - r.required),
    targetOfOriginalPool: rows.map((r) => (100 * r.required) / pool0),
    delinquencyToEnhancement: rows.map((r) => (100 * r.printedDelinquency) / r.printedEnhancement),
    wac: rows.map((r) => r.wac),
    netWac: rows.map((r) => r.wac - (1200 * r.fee) / r.B0),
    weightedClassCoupon: rows.map(
      (r) =>
        add(bonds.map((name) => r.beginning[name]! * r.rate[name]!)) / add(bonds.map((name) => r.beginning[name]!)),
    ),
    excessSpread: rows.map((r) => (1200 * r.excess) / r.B0),
    excessSpreadFromRates: rows.map((r, i) => r.wac - (1200 * (r.fee + bondInterest[i]!)) / r.B0),
    lossesOnPool: rows.map((r) => (1200 * r.L) / r.B0),
    prepaymentShortfallOnPool: rows.map((r) => (1200 * r.shortfall) / r.B0),
    reliefActShortfallOnPool: rows.map((r) => (1200 * r.relief) / r.B0),
    carryforwardOnPool: rows.map((r) => (1200 * r.carryforward) / r.B0),
    expensesOnPool: rows.map((r) => (1200 * r.expenses) / r.B0),
    overcollateralizationIncreaseOnPool: rows.map((r) => (1200 * r.increase) / r.B0),
    printedLossSeverity: rows.map((r) => r.severity),
    classRateOnPool: rows.map((r, i) => (100 * bondInterest[i]! * 360) / daysOf(rows, i) / r.B0),
    excessSpreadAfterLosses: rows.map((r) => (1200 * (r.excess - r.L)) / r.B0),
  };
};

/** Columns of one class. */
export const classColumnsOf = (
  rows: readonly Row[],
  name: string,
): Readonly<Record<string, readonly (number | null)[]>> => {
  const original = rows[0]!.beginning[name]!;
  const below = bonds.slice(bonds.indexOf(name as (typeof bonds)[number]) + 1);
  return {
    classBalance: rows.map((r) => r.ending[name] ?? Number.NaN),
    classFactor: rows.map((r) => r.ending[name]! / original),
    classCoupon: rows.map((r) => r.rate[name]!),
    classCreditEnhancement: rows.map(
      (r) => (100 * (add(below.map((other) => r.ending[other]!)) + r.ending.CE!)) / r.B1,
    ),
    accrualDays: rows.map((_, i) => daysOf(rows, i)),
    classAverageLife: rows.map((_, i) => {
      const sofar = rows.slice(0, i + 1);
      const total = add(sofar.map((r) => r.principal[name]!));
      return total <= 0 ? null : add(sofar.map((r, m) => (m + 1) * r.principal[name]!)) / total / 12;
    }),
  };
};
