import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

export async function up({ db }: MigrationContext): Promise<void> {
  await ensureCollection(db, 'tallies');
  await db.collection('tallies').createIndex({ reference: 1 }, { name: 'reference', unique: true, sparse: true });
}
