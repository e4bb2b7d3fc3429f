import { z } from 'zod';

/** How the agency's system behaves; every mode but 'ok' passes after `times` webhooks. */
export const Mode = z.enum([
  'ok',
  '500',
  /** Too much to do; asks to be left alone for `retryAfterS`. */ '429',
  /** Wants nothing more, ever. */ '410',
  /** Answers after two seconds. */ 'slow',
  /** Takes the event and never answers. */ 'hang',
  /** Holds a good signature for a bad one. */ 'refuse-signature',
  /** Sends the caller elsewhere. */ 'redirect',
]);
export type Mode = z.infer<typeof Mode>;

export const MoodRequest = z.strictObject({
  mode: Mode,
  times: z.int().min(1).max(1_000_000).default(1),
  retryAfterS: z.int().min(0).max(86_400).default(1),
});
export type MoodRequest = z.infer<typeof MoodRequest>;

/** The agency's mood, set on command: what a real system does when it likes. */
export class Mood {
  #now: MoodRequest = { mode: 'ok', times: 0, retryAfterS: 0 };
  #left = 0;

  set(asked: MoodRequest): void {
    this.#now = asked;
    this.#left = asked.times;
  }

  /** The mood for the next webhook; counts it. */
  next(): Pick<MoodRequest, 'mode' | 'retryAfterS'> {
    if (this.#left === 0) return { mode: 'ok', retryAfterS: 0 };
    this.#left -= 1;
    return this.#now;
  }
}
