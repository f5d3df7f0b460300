import { startTransition, useEffect, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { Statement } from '../../facts/fact.ts';

/** Longest that unpacking holds the page in one go, in milliseconds. */
const slice = 8;

const unpacked = new WeakSet<Statement>();

const packedOf = (deal: Deal): readonly Statement[] =>
  deal.months.flatMap(({ statement }) => (unpacked.has(statement) ? [] : [statement]));

const unpack = (statement: Statement): void => {
  unpacked.add(statement);
  try {
    void statement.facts;
  } catch {
    // What cannot be unpacked is told where it is to be shown.
  }
};

/**
 * The deal once the figures of its months are unpacked, which is done in slices while the page goes on. Until then the
 * deal as it was before more of it was read; null where nothing of it was shown yet. For a component of one deal.
 */
export const useUnpacked = (deal: Deal): Deal | null => {
  const [shown, setShown] = useState<Deal | null>(null);
  const isUnpacked = packedOf(deal).length === 0;
  if (isUnpacked && shown !== deal) setShown(deal);
  useEffect(() => {
    if (isUnpacked) return;
    const left = packedOf(deal).values();
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const end = performance.now() + slice;
      while (performance.now() < end) {
        const next = left.next();
        if (next.done === true) {
          startTransition(() => setShown(deal));
          return;
        }
        unpack(next.value);
      }
      channel.port2.postMessage(null);
    };
    channel.port2.postMessage(null);
    return () => channel.port1.close();
  }, [deal, isUnpacked]);
  return isUnpacked ? deal : shown;
};
