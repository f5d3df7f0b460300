import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** An element's width in pixels, kept up to date; 0 until it is known. */
export const useWidth = <E extends Element>(): readonly [RefObject<E | null>, number] => {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    setWidth(target.getBoundingClientRect().width);
    const observer = new ResizeObserver(() => setWidth(target.getBoundingClientRect().width));
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
