import type { ReactNode } from 'react';
import { dropDamaged, seenDamaged, useTaught } from '../../store/taught.ts';
import { saveFile } from '../tables/save-file.ts';

const save = (damaged: string): void => saveFile('paydown-vocabulary-damaged.txt', damaged, 'text/plain');

/** To be loaded where words that were taught cannot be read any more and nobody was told yet. */
export const DamagedWordsNotice = (): ReactNode => {
  const damaged = useTaught((state) => state.damaged);
  if (damaged === null) return null;
  return (
    <div className="import-status keeping-notice" role="alert">
      <p>
        What this browser kept of the words you taught cannot be read any more: labels mean again what they mean without
        them. Import the words from a file if you have them in one. The damaged text stays for download among the words
        taught.
      </p>
      <button type="button" onClick={() => save(damaged)}>
        Download the damaged text
      </button>
      <button type="button" className="plain" onClick={seenDamaged}>
        Dismiss
      </button>
    </div>
  );
};

/** The damaged words among those taught, for as long as nobody throws them away. */
export const DamagedWords = ({ damaged }: { readonly damaged: string }): ReactNode => (
  <div className="row">
    <p className="quiet">Words that this browser kept cannot be read any more.</p>
    <button type="button" onClick={() => save(damaged)}>
      Download the damaged text
    </button>
    <button type="button" className="plain" onClick={dropDamaged}>
      Throw it away
    </button>
  </div>
);
