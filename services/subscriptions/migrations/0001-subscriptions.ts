import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

const COLLECTIONS = [
  'grants',
  'subscriptions',
  'feeds',
  'public_events',
  'deliveries',
  'person_references',
  'inbound_events',
];

/** The unique index is the second line behind a delivery's own id: one per subscription and event, for ever. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of COLLECTIONS) await ensureCollection(db, name);
  await db.collection('grants').createIndexes([{ key: { agency: 1, _id: 1 }, name: 'by-agency' }]);
  await db.collection('subscriptions').createIndexes([{ key: { agency: 1, _id: 1 }, name: 'by-agency' }]);
  await db.collection('public_events').createIndexes([
    { key: { sequence: 1, _id: 1 }, name: 'to-distribute', partialFilterExpression: { distributed: false } },
    { key: { time: 1, _id: 1 }, name: 'by-time' },
  ]);
  await db.collection('deliveries').createIndexes([
    { key: { subscriptionId: 1, publicEventId: 1 }, name: 'one-per-subscription-and-event', unique: true },
    { key: { subscriptionId: 1, status: 1, nextAt: 1, _id: 1 }, name: 'by-subscription-and-status' },
    { key: { subscriptionId: 1, _id: 1 }, name: 'by-subscription' },
    { key: { lane: 1, status: 1, sequence: 1, _id: 1 }, name: 'by-lane' },
    { key: { status: 1, changedAt: 1, _id: 1 }, name: 'by-status' },
  ]);
}
