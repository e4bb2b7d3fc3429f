import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** By the personId: whoever has died has died once. */
export async function up({ db }: MigrationContext): Promise<void> {
  await ensureCollection(db, 'deaths');
}
