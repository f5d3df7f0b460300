import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finder, matchScore } from '../../../src/views/commands/data/match.ts';

describe('what answers to typed words', () => {
  test.each([
    ['pool end', 'Pool ending balance'],
    ['cpr', 'Constant prepayment rate'],
    ['class a-1', 'Ending balance, class A-1'],
    ['MAI 2002', 'Mai 2002'],
    ['severity', 'Aggregate loss severity'],
  ])('%s finds %s', (typed, text) => {
    expect(matchScore(typed, text)).toBeGreaterThan(0);
  });

  test('every word must be answered', () => {
    expect(matchScore('pool interest', 'Pool ending balance')).toBe(0);
  });

  test('whole words come first, then beginnings, then what stands inside', () => {
    const texts = ['Interest carryforward', 'Net interest', 'Disinterest', 'Int'];
    expect(finder(texts, (text) => text)('int')).toEqual([
      'Int',
      'Interest carryforward',
      'Net interest',
      'Disinterest',
    ]);
  });

  test('nothing typed lists everything in its order, and what is listed was there', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (texts, typed) => {
        const found = finder(texts, (text) => text)(typed);
        expect(texts).toEqual(expect.arrayContaining([...found]));
        if (typed.trim() === '') expect(found).toEqual(texts);
      }),
    );
  });
});
