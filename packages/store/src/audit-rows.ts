import mongoose from 'mongoose';
import type { AuditDocument } from './audit.ts';
import type { Link } from './audit-chain.ts';
import { bsonDate } from './bson-date.ts';
import { VersionConflict } from './faults.ts';
import { translated } from './translated.ts';

const { Long } = mongoose.mongo;
type Session = mongoose.mongo.ClientSession;
type Row = mongoose.mongo.WithId<AuditDocument>;

/** Named, since the planner would otherwise try others first and go through all that was ever sealed. */
const UNSEALED = { hint: 'unsealed', sort: { recordedAt: 1, _id: 1 } } as const;
const SEALED = { hint: 'sealed' } as const;
/** MongoDB finds null where there is nothing; the driver's types do not know it. */
const IS_UNSEALED: mongoose.mongo.Filter<AuditDocument> = { n: null as never };
const HAS_NUMBER = { n: { $exists: true } };

/** The audit's rows as sealer and verifier see them: unsealed ones by their mark, never by "last seen id"; sealed ones by number. */
export class AuditRows {
  private readonly rows: mongoose.mongo.Collection<AuditDocument>;

  constructor(rows: mongoose.mongo.Collection<AuditDocument>) {
    this.rows = rows;
  }

  async unsealed(limit: number, session: Session): Promise<Row[]> {
    return await this.rows.find(IS_UNSEALED, { ...UNSEALED, limit, session }).toArray();
  }

  /** Throws VersionConflict when one of them was sealed or taken away meanwhile. */
  async seal(rows: readonly AuditDocument[], links: readonly Link[], session: Session): Promise<void> {
    const operations = rows.map(({ _id }, i) => ({
      updateOne: { filter: { ...IS_UNSEALED, _id }, update: { $set: sealOf(links[i]) } },
    }));
    const { matchedCount } = await this.rows.bulkWrite(operations, { session });
    if (matchedCount !== rows.length) throw new VersionConflict('an audit row has changed while it was sealed');
  }

  /** An unsealed row recorded before then. */
  async unsealedBefore(machineMs: number): Promise<Row | null> {
    const before = { ...IS_UNSEALED, recordedAt: { $lt: bsonDate(machineMs) } };
    return await translated(this.rows.findOne(before, UNSEALED));
  }

  /** Those numbered after `after` up to `upTo`, in order. One more than there should be shows that there are too many. */
  async page(after: number, upTo: number): Promise<Row[]> {
    const within = { n: { $gt: after, $lte: upTo } };
    return await translated(this.rows.find(within, { ...SEALED, sort: { n: 1 }, limit: upTo - after + 1 }).toArray());
  }

  /** The hash that stands at a number. */
  async hashAt(n: number): Promise<string | undefined> {
    return (await translated(this.rows.findOne({ n }, SEALED)))?.h;
  }

  /** The least and the greatest number; NaN for what is none, 0 without any. */
  async edges(): Promise<{ first: number; last: number }> {
    const edge = async (sort: { n: 1 | -1 }): Promise<number> => {
      const row = await translated(this.rows.findOne(HAS_NUMBER, { ...SEALED, sort }));
      if (row === null) return 0;
      return typeof row.n === 'number' ? row.n : Number.NaN;
    };
    const [first, last] = await Promise.all([edge({ n: 1 }), edge({ n: -1 })]);
    return { first, last };
  }
}

function sealOf(link: Link | undefined): { n: mongoose.mongo.Long; h: string } {
  if (link === undefined) throw new RangeError('every row has its link');
  return { n: Long.fromNumber(link.n), h: link.h };
}
