import { memo, type ReactNode } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { Place } from '../../store/place.ts';
import { DealList } from './DealList.tsx';
import { OverviewLinks } from './OverviewLinks.tsx';

/** Drawn anew only when the deals have changed, not for every file. */
const Deals = memo(DealList);

interface DealNavProps {
  readonly deals: readonly Deal[];
  /** The id of the deal on the page. */
  readonly selected: string | undefined;
  /** The kind of the place one is at. */
  readonly kind: Place['kind'] | undefined;
}

/** The places of several deals, and the deals by name. */
export const DealNav = ({ deals, selected, kind }: DealNavProps): ReactNode => (
  <>
    <OverviewLinks kind={kind} />
    <Deals deals={deals} selected={selected} />
  </>
);
