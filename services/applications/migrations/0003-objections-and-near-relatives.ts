import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** Objections are read by their application; a declaration is found by the staff number that is its `_id`. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['objections', 'near_relatives']) await ensureCollection(db, name);
  await db.collection('objections').createIndexes([{ name: 'application', key: { applicationId: 1, _id: 1 } }]);
}
