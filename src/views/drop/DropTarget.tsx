import { type ReactNode, useLayoutEffect, useState } from 'react';
import { addDropped, addPasted } from '../../store/adding.ts';

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

const paste = (event: ClipboardEvent): void => {
  if (event.clipboardData !== null && !isTyping(event.target)) addPasted(event.clipboardData);
};

/** The whole window takes files and folders dropped on it, and files and text pasted into it. */
export const DropTarget = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const [over, setOver] = useState(false);
  // Before the page is seen: what is dropped on it the moment it appears is not lost.
  useLayoutEffect(() => {
    const take = (event: DragEvent) => {
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    };
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      setOver(true);
      // Where the page changes under files that are let go, the drop asks the new element, and only by this event.
      take(event);
    };
    const hover = (event: DragEvent) => {
      if (holdsFiles(event)) take(event);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const transfer = event.dataTransfer;
      if (transfer === null || !holdsFiles(event)) return;
      event.preventDefault();
      addDropped(transfer);
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener('dragenter', enter, { signal });
    window.addEventListener('dragover', hover, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    window.addEventListener('paste', paste, { signal });
    return () => listeners.abort();
  }, []);
  return (
    <>
      {children}
      {over && (
        <div className="drop-overlay" aria-hidden="true">
          <p>
            Drop to read <span>The files stay on this computer.</span>
          </p>
        </div>
      )}
    </>
  );
};
