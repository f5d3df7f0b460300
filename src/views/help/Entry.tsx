import { type ReactNode, useEffect, useRef } from 'react';

interface EntryProps {
  readonly id: string;
  /** What was looked up; the entry of that id is brought into view and focused. */
  readonly wanted: string | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One entry of a help page, which an address can lead to. */
export const Entry = ({ id, wanted, className, children }: EntryProps): ReactNode => {
  const element = useRef<HTMLDivElement>(null);
  const here = id === wanted;
  useEffect(() => {
    if (!here) return;
    element.current?.scrollIntoView({ block: 'center' });
    element.current?.focus({ preventScroll: true });
  }, [here]);
  return (
    <div
      ref={element}
      className={['help-entry', className].filter(Boolean).join(' ')}
      tabIndex={-1}
      data-wanted={here || undefined}
    >
      {children}
    </div>
  );
};
