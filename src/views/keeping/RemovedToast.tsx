import './keeping.css';
import { type ReactNode, useEffect, useState } from 'react';
import { useKeeping } from '../../store/keeping-state.ts';
import { forgetRemoved, undoRemoval } from '../../store/removing.ts';
import { counted } from '../format.ts';

/** How long a removal can be undone while nobody points at the word on it, in milliseconds. */
const patience = 12_000;

/** To be loaded when something was removed: says what and lets it be undone; then it is gone. */
export const RemovedToast = (): ReactNode => {
  const last = useKeeping((state) => state.removed);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (last === null || held) return;
    const timer = setTimeout(forgetRemoved, patience);
    return () => clearTimeout(timer);
  }, [last, held]);
  if (last === null) return null;
  const [first] = last.files;
  const release = (work: () => void) => () => {
    setHeld(false);
    work();
  };
  return (
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
      <p>Removed {last.files.length === 1 ? first?.reading.file : counted(last.files.length, 'file')}.</p>
      <button type="button" onClick={release(() => void undoRemoval())}>
        Undo
      </button>
      <button type="button" className="plain" onClick={release(forgetRemoved)}>
        Dismiss
      </button>
    </div>
  );
};
