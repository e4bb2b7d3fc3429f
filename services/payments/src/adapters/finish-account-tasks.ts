import type { Transaction } from '@minzheng/store';
import type { PersonId, ProgrammeCode } from '@minzheng/types';
import { ENDED_BY_ACCOUNT, finishTask } from '../domain/desk-task.ts';
import { existing } from './existing.ts';
import type { Stores } from './stores.ts';

const MAX_TASKS = 100;

/** What was waiting for an account waits no more: a run pays it once the account may be used. */
export async function finishAccountTasks(
  tx: Transaction,
  { tasks }: Stores,
  personId: PersonId,
  programme: ProgrammeCode,
): Promise<void> {
  const waiting = { personId, programme, status: 'open', kind: { $in: ENDED_BY_ACCOUNT } } as const;
  const open = await tx.list(tasks, waiting, { limit: MAX_TASKS });
  for (const { id } of open) await tx.apply(tasks, id, existing('request.not-found', finishTask));
}
