import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['tallies', 'echoes']) await ensureCollection(db, name);
  await db.collection('echoes').createIndex({ mark: 1 }, { name: 'mark', unique: true, sparse: true });
}
