import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['counters', 'tallies', 'deliveries']) await ensureCollection(db, name);
}
