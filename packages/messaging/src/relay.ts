import { randomUUID } from 'node:crypto';
import { slotsOf } from '@minzheng/store';
import type { Lease, Store } from '@minzheng/store';
import type { Lane } from '@minzheng/types';
import type { Broker } from './broker.ts';
import { cutSends } from './cut-sends.ts';
import { sendFollowed } from './followed.ts';
import { backOff, waker } from './pace.ts';
import { SerialProducer } from './serial-producer.ts';
import { isLeaseLost, SlotLeases } from './slot-leases.ts';

const LANES: readonly Lane[] = ['main', 'bulk'];
const MAX_EVENTS = 2_000;
const BUSY_POLL_MS = 200;
const IDLE_POLL_MS = 1_000;
const RENEW_MS = 5_000;
/** A slot whose owner died is asked for this often, so that what it owed is sent within a second of its lease's end. */
const CLAIM_MS = 500;
const STOP_MS = 5_000;
const FAILURE = { firstMs: 200, mostMs: 5_000 } as const;

export interface RelayOptions {
  /** Names this process in the leases; random unless given. */
  readonly owner?: string;
}

/** Publishes what commits have left in the outbox. Its failures never reach a writer. */
export interface Relay {
  /** True when everything that it may publish is published, as far as it has seen. */
  idle(): boolean;
  /** Finishes the one send, marks it, gives the leases back; at most five seconds. */
  stop(): Promise<void>;
}

/**
 * Starts to publish, slot by slot, in the order of the commits: what Kafka has is marked after it was sent, so that a crash in between
 * sends it again and never loses it. Only the owner of a slot publishes from it. Each lane has its own slots and its own producer, so
 * that a run of a million lines never keeps an application waiting.
 */
export function startRelay(
  broker: Broker,
  store: Pick<Store, 'outbox' | 'onCommitted'>,
  { owner = randomUUID() }: RelayOptions = {},
): Relay {
  const publishers = LANES.map((lane) => new Publisher(broker, store, slotsOf(lane, store.outbox.slots), owner));
  store.onCommitted((slots) => {
    for (const publisher of publishers) if (publisher.isConcernedBy(slots)) publisher.wake();
  });
  const loops = Promise.all(publishers.map((publisher) => publisher.run()));
  return {
    idle: () => publishers.every(({ isIdle }) => isIdle),
    stop: async () => {
      for (const publisher of publishers) publisher.halt();
      const tooLong = new AbortController();
      await Promise.race([loops, broker.pace.sleep(STOP_MS, tooLong.signal)]);
      tooLong.abort();
    },
  };
}

class Publisher {
  isIdle = false;
  private readonly broker: Broker;
  private readonly store: Pick<Store, 'outbox'>;
  private readonly slots: readonly number[];
  private readonly leases: SlotLeases;
  private readonly producer: SerialProducer;
  private readonly waker;
  private isStopping = false;
  private failures = 0;
  private refreshAtMs = -Infinity;

  constructor(broker: Broker, store: Pick<Store, 'outbox'>, slots: readonly number[], owner: string) {
    this.broker = broker;
    this.store = store;
    this.slots = slots;
    this.leases = new SlotLeases(store.outbox, slots, owner, broker.pace);
    this.producer = new SerialProducer(broker);
    this.waker = waker(broker.pace);
  }

  isConcernedBy(slots: ReadonlySet<number>): boolean {
    return this.slots.some((slot) => slots.has(slot));
  }

  wake(): void {
    this.isIdle = false;
    this.waker.wake();
  }

  halt(): void {
    this.isStopping = true;
    this.waker.wake();
  }

  async run(): Promise<void> {
    while (!this.isStopping) {
      const waitMs = await this.round();
      if (waitMs > 0 && !this.isStopping) await this.waker.wait(waitMs);
    }
    await this.leases.releaseAll().catch(() => undefined);
    await this.producer.close().catch(() => undefined);
  }

  /** One pass over the slots; how long to wait before the next. */
  private async round(): Promise<number> {
    try {
      await this.refreshWhenDue();
      const sent = await this.publishAll();
      this.failures = 0;
      // More may be there already; a pass that found nothing is what makes it idle.
      if (sent > 0) return 0;
      const wasIdle = this.isIdle;
      this.isIdle = true;
      return Math.min(wasIdle ? IDLE_POLL_MS : BUSY_POLL_MS, this.untilRefreshMs());
    } catch (error) {
      return this.failed(error);
    }
  }

  private failed(error: unknown): number {
    this.isIdle = false;
    const waitMs = backOff(this.failures, FAILURE, this.broker.pace);
    this.failures += 1;
    this.broker.log.warn({ err: error, count: this.failures, waitMs }, 'publishing failed, trying again');
    return waitMs;
  }

  private untilRefreshMs(): number {
    return Math.max(1, this.refreshAtMs - this.broker.pace.monotonicMs());
  }

  private async refreshWhenDue(): Promise<void> {
    const nowMs = this.broker.pace.monotonicMs();
    if (nowMs < this.refreshAtMs) return;
    await this.leases.refresh();
    this.refreshAtMs = nowMs + (this.leases.ownsAll ? RENEW_MS : CLAIM_MS);
  }

  private async publishAll(): Promise<number> {
    let sent = 0;
    for (const lease of this.leases.current()) sent += await this.publish(lease);
    return sent;
  }

  private async publish(lease: Lease): Promise<number> {
    const rows = await this.store.outbox.pending(lease.slot, MAX_EVENTS);
    let sent = 0;
    for (const { records, wholeRows } of cutSends(rows)) {
      if (this.isStopping || !this.leases.current().includes(lease)) break;
      if (records.length > 0) await sendFollowed(records, (followed) => this.producer.send(followed));
      await this.mark(lease, wholeRows);
      sent += records.length;
      await this.refreshWhenDue();
    }
    if (sent > 0) this.broker.log.debug({ slot: lease.slot, count: sent }, 'events published');
    return sent;
  }

  private async mark(lease: Lease, rows: readonly string[]): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.store.outbox.markSent(lease, rows);
    } catch (error) {
      if (!isLeaseLost(error)) throw error;
      this.leases.drop(lease);
      this.broker.log.warn({ slot: lease.slot, epoch: lease.epoch }, 'slot passed to another owner');
    }
  }
}
