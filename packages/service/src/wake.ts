/** A sleep that can be ended early, also by a call that came just before it. */
export interface Wake {
  /** Resolves after `ms`, or at the next `wake`. */
  wait(ms: number): Promise<void>;
  wake(): void;
}

/** One sleeper's bell. */
export function newWake(): Wake {
  let isRung = false;
  let ring: (() => void) | undefined;
  return {
    wait: async (ms) => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          ring = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
      ring = undefined;
    },
    wake: () => {
      isRung = true;
      ring?.();
    },
  };
}
