import { type RefObject, startTransition, useEffect, useRef, useState } from 'react';

/** What waits for its turn to be drawn. */
const waiting: (() => void)[] = [];
let drawing = false;

/** One after the other, each after the one before is on the screen: several charts at once would hold up the page. */
const drawNext = (): void => {
  const draw = waiting.shift();
  drawing = draw !== undefined;
  if (draw === undefined) return;
  startTransition(draw);
  // Where nothing is painted, as in a tab in the background, frames do not come.
  const next = document.hidden ? setTimeout : requestAnimationFrame;
  next(() => setTimeout(drawNext, 0));
};

const inTurn = (draw: () => void): void => {
  waiting.push(draw);
  if (!drawing) drawNext();
};

/** Whether an element has been near the visible part of the page: once true it stays so. */
export const useSeen = <E extends Element>(): readonly [RefObject<E | null>, boolean] => {
  const element = useRef<E>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        inTurn(() => setSeen(true));
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen]);
  return [element, seen];
};
