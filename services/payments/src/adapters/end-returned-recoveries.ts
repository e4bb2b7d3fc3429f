import type { Transaction } from '@minzheng/store';
import { failedPaymentTaskId, openFailedPaymentTask } from '../domain/desk-task.ts';
import type { Payment } from '../domain/payment.ts';
import { endReturnedRecovery, recoveryId } from '../domain/recovery.ts';
import type { Recovery } from '../domain/recovery.ts';
import { endRecoveryTask } from './end-recovery-task.ts';
import { existing } from './existing.ts';
import type { Stores } from './stores.ts';

/** What the bank has given back is asked back no more, and what was repaid for it is somebody's to return; gives them as they stood before. */
export async function endReturnedRecoveries(
  tx: Transaction,
  stores: Stores,
  returned: readonly Payment[],
): Promise<Recovery[]> {
  const known = await tx.load(
    stores.recoveries,
    returned.map(({ id }) => recoveryId(id)),
  );
  const ended: Recovery[] = [];
  for (const payment of returned) {
    const recovery = known.get(recoveryId(payment.id));
    if (recovery === undefined || recovery.status === 'withdrawn') continue;
    await endOne(tx, stores, recovery);
    if (recovery.repaidFen > 0) await openTask(tx, stores, payment);
    ended.push(recovery);
  }
  return ended;
}

async function endOne(tx: Transaction, stores: Stores, before: Recovery): Promise<void> {
  await tx.apply(
    stores.recoveries,
    before.id,
    existing<Recovery>('recovery.not-found', (recovery) => endReturnedRecovery(recovery, tx.today)),
  );
  await endRecoveryTask(tx, stores, before);
}

async function openTask(tx: Transaction, { tasks }: Stores, payment: Payment): Promise<void> {
  const kind = 'repaid-and-returned';
  await tx.apply(tasks, failedPaymentTaskId(kind, payment.id), () => openFailedPaymentTask(kind, payment, tx.at));
}
