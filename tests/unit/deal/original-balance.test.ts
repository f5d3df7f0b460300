import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDeals } from '../../../src/deal/group.ts';
import { notionalClasses } from '../../../src/deal/notional.ts';
import { originalBalances } from '../../../src/deal/original-balance.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { madeFact, madeStatement } from './made-statement.ts';
import { may2002 } from './may-2002.ts';

const dealOf = (...statements: readonly Statement[]) => groupDeals(statements)[0]!;
const valuesOf = (...statements: readonly Statement[]) =>
  Object.fromEntries([...originalBalances(dealOf(...statements))].map(([name, { value }]) => [name, value]));

const originals = { A: 160901000, 'M-1': 12415000, 'M-2': 11423000, 'M-3': 9435000, 'M-4': 497000 };

describe('original balances', () => {
  it('follow from ending balances and amounts per $1,000', () => {
    expect(valuesOf(may2002())).toEqual({ ...originals, CE: 3972996, P: 100 });
    expect(originalBalances(dealOf(may2002())).get('A')).toMatchObject({ origin: 'derived' });
  });

  it('follow from factors where nothing is printed per $1,000, but not from that of a notional amount', () => {
    expect(valuesOf(may2002(({ concept }) => concept === 'endingBalancePer1000'))).toEqual(originals);
  });

  it('are taken as printed before anything is derived', () => {
    const printed = madeStatement('2002-06-25', {
      facts: [madeFact('originalBalance', '160,901,000.00', { class: 'A' })],
    });
    expect(originalBalances(dealOf(may2002(), printed)).get('A')).toMatchObject({
      value: 160901000,
      origin: 'printed',
    });
  });

  it('are the sum of what the underwriters took in the offering', () => {
    const offering = madeStatement('2002-02-01', {
      statement: 'offering',
      facts: [
        madeFact('underwriterAllocation', '100,901,000', { class: 'A', member: 'First Securities' }),
        madeFact('underwriterAllocation', '60,000,000', { class: 'A', member: 'Second & Co.' }),
      ],
    });
    expect(originalBalances(dealOf(offering)).get('A')).toMatchObject({ value: 160901000, origin: 'offering' });
  });

  it('come from the statement that leaves the least to rounding, and survive a class paid off', () => {
    const month = (date: string, ending: string, per: string) =>
      madeStatement(date, {
        facts: [
          madeFact('endingBalance', ending, { class: 'A' }),
          madeFact('endingBalancePer1000', per, { class: 'A' }),
        ],
      });
    const deal = dealOf(
      month('2002-05-28', '158,463,799', '984.852792'),
      month('2009-05-26', '12', '0.000075'),
      month('2009-06-25', '0', '0.000000'),
    );
    expect(originalBalances(deal).get('A')?.value).toBe(160901000);
  });

  it('come back to the dollar from any balance paid down to any share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 900_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        (thousands, share) => {
          const original = thousands * 1000;
          const ending = Math.round(original * (share / 1_000_000));
          fc.pre(ending > original / 50);
          const statement = madeStatement('2002-05-28', {
            facts: [
              madeFact('endingBalance', String(ending), { class: 'A' }),
              madeFact('endingBalancePer1000', ((ending / original) * 1000).toFixed(6), { class: 'A' }),
            ],
          });
          expect(valuesOf(statement)).toEqual({ A: original });
        },
      ),
    );
  });
});

describe('notional classes', () => {
  it('are found where the factor follows the pool and not the balance', () => {
    expect([...notionalClasses(dealOf(may2002()))]).toEqual([['CE', 'factor']]);
  });

  it('are found where the total leaves the balance out', () => {
    const statement = madeStatement('2002-05-28', {
      facts: [
        madeFact('endingBalance', '1,000,000.00', { class: 'A' }),
        madeFact('endingBalance', '500,000.00', { class: 'B' }),
        madeFact('endingBalance', '1,500,000.00', { class: 'S' }),
        madeFact('endingBalance', '1,500,000.00', { class: 'Total' }),
      ],
    });
    expect([...notionalClasses(dealOf(statement))]).toEqual([['S', 'balance']]);
  });

  it('are none where balances and factors keep step', () => {
    expect([...notionalClasses(dealOf(may2002((fact) => fact.class === 'CE')))]).toEqual([]);
  });
});
