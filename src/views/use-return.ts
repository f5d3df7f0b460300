import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatPlace, type Place, type SourcePlace } from '../store/place.ts';

/** A place that a source can lie over. */
export type Underlay = Exclude<Place, SourcePlace>;

/**
 * The place that lies under an opened source: it stays as it was, unseen, so that Back finds it with everything chosen
 * and scrolled there. null where the source was the first place.
 */
export const useUnderlay = (place: Place): Underlay | null => {
  const [last, setLast] = useState<Underlay | null>(place.kind === 'source' ? null : place);
  if (place.kind === 'source') return last;
  if (last !== place) setLast(place);
  return place;
};

/** Coming back from a source, scrolls to where one was and focuses what led there. */
export const useReturn = (place: Place): void => {
  const left = useRef<{ hash: string; scroll: number; focus: Element | null } | null>(null);
  const before = useRef(place);
  useEffect(() => {
    if (place.kind === 'source') return;
    const remember = () => {
      left.current = { hash: formatPlace(place), scroll: window.scrollY, focus: document.activeElement };
    };
    remember();
    const listeners = new AbortController();
    window.addEventListener('scroll', remember, { passive: true, signal: listeners.signal });
    document.addEventListener('focusin', remember, { signal: listeners.signal });
    return () => listeners.abort();
  }, [place]);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = place;
    if (from.kind !== 'source') {
      if (place.kind === 'source') window.scrollTo(0, 0);
      return;
    }
    const there = left.current;
    if (place.kind === 'source' || there?.hash !== formatPlace(place)) return;
    window.scrollTo(0, there.scroll);
    if (there.focus instanceof HTMLElement && there.focus.isConnected) there.focus.focus({ preventScroll: true });
  }, [place]);
};
