import type { ReactNode } from 'react';
import { comparePlace, portfolioPlace } from '../../store/overview-places.ts';
import { formatPlace, type Place } from '../../store/place.ts';

const links = [
  { name: 'Portfolio', place: portfolioPlace },
  { name: 'Compare', place: comparePlace },
] as const;

/** The places that show several deals at once. */
export const OverviewLinks = ({ kind }: { readonly kind: Place['kind'] | undefined }): ReactNode => (
  <ul className="overview-links">
    {links.map(({ name, place }) => (
      <li key={name}>
        <a href={formatPlace(place)} aria-current={place.kind === kind ? 'page' : undefined}>
          {name}
        </a>
      </li>
    ))}
  </ul>
);
