import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['accounts', 'counters', 'transfers']) await ensureCollection(db, name);
  await db.collection('accounts').createIndex({ reference: 1 }, { name: 'reference', unique: true, sparse: true });
  await db.collection('accounts').createIndex({ holderBlind: 1 }, { name: 'holder' });
}
