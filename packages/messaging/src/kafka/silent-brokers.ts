import type { MachineClock } from '@minzheng/types';

/** Long enough to look for another leader, short enough for a lone broker that was only busy. */
const SHUNNED_MS = 5_000;

/**
 * Brokers, as `host:port`, that have just let a request time out. A frozen one still accepts connections and answers nothing, and kafkajs
 * would try it again and again; where the connection itself fails it asks the others.
 */
export class SilentBrokers {
  private readonly clock: Pick<MachineClock, 'monotonicMs'>;
  private readonly untilMs = new Map<string, number>();

  constructor(clock: Pick<MachineClock, 'monotonicMs'>) {
    this.clock = clock;
  }

  note(broker: string): void {
    this.untilMs.set(broker, this.clock.monotonicMs() + SHUNNED_MS);
  }

  has(broker: string): boolean {
    return this.clock.monotonicMs() < (this.untilMs.get(broker) ?? -Infinity);
  }
}
