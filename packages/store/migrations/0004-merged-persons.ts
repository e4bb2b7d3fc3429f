import type { MigrationContext } from '../src/migrate.ts';
import { ensureCollection } from '../src/migrate.ts';

/** Which ids mean another person: every service keeps its own list, and takes both for one. */
export async function up({ db }: MigrationContext): Promise<void> {
  await ensureCollection(db, 'merged_persons');
}
