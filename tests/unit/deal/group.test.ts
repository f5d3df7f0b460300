import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDeal, groupDeals } from '../../../src/deal/group.ts';
import { addMonths } from '../../../src/deal/month.ts';
import type { Statement } from '../../../src/facts/fact.ts';
import { madeFact, madeStatement } from './made-statement.ts';

const only = (statements: readonly Statement[]) => {
  const deals = groupDeals(statements);
  expect(deals).toHaveLength(1);
  return deals[0]!;
};

describe('which statements make a deal', () => {
  it('puts spellings of one deal together and names it as most do, not shouted', () => {
    const deal = only([
      madeStatement('2002-05-28', { deal: 'NEW CENTURY HOME EQUITY LOAN TRUST SERIES 2002-1' }),
      madeStatement('2002-06-25', { deal: 'NEW CENTURY HOME EQUITY LOAN TRUST SERIES 2002-1' }),
      madeStatement('2002-07-25', { deal: 'New Century Home Equity Loan Trust 2002-1' }),
      madeStatement('2002-08-26', { deal: 'New Century Home Equty Loan Trust 2002-1' }),
      madeStatement('2002-09-25', { deal: 'New Century Home Equity Loan Trust 2002-1' }),
    ]);
    expect(deal.name).toBe('New Century Home Equity Loan Trust 2002-1');
    expect(deal.id).toBe('new-century-home-equity-loan-trust-2002-1');
    expect(deal.months).toHaveLength(5);
  });

  it('keeps series apart, sorted by number', () => {
    const names = ['Example Trust 2002-10', 'Example Trust 2002-2', 'Example Trust 2002-1'];
    const deals = groupDeals(names.map((deal) => madeStatement('2002-05-28', { deal })));
    expect(deals.map(({ name }) => name)).toEqual(names.toReversed());
  });

  it('gives deals without a name a place each', () => {
    const deals = groupDeals([
      madeStatement('2002-05-28', { deal: '', file: 'a.txt' }),
      madeStatement('2002-05-28', { deal: '', file: 'b.txt' }),
    ]);
    expect(deals.map(({ name }) => name)).toEqual(['Deal without a name (a.txt)', 'Deal without a name (b.txt)']);
  });

  it('never gives two deals one id', () => {
    const deals = groupDeals([
      madeStatement('2002-05-28', { deal: 'Example Trust 2002-1' }),
      madeStatement('2002-05-28', { deal: 'Example «ß» Trust 2002-1' }),
      madeStatement('2002-05-28', { deal: '', file: 'a b.txt' }),
      madeStatement('2002-05-28', { deal: '', file: 'a-b.txt' }),
    ]);
    expect(new Set(deals.map(({ id }) => id)).size).toBe(deals.length);
  });

  it('finds a deal by an id of another spelling', () => {
    const deals = groupDeals([madeStatement('2002-05-28', { deal: 'Example Loan Trust 2002-1' })]);
    expect(findDeal(deals, 'example-loan-trust-series-2002-1')).toBe(deals[0]);
    expect(findDeal(deals, 'example-loan-trust-2002-2')).toBeUndefined();
  });
});

describe('which statement counts', () => {
  const balance = (text: string) => [madeFact('poolEndingBalance', text)];

  it('counts a copy of a document once, whatever its file is called', () => {
    const statement = madeStatement('2002-05-28', { file: 'a.txt' });
    const deal = only([statement, { ...statement, file: 'copy of a.txt' }]);
    expect(deal.months).toHaveLength(1);
    expect(deal.months[0]?.superseded).toEqual([]);
  });

  it('lets an amendment count over its original, and keeps the original', () => {
    const original = madeStatement('2002-05-28', { file: 'b.txt', facts: balance('1,000'), filed: '2002-06-20' });
    const amendment = madeStatement('2002-05-28', {
      file: 'a.txt',
      form: '8-K/A',
      facts: balance('1,100'),
      amendment: true,
    });
    for (const statements of [
      [original, amendment],
      [amendment, original],
    ]) {
      const [month] = only(statements).months;
      expect(month?.statement).toBe(amendment);
      expect(month?.superseded).toEqual([original]);
    }
  });

  it('lets the one filed last count, then the higher accession number of the later year', () => {
    const facts = (index: number) => balance(`1,00${index}`);
    const statements = [
      madeStatement('2002-05-28', { facts: facts(0), accessionNumber: '0001019965-99-000900' }),
      madeStatement('2002-05-28', { facts: facts(1), accessionNumber: '0001019965-02-000100' }),
      madeStatement('2002-05-28', { facts: facts(2), filed: '2002-06-01', accessionNumber: '0001019965-02-000001' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(statements, { minLength: 3 }), (shuffled) => {
        const [month] = only(shuffled).months;
        expect(month?.statement).toBe(statements[2]);
        expect(month?.superseded).toEqual(statements.slice(0, 2));
      }),
    );
  });

  it('takes two distribution dates of one calendar month for one month', () => {
    const deal = only([
      madeStatement('2002-05-01', { facts: balance('1') }),
      madeStatement('2002-05-28', { facts: balance('2') }),
    ]);
    expect(deal.months.map(({ date }) => date)).toEqual(['2002-05-28']);
  });
});

describe('months, years and the rest', () => {
  it('keeps annual, offering and undated statements out of the months', () => {
    const deal = only([
      madeStatement('2002-05-28'),
      madeStatement('2002-12-26', { statement: 'annual', form: '10-K' }),
      madeStatement('2002-02-01', { statement: 'offering', form: '424B5' }),
      madeStatement(null, { file: 'lost.txt' }),
    ]);
    expect(deal.months.map(({ month }) => month)).toEqual(['2002-05']);
    expect(deal.annual.map(({ form }) => form)).toEqual(['10-K']);
    expect(deal.offering.map(({ form }) => form)).toEqual(['424B5']);
    expect(deal.undated.map(({ file }) => file)).toEqual(['lost.txt']);
  });

  it('takes cover particulars from the statements that have them', () => {
    const cover = { depositor: 'Example Securities, Inc.', trustee: null, fileNumber: '333-72880', reportDates: [] };
    const deal = only([madeStatement('2002-05-28'), madeStatement('2002-06-25', { cover })]);
    expect(deal).toMatchObject({ depositor: 'Example Securities, Inc.', trustee: null, fileNumber: '333-72880' });
  });

  it('lists classes of all statements from senior to junior, without the total', () => {
    const classes = (names: readonly string[]) => names.map((name) => madeFact('endingBalance', '1', { class: name }));
    const deal = only([
      madeStatement('2002-05-28', { facts: classes(['P', 'A', 'Total', 'CE']) }),
      madeStatement('2002-06-25', { facts: classes(['M-1', 'R']) }),
    ]);
    expect(deal.classes).toEqual(['A', 'M-1', 'CE', 'P', 'R']);
  });

  it('has every calendar month either loaded or as a gap, in order, whatever the order of the files', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 30 }), (offsets) => {
        const deal = only(offsets.map((offset) => madeStatement(`${addMonths('2001-11', offset)}-25`)));
        const months = deal.months.map(({ month }) => month);
        const first = addMonths('2001-11', Math.min(...offsets));
        const length = Math.max(...offsets) - Math.min(...offsets) + 1;
        expect([...months, ...deal.gaps].sort()).toEqual(Array.from({ length }, (_, index) => addMonths(first, index)));
        expect(months).toEqual([...months].sort());
      }),
    );
  });
});

describe('adding statements', () => {
  it('hands untouched deals back as they were and makes only the others anew', () => {
    const statements = ['1', '2', '3'].map((number) =>
      madeStatement('2002-05-28', { deal: `Example Trust 2002-${number}` }),
    );
    const before = groupDeals(statements);
    const after = groupDeals([...statements, madeStatement('2002-06-25', { deal: 'Example Trust 2002-2' })]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
    expect(after[1]?.months).toHaveLength(2);
    expect(after[2]).toBe(before[2]);
  });

  it('comes to the same whether statements arrive at once or one by one', () => {
    const arrivals = fc.array(fc.tuple(fc.nat(3), fc.nat(20)), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(arrivals, (pairs) => {
        const statements = pairs.map(([series, offset], index) =>
          madeStatement(`${addMonths('2002-01', offset)}-25`, {
            deal: `Example Trust 2002-${series + 1}`,
            file: `${index}.txt`,
            facts: [madeFact('poolEndingBalance', `${index}`)],
          }),
        );
        const anew = statements.map((statement) => ({ ...statement }));
        for (let count = 1; count < statements.length; count += 1) groupDeals(statements.slice(0, count));
        expect(groupDeals(statements)).toEqual(groupDeals(anew));
      }),
      { numRuns: 50 },
    );
  });

  it('groups ten thousand statements in a fraction of a second, and further ones in far less', () => {
    const statements = Array.from({ length: 10_000 }, (_, index) =>
      madeStatement(`${addMonths('1999-01', Math.floor(index / 50))}-25`, {
        deal: `Example Home Equity Loan Trust 2002-${(index % 50) + 1}`,
        file: `${index}.txt`,
      }),
    );
    const deals = groupDeals(statements);
    expect(deals).toHaveLength(50);
    expect(deals.every(({ months }) => months.length === 200)).toBe(true);
    const more = [...statements, madeStatement('2030-01-25', { deal: 'Example Home Equity Loan Trust 2002-7' })];
    const started = performance.now();
    const grown = groupDeals(more);
    expect(performance.now() - started).toBeLessThan(500);
    expect(grown.filter((deal) => !deals.includes(deal)).map(({ name }) => name)).toEqual([
      'Example Home Equity Loan Trust 2002-7',
    ]);
  });
});
