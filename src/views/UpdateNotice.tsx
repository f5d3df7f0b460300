import type { ReactNode } from 'react';
import { declineUpdate, useUpdate } from '../store/update.ts';

/** Says that a newer version of the app is ready; nothing changes until someone asks for it. */
export const UpdateNotice = (): ReactNode => {
  const reload = useUpdate((state) => state.reload);
  if (reload === null) return null;
  return (
    <div className="update-notice" role="status">
      <p>A new version is ready.</p>
      <button type="button" onClick={reload}>
        Reload
      </button>
      <button type="button" className="plain" onClick={declineUpdate}>
        Later
      </button>
    </div>
  );
};
