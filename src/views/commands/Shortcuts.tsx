import { lazy, type ReactNode, Suspense, useLayoutEffect, useState } from 'react';
import { findDeal } from '../../deal/group.ts';
import { latestMonth } from '../../deal/series.ts';
import { parsePlace } from '../../store/place.ts';
import { useDeals } from '../../store/selectors.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { goTo } from '../navigation.ts';

const CommandPalette = lazy(() =>
  import('./CommandPalette.tsx').then(({ CommandPalette }) => ({ default: CommandPalette })),
);
const KeysDialog = lazy(() => import('./KeysDialog.tsx').then(({ KeysDialog }) => ({ default: KeysDialog })));

/** Where single letters are text, or belong to something that lies over the page. */
const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/** The keys that work everywhere, and what they open. */
export const Shortcuts = (): ReactNode => {
  const [open, setOpen] = useState<'commands' | 'keys' | null>(null);
  const deals = useDeals();
  // With what is seen: a key pressed the moment a page appears is not lost.
  useLayoutEffect(() => {
    const stepMonth = (by: 1 | -1): boolean => {
      // The address knows of the step before at once: of keys in quick succession each is a step.
      const place = parsePlace(window.location.hash);
      const deal = place.kind === 'deal' ? findDeal(deals, place.deal) : undefined;
      if (place.kind !== 'deal' || deal === undefined) return false;
      const month = place.month ?? latestMonth(deal)?.month;
      const target = deal.months[deal.months.findIndex((loaded) => loaded.month === month) + by];
      if (target !== undefined) goTo({ ...place, month: target.month });
      return true;
    };
    const does: Readonly<Record<string, () => unknown>> = {
      '?': () => setOpen('keys'),
      '/': () => setOpen('commands'),
      '[': () => stepMonth(-1),
      ']': () => stepMonth(1),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((was) => was ?? 'commands');
        return;
      }
      const action = event.ctrlKey || event.metaKey || takesLetters(event.target) ? undefined : does[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [deals]);
  const close = () => setOpen(null);
  return (
    <>
      <button type="button" className="plain go-to" aria-keyshortcuts="Control+K" onClick={() => setOpen('commands')}>
        Go to…
      </button>
      <ErrorPanel what="the list of commands">
        <Suspense fallback={null}>
          {open === 'commands' && <CommandPalette onClose={close} />}
          {open === 'keys' && <KeysDialog onClose={close} />}
        </Suspense>
      </ErrorPanel>
    </>
  );
};
