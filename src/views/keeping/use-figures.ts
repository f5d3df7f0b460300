import { useEffect, useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import { useKeeping } from '../../store/keeping-state.ts';
import { fetchFigures, figuresAreAtHand } from '../../store/kept.ts';
import { lookedAt } from '../../store/looked-at.ts';
import type { Place } from '../../store/place.ts';

export type AtHand =
  | { readonly kind: 'there' }
  | { readonly kind: 'coming' }
  | { readonly kind: 'failed'; readonly found: string; readonly retry: () => void };

const there: AtHand = { kind: 'there' };
const coming: AtHand = { kind: 'coming' };

/** Fetches the figures that a place looks at, where they were kept and are not at hand. */
export const useFiguresOf = (place: Place | null, deals: readonly Deal[]): AtHand => {
  useKeeping(({ late }) => late);
  const [failed, setFailed] = useState<{ readonly found: string; readonly place: Place | null } | null>(null);
  const statements = useMemo(() => (place === null ? [] : lookedAt(place, deals)), [place, deals]);
  const ready = figuresAreAtHand(statements);
  const retry = () => setFailed(null);
  useEffect(() => {
    if (ready || failed !== null) return;
    fetchFigures(statements).catch((cause: unknown) =>
      setFailed({ found: cause instanceof Error ? cause.message : String(cause), place }),
    );
  });
  if (ready) return there;
  return failed === null || failed.place !== place ? coming : { kind: 'failed', found: failed.found, retry };
};
