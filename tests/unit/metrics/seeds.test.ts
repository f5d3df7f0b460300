import { describe, expect, it } from 'vitest';
import type { Deal } from '../../../src/deal/deal.ts';
import { isComputed, type Measure } from '../../../src/metrics/measure.ts';
import { measureOf, measureOfYear, measureSeries } from '../../../src/metrics/measure-series.ts';
import type { MeasureId } from '../../../src/metrics/measures.ts';
import { stepdownTest, triggerTest } from '../../../src/metrics/trigger.ts';
import { seedDeals } from './deals.ts';

const month = '2002-05';

/** To as many places as the field guide prints. */
const shown = (measure: Measure, places: number): string =>
  isComputed(measure) ? measure.value.toFixed(places) : measure.reason;

describe.each(seedDeals)('May 2002 and the year, from $from', ({ deal, monthAlone }) => {
  const inMonth: readonly (readonly [MeasureId, string, number])[] = [
    ['scheduledPrincipal', '122186', 0],
    ['smm', '0.83149', 5],
    ['cpr', '9.5340', 4],
    ['voluntarySmm', '0.83149', 5],
    ['mdr', '0.00000', 5],
    ['cdr', '0.00000', 5],
    ['printedLossSeverity', '0.000', 3],
    ['cumulativeLoss', '0.0000', 4],
    ['poolFactor', '0.98773082', 8],
    ['printedCreditEnhancement', '19.23632', 5],
    ['printedDelinquency', '1.11144', 5],
    ['delinquency60', '1.11144', 5],
    ['delinquencyToEnhancement', '5.7778', 4],
    ['targetOfOriginalPool', '2.000', 3],
    ['overcollateralization', '3972996', 0],
    ['overcollateralizationOfTarget', '100.000', 3],
    ['overcollateralizationSurplus', '0', 0],
    ['excessSpread', '5.6089', 4],
    ['excessSpreadAfterLosses', '5.6089', 4],
    ['classRateOnPool', '2.3040', 4],
    ['wac', '8.65983', 5],
    ['netWac', '8.15983', 5],
  ];

  it.each(inMonth)('%s of the month is %s', (id, value, places) => {
    expect(shown(measureOf(deal, id, month), places)).toBe(value);
  });

  const inYear: readonly (readonly [MeasureId, string, number])[] = [
    ['scheduledPrincipal', '1203046', 0],
    ['printedLossSeverity', '41.932', 3],
    ['lossSeverity', '41.863', 3],
    ['cumulativeLoss', '0.0639', 4],
    ['poolFactor', '0.86710130', 8],
    ['printedCreditEnhancement', '21.91245', 5],
    ['creditEnhancement', '21.91245', 5],
    ['printedDelinquency', '4.21557', 5],
    ['delinquency60', '4.21557', 5],
    ['targetOfOriginalPool', '2.000', 3],
  ];

  it.each(inYear)('%s of the year is %s', (id, value, places) => {
    expect(shown(measureOfYear(deal, id, '2002'), places)).toBe(value);
  });

  it('credit enhancement of the month follows from the classes as far as whole dollars tell it', () => {
    const enhancement = measureOf(deal, 'creditEnhancement', month);
    if (!isComputed(enhancement)) throw new Error(enhancement.reason);
    expect(enhancement.formula).toBe('(12,415,000 + 11,423,000 + 9,435,000 + 497,000 + 3,972,996) ÷ 196,206,895');
    // Half of the last printed place, and half a dollar for each of the six balances.
    const rounding = 0.000005 + (100 * 6 * 0.5) / 196_206_895;
    expect(Math.abs(enhancement.value - 19.23632)).toBeLessThanOrEqual(rounding);
  });

  it('puts the numbers into the formula, each with the line that prints it', () => {
    const smm = measureOf(deal, 'smm', month);
    if (!isComputed(smm)) throw new Error(smm.reason);
    expect(smm.formula).toBe('1,645,120 ÷ (197,974,201 − 122,186)');
    expect(smm.pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).toBe(smm.formula);
    const [unscheduled, beginning, scheduled] = smm.terms;
    expect(unscheduled).toMatchObject({ origin: 'printed', name: 'Total prepayments', fact: { text: '1,645,120' } });
    expect(beginning).toMatchObject({ origin: 'printed', fact: { concept: 'poolBeginningBalance' } });
    expect(scheduled).toMatchObject({ origin: 'derived', formula: '197,974,201 − 196,206,895 − 1,645,120 − 0' });
    expect(scheduled?.origin === 'derived' && scheduled.terms.every(({ origin }) => origin === 'printed')).toBe(true);
  });

  it('factors of the classes are those printed, the notional one by the pool', () => {
    const printed = { A: '0.98485279', 'M-1': '1.00000000', 'M-4': '1.00000000', CE: '0.98773082' };
    for (const [name, factor] of Object.entries(printed)) {
      expect(shown(measureOf(deal, 'classFactor', month, name), 8), name).toBe(factor);
    }
  });

  it('each class has the enhancement of what stands below it', () => {
    const below = { A: 37_742_996, 'M-1': 25_327_996, 'M-2': 13_904_996, 'M-3': 4_469_996, 'M-4': 3_972_996 };
    for (const [name, amount] of Object.entries(below)) {
      const expected = ((100 * amount) / 196_206_895).toFixed(5);
      expect(shown(measureOf(deal, 'classCreditEnhancement', month, name), 5), name).toBe(expected);
    }
    expect(measureOf(deal, 'classCreditEnhancement', month, 'CE')).toEqual({
      reason: 'Class CE is the overcollateralization: nothing stands below it.',
    });
    expect(measureOf(deal, 'classCreditEnhancement', month, 'P')).toHaveProperty('reason');
  });

  it('the accrual is actual/360 over 33 days, and 30/360 on the pool for CE', () => {
    for (const name of ['A', 'M-1', 'M-2', 'M-3', 'M-4']) {
      expect(measureOf(deal, 'accrualDays', month, name), name).toMatchObject({ value: 33, note: 'actual/360' });
    }
    expect(measureOf(deal, 'accrualDays', month, 'CE')).toMatchObject({ value: 30, note: '30/360 on the pool' });
  });

  it('PSA is refused since the age of the loans is not known', () => {
    const reason = 'The age of the loans is not known: age not printed and no offering loaded.';
    expect(measureOf(deal, 'psa', month)).toEqual({ reason });
    expect(measureOf(monthAlone, 'psa', month)).toEqual({ reason });
  });

  it('the age of the deal is known with the year’s list of reports and not without', () => {
    expect(measureOf(deal, 'dealAge', month)).toMatchObject({ value: 3, unit: 'months' });
    expect(measureOf(monthAlone, 'dealAge', month)).toHaveProperty('reason');
  });

  it('what needs other months says which', () => {
    expect(measureOf(deal, 'cpr3', month)).toEqual({ reason: 'No statement of March – April 2002 is loaded.' });
    expect(measureOf(deal, 'cprSinceIssue', month)).toEqual({
      reason: 'No statement of March 2002 is loaded.',
    });
    expect(measureOf(deal, 'rollingDelinquency', month)).toEqual({
      reason: 'No statement of March 2002 is loaded. No statement of April 2002 is loaded.',
    });
    expect(measureOf(deal, 'lossSeverity', month)).toEqual({
      reason: 'No loan was liquidated: losses and liquidation proceeds are zero.',
    });
  });

  it('the trigger is not made up without three months, and the stepdown is not due', () => {
    const trigger = triggerTest(deal, month, 0.5);
    expect(trigger.recomputed).toHaveProperty('reason');
    expect(trigger.agrees).toBeNull();
    expect(trigger.printed?.value).toBe(false);
    expect(shown(trigger.ratio, 4)).toBe('5.7778');
    expect(trigger.threshold).toMatchObject({ formula: '50.00000% × 19.23632%' });
    expect(stepdownTest(deal, month)).toMatchObject({
      recomputed: false,
      agrees: true,
      sentence: 'month 3 comes before month 37',
    });
    expect(shown(stepdownTest(deal, month).required, 4)).toBe((200 * (37_742_996 / 198_644_096)).toFixed(4));
  });

  it('the year stands in no monthly series', () => {
    const onlyYear: Deal = { ...deal, months: [] };
    expect(measureSeries(onlyYear, 'scheduledPrincipal')).toEqual([]);
    expect(measureSeries(deal, 'scheduledPrincipal').map((point) => point.month)).toEqual([month]);
    expect(measureOf(deal, 'scheduledPrincipal', '2002-12')).toEqual({
      reason: 'No statement of December 2002 is loaded.',
    });
    expect(measureOfYear(deal, 'cpr', '2002')).toHaveProperty('reason');
  });
});
