import { instant } from './instant.ts';
import type { Instant } from './instant.ts';
import type { LocalDate } from './local-date.ts';

/** What law or a calendar decides: deadlines, pay days, quiet hours, the time of an event. */
export interface CivilClock {
  now(): Instant;
  today(): LocalDate;
}

/** Real and never moved: tokens, leases, TTL, timeouts. `nowMs` since 1970; `monotonicMs` only for differences. */
export interface MachineClock {
  nowMs(): number;
  monotonicMs(): number;
}

/** The two clocks of ARCHITECTURE "Time", passed down as a value. */
export interface Clocks {
  readonly civil: CivilClock;
  readonly machine: MachineClock;
}

/** Clocks whose civil one stands still until it is told to move: a year of law in seconds. Never in production. */
export interface VirtualClocks extends Clocks {
  /** Forward only: a moment that has passed is ignored. */
  moveTo(at: Instant): void;
}

const now = (): Instant => instant.of(Date.now());

/** The clocks of production: both read the machine. */
export const systemClocks: Clocks = {
  civil: { now, today: () => instant.civilDate(now()) },
  machine: { nowMs: () => Date.now(), monotonicMs: () => performance.now() },
};

/** The machine's clock beside a civil one that stands at `start`. */
export function virtualClocks(start: Instant): VirtualClocks {
  let at = start;
  return {
    civil: { now: () => at, today: () => instant.civilDate(at) },
    machine: systemClocks.machine,
    moveTo: (to) => {
      if (to > at) at = to;
    },
  };
}
