import { startTransition, useEffect, useState } from 'react';

/** Series that are drawn in one go. */
const atOnce = 4;

/**
 * How many of so many series to draw: none at first, then a few more each time, since all at once would hold up the
 * page; in the end Infinity, which stays, for whatever else there is to draw.
 */
export const useSteps = (count: number): number => {
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    if (drawn === Infinity) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn >= count ? Infinity : drawn + atOnce)), 0);
    return () => clearTimeout(timer);
  }, [drawn, count]);
  return drawn;
};
