import { z } from 'zod';
import { Department } from './facts.ts';

export const Mode = z.enum(['ok', '500', 'slow', 'timeout-after-accept']);
export type Mode = z.infer<typeof Mode>;

/** What can be told to the exchange; all parts are optional. */
export const Control = z.strictObject({
  /** How the next requests are answered. */
  mode: z.strictObject({ mode: Mode, times: z.int().min(1).max(1_000_000).default(1) }).optional(),
  /** Departments that do not reply until they are named no more. */
  silent: z.array(Department).optional(),
});
export type Control = z.infer<typeof Control>;

/** The exchange's temper, set on command and forgotten at a restart. */
export class Temper {
  readonly silent = new Set<Department>();
  #mode: Mode = 'ok';
  #left = 0;

  set({ mode, silent }: Control): void {
    if (mode) [this.#mode, this.#left] = [mode.mode, mode.times];
    if (!silent) return;
    this.silent.clear();
    for (const department of silent) this.silent.add(department);
  }

  /** The mode for the next request; counts it. */
  next(): Mode {
    if (this.#left === 0) return 'ok';
    this.#left -= 1;
    return this.#mode;
  }
}
