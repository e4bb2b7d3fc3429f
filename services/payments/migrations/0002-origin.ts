import type { MigrationContext } from '@minzheng/store';

/** What was granted by an application says so, now that a veteran's allowance can grant too. */
export async function up({ db }: MigrationContext): Promise<void> {
  const origin = { kind: 'application', applicationId: '$applicationId' };
  for (const name of ['entitlements', 'payments']) {
    await db
      .collection(name)
      .updateMany({ applicationId: { $exists: true } }, [{ $set: { origin } }, { $unset: 'applicationId' }]);
  }
}
