import mongoose from 'mongoose';
import type { Link } from './audit-chain.ts';
import { START } from './audit-chain.ts';
import { hmac } from './crypto.ts';
import { SealBroken, VersionConflict } from './faults.ts';
import { translated } from './translated.ts';

const { Long } = mongoose.mongo;
type Session = mongoose.mongo.ClientSession;

/** Where the chain ends. Marked, since whoever cuts the chain would set its end back with it. */
export interface AuditHeadDocument {
  readonly _id: 'head';
  readonly n: mongoose.mongo.Long | number;
  readonly h: string;
  readonly mac: string;
}

/** The end of the chain as the database has it. */
export interface FoundHead {
  readonly link: Link;
  /** False when it does not bear the service's mark. */
  readonly isOurs: boolean;
}

/** The one row that says where the chain ends. It moves in the transaction that seals rows, and only from where it stands. */
export class AuditHeads {
  private readonly rows: mongoose.mongo.Collection<AuditHeadDocument>;
  private readonly key: Buffer;

  constructor(rows: mongoose.mongo.Collection<AuditHeadDocument>, key: Buffer) {
    this.rows = rows;
    this.key = key;
  }

  async find(session?: Session): Promise<FoundHead> {
    const row = await translated(this.rows.findOne({ _id: 'head' }, session && { session }));
    if (row === null) return { link: START, isOurs: true };
    const link = { n: Number(row.n), h: row.h };
    return { link, isOurs: row.mac === this.mark(link) };
  }

  /** Throws SealBroken for a head that is not ours: nothing may be chained to it. */
  async get(session: Session): Promise<Link> {
    const { link, isOurs } = await this.find(session);
    if (!isOurs) throw new SealBroken('the head of the audit was not written by this service');
    return link;
  }

  /** By equality. Throws VersionConflict when another sealer has moved it. */
  async advance(from: Link, to: Link, session: Session): Promise<void> {
    const moved = { n: Long.fromNumber(to.n), h: to.h, mac: this.mark(to) };
    if (from.n === START.n) {
      await this.rows.insertOne({ _id: 'head', ...moved }, { session });
      return;
    }
    const { matchedCount } = await this.rows.updateOne({ _id: 'head', ...from }, { $set: moved }, { session });
    if (matchedCount !== 1) throw new VersionConflict('the head of the audit has moved');
  }

  private mark({ n, h }: Link): string {
    return hmac(this.key, `${n}|${h}`);
  }
}
