import { z } from 'zod';
import { Instant } from './instant.ts';

/**
 * How a process of a local platform stands to the virtual clock: what it shows, and whether anything is still under way at that
 * moment. `waitsFor` names it; absent means settled. `moves` counts what it has committed since it started: of two equal standings
 * nothing has happened in between.
 */
export const ClockStanding = z.strictObject({
  now: Instant,
  nextDueAt: Instant.optional(),
  waitsFor: z.string().optional(),
  moves: z.int().nonnegative(),
  /** Messages set aside that wait for a retry; retries run on machine time. */
  parked: z.array(z.string()),
});
export type ClockStanding = z.infer<typeof ClockStanding>;

/** What a process is told: where the clock stands now, and whether to try at once what it has parked. */
export const ClockOrder = z.strictObject({ now: Instant, retryParked: z.boolean().default(false) });
export type ClockOrder = z.output<typeof ClockOrder>;
