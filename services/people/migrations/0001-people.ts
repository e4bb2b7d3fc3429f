import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** One ID number, one person: the unique blind index holds when twenty doors see the same number at once. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['persons', 'desk_tasks']) await ensureCollection(db, name);
  await db.collection('persons').createIndex({ residentIdBlind: 1 }, { name: 'residentIdBlind_unique', unique: true });
  await db.collection('desk_tasks').createIndex({ divisionCode: 1, status: 1, _id: 1 }, { name: 'division_status' });
}
