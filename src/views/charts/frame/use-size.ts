import { type RefObject, startTransition, useLayoutEffect, useRef, useState } from 'react';

/** Of an element, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An element's size, kept up to date; null until it is known. */
export const useSize = <E extends Element>(): readonly [RefObject<E | null>, Size | null] => {
  const element = useRef<E>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const measure = () => {
      const { width, height } = target.getBoundingClientRect();
      // What is drawn into it can wait for what the page must answer at once.
      startTransition(() =>
        setSize((before) => (before?.width === width && before.height === height ? before : { width, height })),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, size];
};
