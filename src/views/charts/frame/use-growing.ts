import { startTransition, useEffect, useState } from 'react';

/**
 * How many of so many things to draw: `step` at first and as many more each time, since thousands at once would hold up
 * the page.
 */
export const useGrowing = (count: number, step: number): number => {
  const [drawn, setDrawn] = useState(step);
  useEffect(() => {
    if (drawn >= count) return;
    const timer = setTimeout(() => startTransition(() => setDrawn(drawn + step)), 0);
    return () => clearTimeout(timer);
  }, [drawn, count, step]);
  return Math.min(drawn, count);
};
