import type { Page } from '@playwright/test';

/** What a person did, and how long it took until the page showed the outcome. */
export interface Interaction {
  readonly event: string;
  readonly on: string;
  /** Milliseconds to the next frame that was painted; the browser counts in steps of eight. */
  readonly duration: number;
}

/** Collects clicks, taps and keys in every page that is loaded from now on; each once, by its slowest event. */
export const listenToInteractions = async (page: Page): Promise<readonly Interaction[]> => {
  const interactions: Interaction[] = [];
  const places = new Map<string, number>();
  await page.exposeFunction('tellInteraction', (id: string, interaction: Interaction) => {
    const at = places.get(id);
    if (at === undefined) places.set(id, interactions.push(interaction) - 1);
    else if (interaction.duration > (interactions[at]?.duration ?? 0)) interactions[at] = interaction;
  });
  await page.addInitScript(() => {
    type Timing = PerformanceEntry & { interactionId?: number; target?: Element | null };
    const { tellInteraction } = window as unknown as {
      tellInteraction: (id: string, interaction: { event: string; on: string; duration: number }) => Promise<void>;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { name, duration, interactionId = 0, target } = entry as Timing;
        if (interactionId === 0) continue;
        const words = (target?.getAttribute('aria-label') ?? target?.textContent ?? '').trim().slice(0, 40);
        const on = `${target?.localName ?? 'what has gone'} “${words}”`;
        void tellInteraction(`${performance.timeOrigin} ${interactionId}`, { event: name, on, duration });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  return interactions;
};

/** The interaction that so many of a hundred do not exceed, in milliseconds; 0 where there was none. */
export const atPercentile = (interactions: readonly Interaction[], percentile: number): number => {
  const durations = interactions.map(({ duration }) => duration).sort((left, right) => left - right);
  return durations[Math.max(0, Math.ceil((percentile / 100) * durations.length) - 1)] ?? 0;
};

/** How long interactions took, the slowest by name. Those that were painted within a frame are not among them. */
export const told = (interactions: readonly Interaction[]): string => {
  const slowest = [...interactions].sort((left, right) => right.duration - left.duration).slice(0, 6);
  return [
    `${interactions.length} interactions longer than a frame, to the next paint: median ${atPercentile(interactions, 50)} ms, 98th percentile ${atPercentile(interactions, 98)} ms`,
    ...slowest.map(({ event, on, duration }) => `  ${duration} ms, ${event} on ${on}`),
  ].join('\n');
};
