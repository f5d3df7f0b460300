import { createContext, type RefObject, startTransition, useContext, useEffect, useRef, useState } from 'react';

/** Draws something, and is done when it is on the screen or no longer wanted. */
interface Turn {
  readonly draw: () => void;
}

const waiting: Turn[] = [];
let current: Turn | null = null;

const drawNext = (): void => {
  current = waiting.shift() ?? null;
  if (current !== null) startTransition(current.draw);
};

/** One after the other: several charts drawn at once would hold up the page. */
const queue = (turn: Turn): void => {
  waiting.push(turn);
  if (current === null) drawNext();
};

const finish = (turn: Turn): void => {
  if (turn === current) setTimeout(drawNext, 0);
  else if (waiting.includes(turn)) waiting.splice(waiting.indexOf(turn), 1);
};

/** Whether everything is drawn, seen or not: paper shows all of it. */
export const DrawAllContext = createContext(false);

/** Whether an element has been near the visible part of the page: once true it stays so. */
export const useSeen = <E extends Element>(): readonly [RefObject<E | null>, boolean] => {
  const element = useRef<E>(null);
  const [seen, setSeen] = useState(false);
  const all = useContext(DrawAllContext);
  useEffect(() => {
    if (seen || element.current === null) return;
    const own: Turn = { draw: () => setSeen(true) };
    if (all) {
      queue(own);
      return () => finish(own);
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        queue(own);
      },
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      // It has been drawn, or has left the page before its turn came.
      finish(own);
    };
  }, [seen, all]);
  return [element, seen];
};
