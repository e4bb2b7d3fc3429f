import type { Refusal } from '@minzheng/types';
import { refusalStatus } from '@minzheng/types';
import mongoose from 'mongoose';
import { bsonDate } from './bson-date.ts';
import type { BsonDate } from './bson-date.ts';
import { bytesOf, toBinary } from './bson-value.ts';
import { duplicateKeyOf } from './duplicate-key.ts';
import { InProgress, KeyReused, SealBroken } from './faults.ts';
import type { Once, Reply } from './store.ts';
import { translated } from './translated.ts';
import type { OwnSeal, Vault } from './vault.ts';

const { MongoServerError } = mongoose.mongo;
const WRITE_CONFLICT = 112;

/** What came of a command: an answer, or the domain's no. */
export type Outcome = { readonly reply: Reply } | { readonly refusal: Refusal };

/**
 * `_id` is a keyed digest of subject, route and key, `fp` one of what was asked: without a key, whoever sees a row could try all phone
 * numbers until one fits. The outcome is sealed, since it may be about anybody.
 */
export interface KeyDocument {
  readonly _id: string;
  readonly fp: string;
  readonly route: string;
  readonly outcome?: mongoose.mongo.Binary;
  readonly at: BsonDate;
}

/** Somebody holds the key: has finished with it, or is at work. Never leaves the store. */
export class KeyTaken extends Error {}

/** Refusals of the door are not outcomes: the same command may be sent again with a better token or body. */
const NOT_KEPT: readonly number[] = [400, 401, 403];

export function isKept(refusal: Refusal): boolean {
  return !NOT_KEPT.includes(refusalStatus(refusal.code));
}

/** Idempotency keys, written in the transaction of their command (DELIVERY §3.5). */
export class IdempotencyKeys {
  private readonly rows: mongoose.mongo.Collection<KeyDocument>;
  private readonly seal: OwnSeal;
  private readonly blindIndex: Vault['blindIndex'];
  private readonly nowMs: () => number;

  constructor(
    rows: mongoose.mongo.Collection<KeyDocument>,
    { seal, blindIndex }: { seal: OwnSeal; blindIndex: Vault['blindIndex'] },
    nowMs: () => number,
  ) {
    this.rows = rows;
    this.seal = seal;
    this.blindIndex = blindIndex;
    this.nowMs = nowMs;
  }

  /** The transaction's first write. Throws KeyTaken; a rerun may meet its own aborted self, and then goes round once more. */
  async claim(once: Once, session: mongoose.mongo.ClientSession, isRerun: boolean): Promise<void> {
    const row = { _id: this.idOf(once), fp: this.fingerprintOf(once), route: once.route, at: bsonDate(this.nowMs()) };
    try {
      await this.rows.insertOne(row, { session });
    } catch (error) {
      if (duplicateKeyOf(error) !== undefined) throw new KeyTaken('done', { cause: error });
      if (isWriteConflict(error) && !isRerun) throw new KeyTaken('at work', { cause: error });
      throw error;
    }
  }

  /** The transaction's last write. */
  async settle(once: Once, outcome: Outcome, session: mongoose.mongo.ClientSession): Promise<void> {
    const id = this.idOf(once);
    const sealed = toBinary(this.seal.seal(placeOf(id), Buffer.from(JSON.stringify(outcome), 'utf8')));
    await this.rows.updateOne({ _id: id }, { $set: { outcome: sealed } }, { session });
  }

  /** What came of the command the key belongs to. Throws InProgress or KeyReused. */
  async earlier(once: Once): Promise<Outcome> {
    const id = this.idOf(once);
    const row = await translated(this.rows.findOne({ _id: id }));
    if (row === null) throw new InProgress('this command is being worked on');
    if (row.fp !== this.fingerprintOf(once)) throw new KeyReused('this key belongs to another body');
    const sealed = bytesOf(row.outcome);
    if (sealed === undefined) throw new SealBroken('an idempotency key without its outcome');
    return JSON.parse(this.seal.open(placeOf(id), sealed).toString('utf8')) as Outcome;
  }

  private idOf({ subject, route, key }: Once): string {
    return this.blindIndex('idempotency_keys._id', JSON.stringify([subject, route, key]));
  }

  private fingerprintOf({ fingerprint }: Once): string {
    return this.blindIndex('idempotency_keys.fp', fingerprint);
  }
}

const placeOf = (id: string) => ({ collection: 'idempotency_keys', id, field: 'outcome' });

function isWriteConflict(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === WRITE_CONFLICT;
}
