import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface PanelProps {
  readonly className: string;
  /** On the button. */
  readonly summary: ReactNode;
  readonly children: ReactNode;
}

/** A button that opens a panel below it, which Escape and a click elsewhere close. */
export const Panel = ({ className, summary, children }: PanelProps): ReactNode => {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = ({ target }: PointerEvent) => {
      const element = details.current;
      if (element?.open && target instanceof Node && !element.contains(target)) element.open = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, []);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !details.current?.open) return;
    details.current.open = false;
    details.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={details} className={className} onKeyDown={closeOnEscape}>
      {summary}
      {children}
    </details>
  );
};
