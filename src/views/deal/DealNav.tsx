import { memo, type ReactNode, useDeferredValue, useMemo } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { Place } from '../../store/place.ts';
import { selectStatements, useFiles } from '../../store/selectors.ts';
import { useApp } from '../../store/store.ts';
import { DealList } from './DealList.tsx';
import { latestFirst } from './latest-first.ts';
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

/** The places of several deals, and the deals by name; while files are read, the one first that got the last of them. */
export const DealNav = ({ deals, selected, kind }: DealNavProps): ReactNode => {
  const reading = useApp(({ progress }) => progress !== null);
  const statements = useDeferredValue(selectStatements(useFiles()));
  const listed = useMemo(() => (reading ? latestFirst(deals, statements) : deals), [reading, deals, statements]);
  return (
    <>
      <OverviewLinks kind={kind} />
      <Deals deals={listed} selected={selected} />
    </>
  );
};
