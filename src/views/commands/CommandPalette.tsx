import './commands.css';
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Deal } from '../../deal/deal.ts';
import { findDeal } from '../../deal/group.ts';
import { latestMonth, monthIn } from '../../deal/series.ts';
import { comparePlace, portfolioPlace } from '../../store/overview-places.ts';
import type { Place } from '../../store/place.ts';
import { useDeals } from '../../store/selectors.ts';
import { useApp } from '../../store/store.ts';
import { chooseTheme, themes } from '../../store/theme.ts';
import { goTo } from '../navigation.ts';
import {
  type Command,
  dealCommands,
  figureCommands,
  helpCommands,
  monthCommands,
  sectionCommands,
} from './data/commands.ts';
import { finder } from './data/match.ts';

/** As many as a person looks through; the others wait for another letter. */
const most = 40;

const actions: readonly Command[] = [
  { id: 'portfolio', kind: 'Action', title: 'Portfolio', detail: 'all deals, a row each', to: portfolioPlace },
  { id: 'compare', kind: 'Action', title: 'Compare', detail: 'deals or classes on one measure', to: comparePlace },
  {
    id: 'files',
    kind: 'Action',
    title: 'List of files',
    detail: 'what was read and what was not',
    to: { kind: 'files' },
  },
  ...themes.map(
    (theme): Command => ({
      id: `theme ${theme}`,
      kind: 'Action',
      title:
        theme === 'system' ? 'Light or dark as the system has it' : `${theme === 'light' ? 'Light' : 'Dark'} theme`,
      detail: 'colours',
      to: () => chooseTheme(theme),
    }),
  ),
];

/** Everything that can be gone to or done; where two have the same name, what is of the deal on the page comes first. */
const commandsAt = (place: Place, deals: readonly Deal[]): readonly Command[] => {
  const deal = place.kind === 'deal' ? findDeal(deals, place.deal) : undefined;
  const elsewhere = [...dealCommands(deals), ...actions, ...helpCommands];
  if (place.kind !== 'deal' || deal === undefined) return elsewhere;
  const month = (place.month === null ? undefined : monthIn(deal, place.month)) ?? latestMonth(deal);
  return [
    ...sectionCommands(deal, place),
    {
      id: 'report',
      kind: 'Action',
      title: 'Report of the deal',
      detail: 'to print or save as PDF',
      to: { kind: 'report', deal: deal.id },
    },
    ...elsewhere,
    ...monthCommands(deal, place),
    ...(month === undefined ? [] : figureCommands(month.statement)),
  ];
};

const textOf = ({ title, detail, kind }: Command): string => `${title} ${detail} ${kind}`;

/** Goes to a deal, a month, a figure or a page of the help, or does something, by its name. */
export const CommandPalette = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const place = useApp((state) => state.place);
  const deals = useDeals();
  const answersTo = useMemo(() => finder(commandsAt(place, deals), textOf), [place, deals]);
  const [typed, setTyped] = useState('');
  // What is typed shows at once; what answers, among thousands of figures, follows.
  const sought = useDeferredValue(typed);
  const found = useMemo(() => answersTo(sought), [answersTo, sought]);
  const listed = found.slice(0, most);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, listed.length - 1);
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is brought into view
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, listed]);

  const run = ({ to }: Command) => {
    dialog.current?.close();
    if (typeof to === 'function') to();
    else goTo(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(listed.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const command = sought === typed ? listed[at] : answersTo(typed)[0];
      if (command !== undefined) run(command);
    }
  };
  return (
    <dialog ref={dialog} className="commands" aria-label="Go to or do" onClose={onClose}>
      <input
        role="combobox"
        aria-label="Go to or do"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={listed[at] === undefined ? undefined : `${id}-${at}`}
        aria-autocomplete="list"
        placeholder="A deal, a month, a figure, an action…"
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        className="commands-found"
        id={`${id}-list`}
        role="listbox"
        aria-label="What answers"
        tabIndex={-1}
      >
        {listed.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={command.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(command)}
          >
            <span className="command-kind">{command.kind}</span>
            <span className="command-title">{command.title}</span>
            <span className="command-detail">{command.detail}</span>
          </div>
        ))}
      </div>
      <p role="status">
        {found.length === 0
          ? 'Nothing of that name.'
          : found.length > most
            ? `The first ${most} of ${found.length.toLocaleString('en-US')}.`
            : ''}
      </p>
    </dialog>
  );
};
