import type { ParkedRow, Transaction } from '@minzheng/store';
import type { Broker } from './broker.ts';
import { deadCopy, owesCopy } from './dead-copy.ts';
import { fold } from './fold.ts';
import { causeOfGroup } from './lane.ts';
import type { ConsumerStore, Lane } from './lane.ts';
import { jittered, waker } from './pace.ts';
import { failedAgain, recordOf, RETRY_AFTER_MS } from './parked-row.ts';
import type { Verdict } from './parked-row.ts';
import type { Reaction } from './reaction.ts';
import { reactionTable, readRecord } from './reading.ts';
import { SerialProducer } from './serial-producer.ts';
import { isTransient, verdictOnLoneEvent } from './verdict.ts';

/** A copy of what no event can be made of is on the dead topic within a second. */
const POLL_MS = 500;
const MAX_DUE = 100;
const MAX_OF_KEY = 100;
/** What waits behind a dead message waits for a person, however long. */
const NEVER_MS = 253_402_300_799_000;

export interface RetriesOptions {
  readonly group: string;
  readonly reactions: readonly Reaction[];
}

/** Running retries. */
export interface Retries {
  stop(): Promise<void>;
}

/** Starts to retry what the group has parked. Belongs to every consumer: without it nothing parked is ever tried again. */
export function startParkedRetries(
  broker: Broker,
  store: ConsumerStore,
  { group, reactions }: RetriesOptions,
): Retries {
  const { log, pace } = broker;
  return new ParkedRetries({ group, reactions: reactionTable(reactions), store, log, pace }, broker);
}

/**
 * Tries parked messages again when their time has come, each key from its first one on, so that its order is kept. Messages that are
 * beyond help are copied to the group's dead topic before they are marked as dead.
 */
class ParkedRetries implements Retries {
  private readonly lane: Lane;
  private readonly producer: SerialProducer;
  private readonly waker;
  private readonly running: Promise<void>;
  private isStopping = false;

  constructor(lane: Lane, broker: Broker) {
    this.lane = lane;
    this.producer = new SerialProducer(broker);
    this.waker = waker(lane.pace);
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.waker.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      await this.round().catch((error: unknown) => this.failed(error));
      if (!this.isStopping) await this.waker.wait(POLL_MS);
    }
    await this.producer.close().catch(() => undefined);
  }

  private failed(error: unknown): void {
    this.lane.log.warn({ err: error, group: this.lane.group }, 'retrying parked messages failed, trying again');
  }

  private async round(): Promise<void> {
    const { parked } = this.lane.store;
    const due = await parked.due(this.lane.group, this.lane.pace.nowMs(), MAX_DUE);
    await this.copy(due.filter(owesCopy)).catch((error: unknown) => this.failed(error));
    const keys = new Set(due.filter((row) => !owesCopy(row)).map(({ key }) => key));
    for (const key of keys) if (!this.isStopping) await this.retryKey(key);
  }

  private async copy(rows: readonly ParkedRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.producer.send(rows.map(deadCopy));
    await this.commit(rows[0]?.id ?? '', (tx) => {
      for (const row of rows) tx.park(this.copied(row));
      return Promise.resolve();
    });
    this.lane.log.warn({ group: this.lane.group, count: rows.length }, 'messages copied to the dead topic');
  }

  private copied(row: ParkedRow): ParkedRow {
    if (row.attempts >= RETRY_AFTER_MS.length) return { ...row, st: 2, nextAt: NEVER_MS };
    return { ...row, nextAt: this.lane.pace.nowMs() + jittered(RETRY_AFTER_MS[0], this.lane.pace) };
  }

  private async retryKey(key: string): Promise<void> {
    const rows = await this.lane.store.parked.ofKey(this.lane.group, key, MAX_OF_KEY);
    const [head] = rows;
    if (head === undefined) return;
    if (head.st === 2 || head.nextAt > this.lane.pace.nowMs()) return this.postpone(rows, head);
    try {
      await this.retry(rows);
    } catch (error) {
      if (isTransient(error)) throw error;
      await this.retryAlone(head);
    }
  }

  /** The key's first message that fails stays, and so does all behind it; what came before is done with. */
  private async retry(rows: readonly ParkedRow[]): Promise<void> {
    const readings = rows.map((row) => readRecord(recordOf(row), this.lane.reactions));
    const done = await this.commit(rows[0]?.id ?? '', async (tx) => {
      const outcomes = await fold(tx, readings, new Set());
      const count = outcomes.findIndex(({ parked }) => parked !== undefined);
      const freed = count === -1 ? rows : rows.slice(0, count);
      for (const row of freed) tx.resolve(row.id);
      const [failing, ...behind] = rows.slice(freed.length);
      const verdict = outcomes[freed.length]?.parked;
      if (failing !== undefined && verdict !== undefined) this.keep(tx, failing, verdict, behind);
      return freed.length;
    });
    const { group } = this.lane;
    this.lane.log.info({ group, count: done, rows: rows.length }, 'parked messages tried again');
    if (done === MAX_OF_KEY) this.waker.wake();
  }

  private keep(tx: Transaction, failing: ParkedRow, verdict: Verdict, behind: readonly ParkedRow[]): void {
    const kept = this.failedNow(failing, verdict);
    tx.park(kept);
    for (const row of behind) if (row.st === 1) tx.park({ ...row, nextAt: kept.nextAt });
  }

  /** One that was behind another is now the first of its key, and its own retries begin. */
  private failedNow(row: ParkedRow, verdict: Verdict): ParkedRow {
    return row.class === 'behind'
      ? failedAgain({ ...row, attempts: -1 }, verdict, this.lane.pace)
      : failedAgain(row, verdict, this.lane.pace);
  }

  /** When the key's messages cannot be committed together, the first is tried by itself, and judged by itself. */
  private async retryAlone(head: ParkedRow): Promise<void> {
    try {
      await this.retry([head]);
    } catch (error) {
      if (isTransient(error)) throw error;
      await this.commit(head.id, (tx) => {
        tx.park(this.failedNow(head, verdictOnLoneEvent(error)));
        return Promise.resolve();
      });
    }
  }

  private async postpone(rows: readonly ParkedRow[], head: ParkedRow): Promise<void> {
    const nextAt = head.st === 2 ? NEVER_MS : head.nextAt;
    const waiting = rows.filter((row) => row !== head && row.st === 1 && row.nextAt < nextAt);
    if (waiting.length === 0) return;
    await this.commit(head.id, (tx) => {
      for (const row of waiting) tx.park({ ...row, nextAt });
      return Promise.resolve();
    });
  }

  /**
   * Two processes of the group may see the same row: a counter advanced by equality lets only one of them through, and the other reads again.
   */
  private async commit<T>(correlationId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { store, group } = this.lane;
    const place = { group: retriesOf(group), topic: 'retries', partition: 0 };
    const first = await store.watermarks.first(place.group, place.topic, place.partition, 0);
    return store.commit(causeOfGroup(group, correlationId), async (tx) => {
      tx.advance({ ...place, first, next: first + 1 });
      return work(tx);
    });
  }
}

/** The group under which retries count themselves among the watermarks; it has no topic. */
export function retriesOf(group: string): string {
  return `${group}.retries`;
}
