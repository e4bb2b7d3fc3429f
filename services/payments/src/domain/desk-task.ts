import { decided, DivisionCode, EntitlementId, Instant, Period, PersonId, ProgrammeCode } from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import type { Entitlement } from './entitlement.ts';
import { moved } from './moved.ts';

export const DeskTaskStatus = z.enum(['open', 'done']);
export type DeskTaskStatus = z.infer<typeof DeskTaskStatus>;

/** 待办: somebody at a desk must do something before this person can be paid. */
export const DeskTask = z.strictObject({
  id: z.string(),
  kind: z.literal('account-missing'),
  status: DeskTaskStatus,
  entitlementId: EntitlementId,
  personId: PersonId,
  divisionCode: DivisionCode,
  programme: ProgrammeCode,
  /** The first month that could not be paid. */
  period: Period,
  openedAt: Instant,
});
export type DeskTask = z.infer<typeof DeskTask>;

export type DeskTaskCommand = 'finish';

export const deskTaskTransitions = {
  open: { finish: 'done' },
  done: {},
} as const satisfies Transitions<DeskTaskStatus, DeskTaskCommand>;

/** One task for an entitlement, however many runs meet it. */
export const accountMissingId = (entitlementId: EntitlementId): string => `account-missing-${entitlementId}`;

/** Opens the task, or leaves the one there is: what has not been done need not be told twice. */
export function openAccountMissing(
  known: DeskTask | undefined,
  { id, personId, divisionCode, programme }: Entitlement,
  period: Period,
  at: Instant,
): Decision<DeskTask> {
  if (known?.status === 'open') return decided(known);
  return decided({
    id: accountMissingId(id),
    kind: 'account-missing',
    status: 'open',
    entitlementId: id,
    personId,
    divisionCode,
    programme,
    period,
    openedAt: at,
  });
}

export const finishTask = (task: DeskTask): Decision<DeskTask> =>
  moved(deskTaskTransitions, 'task.transition-not-there', task, 'finish', decided);
