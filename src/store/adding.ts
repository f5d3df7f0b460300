import { filesOfTransfer, textOfTransfer } from '../ingest/drop.ts';
import { filesOfInput } from '../ingest/file-source.ts';
import { addFiles } from './reading.ts';
import { fetchSample, type SampleDeal } from './samples.ts';

/** Adds the files and folders of a drop. Must be called while the event is being handled. */
export const addDropped = (transfer: DataTransfer): void => addFiles((found) => filesOfTransfer(transfer, found));

/** Adds the files chosen in an input. */
export const addChosen = (files: Iterable<File>): void => {
  const chosen = filesOfInput(files);
  if (chosen.length > 0) addFiles(async (found) => found(chosen));
};

let pastes = 0;

/** Adds pasted files, or pasted text as if it were one. A paste of a few words is left alone. */
export const addPasted = (transfer: DataTransfer): void => {
  if (transfer.files.length > 0) {
    addDropped(transfer);
    return;
  }
  const text = textOfTransfer(transfer, `pasted text ${pastes + 1}`);
  if (text === null) return;
  pastes += 1;
  addFiles(async (found) => found([text]));
};

/** Adds the statements of a deal that comes with the page. */
export const addSample = (deal: SampleDeal): void => addFiles((found) => fetchSample(deal, found));
