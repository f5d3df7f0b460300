import './keeping.css';
import type { ReactNode } from 'react';
import { keepAgain } from '../../store/keeping.ts';
import { useKeeping } from '../../store/keeping-state.ts';
import { useApp } from '../../store/store.ts';
import { counted } from '../format.ts';
import { faultWords } from './fault-words.ts';

/** To be loaded when there is a fault: says when the browser does not keep what is on the page, and why. */
export const KeepingNotice = (): ReactNode => {
  const fault = useKeeping((state) => state.fault);
  const unkept = useApp(({ files }) => (fault === null ? 0 : files.filter(({ kept }) => kept === undefined).length));
  if (fault === null) return null;
  const { what, advice, retry } = faultWords(fault);
  return (
    <div className="import-status keeping-notice" role="alert">
      <p>
        {what}
        {unkept > 0 && `: ${counted(unkept, 'file')} on this page will be gone when it is closed`}. {advice}{' '}
        <span className="quiet">{fault.found}</span>
      </p>
      {retry !== null && (
        <button type="button" onClick={() => void keepAgain()}>
          {retry}
        </button>
      )}
      <button type="button" className="plain" onClick={() => useKeeping.setState({ dismissed: true })}>
        Dismiss
      </button>
    </div>
  );
};
