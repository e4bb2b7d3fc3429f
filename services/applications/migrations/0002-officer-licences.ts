import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** What training tells of who may decide; read by id alone. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['officer_licences', 'licence_requirements']) await ensureCollection(db, name);
}
