import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

const COLLECTIONS = ['staff', 'courses', 'enrolments', 'certificates', 'licences', 'requirements'];

/** One enrolment per course and learner and one licence per officer and scope: each is its collection's `_id`. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of COLLECTIONS) await ensureCollection(db, name);
  await db.collection('enrolments').createIndexes([
    { key: { courseCode: 1, _id: 1 }, name: 'by-course' },
    { key: { staffNo: 1, _id: 1 }, name: 'by-learner' },
  ]);
  await db.collection('certificates').createIndex({ staffNo: 1, _id: 1 }, { name: 'by-holder' });
  await db.collection('licences').createIndex({ officerRef: 1, _id: 1 }, { name: 'by-officer' });
}
