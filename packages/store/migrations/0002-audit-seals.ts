import type { MigrationContext } from '../src/migrate.ts';
import { ensureCollection } from '../src/migrate.ts';

/** What the sealer of the audit needs (DELIVERY §3.6). The unsealed are few: their index stays small for ever. */
export async function up({ db }: MigrationContext): Promise<void> {
  for (const name of ['audit_heads', 'audit_leases']) await ensureCollection(db, name);
  await db.collection('audit').createIndexes([
    { key: { recordedAt: 1, _id: 1 }, name: 'unsealed', partialFilterExpression: { n: null } },
    { key: { n: 1 }, name: 'sealed', unique: true, partialFilterExpression: { n: { $exists: true } } },
  ]);
}
