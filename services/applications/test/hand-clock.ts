import { instant, systemClocks } from '@minzheng/types';
import type { Clocks, Instant } from '@minzheng/types';

/** A civil clock in the test's hand; it stands still until it is set. The machine's clock is real. */
export class HandClock {
  #now: Instant;
  readonly clocks: Clocks;

  constructor(now: Instant) {
    this.#now = now;
    const civil = { now: () => this.#now, today: () => instant.civilDate(this.#now) };
    this.clocks = { civil, machine: systemClocks.machine };
  }

  set(now: Instant): void {
    this.#now = now;
  }
}
