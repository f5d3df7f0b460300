import { describe, expect, it } from 'vitest';
import { groupDeals } from '../../../src/deal/group.ts';
import { originalPoolBalance } from '../../../src/deal/original-pool.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { keyFigures } from '../../../src/metrics/key-figures.ts';
import { isComputed, type Measure } from '../../../src/metrics/measure.ts';
import { madeFact, madeStatement } from '../deal/made-statement.ts';
import { may2002 } from '../deal/may-2002.ts';

const figuresOf = (...statements: readonly Statement[]) => {
  const deal = groupDeals(statements)[0]!;
  return keyFigures(deal, deal.months.at(-1)!);
};

const numberIn = (measure: Measure): number | null => (isComputed(measure) ? measure.value : null);

describe('key figures', () => {
  it('are the printed ones, with the fact behind each', () => {
    const figures = figuresOf(may2002());
    expect(figures.poolBalance.figure).toMatchObject({
      value: 196206895,
      pieces: [{ origin: 'printed', fact: { text: '196,206,895', line: 129 } }],
    });
    const printed = (value: number) => ({ value, pieces: [{ origin: 'printed', value }] });
    expect(figures.delinquency.figure).toMatchObject(printed(1.11144));
    expect(figures.creditEnhancement.figure).toMatchObject(printed(19.23632));
    expect(figures.cumulativeLoss.figure).toMatchObject(printed(0));
    expect(figures.prepayments.figure).toMatchObject(printed(1645120));
  });

  it('compute the pool factor from the classes, equal to the factor that the notional class prints', () => {
    const { figure } = figuresOf(may2002()).poolFactor;
    expect(numberIn(figure)?.toFixed(8)).toBe('0.98773082');
    expect(originalPoolBalance(groupDeals([may2002()])[0]!).value).toBe(198644096);
  });

  it('say so where the original balance of a class is not known', () => {
    const deal = groupDeals([may2002(({ concept }) => concept === 'endingBalancePer1000')])[0]!;
    expect(originalPoolBalance(deal)).toEqual({
      value: null,
      reason: 'The original balance of class CE, P is not known.',
    });
    expect(numberIn(keyFigures(deal, deal.months[0]!).poolFactor.figure)).toBeNull();
  });

  it('take the pool at issue from a factor that follows the pool through the months', () => {
    const withFactor = (date: string, pool: string, factor: string) =>
      madeStatement(date, {
        facts: [
          madeFact('poolEndingBalance', pool),
          madeFact('endingBalance', '3,972,996', { class: 'CE' }),
          madeFact('certificateFactor', factor, { class: 'CE' }),
        ],
      });
    const march = withFactor('2002-03-25', '198,386,096', '0.99870119');
    const may = withFactor('2002-05-28', '196,206,895', '0.98773082');
    const original = originalPoolBalance(groupDeals([march, may])[0]!);
    // Eight places of a factor leave a dollar open either way.
    expect(Math.abs((original.value ?? 0) - 198644096)).toBeLessThanOrEqual(1);
    const strayed = withFactor('2002-06-25', '150,000,000', '0.98000000');
    expect(originalPoolBalance(groupDeals([march, may, strayed])[0]!)).toMatchObject({ value: null });
  });

  it('compute what is not printed: delinquency to the printed digits, prepayments as a sum', () => {
    const figures = figuresOf(
      may2002(({ concept }) => concept === 'delinquencyPercentage' || concept === 'totalPrepayments'),
    );
    expect(numberIn(figures.delinquency.figure)?.toFixed(5)).toBe('1.11144');
    expect(numberIn(figures.prepayments.figure)).toBe(18332 + 1626789);
  });

  it('say what is missing and never stand in a zero for it', () => {
    const figures = figuresOf(madeStatement('2002-05-28', { facts: [madeFact('weightedAverageCoupon', '8.5%')] }));
    for (const { figure, change, relative } of Object.values(figures)) {
      expect(numberIn(figure)).toBeNull();
      expect(isComputed(figure) ? '' : figure.reason).toMatch(/\w+.*\.$/);
      expect([change, relative]).toEqual([null, null]);
    }
  });

  it('refuse a pool factor from classes that do not make up the pool', () => {
    const figures = figuresOf(may2002((fact) => fact.class === 'CE'));
    expect(numberIn(figures.poolFactor.figure)).toBeNull();
  });

  it('tell the change on the month before', () => {
    const april = madeStatement('2002-04-25', {
      facts: [madeFact('poolEndingBalance', '197,974,201'), madeFact('delinquencyPercentage', '1.00000%')],
    });
    const { poolBalance, delinquency, prepayments } = figuresOf(april, may2002());
    expect(poolBalance.change).toBe(-1767306);
    expect(poolBalance.relative).toBeCloseTo(-0.008927, 6);
    expect(delinquency.change).toBeCloseTo(0.11144, 9);
    expect(numberIn(prepayments.before)).toBeNull();
    expect(prepayments).toMatchObject({ change: null, relative: null });
  });
});
