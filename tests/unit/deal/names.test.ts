import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealId, dealKey, isMisspelling, seriesOf } from '../../../src/deal/names.ts';

describe('dealKey', () => {
  it.each([
    ['New Century Home Equity Loan Trust, Series 2002-1', 'NEW CENTURY HOME EQUITY LOAN TRUST 2002-1'],
    ['New Century Home Equity Loan Trust 2002-1', 'New Century Home Equity Loan 2002-1'],
    ['Ford Credit Auto Owner Trust 2001-A', 'FORD CREDIT AUTO OWNER TRUST, SERIES 2001 A'],
    ['Salomon Bros. Mortgage Securities VII, Inc. 1998-HE2', 'Salomon Bros Mortgage Securities VII 1998-HE2'],
    ['Green Tree 98-2', 'Green Tree Series 1998-2'],
    ['Merrill’s & Sons 2001-3', 'Merrills and Sons 2001-3'],
    ['ABC Trust 2002-01', 'ABC 2002-1'],
    ['Elm Financial 1998-A Owner Trust', 'Elm Financial 1998-A'],
  ])('%s and %s are one deal', (left, right) => {
    expect(dealKey(left)).toBe(dealKey(right));
  });

  it.each([
    ['Example Trust 2002-1', 'Example Trust 2002-2'],
    ['Example Trust 2002-1', 'Example Trust 2002-11'],
    ['Example Trust 2002-A', 'Example Trust 2002-B'],
    ['Example Trust 2002-1', 'Example Trust 2012-1'],
    ['Example Trust I', 'Example Trust II'],
    ['Example Auto Owner Trust 2002-A', 'Example Auto Grantor Trust 2002-A'],
    ['Asset Backed Certificates Series 2002-1', 'Other Notes Series 2002-1'],
  ])('%s and %s are two deals', (left, right) => {
    expect(dealKey(left)).not.toBe(dealKey(right));
    expect(isMisspelling(dealKey(left), dealKey(right))).toBe(false);
  });

  it('never depends on case, punctuation or the words Series and Trust', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 99 }), (words, number) => {
        const plain = `${words.join(' ')} 2002-${number}`;
        const dressed = `${words.join(', ').toUpperCase()} TRUST, Series 2002-${number}.`;
        expect(dealKey(dressed)).toBe(dealKey(plain));
      }),
    );
  });

  it('keeps every number apart', () => {
    const series = fc.tuple(fc.integer({ min: 1990, max: 2030 }), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(series, series, (left, right) => {
        const key = ([year, number]: readonly [number, number]) => dealKey(`Example Loan Trust ${year}-${number}`);
        const same = left[0] === right[0] && left[1] === right[1];
        expect(key(left) === key(right)).toBe(same);
        expect(isMisspelling(key(left), key(right))).toBe(same);
      }),
    );
  });
});

describe('isMisspelling', () => {
  it.each([
    ['new century home equity loan 2002 1', 'new centruy home equity loan 2002 1'],
    ['simulated mortgage 2002 1', 'simulated mortage 2002 1'],
    ['simulated mortgages 2002 1', 'simulated mortgage 2002 1'],
  ])('%s and %s', (left, right) => expect(isMisspelling(left, right)).toBe(true));

  it.each([
    ['first bank 2002 1', 'first banc 2002 1'],
    ['example auto 2002 1', 'example 2002 1'],
    ['century 2002 1', 'sentury 2002 1'],
  ])('not %s and %s', (left, right) => expect(isMisspelling(left, right)).toBe(false));
});

describe('dealId and seriesOf', () => {
  it('makes an address of a name', () => {
    expect(dealId('New Century Home Equity Loan Trust, Series 2002-1')).toBe(
      'new-century-home-equity-loan-trust-series-2002-1',
    );
  });

  it.each([
    ['New Century Home Equity Loan Trust 2002-1', '2002-1'],
    ['Salomon 1998-HE2', '1998-HE2'],
    ['Ford Credit Auto Owner Trust 2001-A', '2001-A'],
    ['Green Tree 98-2', '98-2'],
    ['Navistar Financial 1998-A Owner Trust', '1998-A'],
    ['Elm Receivables 2003-1 Trust', '2003-1'],
    ['Chase Manhattan Grantor Trust', null],
    ['Elm 1998-A Loans of the Second Owner Trust', null],
  ])('%s is series %s', (name, series) => expect(seriesOf(name)).toBe(series));
});
