import type { mongo } from 'mongoose';
import type { BsonDate } from './bson-date.ts';
import { LeaseLost } from './faults.ts';
import { Leases } from './leases.ts';
import type { HeldLease, LeaseDocument } from './leases.ts';
import type { OutboxDocument } from './outbox-rows.ts';
import type { Backlog, Lease, OutboxPort, OutboxRow } from './ports.ts';
import { translated } from './translated.ts';

const LEASE_MS = 15_000;
const SHOWN = 10;
/** Asks for slots as well, or MongoDB would not take the index of what is to be sent and read all that ever was. */
const TO_SEND = { slot: { $gte: 0 }, st: 0 } as const;

export class Outbox implements OutboxPort {
  readonly slots: number;
  private readonly rows: mongo.Collection<OutboxDocument>;
  private readonly leases: Leases;
  private readonly nowMs: () => number;

  constructor(
    rows: mongo.Collection<OutboxDocument>,
    leases: mongo.Collection<LeaseDocument>,
    slots: number,
    nowMs: () => number,
  ) {
    this.rows = rows;
    this.leases = new Leases(leases);
    this.slots = slots;
    this.nowMs = nowMs;
  }

  async lease(slot: number, owner: string, leaseMs = LEASE_MS): Promise<Lease | undefined> {
    const held = await this.leases.take(slot, owner, leaseMs);
    return held && { slot, owner, epoch: held.epoch };
  }

  renew(lease: Lease, leaseMs = LEASE_MS): Promise<boolean> {
    return this.leases.renew(heldBy(lease), leaseMs);
  }

  release(lease: Lease): Promise<void> {
    return this.leases.release(heldBy(lease));
  }

  async pending(slot: number, maxEvents: number): Promise<OutboxRow[]> {
    const cursor = this.rows.find({ ...TO_SEND, slot }, { sort: { _id: 1 } });
    return translated(takeUntil(cursor, maxEvents));
  }

  /**
   * The lease is looked at first and not in one transaction with the marks: a mark is true whoever writes it, since the
   * rows were sent. What the epoch must stop is the former owner's sending on.
   */
  async markSent(lease: Lease, ids: readonly string[]): Promise<void> {
    if (!(await this.leases.isHeld(heldBy(lease))))
      throw new LeaseLost(`slot ${lease.slot} has passed to another owner`);
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

  async backlog(maxRows: number): Promise<Backlog> {
    const sum = { _id: null, events: { $sum: '$n' }, oldest: { $min: '$at' } };
    const stages = [{ $match: TO_SEND }, { $limit: maxRows }, { $group: sum }];
    const found = await translated(this.rows.aggregate<{ events: number; oldest: BsonDate }>(stages).next());
    if (found === null) return { events: 0, oldestMs: 0 };
    return { events: found.events, oldestMs: Math.max(0, this.nowMs() - found.oldest.getTime()) };
  }
}

const heldBy = ({ slot, owner, epoch }: Lease): HeldLease => ({ id: slot, owner, epoch });

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
