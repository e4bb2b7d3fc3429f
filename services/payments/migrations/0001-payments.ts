import { ensureCollection } from '@minzheng/store';
import type { MigrationContext } from '@minzheng/store';

const UNFINISHED = ['planned', 'approved', 'queued', 'submitted', 'unknown'];

const COLLECTIONS = [
  'accounts',
  'entitlements',
  'pay_runs',
  'bank_files',
  'payments',
  'budgets',
  'quota_grants',
  'desk_tasks',
  'ledger_accounts',
  'ledger_transfers',
];

/** What ARCHITECTURE "Payment identity" and PAY-10 promise for ever, and what the lists and jobs look things up by. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of COLLECTIONS) await ensureCollection(db, name);
  await db.collection('accounts').createIndexes([
    {
      key: { personId: 1, programme: 1 },
      name: 'one-active-per-person-and-programme',
      unique: true,
      partialFilterExpression: { status: 'active' },
    },
    { key: { accountNumberBlind: 1 }, name: 'by-number' },
  ]);
  await db.collection('payments').createIndexes([
    {
      key: { entitlementId: 1, period: 1, kind: 1, causeId: 1 },
      name: 'one-unfinished-per-identity',
      unique: true,
      partialFilterExpression: { status: { $in: UNFINISHED } },
    },
    {
      key: { replacesId: 1 },
      name: 'one-replacement-per-payment',
      unique: true,
      partialFilterExpression: { replacesId: { $exists: true } },
    },
    { key: { batchNo: 1, line: 1 }, name: 'one-place-in-a-file', unique: true },
    { key: { payRunId: 1, _id: 1 }, name: 'by-run' },
    { key: { personId: 1, _id: 1 }, name: 'by-person' },
  ]);
  await db.collection('entitlements').createIndexes([{ key: { personId: 1, _id: 1 }, name: 'by-person' }]);
  await db.collection('pay_runs').createIndexes([{ key: { period: 1, _id: -1 }, name: 'by-period' }]);
  await db.collection('bank_files').createIndexes([{ key: { payRunId: 1, status: 1, _id: 1 }, name: 'by-run' }]);
  await db
    .collection('desk_tasks')
    .createIndexes([{ key: { status: 1, personId: 1, programme: 1 }, name: 'by-status' }]);
}
