import { useCallback, useSyncExternalStore } from 'react';

/** The month that one looks at, in all plots of one name. */
interface Crosshair {
  /** The plot in which pointer or focus are. */
  readonly by: string;
  readonly month: string;
}

const crosshairs = new Map<string, Crosshair>();
const listeners = new Map<string, Set<() => void>>();

/**
 * Puts the crosshair of all plots of a name on a month, or takes it away, which only the plot that put it there can do.
 * Apart from React and from Recharts' own: told to every plot, a movement of the pointer would cost as much as all of them.
 */
export const pointAt = (name: string, by: string, month: string | null): void => {
  const before = crosshairs.get(name);
  if (month === null ? before?.by !== by : before?.month === month && before.by === by) return;
  if (month === null) crosshairs.delete(name);
  else crosshairs.set(name, { by, month });
  for (const listener of listeners.get(name) ?? []) listener();
};

/** The month under the crosshair of plots of a name, `2002-05`; null where there is none. */
export const useCrosshair = (name: string): string | null => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => {
        own.delete(listener);
      };
    },
    [name],
  );
  return useSyncExternalStore(subscribe, () => crosshairs.get(name)?.month ?? null);
};
