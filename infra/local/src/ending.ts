/** A wish to end the platform: Ctrl-C, a signal, or the end of the command that started it. */
export interface Ending {
  signal: AbortSignal;
  /** Rejects as soon as the end is wished, so that a start does not outlive it. */
  unless: <T>(work: Promise<T>) => Promise<T>;
  wished: Promise<void>;
}

/** What `unless` rejects with: not a failure. */
export class Ended extends Error {
  override name = 'Ended';
}

/** Listens for every way in which the platform may be told to end. A second wish changes nothing. */
export function listenForEnding(onWish: () => void): Ending {
  const controller = new AbortController();
  const wish = (): void => {
    if (controller.signal.aborted) return;
    controller.abort();
    onWish();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, wish);
  process.once('disconnect', wish);
  const wished = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return {
    signal: controller.signal,
    wished,
    unless: async (work) => await Promise.race([work, wished.then(() => Promise.reject(new Ended()))]),
  };
}
