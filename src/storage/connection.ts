import { type IDBPTransaction, type OpenDBCallbacks, openDB } from 'idb';
import { type Fault, faultOf, faulty } from './fault.ts';
import {
  databaseName,
  databaseVersion,
  type KeptDatabase,
  type KeptSchema,
  type StoreName,
  upgradeDatabase,
} from './schema.ts';

export type Transaction<Mode extends 'readonly' | 'readwrite'> = IDBPTransaction<KeptSchema, StoreName[], Mode>;

/**
 * Asks several things of a transaction at once. An answer is waited for even where a later question cannot be asked any
 * more, so that no failure goes unheard.
 */
export const together = <const Questions extends readonly (() => Promise<unknown>)[]>(
  questions: Questions,
): Promise<{ -readonly [At in keyof Questions]: Awaited<ReturnType<Questions[At]>> }> =>
  Promise.all(questions.map(async (question) => question())) as Promise<never>;

/** A database that is opened when first needed, and again after it was lost. */
export interface Connection {
  /**
   * Runs `work` in one transaction: all of it is kept or nothing is. `work` must wait for nothing but the transaction.
   * Rejects with an error that `faultOf` understands.
   */
  run<Outcome, Mode extends 'readonly' | 'readwrite'>(
    stores: readonly StoreName[],
    mode: Mode,
    work: (transaction: Transaction<Mode>) => Promise<Outcome>,
  ): Promise<Outcome>;
}

/** Opens the database. `onLost` is told when it is closed from outside, `onBack` when it opens after all. */
export const connect = (onLost: (fault: Fault) => void, onBack: () => void): Connection => {
  let opening: Promise<KeptDatabase> | null = null;

  const lose = (fault: Fault) => {
    opening = null;
    onLost(fault);
  };

  const open = (): Promise<KeptDatabase> =>
    new Promise((resolve, reject) => {
      let refused = false;
      const callbacks: OpenDBCallbacks<KeptSchema> = {
        upgrade: (database, from) => upgradeDatabase(database, from),
        blocked: () => {
          refused = true;
          reject(faulty('blocked', 'The database is held open by another tab.'));
        },
        blocking: (_current, wanted, event) => {
          // Whoever else wants it waits for this page to let go.
          (event.target as IDBDatabase | null)?.close();
          lose(
            wanted === null
              ? { kind: 'gone', found: 'The database is being deleted.' }
              : { kind: 'superseded', found: `The database is being upgraded to version ${wanted}.` },
          );
        },
        terminated: () => lose({ kind: 'gone', found: 'The browser closed the database.' }),
      };
      // Some browsers refuse with a rejection, others at once.
      const asking = async () => openDB<KeptSchema>(databaseName, databaseVersion, callbacks);
      asking().then(
        (database) => {
          resolve(database);
          if (!refused) return;
          opening = Promise.resolve(database);
          onBack();
        },
        (cause: unknown) => {
          const { kind, found } = faultOf(cause, 'unavailable');
          reject(faulty(kind, found));
        },
      );
    });

  const database = (): Promise<KeptDatabase> => {
    if (opening === null) {
      const attempt = open();
      opening = attempt;
      attempt.catch(() => {
        if (opening === attempt) opening = null;
      });
    }
    return opening;
  };

  return {
    run: async (stores, mode, work) => {
      const attempt = async () => (await database()).transaction([...stores], mode, { durability: 'relaxed' });
      let transaction: Awaited<ReturnType<typeof attempt>>;
      try {
        transaction = await attempt();
      } catch (cause) {
        // The connection may have been closed without a word; a fresh one tells.
        if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
        opening = null;
        transaction = await attempt();
      }
      const { done } = transaction;
      done.catch(() => undefined);
      try {
        const outcome = await work(transaction);
        await done;
        return outcome;
      } catch (cause) {
        try {
          transaction.abort();
        } catch {
          // It has ended by itself.
        }
        throw transaction.error ?? cause;
      }
    },
  };
};
