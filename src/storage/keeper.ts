import { ownScript } from '../ingest/own-script.ts';
import { type Fault, faultOf, faulty } from './fault.ts';
import type { FromShelf, Method } from './messages.ts';
import type { Change, Shelf } from './shelf.ts';
import storageWorker from './storage.worker.ts?worker&url';

/** What the page wants to hear of its storage without asking. */
export interface ShelfListener {
  readonly onChange: (change: Change) => void;
  readonly onLost: (fault: Fault) => void;
  readonly onBack: () => void;
}

/** An answer that takes longer will not come: the page goes on without. In milliseconds; a workspace takes its time. */
const patience = (method: Method): number => (method.endsWith('Workspace') ? 600_000 : 30_000);

const startWorker = (): Worker => new Worker(ownScript(storageWorker), { type: 'module' });

interface Question {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (cause: Error) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The shelf as the page asks it, in a worker of its own, so that keeping never holds up the page. */
export const askShelf = ({ onChange, onLost, onBack }: ShelfListener): Shelf => {
  const waiting = new Map<number, Question>();
  let worker: Worker | null = null;
  let last = 0;

  const settle = (id: number): Question | undefined => {
    const question = waiting.get(id);
    waiting.delete(id);
    clearTimeout(question?.timer);
    return question;
  };
  const hire = (): Worker => {
    const started = startWorker();
    started.onmessage = ({ data }: MessageEvent<FromShelf>) => {
      if (data.kind === 'answer') settle(data.id)?.resolve(data.answer);
      else if (data.kind === 'refused') settle(data.id)?.reject(faulty(data.fault.kind, data.fault.found));
      else if (data.kind === 'changed') onChange(data.change);
      else if (data.kind === 'lost') onLost(data.fault);
      else onBack();
    };
    started.onerror = (event) => {
      event.preventDefault();
      started.terminate();
      worker = null;
      const found = event.message || 'The part of the page that keeps files stopped without saying why.';
      for (const id of waiting.keys()) settle(id)?.reject(faulty('unavailable', found));
    };
    return started;
  };
  const ask = (method: Method, given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      const giveUp = () => {
        settle(id);
        reject(faulty('failed', `The browser’s storage did not answer within ${patience(method) / 1000} seconds.`));
      };
      waiting.set(id, { resolve, reject, timer: setTimeout(giveUp, patience(method)) });
      try {
        worker ??= hire();
        worker.postMessage({ id, method, given });
      } catch (cause) {
        settle(id);
        const { kind, found } = faultOf(cause, 'unavailable');
        reject(faulty(kind, found));
      }
    });
  /** The answer to a question has the type of the method asked. */
  const asking =
    <Name extends Method>(method: Name) =>
    (...given: Parameters<Shelf[Name]>) =>
      ask(method, given) as ReturnType<Shelf[Name]>;
  return {
    following: asking('following'),
    heads: asking('heads'),
    facts: asking('facts'),
    source: asking('source'),
    keep: asking('keep'),
    remove: asking('remove'),
    undo: asking('undo'),
    checks: asking('checks'),
    keepChecks: asking('keepChecks'),
    saveWorkspace: asking('saveWorkspace'),
    openWorkspace: asking('openWorkspace'),
    purge: asking('purge'),
  };
};
