import mongoose from 'mongoose';
import { newName } from '../benchmark.ts';
import type { Bed } from '../benchmark.ts';

const { MongoClient } = mongoose.mongo;
type Session = mongoose.mongo.ClientSession;
export type Document = { readonly _id: string; readonly [field: string]: unknown };

/** As durable as ours: acknowledged by a majority that has it in the journal, read in a snapshot. */
const DURABLE = { w: 'majority', journal: true } as const;
const TRANSACTION = { readConcern: { level: 'snapshot' }, writeConcern: DURABLE } as const;

export interface BareDatabase {
  collection(name: string): mongoose.mongo.Collection<Document>;
  /** Collections must be there before a transaction touches them. */
  ensure(...names: string[]): Promise<void>;
  transaction(work: (session: Session) => Promise<unknown>): Promise<void>;
  end(): Promise<void>;
}

/** The driver that mongoose stands on, without mongoose and without ours. */
export async function bareDatabase({ mongodbUri }: Bed): Promise<BareDatabase> {
  const client = await MongoClient.connect(mongodbUri, { writeConcern: DURABLE });
  const db = client.db(`${newName()}_bare`);
  return {
    collection: (name) => db.collection<Document>(name),
    ensure: async (...names) => {
      for (const name of names) await db.createCollection(name);
    },
    transaction: async (work) => {
      const session = client.startSession();
      try {
        session.startTransaction(TRANSACTION);
        await work(session);
        await session.commitTransaction();
      } finally {
        await session.endSession();
      }
    },
    end: async () => {
      await db.dropDatabase();
      await client.close();
    },
  };
}
