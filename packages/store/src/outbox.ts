import type { mongo } from 'mongoose';
import type { BsonDate } from './bson-date.ts';
import { duplicateKeyOf } from './duplicate-key.ts';
import { LeaseLost } from './faults.ts';
import type { OutboxDocument } from './outbox-rows.ts';
import type { Lease, OutboxPort, OutboxRow } from './ports.ts';
import { translated } from './translated.ts';

/** Who owns a slot, until when by the database's clock. */
export interface LeaseDocument {
  readonly _id: number;
  readonly owner: string;
  readonly epoch: number;
  readonly until: BsonDate;
}

const LEASE_MS = 15_000;
const SHOWN = 10;
const TO_SEND = { st: 0 } as const;
/** By the database's clock, so that two processes whose clocks differ never both think that they are in time. */
const IS_FREE = { $lte: [{ $ifNull: ['$until', '$$NOW'] }, '$$NOW'] };

export class Outbox implements OutboxPort {
  readonly slots: number;
  private readonly rows: mongo.Collection<OutboxDocument>;
  private readonly leases: mongo.Collection<LeaseDocument>;
  private readonly nowMs: () => number;

  constructor(
    rows: mongo.Collection<OutboxDocument>,
    leases: mongo.Collection<LeaseDocument>,
    slots: number,
    nowMs: () => number,
  ) {
    this.rows = rows;
    this.leases = leases;
    this.slots = slots;
    this.nowMs = nowMs;
  }

  async lease(slot: number, owner: string, leaseMs = LEASE_MS): Promise<Lease | undefined> {
    const next = { $add: [{ $ifNull: ['$epoch', 0] }, 1] };
    const until = ifFree({ $add: ['$$NOW', leaseMs] }, '$until');
    const taken = { owner: ifFree({ $literal: owner }, '$owner'), epoch: ifFree(next, '$epoch'), until };
    const row = await this.changed(slot, [{ $set: { free: IS_FREE } }, { $set: taken }, { $unset: 'free' }]);
    return row?.owner === owner ? { slot, owner, epoch: row.epoch } : undefined;
  }

  async renew({ slot, owner, epoch }: Lease, leaseMs = LEASE_MS): Promise<boolean> {
    const longer = [{ $set: { until: { $add: ['$$NOW', leaseMs] } } }];
    const { matchedCount } = await translated(this.leases.updateOne({ _id: slot, owner, epoch }, longer));
    return matchedCount === 1;
  }

  async release({ slot, owner, epoch }: Lease): Promise<void> {
    await translated(this.leases.updateOne({ _id: slot, owner, epoch }, [{ $set: { until: '$$NOW' } }]));
  }

  async pending(slot: number, maxEvents: number): Promise<OutboxRow[]> {
    const cursor = this.rows.find({ slot, ...TO_SEND }, { sort: { _id: 1 } });
    return translated(takeUntil(cursor, maxEvents));
  }

  /**
   * The lease is looked at first and not in one transaction with the marks: a mark is true whoever writes it, since the
   * rows were sent. What the epoch must stop is the former owner's sending on.
   */
  async markSent({ slot, owner, epoch }: Lease, ids: readonly string[]): Promise<void> {
    const owned = await translated(this.leases.findOne({ _id: slot, owner, epoch }));
    if (owned === null) throw new LeaseLost(`slot ${slot} has passed to another owner`);
    await translated(this.rows.updateMany({ _id: { $in: [...ids] } }, { $set: { st: 1 } }));
  }

  async unpublished(): Promise<{ id: string; slot: number; at: number }[]> {
    const rows = await translated(
      this.rows
        .find(TO_SEND, { projection: { slot: 1, at: 1 } })
        .limit(SHOWN)
        .toArray(),
    );
    return rows.map(({ _id, slot, at }) => ({ id: _id, slot, at: at.getTime() }));
  }

  async oldestPendingMs(): Promise<number> {
    const oldest = await translated(
      this.rows
        .find(TO_SEND, { projection: { at: 1 } })
        .sort({ _id: 1 })
        .limit(1)
        .next(),
    );
    return oldest === null ? 0 : Math.max(0, this.nowMs() - oldest.at.getTime());
  }

  /** The first lease of a slot may be asked for by two at once; whoever comes second has not got it. */
  private async changed(slot: number, update: mongo.Document[]): Promise<LeaseDocument | null> {
    try {
      const options = { upsert: true, returnDocument: 'after' } as const;
      return await translated(this.leases.findOneAndUpdate({ _id: slot }, update, options));
    } catch (error) {
      if (duplicateKeyOf(error) !== undefined) return null;
      throw error;
    }
  }
}

const ifFree = (then: unknown, otherwise: string) => ({ $cond: ['$free', then, otherwise] });

async function takeUntil(
  cursor: mongo.FindCursor<mongo.WithId<OutboxDocument>>,
  maxEvents: number,
): Promise<OutboxRow[]> {
  const rows: OutboxRow[] = [];
  let events = 0;
  for await (const { _id, slot, events: ofRow, n } of cursor) {
    rows.push({ id: _id, slot, events: ofRow });
    events += n;
    if (events >= maxEvents) break;
  }
  return rows;
}
