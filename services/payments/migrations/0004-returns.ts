import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** 退票: what came back, what is owed again for it, and how far the bank has been asked. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['reissues', 'bank_returns', 'return_watch']) await ensureCollection(db, name);
  await db.collection('reissues').createIndexes([
    { key: { status: 1, _id: 1 }, name: 'by-status' },
    { key: { personId: 1, _id: 1 }, name: 'by-person' },
  ]);
}
