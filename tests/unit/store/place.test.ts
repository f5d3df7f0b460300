import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPlace, type Place, parsePlace, sections, shownName } from '../../../src/store/place.ts';

it('comes back from the address bar as it went in', () => {
  const deal = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  const month = fc
    .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, number]) => `${year}-${String(number).padStart(2, '0')}`);
  const place: fc.Arbitrary<Place> = fc.oneof(
    fc.constant<Place>({ kind: 'start' }),
    fc.constant<Place>({ kind: 'files' }),
    fc.record({
      kind: fc.constant('deal' as const),
      deal,
      month: fc.option(month),
      section: fc.constantFrom(...sections),
    }),
    fc.record({
      kind: fc.constant('deal' as const),
      deal,
      month: fc.option(month),
      section: fc.constantFrom(...sections),
      concept: fc.constantFrom('endingBalance' as const, 'payoffs' as const),
    }),
    fc.record({
      kind: fc.constant('deal' as const),
      deal,
      month: fc.option(month),
      section: fc.constantFrom(...sections),
      amended: month,
      year: fc.integer({ min: 1990, max: 2099 }).map(String),
    }),
    fc.record({
      kind: fc.constant('portfolio' as const),
      sort: fc.uniqueArray(fc.constantFrom('deal', '-cpr3', 'poolFactor', '-findings')),
      find: fc.string({ unit: 'grapheme' }),
      columns: fc.option(fc.uniqueArray(fc.constantFrom('deal', 'cpr3', 'month'))),
    }),
    fc.record({
      kind: fc.constant('compare' as const),
      deals: fc.uniqueArray(deal, { maxLength: 12 }),
      classesOf: fc.option(deal),
      classes: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 12 }),
      measure: fc.option(fc.constantFrom('cpr3', 'classFactor')),
      axis: fc.constant('date' as const),
      shape: fc.constantFrom('one' as const, 'small' as const),
      at: fc.option(month),
    }),
    fc.record({
      kind: fc.constant('source' as const),
      file: fc.string({ unit: 'grapheme', minLength: 1 }),
      document: fc.option(fc.nat(1000)),
      line: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      column: fc.option(fc.integer({ min: 1, max: 1000 })),
      finding: fc.option(fc.string({ unit: 'grapheme' })),
    }),
  );
  fc.assert(
    fc.property(place, (each) => {
      expect(parsePlace(formatPlace(each))).toEqual(each);
    }),
  );
});

it.each(['', '#', '#/nowhere', '#/deal/', '#/deal/<script>', '#/deal/%00', '#/source/', '#/source/%E0%A4'])(
  'leads from %j to the start',
  (hash) => expect(parsePlace(hash)).toEqual({ kind: 'start' }),
);

it('drops what makes no sense and keeps the rest', () => {
  expect(parsePlace('#/deal/example-2002-1?month=2002-13&section=cellar')).toEqual({
    kind: 'deal',
    deal: 'example-2002-1',
    month: null,
    section: 'overview',
  });
});

it('never throws, whatever stands in the address bar', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parsePlace(`#/${text}`).kind).toMatch(/start|files|deal|portfolio|compare|source/);
    }),
  );
});

it('parts the deals of a comparison by plain commas', () => {
  const address = '#/compare?deals=first-2002-1,second-2002-2&measure=cpr3&axis=age&shape=small';
  const place = parsePlace(address);
  expect(place).toEqual({
    kind: 'compare',
    deals: ['first-2002-1', 'second-2002-2'],
    classesOf: null,
    classes: [],
    measure: 'cpr3',
    axis: 'age',
    shape: 'small',
    at: null,
  });
  expect(formatPlace(place)).toBe(address);
});

it('ranks at a month by date, and at a number of one by age', () => {
  const at = (address: string) => parsePlace(address);
  expect(at('#/compare?at=2004-05')).toMatchObject({ axis: 'date', at: '2004-05' });
  expect(at('#/compare?axis=age&at=37')).toMatchObject({ axis: 'age', at: '37' });
  expect(at('#/compare?axis=age&at=2004-05')).toMatchObject({ at: null });
  expect(at('#/compare?at=37')).toMatchObject({ at: null });
});

it('compares no more than twelve, and each once', () => {
  const many = Array.from({ length: 20 }, (_, index) => `deal-${index % 15}`);
  expect(parsePlace(`#/compare?deals=${many.join(',')},deal-1&axis=week`)).toMatchObject({
    deals: many.slice(0, 12),
    axis: 'date',
  });
});

describe('a name in an address, as it is shown', () => {
  it('is that of the file', () => expect(shownName('Mai – Übersicht.txt')).toBe('Mai – Übersicht.txt'));
  it('shows what turns it around', () => expect(shownName('a\u202etxt.exe\u0000')).toBe('a\ufffdtxt.exe\ufffd'));
  it('ends', () => expect(shownName('x'.repeat(100_000))).toBe(`${'x'.repeat(200)}…`));
});
