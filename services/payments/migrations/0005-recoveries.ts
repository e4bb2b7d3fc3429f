import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

interface Death {
  readonly _id: string;
  readonly toldAt: unknown;
}

const LOOK_AGAIN = 'death.end-entitlements';

/** 追缴: what is asked back. Every death we know of is looked at again, for what was paid beyond it before there were recoveries. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['recoveries', 'recovery_receipts']) await ensureCollection(db, name);
  await db.collection('recoveries').createIndexes([
    { key: { status: 1, _id: 1 }, name: 'by-status' },
    { key: { personId: 1, _id: 1 }, name: 'by-person' },
  ]);
  await db.collection('recovery_receipts').createIndexes([{ key: { recoveryId: 1, _id: 1 }, name: 'by-recovery' }]);
  const deadlines = db.collection<{ _id: string }>('deadlines');
  for await (const { _id: subject, toldAt: dueAt } of db.collection<Death>('deaths').find()) {
    const where = { _id: `${LOOK_AGAIN}|${subject}` };
    await deadlines.updateOne(where, { $set: { kind: LOOK_AGAIN, subject, dueAt } }, { upsert: true });
  }
}
