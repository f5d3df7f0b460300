import { type ReactNode, useId, useRef } from 'react';
import { addChosen } from '../../store/adding.ts';

const take = (input: HTMLInputElement): void => {
  addChosen(input.files ?? []);
  // Choosing the same files once more is a change only if the choice was emptied.
  input.value = '';
};

/** A button for files and one for a folder. */
export const AddButtons = ({ quiet = false }: { readonly quiet?: boolean }): ReactNode => {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <div className="add-buttons">
      <button type="button" className={quiet ? undefined : 'primary'} onClick={() => files.current?.click()}>
        {quiet ? (
          <>
            <span className="add-word">Add </span>files
          </>
        ) : (
          'Choose files'
        )}
      </button>
      <button type="button" onClick={() => folder.current?.click()}>
        {quiet ? (
          <>
            <span className="add-word">Add </span>folder
          </>
        ) : (
          'Choose a folder'
        )}
      </button>
      <input
        ref={files}
        id={`${id}-files`}
        className="file-input"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files"
        onChange={({ currentTarget }) => take(currentTarget)}
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
        onChange={({ currentTarget }) => take(currentTarget)}
      />
    </div>
  );
};
