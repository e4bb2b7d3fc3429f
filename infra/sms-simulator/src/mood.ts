import { z } from 'zod';

/** How the provider behaves; every mode but 'ok' passes after `times` messages. */
export const Mode = z.enum(['ok', 'temporary-failure', 'permanent-failure', 'timeout-after-accept', '500', 'slow']);
export type Mode = z.infer<typeof Mode>;

export const MoodRequest = z.strictObject({ mode: Mode, times: z.int().min(1).max(1_000_000).default(1) });
export type MoodRequest = z.infer<typeof MoodRequest>;

/** The provider's mood, set on command: what a real provider does when it likes. */
export class Mood {
  #mode: Mode = 'ok';
  #left = 0;

  set({ mode, times }: MoodRequest): void {
    this.#mode = mode;
    this.#left = times;
  }

  /** The mode for the next message; counts it. */
  next(): Mode {
    if (this.#left === 0) return 'ok';
    this.#left -= 1;
    return this.#mode;
  }
}
