import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

/** A case number names one case for ever; a person's claim is unique because it is its collection's `_id`. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['applications', 'household_claims', 'case_counters', 'known_persons']) {
    await ensureCollection(db, name);
  }
  await db.collection('applications').createIndexes([
    {
      name: 'caseNumber_unique',
      key: { caseNumber: 1 },
      unique: true,
      partialFilterExpression: { caseNumber: { $exists: true } },
    },
    { name: 'division_status', key: { divisionCode: 1, status: 1, _id: 1 } },
    { name: 'applicant', key: { applicantId: 1, _id: 1 } },
  ]);
}
