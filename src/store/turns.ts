let queue: Promise<unknown> = Promise.resolve();

/** Runs what changes the loaded files one after the other, in the order asked: each waits until the one before is kept. */
export const inTurn = (work: () => Promise<void> | void): Promise<void> => {
  const done = queue.then(work);
  queue = done.catch(() => undefined);
  return done;
};
