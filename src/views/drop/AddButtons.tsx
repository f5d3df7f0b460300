import { type ReactNode, useId, useRef } from 'react';
import { filesOfInput } from '../../ingest/file-source.ts';
import { addFiles } from '../../store/store.ts';

const addChosen = (input: HTMLInputElement): void => {
  const files = filesOfInput(input.files ?? []);
  // Choosing the same files once more is a change only if the choice was emptied.
  input.value = '';
  if (files.length > 0) addFiles(async (found) => found(files));
};

/** A button for files and one for a folder. */
export const AddButtons = ({ quiet = false }: { readonly quiet?: boolean }): ReactNode => {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="add-buttons">
      <button type="button" className={quiet ? undefined : 'primary'} onClick={() => files.current?.click()}>
        {quiet ? 'Add files' : 'Choose files'}
      </button>
      <button type="button" onClick={() => folder.current?.click()}>
        {quiet ? 'Add folder' : 'Choose a folder'}
      </button>
      <input
        ref={files}
        id={`${id}-files`}
        className="file-input"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files"
        onChange={({ currentTarget }) => addChosen(currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // React’s types don’t know the attribute.
          input?.setAttribute('webkitdirectory', '');
        }}
        id={`${id}-folder`}
        className="file-input"
        type="file"
        tabIndex={-1}
        aria-label="Folder"
        onChange={({ currentTarget }) => addChosen(currentTarget)}
      />
    </div>
  );
};
