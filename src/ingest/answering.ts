/** What asking needs of a Worker. */
export interface AnsweringWorker<To, From> {
  postMessage(message: To): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<From>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Asking<To, From> {
  /** The worker that is at hand, started where there is none. */
  worker(): AnsweringWorker<To, From>;
  /**
   * Asks it under a number of the question's own. Rejects in words where the worker dies, or has not answered after
   * `patience` milliseconds: it is ended then, and the next question starts another.
   */
  ask(message: (id: number) => To, patience: number): Promise<From>;
}

/** Asks a worker that answers by the number of the question. `what` names its work, for people: `Checking`. */
export const createAsking = <To, From extends { readonly id: number }>(
  start: () => AnsweringWorker<To, From>,
  what: string,
): Asking<To, From> => {
  const waiting = new Map<number, { resolve: (answer: From) => void; reject: (cause: Error) => void }>();
  let current: AnsweringWorker<To, From> | null = null;
  let last = 0;

  const stop = (found: string): void => {
    if (current !== null) {
      current.onmessage = null;
      current.onerror = null;
      current.terminate();
      current = null;
    }
    const questions = [...waiting.values()];
    waiting.clear();
    for (const { reject } of questions) reject(new Error(found));
  };
  const hire = (): AnsweringWorker<To, From> => {
    const started = start();
    started.onmessage = ({ data }) => {
      const question = waiting.get(data.id);
      waiting.delete(data.id);
      question?.resolve(data);
    };
    started.onerror = ({ message }) => stop(message || `${what} stopped without saying why.`);
    return started;
  };
  const worker = (): AnsweringWorker<To, From> => {
    current ??= hire();
    return current;
  };
  return {
    worker,
    ask: (message, patience) =>
      new Promise<From>((resolve, reject) => {
        last += 1;
        const timer = setTimeout(
          () => stop(`${what} was given up after ${Math.round(patience / 1000)} seconds.`),
          patience,
        );
        const settled = () => clearTimeout(timer);
        waiting.set(last, {
          resolve: (answer) => {
            settled();
            resolve(answer);
          },
          reject: (cause) => {
            settled();
            reject(cause);
          },
        });
        worker().postMessage(message(last));
      }),
  };
};

/** Does one thing after the other, whatever becomes of those before. */
export const inTurns = (): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let queue: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
};
