import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace, parsePlace } from '../../../src/store/place.ts';
import {
  axes,
  formatView,
  isUsual,
  parseView,
  type Range,
  spans,
  units,
  usualView,
  type View,
} from '../../../src/store/view.ts';

const month = fc
  .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);

const range: fc.Arbitrary<Range> = fc.oneof(
  fc.constant<Range>({ kind: 'all' }),
  fc.constantFrom<Range>({ kind: 'last', months: 12 }, { kind: 'last', months: 36 }),
  fc.tuple(month, month).map(([one, other]): Range => {
    const [from = '', to = ''] = [one, other].sort();
    return { kind: 'between', from, to };
  }),
);

const series = fc.oneof(fc.constantFrom('A', 'M-1', 'B 2, IO', '30-59', 'A:1'), fc.string({ minLength: 1 }));

const view: fc.Arbitrary<View> = fc.record({
  range,
  axis: fc.constantFrom(...axes),
  unit: fc.constantFrom(...units),
  span: fc.constantFrom(...spans),
  lines: fc.boolean(),
  k: fc.integer({ min: 1, max: 100_000 }).map((hundredths) => hundredths / 100),
  hidden: fc.dictionary(
    fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    fc.uniqueArray(series, { minLength: 1, maxLength: 6 }),
    { maxKeys: 6, noNullPrototype: true },
  ),
});

const written = (each: View): string => {
  const parameters = new URLSearchParams();
  formatView(each, parameters);
  return parameters.toString();
};

describe('the view in the address bar', () => {
  it('comes back as it went in', () => {
    fc.assert(
      fc.property(view, (each) => {
        expect(parseView(new URLSearchParams(written(each)))).toEqual(each);
      }),
    );
  });

  it('comes back in a place, whose address has nothing of it where it is as usual', () => {
    fc.assert(
      fc.property(view, (each) => {
        const place = { kind: 'deal', deal: 'example-2002-1', month: '2002-05', section: 'losses' } as const;
        const there = isUsual(each) ? place : { ...place, view: each };
        expect(parsePlace(formatPlace(there))).toEqual(there);
      }),
    );
    expect(written(usualView)).toBe('');
  });

  it.each([
    'range=13m',
    'range=2002-13..2003-01',
    'range=2003-01..2002-12',
    'axis=size',
    'unit=euro',
    'over=2',
    'k=0',
    'k=-5',
    'k=1e9',
    'k=5.123',
    'k=NaN',
    'hide=A',
    'hide=__proto__:A',
    'hide=balances:',
  ])('takes nothing from %j', (query) => expect(parseView(new URLSearchParams(query))).toEqual(usualView));

  it('never throws, and what it makes of anything can be written again', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const read = parseView(new URLSearchParams(query));
        expect(parseView(new URLSearchParams(written(read)))).toEqual(read);
      }),
    );
  });
});
