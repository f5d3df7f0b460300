import './menu.css';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

/** Something to do. What it returns is told beside the button; what it throws is told as a failure. */
export interface Action {
  readonly name: string;
  /** What comes of it, in a few quiet words: `as seen, for spreadsheets`. */
  readonly detail?: string;
  readonly run: () => Promise<string> | string;
}

interface ActionMenuProps {
  /** The word on the button. */
  readonly label: string;
  /** What the button is for where the word alone does not say it: `Export Class balances`. */
  readonly title: string;
  readonly actions: readonly Action[];
  readonly className?: string;
}

/** How long an outcome is told, in milliseconds. */
const saidFor = 5000;
/** Pixels; the style keeps it. */
const widest = 300;

/** A button that opens a list of things to do. Arrow keys move in it, Escape closes it, the outcome is told below the button. */
export const ActionMenu = ({ label, title, actions, className }: ActionMenuProps): ReactNode => {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [side, setSide] = useState<'start' | 'end'>('end');
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (!open) return;
    list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const close = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [open]);
  useEffect(() => {
    if (said === '' || busy) return;
    const timer = setTimeout(() => setSaid(''), saidFor);
    return () => clearTimeout(timer);
  }, [said, busy]);

  const run = async (action: Action) => {
    setOpen(false);
    button.current?.focus();
    setBusy(true);
    setSaid(`${action.name} …`);
    try {
      setSaid(await action.run());
    } catch (error) {
      setSaid(`${action.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
    setBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.findIndex((item) => item.matches(':focus'));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items.at(to % items.length)?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'Tab') setOpen(false);
  };

  return (
    <div ref={root} className="menu">
      <button
        ref={button}
        type="button"
        className={className}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={title}
        aria-disabled={busy}
        onClick={({ currentTarget }) => {
          if (busy) return;
          // The list lies to the left of its button's end, unless there it would leave the page.
          setSide(currentTarget.getBoundingClientRect().right < widest ? 'start' : 'end');
          setOpen(!open);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || busy) return;
          event.preventDefault();
          if (!open) event.currentTarget.click();
        }}
      >
        {label} <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div
          ref={list}
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={title}
          className="menu-list"
          data-side={side}
          onKeyDown={onKeyDown}
        >
          {actions.map((action) => (
            <button key={action.name} type="button" role="menuitem" tabIndex={-1} onClick={() => void run(action)}>
              <span>{action.name}</span>
              {action.detail !== undefined && <small>{action.detail}</small>}
            </button>
          ))}
        </div>
      )}
      <span className="menu-said" data-side={side} aria-live="polite">
        {said}
      </span>
    </div>
  );
};
