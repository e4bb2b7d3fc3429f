import { After, listOf, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { EntitlementId, PaymentId, Period, PersonId, ProgrammeCode, ReturnCode } from '@minzheng/types';
import { z } from 'zod';
import type { Stores } from '../adapters/stores.ts';
import { DeskTaskKind, DeskTaskStatus } from '../domain/desk-task.ts';
import type { DeskTask } from '../domain/desk-task.ts';

const TaskView = z.strictObject({
  taskId: z.string(),
  kind: DeskTaskKind,
  status: DeskTaskStatus,
  entitlementId: EntitlementId,
  personId: PersonId,
  programme: ProgrammeCode,
  period: Period,
  paymentId: PaymentId.optional(),
  reason: ReturnCode.optional(),
});

/** What somebody at a desk must do about a person's payments. */
export function taskRoutes({ tasks }: Stores): Route[] {
  return [
    query({
      path: '/payment-tasks',
      operationId: 'listPaymentTasks',
      summary: 'Tasks about what somebody is paid',
      roles: ['finance-maker', 'street-officer', 'auditor'],
      query: z.strictObject({ status: DeskTaskStatus.optional(), after: After }),
      reply: { body: listOf(TaskView) },
      audit: () => ({ action: 'task.read', object: 'payment-tasks/list', purpose: 'payment' }),
      read: async ({ caller, query: { status, after } }) =>
        paged(await tasks.list(caller, status === undefined ? {} : { status }, pageAfter(after)), viewOf),
    }),
  ];
}

function viewOf(task: DeskTask): z.input<typeof TaskView> {
  const { id, kind, status, entitlementId, personId, programme, period, paymentId, reason } = task;
  return {
    taskId: id,
    kind,
    status,
    entitlementId,
    personId,
    programme,
    period,
    ...(paymentId !== undefined && { paymentId }),
    ...(reason !== undefined && { reason }),
  };
}
