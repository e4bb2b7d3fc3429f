import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** A person holds one place in the register, and a veteran one allowance, however many officers enter them at once. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['veterans', 'allowances', 'known_persons']) await ensureCollection(db, name);
  await db.collection('veterans').createIndexes([
    {
      name: 'one-place-per-person',
      key: { personId: 1 },
      unique: true,
      partialFilterExpression: { status: { $in: ['registered', 'confirmed'] } },
    },
    { name: 'division_status', key: { divisionCode: 1, status: 1, _id: 1 } },
  ]);
  await db.collection('allowances').createIndexes([
    {
      name: 'one-open-per-veteran',
      key: { veteranId: 1 },
      unique: true,
      partialFilterExpression: { status: { $in: ['proposed', 'active'] } },
    },
    { name: 'division_status', key: { divisionCode: 1, status: 1, _id: 1 } },
  ]);
}
