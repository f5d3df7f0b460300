import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  distance,
  divide,
  exactly,
  type Interval,
  meet,
  middle,
  multiply,
  notAbove,
  printedInterval,
  subtract,
} from '../../../src/checks/interval.ts';
import {
  addRational,
  divideRational,
  meetRational,
  multiplyRational,
  notAboveRational,
  type RationalInterval,
  rationalInterval,
  subtractRational,
} from '../../../src/checks/rational.ts';

const interval = (text: string): Interval => {
  const result = printedInterval(Number(text), text.split('.')[1]?.length ?? 0);
  if (result === null) throw new Error(`no interval: ${text}`);
  return result;
};

/** Numbers as statements print them: up to some billions, up to eight places. */
const printed = fc
  .record({ units: fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), places: fc.integer({ min: 0, max: 8 }) })
  .map(({ units, places }) => ({ value: units / 10 ** places, places, units }));

interface Both {
  readonly fast: Interval;
  readonly exact: RationalInterval;
}

/** Any formula of printed numbers, reckoned with doubles and with fractions side by side. */
const formula = fc.letrec<{ leaf: Both; formula: Both }>((tie) => ({
  leaf: printed.map(({ value, places }) => {
    const fast = printedInterval(value, places) ?? exactly(0);
    return { fast, exact: rationalInterval(fast) };
  }),
  formula: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc
      .record({ a: tie('formula'), b: tie('formula'), kind: fc.constantFrom('add', 'subtract', 'multiply', 'divide') })
      .map(({ a, b, kind }): Both => {
        if (kind === 'add') return { fast: add(a.fast, b.fast), exact: addRational(a.exact, b.exact) };
        if (kind === 'subtract') return { fast: subtract(a.fast, b.fast), exact: subtractRational(a.exact, b.exact) };
        const exact = kind === 'multiply' ? multiplyRational(a.exact, b.exact) : divideRational(a.exact, b.exact);
        const fast = kind === 'multiply' ? multiply(a.fast, b.fast) : divide(a.fast, b.fast);
        return exact === null || fast === null ? a : { fast, exact };
      }),
  ),
})).formula;

describe('a printed number', () => {
  it('stands for all numbers that round to it', () => {
    const balance = interval('1645120');
    expect([balance.low, balance.high]).toEqual([1_645_119.5, 1_645_120.5]);
    expect(meet(balance, exactly(1_645_120.5))).toBe('yes');
    expect(meet(balance, exactly(1_645_120.6))).toBe('no');
  });

  it('keeps its decimal digits', () => {
    fc.assert(
      fc.property(printed, ({ value, places, units }) => {
        const own = printedInterval(value, places);
        expect(own?.low).toBe(units - 0.5);
        expect(own?.high).toBe(units + 0.5);
      }),
    );
  });

  it('is none where a double cannot hold its digits', () => {
    expect(printedInterval(12_345_678_901_234.56, 4)).toBeNull();
  });
});

describe('sums', () => {
  it('widen with each term, by half of its last place', () => {
    const cells = ['318726', '30158', '34031', '33298', '1913', '925347', '12525', '0'].map(interval);
    const total = cells.reduce(add);
    expect(middle(total)).toBe(1_355_998);
    expect(distance(total, interval('1355999'))).toEqual({ difference: -1, tolerance: 4.5 });
    expect(meet(total, interval('1356002'))).toBe('yes');
    expect(meet(total, interval('1356003'))).toBe('no');
  });

  it('are exact across different places', () => {
    const left = add(interval('10.983810'), interval('1.980885'));
    expect(distance(left, interval('12.96469'))).toEqual({ difference: 0.000005, tolerance: 0.000006 });
    expect(meet(add(interval('0.1'), interval('0.2')), interval('0.3'))).toBe('yes');
    expect(meet(interval('0.30'), interval('0.2'))).toBe('no');
  });

  it('touching at one point only do meet', () => {
    expect(meet(interval('1'), interval('2'))).toBe('yes');
    expect(meet(interval('1.0'), interval('1.2'))).toBe('no');
    expect(meet(interval('1.0'), interval('1.1'))).toBe('yes');
  });
});

describe('against arithmetic without limits', () => {
  it('every answer given with doubles is the exact one', () => {
    let decided = 0;
    fc.assert(
      fc.property(formula, formula, (a, b) => {
        const answer = meet(a.fast, b.fast);
        if (answer !== 'undecided') {
          decided += 1;
          expect(answer).toBe(meetRational(a.exact, b.exact) ? 'yes' : 'no');
        }
        const order = notAbove(a.fast, b.fast);
        if (order !== 'undecided') expect(order).toBe(notAboveRational(a.exact, b.exact) ? 'yes' : 'no');
      }),
      { numRuns: 2000 },
    );
    expect(decided).toBeGreaterThan(1500);
  });

  it('sums of amounts are always decided', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10 ** 11 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: -60, max: 60 }), (units, off) => {
        const cells = units.map((unit) => printedInterval(unit / 100, 2) ?? exactly(0));
        const sum = units.reduce((total, unit) => total + unit, 0);
        const total = printedInterval((sum + off) / 100, 2) ?? exactly(0);
        expect(meet(cells.reduce(add), total)).toBe(Math.abs(off) <= (units.length + 1) / 2 ? 'yes' : 'no');
      }),
    );
  });

  it('a quotient by what may be zero is none', () => {
    expect(divide(interval('5'), interval('0'))).toBeNull();
    expect(divide(interval('5'), interval('0.00'))).toBeNull();
    expect(divide(interval('5'), interval('1'))).not.toBeNull();
  });
});
