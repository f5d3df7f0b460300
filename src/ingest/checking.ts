import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import type { Statement } from '../facts/fact.ts';
import checkWorker from './check.worker.ts?worker&url';
import { type FromChecker, outlineOf, type ToChecker } from './check-messages.ts';
import type { Check, DealChecks } from './deal-checks.ts';
import { ownScript } from './own-script.ts';
import { packStatement } from './packed-reading.ts';

/** What checking needs of a Worker. */
export interface CheckWorker {
  postMessage(message: ToChecker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromChecker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Checker {
  /** Checks a deal. Rejects in words where the checks themselves fail. */
  check(deal: Deal): Promise<DealChecks>;
  /** Every check that uses a figure of the statement. */
  explain(deal: Deal, statement: Statement): Promise<readonly Check[]>;
}

const startWorker = (): CheckWorker => new Worker(ownScript(checkWorker), { type: 'module' });

/** The page gives way to others at least so often while it hands statements over, in milliseconds. */
const slice = 8;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Checks deals in a worker, one after the other, handing their statements over in slices that do not hold up the page. */
export const createChecker = (start: () => CheckWorker = startWorker): Checker => {
  const waiting = new Map<number, { resolve: (message: FromChecker) => void; reject: (cause: Error) => void }>();
  const ids = new WeakMap<Deal, number>();
  let worker: CheckWorker | null = null;
  let last = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const hire = (): CheckWorker => {
    const started = start();
    started.onmessage = ({ data }) => {
      const question = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.kind === 'failed') question?.reject(new Error(data.found));
      else question?.resolve(data);
    };
    started.onerror = ({ message }) => {
      started.terminate();
      worker = null;
      for (const { reject } of waiting.values()) reject(new Error(message || 'Checking stopped without saying why.'));
      waiting.clear();
    };
    return started;
  };
  const ask = (message: (id: number) => ToChecker): Promise<FromChecker> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker ??= hire();
      worker.postMessage(message(last));
    });
  /** One at a time, since statements belong to the outline that follows them. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  const checkNow = async (deal: Deal): Promise<DealChecks> => {
    let since = performance.now();
    worker ??= hire();
    const current = worker;
    for (const statement of statementsOf(deal)) {
      current.postMessage({ kind: 'statement', statement: packStatement(statement) });
      if (performance.now() - since < slice) continue;
      await pause();
      since = performance.now();
    }
    if (worker !== current) throw new Error('Checking stopped while statements were handed over.');
    const answer = await ask((id) => {
      ids.set(deal, id);
      return { kind: 'check', id, outline: outlineOf(deal) };
    });
    if (answer.kind !== 'checked') throw new Error('The checks answered something else than was asked.');
    return answer.checks;
  };
  const explainNow = async (deal: Deal, statement: Statement): Promise<readonly Check[]> => {
    const number = statementsOf(deal).indexOf(statement);
    for (const again of [false, true]) {
      if (again || !ids.has(deal)) await checkNow(deal);
      const of = ids.get(deal) ?? 0;
      const answer = await ask((id) => ({ kind: 'explain', id, deal: of, statement: number }));
      if (answer.kind === 'explained' && answer.checks !== null) return answer.checks;
    }
    return [];
  };
  return {
    check: (deal) => inTurn(() => checkNow(deal)),
    explain: (deal, statement) => inTurn(() => explainNow(deal, statement)),
  };
};
