import './keeping.css';
import { type ReactNode, useMemo, useState } from 'react';
import type { Deal } from '../../deal/deal.ts';
import type { LoadedFile } from '../../store/loaded-file.ts';
import { cancelImport } from '../../store/reading.ts';
import { removeAll, removeFiles } from '../../store/removing.ts';
import { saveWorkspace } from '../../store/workspace.ts';
import { DealName } from '../deal/DealName.tsx';
import { ConfirmDialog } from '../drop/ConfirmDialog.tsx';
import { byteSize, counted } from '../format.ts';
import { moveTo } from '../navigation.ts';
import { saveFile } from '../tables/save-file.ts';
import { bytesKept, type KeptDeal, keptDeals } from './data/kept-deals.ts';

type Saving = 'idle' | 'saving' | { readonly failed: string };

/** Saves files as a workspace, and tells how that goes. */
const useSaving = () => {
  const [state, setState] = useState<Saving>('idle');
  const save = async (files: readonly LoadedFile[], name: string) => {
    setState('saving');
    try {
      saveFile(`${name}.paydown`, await saveWorkspace(files), 'application/zip');
      setState('idle');
    } catch (cause) {
      setState({ failed: cause instanceof Error ? cause.message : String(cause) });
    }
  };
  return { state, save };
};

const namesOf = (files: readonly LoadedFile[]): ReadonlySet<string> =>
  new Set(files.map(({ reading }) => reading.file));

interface DealLineProps {
  readonly of: KeptDeal;
  readonly saving: boolean;
  readonly onSave: (files: readonly LoadedFile[], name: string) => void;
}

const DealLine = ({ of: { deal, files, shared }, saving, onSave }: DealLineProps): ReactNode => (
  <li>
    <span className="kept-deal">
      <DealName name={deal.name} />
      <span className="quiet">
        {counted(files.length, 'file')}, {byteSize(Math.round(bytesKept(files)))}
        {shared.length > 0 &&
          `; ${counted(shared.length, 'file')} with other deals in ${shared.length === 1 ? 'it' : 'them'} would stay`}
      </span>
    </span>
    <button
      type="button"
      className="plain"
      disabled={saving}
      aria-label={`Save ${deal.name} as workspace file`}
      onClick={() => onSave(files, deal.id)}
    >
      Save
    </button>
    <button
      type="button"
      className="plain"
      disabled={shared.length === files.length}
      aria-label={`Remove ${deal.name}`}
      onClick={() => void removeFiles(namesOf(files.filter((file) => !shared.includes(file))))}
    >
      Remove
    </button>
  </li>
);

interface KeptPanelProps {
  readonly files: readonly LoadedFile[];
  readonly deals: readonly Deal[];
}

/** What this browser keeps, and the ways to take it elsewhere and to get rid of it. */
export const KeptPanel = ({ files, deals }: KeptPanelProps): ReactNode => {
  const [asking, setAsking] = useState(false);
  const { state, save } = useSaving();
  const listed = useMemo(() => keptDeals(deals, files), [deals, files]);
  const kept = files.filter((each) => each.kept !== undefined);
  const size = byteSize(Math.round(bytesKept(files)));
  const saving = state === 'saving';
  return (
    <section className="kept-panel" aria-label="Kept in this browser">
      <p>
        {kept.length === 0
          ? 'Nothing of this is kept in this browser: it is gone when the page is closed.'
          : `Kept in this browser: ${counted(deals.length, 'deal')}, ${counted(kept.length, 'file')}, ${size}.`}{' '}
        <span className="quiet">
          {kept.length > 0 &&
            kept.length < files.length &&
            `${counted(files.length - kept.length, 'file')} on this page ${files.length - kept.length === 1 ? 'is' : 'are'} not kept. `}
          On this computer only, for this page only, until you remove it.
        </span>
      </p>
      <div className="row">
        <button type="button" disabled={saving || files.length === 0} onClick={() => void save(files, 'workspace')}>
          {saving ? 'Saving…' : 'Save as workspace file'}
        </button>
        <button type="button" onClick={() => setAsking(true)} disabled={files.length === 0}>
          Clear everything…
        </button>
      </div>
      {typeof state === 'object' && <p role="alert">The workspace file could not be saved: {state.failed}</p>}
      <details className="kept-deals">
        <summary>{counted(deals.length, 'deal')}, to save or remove one by one</summary>
        <ul>
          {listed.map((each) => (
            <DealLine key={each.deal.id} of={each} saving={saving} onSave={(...of) => void save(...of)} />
          ))}
        </ul>
        <p className="quiet">
          A workspace file holds the texts of the files and the words that you taught. Drop it onto Paydown in another
          browser and everything is read there as it was here.
        </p>
      </details>
      {asking && (
        <ConfirmDialog
          question={`Remove ${files.length === 1 ? 'the file' : `all ${counted(files.length, 'file')}`} from this browser?`}
          detail={`Figures and texts of ${counted(deals.length, 'deal')}, ${size}, are deleted here and in other tabs. Your own files stay where they are, and so do the words that you taught. For a few seconds it can be undone.`}
          confirm="Clear everything"
          onConfirm={() => {
            cancelImport();
            void removeAll();
            moveTo({ kind: 'start' });
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
};
