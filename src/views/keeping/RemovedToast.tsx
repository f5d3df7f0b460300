import './keeping.css';
import { type ReactNode, useEffect, useState } from 'react';
import { forgetRemoved, undoRemoval, useRemoved } from '../../store/removing.ts';
import { counted } from '../format.ts';

/** How long a removal can be undone while nobody points at the word on it, in milliseconds. */
const patience = 12_000;

/** Says what was removed and lets it be undone; then it is gone. */
export const RemovedToast = (): ReactNode => {
  const last = useRemoved((state) => state.last);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (last === null || held) return;
    const timer = setTimeout(forgetRemoved, patience);
    return () => clearTimeout(timer);
  }, [last, held]);
  return (
    <div className="removed-toast-place" role="status">
      {last !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
        <div
          className="removed-toast"
          role="group"
          aria-label="Removed"
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <p>
            Removed {last.files.length === 1 ? (last.files[0]?.reading.file ?? '') : counted(last.files.length, 'file')}
            .
          </p>
          <button
            type="button"
            onClick={() => {
              setHeld(false);
              void undoRemoval();
            }}
          >
            Undo
          </button>
          <button
            type="button"
            className="plain"
            onClick={() => {
              setHeld(false);
              forgetRemoved();
            }}
          >
            Dismiss
          </button>
        </div>
      )}
    </div>
  );
};
