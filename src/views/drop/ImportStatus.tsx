import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Progress } from '../../ingest/progress.ts';
import { paceOf } from '../../store/pace.ts';
import { formatPlace } from '../../store/place.ts';
import { cancelImport, pauseImport, resumeImport } from '../../store/reading.ts';
import { selectCounts } from '../../store/selectors.ts';
import { dismissOutcome, type ImportOutcome, useApp } from '../../store/store.ts';
import { byteSize, counted } from '../format.ts';

const progressWords = ({ files, filesDone, read, looking, paused }: Progress): string => {
  if (looking && files === 0) return 'Looking for files';
  const words = `${paused ? 'Paused at' : 'Reading'} ${filesDone.toLocaleString('en-US')} of ${counted(files, 'file')}`;
  return read > files ? `${words}, ${counted(read, 'document')} so far` : words;
};

const leftWords = (seconds: number): string => {
  if (seconds < 5) return 'nearly done';
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  return `about ${counted(Math.round(seconds / 60), 'minute')} left`;
};

/** `3.4 MB of 12.0 MB, 6.2 MB a second, about 10 seconds left`. */
const amountWords = (progress: Progress): string => {
  const amount = `${byteSize(progress.bytesDone)} of ${byteSize(progress.bytes)}`;
  const pace = progress.paused ? null : paceOf(progress);
  if (pace === null) return amount;
  const left = pace.left === null ? '' : `, ${leftWords(pace.left)}`;
  return `${amount}, ${byteSize(Math.round(pace.rate))} a second${left}`;
};

const outcomeWords = ({ files, filesDone, cancelled }: ImportOutcome): string =>
  cancelled
    ? `Cancelled: ${filesDone.toLocaleString('en-US')} of ${counted(files, 'file')} had been gone through, and what was read is kept.`
    : `Done with ${counted(files, 'file')}.`;

/** The words for a screen reader, renewed every few seconds: a running count cannot be listened to. */
const useAnnouncement = (words: string): string => {
  const latest = useRef(words);
  const [said, setSaid] = useState(words);
  useEffect(() => {
    latest.current = words;
  });
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), 3000);
    return () => clearInterval(timer);
  }, []);
  return said;
};

const Reading = ({ progress }: { readonly progress: Progress }): ReactNode => {
  const words = progressWords(progress);
  const said = useAnnouncement(words);
  const share = progress.bytes === 0 ? 0 : progress.bytesDone / progress.bytes;
  return (
    <div className="import-status">
      <span className="sr-only" aria-live="polite">
        {said}
      </span>
      <p>
        {words}
        {progress.bytes > 0 && <span className="quiet"> {amountWords(progress)}</span>}
      </p>
      <progress aria-label="Reading" max={1} value={progress.looking && progress.files === 0 ? undefined : share} />
      <div className="row">
        <button type="button" onClick={progress.paused ? resumeImport : pauseImport}>
          {progress.paused ? 'Go on' : 'Pause'}
        </button>
        <button type="button" onClick={cancelImport}>
          Cancel
        </button>
      </div>
    </div>
  );
};

/** While files are read: how far, and a way out. Afterwards: what came of it, where something was not read. */
export const ImportStatus = (): ReactNode => {
  const progress = useApp((state) => state.progress);
  const outcome = useApp((state) => state.lastImport);
  const { unread, files } = useApp((state) => selectCounts(state.files));
  const onFiles = useApp((state) => state.place.kind === 'files');
  if (progress !== null) return <Reading progress={progress} />;
  if (outcome === null) return null;
  const worthSaying = outcome.cancelled || (unread > 0 && !onFiles);
  return (
    <div className={worthSaying ? 'import-status import-ended' : 'sr-only'} role="status">
      <p>
        {worthSaying && !outcome.cancelled ? null : `${outcomeWords(outcome)} `}
        {unread > 0 && (
          <>
            {unread.toLocaleString('en-US')} of {counted(files, 'file')} {unread === 1 ? 'was' : 'were'} not read.
            {!onFiles && (
              <>
                {' '}
                <a href={formatPlace({ kind: 'files' })}>See why</a>
              </>
            )}
          </>
        )}
      </p>
      {worthSaying && (
        <button type="button" className="plain" onClick={dismissOutcome}>
          Dismiss
        </button>
      )}
    </div>
  );
};
