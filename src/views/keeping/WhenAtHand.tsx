import type { ReactNode } from 'react';
import type { AtHand } from './use-figures.ts';

interface WhenAtHandProps {
  readonly figures: AtHand;
  readonly children: ReactNode;
}

/** Shows what looks at figures once they have come out of the browser's storage. */
export const WhenAtHand = ({ figures, children }: WhenAtHandProps): ReactNode => {
  if (figures.kind === 'there') return children;
  if (figures.kind === 'coming') return <p className="waiting">Opening…</p>;
  return (
    <div className="notice" role="alert">
      <p>
        The figures could not be fetched from this browser’s storage: {figures.found} Nothing is lost by trying again.
      </p>
      <p>
        <button type="button" onClick={figures.retry}>
          Try again
        </button>
      </p>
    </div>
  );
};
