import { addTop, divideTop, multiplyTop, push, subtractTop } from './doubles.ts';
import { type Interval, pushInterval } from './interval.ts';
import {
  addRational,
  divideRational,
  multiplyRational,
  type RationalInterval,
  rationalInterval,
  subtractRational,
} from './rational.ts';

/** A stack to reckon on. */
export interface Arithmetic {
  readonly push: (low: number, high: number, places: number) => void;
  readonly pushInterval: (interval: Interval) => void;
  readonly add: () => void;
  readonly subtract: () => void;
  readonly multiply: () => void;
  /** False where the divisor may be zero. */
  readonly divide: () => boolean;
}

/** On the stack of `doubles.ts`. */
export const withDoubles: Arithmetic = {
  push: (low, high, places) => push(low, high, places, 0),
  pushInterval,
  add: addTop,
  subtract: subtractTop,
  multiply: multiplyTop,
  divide: divideTop,
};

/** With fractions, on a stack of its own: slow, asked where doubles leave a doubt. */
export const withFractions = (): { arithmetic: Arithmetic; stack: RationalInterval[] } => {
  const stack: RationalInterval[] = [];
  const combine = (by: (a: RationalInterval, b: RationalInterval) => RationalInterval | null): boolean => {
    const b = stack.pop();
    const a = stack.pop();
    const result = a === undefined || b === undefined ? null : by(a, b);
    if (result !== null) stack.push(result);
    return result !== null;
  };
  const arithmetic: Arithmetic = {
    push: (low, high, places) => void stack.push(rationalInterval({ low, high, places, error: 0 })),
    pushInterval: (interval) => void stack.push(rationalInterval(interval)),
    add: () => void combine(addRational),
    subtract: () => void combine(subtractRational),
    multiply: () => void combine(multiplyRational),
    divide: () => combine(divideRational),
  };
  return { arithmetic, stack };
};
