import { faultOf } from './fault.ts';
import type { FromShelf, ToShelf } from './messages.ts';
import { openShelf, type Shelf } from './shelf.ts';

const tell = (message: FromShelf, transfer: readonly ArrayBuffer[] = []) =>
  self.postMessage(message, { transfer: [...transfer] });

const shelf: Shelf = openShelf(
  (change) => tell({ kind: 'changed', change }),
  (fault) => tell({ kind: 'lost', fault }),
  () => tell({ kind: 'back' }),
);

/** Answers with the memory that may change hands instead of being copied. */
const ask = async (question: ToShelf): Promise<readonly [answer: unknown, transfer: readonly ArrayBuffer[]]> => {
  switch (question.method) {
    case 'following': {
      const page = await shelf.following(...question.given);
      return [page, page.chunks.map(({ heads }) => heads.buffer)];
    }
    case 'heads': {
      const chunks = await shelf.heads(...question.given);
      return [chunks, chunks.map(({ heads }) => heads.buffer)];
    }
    case 'facts': {
      const facts = await shelf.facts(...question.given);
      const blocks = facts.flatMap(({ files }) => files.flatMap((file) => file ?? []));
      return [facts, [...new Set(blocks.map(({ numbers }) => numbers.buffer))]];
    }
    case 'source':
      return [await shelf.source(...question.given), []];
    case 'keep':
      return [await shelf.keep(...question.given), []];
    case 'remove':
      return [await shelf.remove(...question.given), []];
    case 'undo':
      return [await shelf.undo(...question.given), []];
    case 'checks':
      return [await shelf.checks(...question.given), []];
    case 'keepChecks':
      return [await shelf.keepChecks(...question.given), []];
    case 'saveWorkspace':
      return [await shelf.saveWorkspace(...question.given), []];
    case 'openWorkspace':
      return [await shelf.openWorkspace(...question.given), []];
    case 'purge':
      return [await shelf.purge(...question.given), []];
  }
};

self.addEventListener('message', ({ data }: MessageEvent<ToShelf>) => {
  ask(data).then(
    ([answer, transfer]) => tell({ kind: 'answer', id: data.id, answer }, transfer),
    (cause: unknown) => tell({ kind: 'refused', id: data.id, fault: faultOf(cause) }),
  );
});
