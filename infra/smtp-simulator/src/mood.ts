import { z } from 'zod';

/** How the relay behaves; every mode but 'ok' passes after `times` e-mails. */
export const Mode = z.enum([
  'ok',
  'refuse',
  'greylist',
  'refuse-content',
  'timeout-after-data',
  'drop',
  'bounce',
  'slow',
]);
export type Mode = z.infer<typeof Mode>;

export const MoodRequest = z.strictObject({ mode: Mode, times: z.int().min(1).max(1_000_000).default(1) });
export type MoodRequest = z.infer<typeof MoodRequest>;

/** The relay's mood, set on command: what a real relay does when it likes. */
export class Mood {
  #mode: Mode = 'ok';
  #left = 0;

  set({ mode, times }: MoodRequest): void {
    this.#mode = mode;
    this.#left = times;
  }

  /** The mode for the next e-mail; counts it. */
  next(): Mode {
    if (this.#left === 0) return 'ok';
    this.#left -= 1;
    return this.#mode;
  }
}
