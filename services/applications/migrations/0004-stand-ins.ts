import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** Who stands in for whom is found by the staff number that is its `_id`. */
export async function up({ db }: MigrationContext): Promise<void> {
  await ensureCollection(db, 'stand_ins');
}
