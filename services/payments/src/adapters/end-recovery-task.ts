import type { Transaction } from '@minzheng/store';
import { paidAfterDeathId } from '../domain/death.ts';
import { finishTask } from '../domain/desk-task.ts';
import type { DeskTask } from '../domain/desk-task.ts';
import type { Recovery } from '../domain/recovery.ts';
import { existing } from './existing.ts';
import type { Stores } from './stores.ts';

/** With the end of a recovery nothing is left to stop or to ask back. */
export async function endRecoveryTask(tx: Transaction, { tasks }: Stores, { paymentId }: Recovery): Promise<void> {
  const id = paidAfterDeathId({ id: paymentId });
  const task = await tx.find(tasks, id, 'system');
  if (task?.status !== 'open') return;
  await tx.apply(tasks, id, existing<DeskTask>('request.not-found', finishTask), { cause: { viewer: 'system' } });
}
