import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** The unique index is the second line behind the message's own id: one message per event, recipient and template. */
export async function up({ db }: MigrationContext): Promise<void> {
  await ensureCollection(db, 'contacts');
  await ensureCollection(db, 'messages');
  await db.collection('messages').createIndexes([
    { key: { causeEventId: 1, personId: 1, template: 1 }, name: 'one-per-event-and-recipient', unique: true },
    { key: { personId: 1, createdAt: -1, _id: -1 }, name: 'by-person' },
    { key: { personId: 1, status: 1 }, name: 'by-person-and-status' },
    { key: { status: 1, changedAt: 1 }, name: 'by-status' },
  ]);
}
