import { createLogger } from '@minzheng/observability';
import type { Broker, PartitionOffsets, ProducerPort, ReaderPort, ReaderSpec } from '../src/broker.ts';
import type { Pace } from '../src/pace.ts';
import type { OutgoingRecord } from '../src/record.ts';

/** Time that passes only when everybody waits: the earliest sleeper is woken, and it is that late then. */
export class FakePace implements Pace {
  private atMs = 0;
  private readonly sleepers = new Set<{ readonly untilMs: number; readonly wake: () => void }>();

  nowMs(): number {
    return this.atMs;
  }

  monotonicMs(): number {
    return this.atMs;
  }

  random(): number {
    return 0.5;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { untilMs: this.atMs + ms, wake: resolve };
      this.sleepers.add(sleeper);
      signal?.addEventListener('abort', () => {
        this.sleepers.delete(sleeper);
        resolve();
      });
    });
  }

  /** Lets this much time pass, in order. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.atMs + ms;
    await settled();
    for (;;) {
      const next = [...this.sleepers].toSorted((a, b) => a.untilMs - b.untilMs)[0];
      if (next === undefined || next.untilMs > untilMs) break;
      this.atMs = Math.max(this.atMs, next.untilMs);
      this.sleepers.delete(next);
      next.wake();
      await settled();
    }
    this.atMs = untilMs;
  }
}

/** Everything that can happen without time passing has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** What a producer of the fake broker does with one send. */
export type SendBehaviour = (records: readonly OutgoingRecord[], log: OutgoingRecord[]) => Promise<void>;

export const accept: SendBehaviour = (records, log) => {
  log.push(...records);
  return Promise.resolve();
};
export const hang: SendBehaviour = () => new Promise(() => undefined);
export const fail: SendBehaviour = () => Promise.reject(new Error('the leader is away'));
/** Written, and the answer lost. */
export const acceptAndFail: SendBehaviour = async (records, log) => {
  log.push(...records);
  throw new Error('connection reset');
};

/** A broker whose producers behave as told, send after send; afterwards they accept. */
export class FakeBroker implements Broker {
  readonly clientId = 'test';
  readonly log = createLogger({ service: 'test', level: 'silent' });
  readonly pace = new FakePace();
  readonly written: OutgoingRecord[] = [];
  readonly behaviours: SendBehaviour[] = [];
  opened = 0;
  abandoned = 0;
  inFlight = 0;
  mostInFlight = 0;

  openProducer(): Promise<ProducerPort> {
    this.opened += 1;
    return Promise.resolve({
      send: (records) => this.send(records),
      close: () => Promise.resolve(),
      abandon: () => {
        this.abandoned += 1;
      },
    });
  }

  openReader(_spec: ReaderSpec): Promise<ReaderPort> {
    return Promise.reject(new Error('nothing can be read here'));
  }

  endOffsets(): Promise<PartitionOffsets[]> {
    return Promise.resolve([]);
  }

  alive(): Promise<boolean> {
    return Promise.resolve(true);
  }

  private async send(records: readonly OutgoingRecord[]): Promise<void> {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    const behaviour = this.behaviours.shift() ?? accept;
    try {
      await behaviour(records, this.written);
    } finally {
      this.inFlight -= 1;
    }
  }
}
