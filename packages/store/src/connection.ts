import mongoose from 'mongoose';
import type { Connection } from 'mongoose';

// A misspelt path or an index made on the side must fail where it is written, not be dropped in silence.
mongoose.set({ strict: 'throw', strictQuery: 'throw', autoIndex: false, autoCreate: false, bufferCommands: false });

/** How the driver behaves for every service (DELIVERY §3.3). Given as options, they win over what the URI says. */
const DRIVER = {
  writeConcern: { w: 'majority', journal: true },
  readConcernLevel: 'majority',
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  maxPoolSize: 20,
  minPoolSize: 2,
  maxIdleTimeMS: 60_000,
  serverSelectionTimeoutMS: 5_000,
  connectTimeoutMS: 2_000,
  heartbeatFrequencyMS: 2_000,
  waitQueueTimeoutMS: 5_000,
  ignoreUndefined: true,
} as const;

/** Opens one service's database. */
export function connect(uri: string, database: string, appName: string): Promise<Connection> {
  return mongoose.createConnection(uri, { ...DRIVER, dbName: database, appName }).asPromise();
}
