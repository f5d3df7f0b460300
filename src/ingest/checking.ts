import type { Deal } from '../deal/deal.ts';
import { statementsOf } from '../deal/statements.ts';
import type { Statement } from '../facts/fact.ts';
import { type AnsweringWorker, createAsking, inTurns } from './answering.ts';
import checkWorker from './check.worker.ts?worker&url';
import { type FromChecker, outlineOf, type ToChecker } from './check-messages.ts';
import type { Check, DealChecks } from './deal-checks.ts';
import { ownScript } from './own-script.ts';
import { packStatement } from './packed-reading.ts';

/** What checking needs of a Worker. */
export type CheckWorker = AnsweringWorker<ToChecker, FromChecker>;

export interface Checker {
  /** Checks a deal. Rejects in words where the checks themselves fail, or are not done in time. */
  check(deal: Deal): Promise<DealChecks>;
  /** Every check that uses a figure of the statement. */
  explain(deal: Deal, statement: Statement): Promise<readonly Check[]>;
}

const startWorker = (): CheckWorker => new Worker(ownScript(checkWorker), { type: 'module' });

/** The page gives way to others at least so often while it hands statements over, in milliseconds. */
const slice = 8;

/** Milliseconds that the checks of a deal may take: a hundred times what a slow machine takes. */
const patience = (statements: number): number => 15_000 + 100 * statements;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Checks deals in a worker, one after the other, handing their statements over in slices that do not hold up the page. */
export const createChecker = (start: () => CheckWorker = startWorker): Checker => {
  const asking = createAsking(start, 'Checking');
  const ids = new WeakMap<Deal, number>();
  /** One at a time, since statements belong to the outline that follows them. */
  const inTurn = inTurns();

  const ask = async (message: (id: number) => ToChecker, deal: Deal): Promise<FromChecker> => {
    const answer = await asking.ask(message, patience(statementsOf(deal).length));
    if (answer.kind === 'failed') throw new Error(answer.found);
    return answer;
  };

  const checkNow = async (deal: Deal): Promise<DealChecks> => {
    let since = performance.now();
    const current = asking.worker();
    for (const statement of statementsOf(deal)) {
      current.postMessage({ kind: 'statement', statement: packStatement(statement) });
      if (performance.now() - since < slice) continue;
      await pause();
      since = performance.now();
    }
    if (asking.worker() !== current) throw new Error('Checking stopped while statements were handed over.');
    const answer = await ask((id) => {
      ids.set(deal, id);
      return { kind: 'check', id, outline: outlineOf(deal) };
    }, deal);
    if (answer.kind !== 'checked') throw new Error('The checks answered something else than was asked.');
    return answer.checks;
  };
  const explainNow = async (deal: Deal, statement: Statement): Promise<readonly Check[]> => {
    const number = statementsOf(deal).indexOf(statement);
    for (const again of [false, true]) {
      if (again || !ids.has(deal)) await checkNow(deal);
      const of = ids.get(deal) ?? 0;
      const answer = await ask((id) => ({ kind: 'explain', id, deal: of, statement: number }), deal);
      if (answer.kind === 'explained' && answer.checks !== null) return answer.checks;
    }
    return [];
  };
  return {
    check: (deal) => inTurn(() => checkNow(deal)),
    explain: (deal, statement) => inTurn(() => explainNow(deal, statement)),
  };
};
