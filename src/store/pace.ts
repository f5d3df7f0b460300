import type { Progress } from '../ingest/progress.ts';

/** Nobody can say much of the rest before so long, in milliseconds. */
const tooEarly = 2000;

/** How fast it goes: bytes a second, and the seconds left if it goes on like that; null while more is being found. */
export interface Pace {
  readonly rate: number;
  readonly left: number | null;
}

/** How fast an import goes; null where it is too early to say. */
export const paceOf = ({ bytes, bytesDone, elapsed, looking }: Progress): Pace | null => {
  if (elapsed < tooEarly || bytesDone === 0) return null;
  const rate = bytesDone / (elapsed / 1000);
  return { rate, left: looking ? null : (bytes - bytesDone) / rate };
};
