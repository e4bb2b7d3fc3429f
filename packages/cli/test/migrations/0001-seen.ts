import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

export async function up({ db }: MigrationContext): Promise<void> {
  await ensureCollection(db, 'registered');
  await ensureCollection(db, 'seen');
}
