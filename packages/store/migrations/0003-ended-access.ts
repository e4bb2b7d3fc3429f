import type { MigrationContext } from '../src/migrate.ts';
import { ensureCollection } from '../src/migrate.ts';

/** Who of the staff has left: every service keeps its own list, and lets none of them in. */
export async function up({ db }: MigrationContext): Promise<void> {
  await ensureCollection(db, 'ended_access');
}
