import { WatermarkMoved } from '@minzheng/store';
import type { ParkedRow, Transaction } from '@minzheng/store';
import type { Broker } from './broker.ts';
import { deadCopy, owesCopy } from './dead-copy.ts';
import { fold } from './fold.ts';
import type { Outcome } from './fold.ts';
import { follow } from './followed.ts';
import { causeOfGroup } from './lane.ts';
import type { ConsumerStore, Lane } from './lane.ts';
import { jittered, waker } from './pace.ts';
import { failedAgain, recordOf, RETRY_AFTER_MS } from './parked-row.ts';
import type { Verdict } from './parked-row.ts';
import type { Reaction } from './reaction.ts';
import { reactionTable, readRecord } from './reading.ts';
import { takeTurn } from './retry-fence.ts';
import type { Turn } from './retry-fence.ts';
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
 * beyond help are copied to the group's dead topic before they are marked as dead: at least once.
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
      if (!this.isStopping) await this.waker.wait(jittered(POLL_MS, this.lane.pace));
    }
    await this.producer.close().catch(() => undefined);
  }

  private failed(error: unknown): void {
    this.lane.log.warn({ err: error, group: this.lane.group }, 'retrying parked messages failed, trying again');
  }

  private async round(): Promise<void> {
    const turn = await this.turn();
    const due = await this.lane.store.parked.due(this.lane.group, this.lane.pace.nowMs(), MAX_DUE);
    await this.copy(turn, due.filter(owesCopy)).catch((error: unknown) => this.failed(error));
    const keys = new Set(due.filter((row) => !owesCopy(row)).map(({ key }) => key));
    for (const key of keys) if (!this.isStopping) await this.retryKey(key);
  }

  private async copy(turn: Turn, rows: readonly ParkedRow[]): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    await this.producer.send(rows.map(deadCopy));
    await this.commit(turn, first, (tx) => {
      for (const row of rows) tx.park(this.copied(row));
    });
    this.lane.log.warn({ group: this.lane.group, count: rows.length }, 'messages copied to the dead topic');
  }

  private copied(row: ParkedRow): ParkedRow {
    if (row.attempts >= RETRY_AFTER_MS.length) return { ...row, st: 2, nextAt: NEVER_MS };
    return { ...row, nextAt: this.lane.pace.nowMs() + jittered(RETRY_AFTER_MS[0], this.lane.pace) };
  }

  private async retryKey(key: string): Promise<void> {
    try {
      const turn = await this.turn();
      const rows = await this.lane.store.parked.ofKey(this.lane.group, key, MAX_OF_KEY);
      await this.retryRows(turn, rows);
    } catch (error) {
      // Another process of the group was at it: what it left is read again at the next look.
      if (!(error instanceof WatermarkMoved)) throw error;
    }
  }

  private async retryRows(turn: Turn, rows: readonly ParkedRow[]): Promise<void> {
    const [head] = rows;
    // Another process of the group may have looked at it since it was due: what owes its copy is copied before it is tried again.
    if (head === undefined || owesCopy(head)) return;
    if (head.st === 2 || head.nextAt > this.lane.pace.nowMs()) return this.postpone(turn, head, rows);
    try {
      await this.retry(turn, head, rows);
    } catch (error) {
      if (isTransient(error)) throw error;
      await this.retryAlone(turn, head);
    }
  }

  /** The key's first message that fails stays, and so does all behind it; what came before is done with. */
  private async retry(turn: Turn, head: ParkedRow, rows: readonly ParkedRow[]): Promise<void> {
    const { readings, during } = follow(
      this.lane.group,
      rows.map((row) => readRecord(recordOf(row), this.lane.reactions)),
    );
    const attempt = async (tx: Transaction): Promise<readonly Outcome[]> => {
      const outcomes = await fold(tx, readings, new Set());
      const done = countDone(outcomes);
      for (const row of rows.slice(0, done)) tx.resolve(row.id);
      this.keep(tx, rows.slice(done), outcomes[done]?.parked);
      return outcomes;
    };
    const count = countDone(await during(() => this.commit(turn, head, attempt)));
    this.lane.log.info({ group: this.lane.group, count, rows: rows.length }, 'parked messages tried again');
    if (count === MAX_OF_KEY) this.waker.wake();
  }

  private keep(tx: Transaction, [failing, ...behind]: readonly ParkedRow[], verdict: Verdict | undefined): void {
    if (failing === undefined || verdict === undefined) return;
    const kept = failedAgain(failing, verdict, this.lane.pace);
    tx.park(kept);
    for (const row of behind) if (row.st === 1) tx.park({ ...row, nextAt: kept.nextAt });
  }

  /** When the key's messages cannot be committed together, the first is tried by itself, and judged by itself. */
  private async retryAlone(turn: Turn, head: ParkedRow): Promise<void> {
    try {
      await this.retry(turn, head, [head]);
    } catch (error) {
      if (isTransient(error)) throw error;
      await this.commit(turn, head, (tx) => tx.park(failedAgain(head, verdictOnLoneEvent(error), this.lane.pace)));
    }
  }

  private async postpone(turn: Turn, head: ParkedRow, rows: readonly ParkedRow[]): Promise<void> {
    const nextAt = head.st === 2 ? NEVER_MS : head.nextAt;
    const waiting = rows.filter((row) => row !== head && row.st === 1 && row.nextAt < nextAt);
    if (waiting.length === 0) return;
    await this.commit(turn, head, (tx) => {
      for (const row of waiting) tx.park({ ...row, nextAt });
    });
  }

  private turn(): Promise<Turn> {
    return takeTurn(this.lane.store, this.lane.group);
  }

  private commit<T>(turn: Turn, first: ParkedRow, work: (tx: Transaction) => T | Promise<T>): Promise<T> {
    return this.lane.store.commit(causeOfGroup(this.lane.group, first.id), async (tx) => {
      turn.pass(tx);
      return work(tx);
    });
  }
}

/** How many come before the first that fails. */
function countDone(outcomes: readonly Outcome[]): number {
  const failing = outcomes.findIndex(({ parked }) => parked !== undefined);
  return failing === -1 ? outcomes.length : failing;
}
