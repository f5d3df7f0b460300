import './commands.css';
import '../help/help.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { KeyList } from '../help/KeyList.tsx';

/** Lists the keys over the page. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys" aria-label="Keys" onClose={onClose}>
      <KeyList />
      <button type="button" className="primary" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
};
