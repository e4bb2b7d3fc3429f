import { LeaseLost, OutcomeUnknown, Unavailable, VersionConflict } from '@minzheng/store';
import type {
  Cause,
  CommitListener,
  OutboxPort,
  ParkedPort,
  ParkedRow,
  Store,
  Transaction,
  WatermarkPort,
} from '@minzheng/store';
import { instant } from '@minzheng/types';
import type { Clocks } from '@minzheng/types';
import type { Life } from '../engine/life.ts';
import { NoAnswer } from '../engine/no-answer.ts';
import { Conflict } from './database.ts';
import type { Database } from './database.ts';
import { flushed } from './flushed.ts';
import { SimulatedTransaction } from './simulated-transaction.ts';
import type { Flushed } from './writes.ts';

/** What messaging needs of a store, and what its operators do. */
export type StoreParts = Pick<
  Store,
  'commit' | 'outbox' | 'watermarks' | 'parked' | 'ready' | 'onCommitted' | 'clocks'
>;

const DEADLINE_MS = 8_000;
const ANSWER_MS = 3_000;
const MAX_CONFLICTS = 50;
const PAUSE_MS = 20;

interface Progress {
  isExpired: boolean;
  isCommitting: boolean;
}

/** One process's way to its database, with the ways of the real one: runs again on conflicts, asks again about a commit, gives up after 8 s. */
export class SimulatedStore implements StoreParts {
  readonly clocks: Clocks;
  readonly outbox: OutboxPort;
  readonly watermarks: WatermarkPort;
  readonly parked: ParkedPort;
  private readonly life: Life;
  private readonly database: Database;
  private readonly listeners: CommitListener[] = [];
  private transactions = 0;

  constructor(life: Life, database: Database) {
    this.life = life;
    this.database = database;
    this.outbox = this.outboxPort();
    this.watermarks = this.watermarkPort();
    this.parked = this.parkedPort();
    const now = () => instant.of(life.pace.nowMs());
    this.clocks = { machine: life.pace, civil: { now, today: () => instant.civilDate(now()) } };
  }

  onCommitted(listener: CommitListener): void {
    this.listeners.push(listener);
  }

  async ready(): Promise<{ ok: true } | { ok: false; reason: string }> {
    const isWell = await this.asked('ping', () => true).catch(() => false);
    return isWell ? { ok: true } : { ok: false, reason: 'no primary' };
  }

  async commit<T>(cause: Cause, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const progress: Progress = { isExpired: false, isCommitting: false };
    const done = new AbortController();
    try {
      return await Promise.race([this.attempts(cause, work, progress), this.deadline(progress, done.signal)]);
    } finally {
      done.abort();
    }
  }

  private async deadline(progress: Progress, done: AbortSignal): Promise<never> {
    await this.life.pace.sleep(DEADLINE_MS, done);
    progress.isExpired = true;
    throw progress.isCommitting ? new OutcomeUnknown('the commit was not answered') : new Unavailable('too late');
  }

  private async attempts<T>(cause: Cause, work: (tx: Transaction) => Promise<T>, progress: Progress): Promise<T> {
    for (let conflicts = 0; ;) {
      if (progress.isExpired) throw new Unavailable('too late');
      try {
        return await this.attempt(cause, work, progress);
      } catch (error) {
        progress.isCommitting = false;
        if (error instanceof Conflict) conflicts += 1;
        else if (!(error instanceof NoAnswer)) throw error;
        if (conflicts > MAX_CONFLICTS) throw new VersionConflict('others kept changing the same records');
        await this.pause();
      }
    }
  }

  private async attempt<T>(cause: Cause, work: (tx: Transaction) => Promise<T>, progress: Progress): Promise<T> {
    const tx = new SimulatedTransaction(cause, this.life, this.database);
    const result = await work(tx);
    if (progress.isExpired) throw new Unavailable('too late');
    this.transactions += 1;
    const writes = flushed(tx, `${this.life.name}.${this.transactions}`, this.database, this.life);
    progress.isCommitting = true;
    await this.committed(writes, progress);
    if (!this.database.rules.areRowsInTheTransaction) await this.asked('rows', () => this.database.keep(writes.rows));
    this.tell(writes);
    return result;
  }

  /** A commit that is not answered is asked about again: it may have been made. */
  private async committed(writes: Flushed, progress: Progress): Promise<void> {
    for (;;) {
      try {
        return await this.life.call(
          this.database.server,
          described(writes),
          () => this.database.commit(writes),
          ANSWER_MS,
        );
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        if (progress.isExpired) throw new OutcomeUnknown('the commit was never answered');
        await this.pause();
      }
    }
  }

  private tell({ rows }: Flushed): void {
    if (rows.length === 0) return;
    for (const listener of this.listeners) listener(new Set(rows.map(({ slot }) => slot)), false);
  }

  private pause(): Promise<void> {
    return this.life.pace.sleep(this.life.world.random.between(1, PAUSE_MS));
  }

  /** One command outside of transactions. Throws Unavailable when it is not answered. */
  private async asked<T>(what: string, effect: () => T): Promise<T> {
    try {
      return await this.life.call(this.database.server, what, effect, ANSWER_MS);
    } catch (error) {
      throw error instanceof NoAnswer ? new Unavailable(what) : error;
    }
  }

  private outboxPort(): OutboxPort {
    const { database } = this;
    return {
      slots: database.slots,
      lease: (slot, owner, leaseMs = 15_000) => this.asked(`lease ${slot}`, () => database.lease(slot, owner, leaseMs)),
      renew: (lease, leaseMs = 15_000) => this.asked(`renew ${lease.slot}`, () => database.renew(lease, leaseMs)),
      release: (lease) => this.asked(`release ${lease.slot}`, () => database.release(lease)),
      pending: (slot, maxEvents) => this.asked(`pending ${slot}`, () => database.pending(slot, maxEvents)),
      markSent: (lease, ids) =>
        this.asked(`mark ${ids.join(' ')}`, () => {
          if (!database.mark(lease, ids)) throw new LeaseLost(`slot ${lease.slot} has passed to another owner`);
        }),
      unpublished: () => Promise.resolve([]),
      backlog: () => Promise.resolve({ events: 0, oldestMs: 0 }),
    };
  }

  private watermarkPort(): WatermarkPort {
    const { database } = this;
    return {
      all: () => Promise.resolve([]),
      every: () => Promise.resolve([]),
      get: (group, topic, partition) =>
        this.asked(`watermark of ${group}`, () => database.watermark(group, topic, partition)),
      first: (group, topic, partition, next) =>
        this.asked(`first watermark of ${group}`, () => database.firstWatermark(group, topic, partition, next)),
    };
  }

  private parkedPort(): ParkedPort {
    const select = (what: string, wanted: (row: ParkedRow) => boolean, order: Order, limit: number) =>
      this.asked(what, () => this.database.parked().filter(wanted).toSorted(order).slice(0, limit));
    return {
      parkedKeys: async (group, keys) => {
        const rows = await select(
          'parked keys',
          (row) => row.group === group && keys.includes(row.key),
          byOffset,
          Infinity,
        );
        return new Set(rows.map(({ key }) => key));
      },
      keysOf: async (group, topic, partition, limit) => {
        const isThere = (row: ParkedRow): boolean =>
          row.group === group && row.topic === topic && row.partition === partition;
        return (await select(`parked keys of ${partition}`, isThere, byOffset, limit)).map(({ key }) => key);
      },
      due: (group, nowMs, limit) =>
        select('parked due', (row) => row.group === group && row.st === 1 && row.nextAt <= nowMs, byTime, limit),
      ofKey: (group, key, limit) =>
        select(`parked ${key}`, (row) => row.group === group && row.key === key, byOffset, limit),
      list: ({ group, ids, limit }) =>
        select(
          'parked list',
          (row) => (group === undefined || row.group === group) && (ids === undefined || ids.includes(row.id)),
          byOffset,
          limit,
        ),
      count: () => Promise.resolve({ waiting: 0, dead: 0 }),
    };
  }
}

type Order = (a: ParkedRow, b: ParkedRow) => number;

const byTime: Order = (a, b) => a.nextAt - b.nextAt || a.offset - b.offset;
const byOffset: Order = (a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition || a.offset - b.offset;

function described({ id, states, rows, parked, advances }: Flushed): string {
  const parts = [
    ...advances.map(({ group, topic, partition, first, next }) => `${group} ${topic}/${partition} ${first}→${next}`),
    ...states.map(({ collection, state }) => `${collection}/${state.id}`),
    ...rows.flatMap(({ events }) => events.map((event) => `+${event.id}`)),
    ...[...parked].map(([place, row]) => (row === undefined ? `resolved ${place}` : `parked ${place} ${row.class}`)),
  ];
  return `commit ${id}: ${parts.join(', ')}`;
}
