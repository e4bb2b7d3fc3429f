import type { mongo } from 'mongoose';
import type { BsonDate } from './bson-date.ts';
import { duplicateKeyOf } from './duplicate-key.ts';
import { translated } from './translated.ts';

/** Who owns something that only one process may do at a time, until when by the database's clock. */
export interface LeaseDocument {
  readonly _id: number | string;
  readonly owner: string;
  readonly epoch: number;
  readonly until: BsonDate;
}

/** A lease in hand; a new owner has a greater epoch. */
export interface HeldLease {
  readonly id: number | string;
  readonly owner: string;
  readonly epoch: number;
}

/** By the database's clock, so that two processes whose clocks differ never both think that they are in time. */
const IS_FREE = { $lte: [{ $ifNull: ['$until', '$$NOW'] }, '$$NOW'] };

/** Leases of one collection, one row each. */
export class Leases {
  private readonly rows: mongo.Collection<LeaseDocument>;

  constructor(rows: mongo.Collection<LeaseDocument>) {
    this.rows = rows;
  }

  /** Takes what is free or expired; undefined while another owns it. */
  async take(id: number | string, owner: string, leaseMs: number): Promise<HeldLease | undefined> {
    const next = { $add: [{ $ifNull: ['$epoch', 0] }, 1] };
    const until = ifFree({ $add: ['$$NOW', leaseMs] }, '$until');
    const taken = { owner: ifFree({ $literal: owner }, '$owner'), epoch: ifFree(next, '$epoch'), until };
    const row = await this.changed(id, [{ $set: { free: IS_FREE } }, { $set: taken }, { $unset: 'free' }]);
    return row?.owner === owner ? { id, owner, epoch: row.epoch } : undefined;
  }

  /** False when the lease has passed to another. */
  async renew({ id, owner, epoch }: HeldLease, leaseMs: number): Promise<boolean> {
    const longer = [{ $set: { until: { $add: ['$$NOW', leaseMs] } } }];
    const { matchedCount } = await translated(this.rows.updateOne({ _id: id, owner, epoch }, longer));
    return matchedCount === 1;
  }

  async release({ id, owner, epoch }: HeldLease): Promise<void> {
    await translated(this.rows.updateOne({ _id: id, owner, epoch }, [{ $set: { until: '$$NOW' } }]));
  }

  /** Whether no other has taken it since. */
  async isHeld({ id, owner, epoch }: HeldLease): Promise<boolean> {
    return (await translated(this.rows.findOne({ _id: id, owner, epoch }))) !== null;
  }

  /** The first lease may be asked for by two at once; whoever comes second has not got it. */
  private async changed(id: number | string, update: mongo.Document[]): Promise<LeaseDocument | null> {
    try {
      const options = { upsert: true, returnDocument: 'after' } as const;
      return await translated(this.rows.findOneAndUpdate({ _id: id }, update, options));
    } catch (error) {
      if (duplicateKeyOf(error) !== undefined) return null;
      throw error;
    }
  }
}

const ifFree = (then: unknown, otherwise: string) => ({ $cond: ['$free', then, otherwise] });
