import { Instant } from '@minzheng/types';
import type { mongo } from 'mongoose';
import { translated } from './translated.ts';

interface ClockDocument {
  readonly _id: 'civil';
  readonly now: string;
}

/** The virtual civil clock's place in a service's database. */
export interface KeptClock {
  /** Undefined before it was first moved. */
  read(): Promise<Instant | undefined>;
  /** Keeps the later of what is kept and `now`. */
  write(now: Instant): Promise<void>;
}

/** One document; nothing of it exists where the clock is real. */
export function keptClock(db: mongo.Db): KeptClock {
  const rows = db.collection<ClockDocument>('local_clock');
  return {
    read: async () => Instant.optional().parse((await translated(rows.findOne({ _id: 'civil' })))?.now),
    write: async (now) => {
      await translated(rows.updateOne({ _id: 'civil' }, { $max: { now } }, { upsert: true }));
    },
  };
}
