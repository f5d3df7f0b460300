import { useEffect, useState } from 'react';
import { courseOf, type Subject, survey } from './data/survey.ts';

/** Milliseconds of computing at a stretch, well below what a person notices while typing or scrolling. */
const slice = 8;
/** Milliseconds between two times that what is known is shown. */
const pace = 150;

/** Lets the browser do what waits: draw, scroll, take keys. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Finds a measure's course where it has been computed. */
export type Known = typeof courseOf;

/** Another function each time, so that what is drawn with it is drawn anew. */
const knownNow = (): Known => (subject) => courseOf(subject);

/**
 * Has measures computed in slices while the page stays usable. Hands back what finds those that are known, another
 * function whenever more are. Begins nothing while `paused`.
 */
export const useSurvey = (subjects: readonly Subject[], paused: boolean): Known => {
  const [known, setKnown] = useState(knownNow);
  useEffect(() => {
    const wanted = subjects.filter((subject) => courseOf(subject) === undefined);
    if (paused || wanted.length === 0) return;
    let cancelled = false;
    const run = async () => {
      const steps = survey(wanted);
      let shown = performance.now();
      for (;;) {
        const start = performance.now();
        let done = false;
        while (!done && performance.now() - start < slice) done = steps.next().done === true;
        await breathe();
        // Said even when cancelled: whoever goes on finds it computed, and has nothing to say.
        const ends = done || cancelled;
        if (!ends && performance.now() - shown < pace) continue;
        setKnown(knownNow);
        if (ends) return;
        await breathe();
        shown = performance.now();
      }
    };
    void run();
    return () => {
      cancelled = true;
    };
  }, [subjects, paused]);
  return known;
};
