import type { MigrationContext } from '../src/migrate.ts';
import { ensureCollection } from '../src/migrate.ts';

const HOUR_S = 3_600;
const COLLECTIONS = [
  'outbox',
  'relay_leases',
  'watermarks',
  'parked',
  'deadlines',
  'idempotency_keys',
  'audit',
  'data_keys',
];

/** The store's own collections and indexes (DELIVERY §3.4, §3.5, §3.6). A transaction cannot wait for them to be made. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of COLLECTIONS) await ensureCollection(db, name);
  await db.collection('outbox').createIndexes([
    { key: { slot: 1, _id: 1 }, name: 'to_send', partialFilterExpression: { st: 0 } },
    { key: { at: 1 }, name: 'sent_ttl', expireAfterSeconds: 7 * 24 * HOUR_S, partialFilterExpression: { st: 1 } },
  ]);
  await db.collection('watermarks').createIndex({ group: 1 }, { name: 'group' });
  await db.collection('parked').createIndexes([
    { key: { st: 1, nextAt: 1 }, name: 'due' },
    { key: { group: 1, key: 1 }, name: 'key' },
  ]);
  await db.collection('deadlines').createIndex({ dueAt: 1, _id: 1 }, { name: 'due' });
  await db.collection('idempotency_keys').createIndex({ at: 1 }, { name: 'ttl', expireAfterSeconds: 72 * HOUR_S });
  await db.collection('audit').createIndexes([
    { key: { subjectPersonId: 1, at: 1 }, name: 'person' },
    { key: { recordedAt: 1, _id: 1 }, name: 'recorded' },
  ]);
}
