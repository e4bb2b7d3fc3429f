import type { Transaction } from '@minzheng/store';
import { isAfterDeath } from '../domain/death.ts';
import type { Payment } from '../domain/payment.ts';
import { noticeRecovery, recoveryId } from '../domain/recovery.ts';
import { brandNew } from './existing.ts';
import type { Stores } from './stores.ts';

/** 追缴: of the settled payments, those for a month after a death that we know of are asked back, each once. */
export async function recoverPaidAfterDeath(
  tx: Transaction,
  stores: Stores,
  settled: readonly Payment[],
): Promise<void> {
  const deaths = await tx.load(stores.deaths, [...new Set(settled.map(({ personId }) => personId))]);
  const beyond = settled.filter((payment) => {
    const death = deaths.get(payment.personId);
    return death !== undefined && isAfterDeath(payment, death);
  });
  const known = await tx.load(
    stores.recoveries,
    beyond.map(({ id }) => recoveryId(id)),
  );
  const entitlements = await tx.load(stores.entitlements, [...new Set(beyond.map((payment) => payment.entitlementId))]);
  for (const payment of beyond) {
    const id = recoveryId(payment.id);
    if (known.has(id)) continue;
    const sample = entitlements.get(payment.entitlementId)?.sample ?? false;
    const opened = noticeRecovery('paid-after-death', payment, { sample, today: tx.today });
    await tx.apply(stores.recoveries, id, (state) => (state === undefined ? opened : brandNew(state)(state)));
  }
}
