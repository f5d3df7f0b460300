import './app.css';
import './print.css';
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect, useState } from 'react';
import type { Deal } from '../deal/deal.ts';
import { findDeal } from '../deal/group.ts';
import { hasHint, useKeeping } from '../store/keeping-state.ts';
import { formatPlace, isOfDeal, type Place, parsePlace, shownName } from '../store/place.ts';
import { selectCounts, useDeals } from '../store/selectors.ts';
import { useApp } from '../store/store.ts';
import { useTaught } from '../store/taught.ts';
import { useUpdate } from '../store/update.ts';
import { CheckingStatus } from './checks/CheckingStatus.tsx';
import { Shortcuts } from './commands/Shortcuts.tsx';
import { AddButtons } from './drop/AddButtons.tsx';
import { DropTarget } from './drop/DropTarget.tsx';
import { FirstVisit, type Missing } from './drop/FirstVisit.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';
import { counted } from './format.ts';
import { useFiguresOf } from './keeping/use-figures.ts';
import { WhenAtHand } from './keeping/WhenAtHand.tsx';
import { goTo, moveTo } from './navigation.ts';
import { type Underlay, useReturn, useUnderlay } from './use-return.ts';

const DealNav = lazy(() => import('./deal/DealNav.tsx').then(({ DealNav }) => ({ default: DealNav })));
const DealPage = lazy(() => import('./deal/DealPage.tsx').then(({ DealPage }) => ({ default: DealPage })));
const ComparePage = lazy(() =>
  import('./compare/ComparePage.tsx').then(({ ComparePage }) => ({ default: ComparePage })),
);
const PortfolioPage = lazy(() =>
  import('./portfolio/PortfolioPage.tsx').then(({ PortfolioPage }) => ({ default: PortfolioPage })),
);
const FilesPage = lazy(() => import('./drop/FilesPage.tsx').then(({ FilesPage }) => ({ default: FilesPage })));
const ImportStatus = lazy(() =>
  import('./drop/ImportStatus.tsx').then(({ ImportStatus }) => ({ default: ImportStatus })),
);
const HelpPage = lazy(() => import('./help/HelpPage.tsx').then(({ HelpPage }) => ({ default: HelpPage })));
const ReportPage = lazy(() => import('./report/ReportPage.tsx').then(({ ReportPage }) => ({ default: ReportPage })));
const SourcePage = lazy(() => import('./source/SourcePage.tsx').then(({ SourcePage }) => ({ default: SourcePage })));

const KeepingNotice = lazy(() =>
  import('./keeping/KeepingNotice.tsx').then(({ KeepingNotice }) => ({ default: KeepingNotice })),
);
const DamagedWordsNotice = lazy(() =>
  import('./teaching/DamagedWords.tsx').then((module) => ({ default: module.DamagedWordsNotice })),
);
const RemovedToast = lazy(() =>
  import('./keeping/RemovedToast.tsx').then(({ RemovedToast }) => ({ default: RemovedToast })),
);
const UpdateNotice = lazy(() => import('./UpdateNotice.tsx').then(({ UpdateNotice }) => ({ default: UpdateNotice })));

type DealPlace = Extract<Place, { readonly kind: 'deal' | 'report' }>;

/** A deal that an address led to and that is not loaded, and the one that is shown in its stead. */
interface Elsewhere {
  readonly asked: DealPlace;
  readonly shown: string;
}

/**
 * When reading has ended, leads from an address that shows nothing to a deal, or else to what was not read. Where the
 * address asked for another deal it says so until one goes on; when that deal is loaded it opens.
 */
const useArrival = (deals: readonly Deal[]): DealPlace | null => {
  const place = useApp((state) => state.place);
  const [elsewhere, setElsewhere] = useState<Elsewhere | null>(null);
  const done = useApp((state) => state.progress === null && state.files.length > 0);
  const [first] = deals;
  useEffect(() => {
    const missing = isOfDeal(place) && findDeal(deals, place.deal) === undefined;
    if (!done || (place.kind !== 'start' && !missing)) return;
    // A task of its own: taking in what was read last has held the page already.
    const timer = setTimeout(() => {
      // Whoever has gone on meanwhile stays there: the browser tells of a new address later than it has it.
      if (formatPlace(parsePlace(window.location.hash)) !== formatPlace(place)) return;
      if (first === undefined) return moveTo({ kind: 'files' });
      if (missing) setElsewhere({ asked: place, shown: first.id });
      moveTo({ kind: 'deal', deal: first.id, month: null, section: 'overview' });
    });
    return () => clearTimeout(timer);
  }, [place, done, deals, first]);
  const stays = elsewhere !== null && place.kind === 'deal' && place.deal === elsewhere.shown;
  const loaded = elsewhere !== null && findDeal(deals, elsewhere.asked.deal) !== undefined;
  useEffect(() => {
    if (elsewhere === null || (stays && !loaded)) return;
    // The address that was asked for is still on its way out.
    if (place === elsewhere.asked) return;
    setElsewhere(null);
    if (stays && loaded) goTo(elsewhere.asked);
  }, [elsewhere, stays, loaded, place]);
  return stays && !loaded ? elsewhere.asked : null;
};

/**
 * The deal to draw. While files are read it stays as it was: drawing charts anew for every few files would hold up the
 * page, and whoever looks at them.
 */
const useSettled = (deal: Deal | undefined, reading: boolean): Deal | undefined => {
  const [settled, setSettled] = useState(deal);
  const current = reading && settled?.id === deal?.id ? settled : deal;
  if (current !== settled) setSettled(current);
  return current;
};

const placeNames: Partial<Readonly<Record<Place['kind'], string>>> = {
  files: 'Files',
  help: 'Help',
  portfolio: 'Portfolio',
};

const useTitle = (deals: readonly Deal[]): void => {
  const place = useApp((state) => state.place);
  useEffect(() => {
    const name = isOfDeal(place) ? findDeal(deals, place.deal)?.name : undefined;
    const here = place.kind === 'source' ? shownName(place.file) : (placeNames[place.kind] ?? name);
    document.title = here === undefined ? 'Paydown: see an asset-backed deal pay down' : `${here} · Paydown`;
  }, [place, deals]);
};

/** Once all is read, has the deals checked, the one on the page first. */
const useChecking = (deals: readonly Deal[], deal: Deal | undefined, reading: boolean): void => {
  useEffect(() => {
    if (reading) return;
    const order = deal === undefined ? deals : [deal, ...deals.filter((other) => other !== deal)];
    // Only once there is something to check is the part that checks loaded.
    if (order.length > 0 || useApp.getState().checks.size > 0)
      void import('../store/checking.ts').then(({ checkDeals }) => checkDeals(order));
  }, [deals, deal, reading]);
};

const missingAt = (place: Place): Missing | null => {
  if (place.kind === 'source') return { kind: 'file', name: shownName(place.file) };
  return isOfDeal(place) ? { kind: 'deal', name: shownName(place.deal) } : null;
};

interface PlaceViewProps {
  readonly place: Underlay;
  /** The deal of the place, where it has one that is loaded. */
  readonly deal: Deal | undefined;
  readonly deals: readonly Deal[];
}

/** What is to be seen at a place; the list of files where there is nothing else. */
const PlaceView = ({ place, deal, deals }: PlaceViewProps): ReactNode => {
  switch (place.kind) {
    case 'help':
      return (
        <ErrorPanel key="help" what="the help">
          <HelpPage place={place} />
        </ErrorPanel>
      );
    case 'compare':
      return (
        <ErrorPanel key="compare" what="the comparison">
          <ComparePage deals={deals} place={place} />
        </ErrorPanel>
      );
    case 'portfolio':
      return (
        <ErrorPanel key="portfolio" what="the portfolio">
          <PortfolioPage deals={deals} place={place} />
        </ErrorPanel>
      );
    case 'deal':
      if (deal === undefined) break;
      return (
        <ErrorPanel key={deal.id} what="this deal">
          <DealPage deal={deal} place={place} />
        </ErrorPanel>
      );
    case 'report':
      if (deal === undefined) break;
      return (
        <ErrorPanel key={`report of ${deal.id}`} what="the report">
          <ReportPage deal={deal} />
        </ErrorPanel>
      );
    case 'start':
    case 'files':
      break;
  }
  return (
    <ErrorPanel key="files" what="the list of files">
      <FilesPage />
    </ErrorPanel>
  );
};

/** The address bar holds the place, so no link to a part of the page can move the focus. */
const skipToContent = (): void => document.getElementById('content')?.focus();

/** The whole page: top bar, list of deals, and the place one is at. Takes drops anywhere at any time. */
export const App = (): ReactNode => {
  const files = useApp((state) => state.files);
  const place = useApp((state) => state.place);
  const reading = useApp((state) => state.progress !== null);
  const deals = useDeals();
  const listed = useDeferredValue(deals);
  const counts = selectCounts(files);
  const [menu, setMenu] = useState(false);
  // On a narrow page the list lies over the content, and has done its work once a link was followed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what it waits for
  useEffect(() => setMenu(false), [place]);
  const asked = useArrival(deals);
  useTitle(deals);

  useReturn(place);

  const under = useUnderlay(place);
  const deal = useSettled(under !== null && isOfDeal(under) ? findDeal(deals, under.deal) : undefined, reading);
  useChecking(deals, deal, reading);
  const restoring = useKeeping((state) => state.restoring);
  const newer = useUpdate(({ reload }) => reload !== null);
  const faulty = useKeeping(({ fault, dismissed }) => fault !== null && !dismissed);
  const damagedWords = useTaught((state) => state.untold);
  const removed = useKeeping((state) => state.removed !== null);
  const empty = files.length === 0 && !reading;
  const figures = useFiguresOf(under, deals);
  const figuresOfSource = useFiguresOf(place.kind === 'source' ? place : null, deals);

  return (
    <DropTarget>
      <button type="button" className="skip" onClick={skipToContent}>
        Skip to content
      </button>
      <header className="bar">
        <a className="wordmark" href={formatPlace({ kind: 'start' })}>
          Paydown
        </a>
        {!empty && (
          <>
            <button
              type="button"
              className="menu-button"
              aria-expanded={menu}
              aria-controls="deals"
              onClick={() => setMenu(!menu)}
            >
              {counted(deals.length, 'deal')}
            </button>
            <AddButtons quiet />
          </>
        )}
        <div className="bar-end">
          <Shortcuts />
          <a className="help-link" href={formatPlace({ kind: 'help', page: 'start', entry: null })}>
            Help
          </a>
        </div>
      </header>
      {newer && (
        <Suspense>
          <UpdateNotice />
        </Suspense>
      )}
      <div className={empty ? 'page page-empty' : 'page'}>
        {!empty && (
          <nav id="deals" className={menu ? 'deals deals-open' : 'deals'} aria-label="Deals and files">
            <Suspense fallback={<div className="deal-list" />}>
              <DealNav deals={listed} selected={deal?.id} kind={under?.kind} />
            </Suspense>
            <a
              className="files-link"
              href={formatPlace({ kind: 'files' })}
              aria-current={place.kind === 'files' ? 'page' : undefined}
            >
              <span>{counted(counts.files, 'file')}</span>
              {counts.unread > 0 && <span className="unread-count">{counts.unread} not read</span>}
            </a>
            <CheckingStatus />
          </nav>
        )}
        <main id="content" tabIndex={-1}>
          {faulty && (
            <Suspense>
              <KeepingNotice />
            </Suspense>
          )}
          {damagedWords && (
            <Suspense>
              <DamagedWordsNotice />
            </Suspense>
          )}
          {asked !== null && (
            <p className="notice" role="alert">
              The address leads to a deal, <code>{shownName(asked.deal)}</code>, whose statements are not loaded here.
              This is another. Drop the statements of that deal and it opens.
            </p>
          )}
          <Suspense fallback={null}>
            <ImportStatus />
          </Suspense>
          {empty && restoring && hasHint() && place.kind !== 'help' ? (
            <p className="waiting">Opening what this browser kept…</p>
          ) : empty && place.kind !== 'help' ? (
            <FirstVisit missing={missingAt(place)} />
          ) : (
            <>
              {place.kind === 'source' && (
                <Suspense fallback={<p className="waiting">Opening…</p>}>
                  <ErrorPanel key={place.file} what="this file">
                    <WhenAtHand figures={figuresOfSource}>
                      <SourcePage place={place} returns={under !== null} />
                    </WhenAtHand>
                  </ErrorPanel>
                </Suspense>
              )}
              {under !== null && (
                <div hidden={place.kind === 'source'}>
                  <Suspense fallback={<p className="waiting">Opening…</p>}>
                    <WhenAtHand figures={figures}>
                      <PlaceView place={under} deal={deal} deals={listed} />
                    </WhenAtHand>
                  </Suspense>
                </div>
              )}
            </>
          )}
        </main>
      </div>
      <div className="removed-toast-place" role="status">
        {removed && (
          <Suspense>
            <RemovedToast />
          </Suspense>
        )}
      </div>
    </DropTarget>
  );
};
