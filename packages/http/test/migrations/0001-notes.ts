import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['notes', 'tasks']) await ensureCollection(db, name);
}
