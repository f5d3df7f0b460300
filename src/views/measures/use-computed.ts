import { startTransition, useEffect, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { measureOf } from '../../metrics/measure-series.ts';
import type { Needed } from './catalog.ts';

/** Longest that computing holds the page in one go, in milliseconds. */
const slice = 8;

/** What has been computed for every month of a deal. */
const computedOf = new WeakMap<Deal, Set<string>>();

const keyOf = ({ measure, of }: Needed): string => `${measure} ${of ?? ''}`;

const isComputedFor = (deal: Deal, needs: readonly Needed[]): boolean =>
  needs.every((need) => computedOf.get(deal)?.has(keyOf(need)) === true);

/** Computes a need after the other, month by month, so that whoever takes a step decides how many; measures keep what they made. */
function* steps(deal: Deal, needs: readonly Needed[]): Generator<undefined, void> {
  const done = computedOf.get(deal) ?? new Set<string>();
  computedOf.set(deal, done);
  for (const need of needs) {
    if (done.has(keyOf(need))) continue;
    for (const { month } of deal.months) {
      measureOf(deal, need.measure, month, need.of);
      yield;
    }
    done.add(keyOf(need));
  }
}

/**
 * Whether measures of a deal are computed for all its months. They are computed in slices while the page goes on, and
 * once; false until then.
 */
export const useComputed = (deal: Deal, needs: readonly Needed[]): boolean => {
  const [, setTurn] = useState(0);
  const computed = isComputedFor(deal, needs);
  useEffect(() => {
    if (isComputedFor(deal, needs)) return;
    const work = steps(deal, needs);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const end = performance.now() + slice;
      while (performance.now() < end) {
        if (work.next().done === true) {
          startTransition(() => setTurn((turn) => turn + 1));
          return;
        }
      }
      channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    return () => channel.port1.close();
  }, [deal, needs]);
  return computed;
};
