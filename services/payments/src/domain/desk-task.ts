import {
  decided,
  DivisionCode,
  EntitlementId,
  Instant,
  moved,
  PaymentId,
  Period,
  PersonId,
  ProgrammeCode,
  ReturnCode,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import type { Entitlement } from './entitlement.ts';
import type { Payment } from './payment.ts';

export const DeskTaskStatus = z.enum(['open', 'done']);
export type DeskTaskStatus = z.infer<typeof DeskTaskStatus>;

export const DeskTaskKind = z.enum([
  /** There is no account to pay into */ 'account-missing',
  /** 退票: the bank did not take the money, and another account is asked for */ 'account-wanted',
  /** 待核实: whether a sum is paid again */ 'payment-held',
  /** 身故后发放: a sum for a month after the death must be stopped or asked back */ 'paid-after-death',
  /** 重复享受: two ids turned out to be one person, who is owed the same programme twice */ 'owed-twice',
  /** 重复收回: the bank gave back what had been repaid in part or in whole; what is too much goes back to who paid it */ 'repaid-and-returned',
]);
export type DeskTaskKind = z.infer<typeof DeskTaskKind>;

/** What a new account brings to its end. */
export const ENDED_BY_ACCOUNT: readonly DeskTaskKind[] = ['account-missing', 'account-wanted'];

/** 待办: something that somebody at a desk must do about a person's payments. */
export const DeskTask = z.strictObject({
  id: z.string(),
  kind: DeskTaskKind,
  status: DeskTaskStatus,
  entitlementId: EntitlementId,
  personId: PersonId,
  divisionCode: DivisionCode,
  programme: ProgrammeCode,
  /** The first month that could not be paid, or the month that should not have been. */
  period: Period,
  openedAt: Instant,
  /** The payment that failed, and why, where one did. */
  paymentId: PaymentId.optional(),
  reason: ReturnCode.optional(),
});
export type DeskTask = z.infer<typeof DeskTask>;

export type DeskTaskCommand = 'finish';

export const deskTaskTransitions = {
  open: { finish: 'done' },
  done: {},
} as const satisfies Transitions<DeskTaskStatus, DeskTaskCommand>;

/** What a task is about, in the words of the task. */
type Concern = Pick<DeskTask, 'entitlementId' | 'personId' | 'divisionCode' | 'programme' | 'period'>;

/** A task that is open from now on. */
export const openTask = (
  kind: DeskTaskKind,
  id: string,
  { entitlementId, personId, divisionCode, programme, period }: Concern,
  openedAt: Instant,
): DeskTask => ({ id, kind, status: 'open', entitlementId, personId, divisionCode, programme, period, openedAt });

/** One task for an entitlement, however many runs meet it. */
export const accountMissingId = (entitlementId: EntitlementId): string => `account-missing-${entitlementId}`;

/** Opens the task, or leaves the one there is: what has not been done need not be told twice. */
export function openAccountMissing(
  known: DeskTask | undefined,
  entitlement: Entitlement,
  period: Period,
  at: Instant,
): Decision<DeskTask> {
  if (known?.status === 'open') return decided(known);
  const { id: entitlementId } = entitlement;
  return decided(
    openTask('account-missing', accountMissingId(entitlementId), { ...entitlement, entitlementId, period }, at),
  );
}

/** One task of a kind for a failed payment. */
export const failedPaymentTaskId = (kind: DeskTaskKind, paymentId: PaymentId): string => `${kind}-${paymentId}`;

/** Somebody must see to a payment that failed. */
export function openFailedPaymentTask(kind: DeskTaskKind, payment: Payment, at: Instant): Decision<DeskTask> {
  const { id, reason } = payment;
  const task = openTask(kind, failedPaymentTaskId(kind, id), payment, at);
  return decided({ ...task, paymentId: id, ...(reason !== undefined && { reason }) });
}

export const finishTask = (task: DeskTask): Decision<DeskTask> =>
  moved(deskTaskTransitions, 'task.transition-not-there', task, 'finish', decided);

/** 重复享受 (PAY screening): somebody has to see which of the two is right. Done once is done. */
export function openOwedTwice(known: DeskTask | undefined, entitlement: Entitlement, at: Instant): Decision<DeskTask> {
  if (known !== undefined) return decided(known);
  const { id: entitlementId, from: period } = entitlement;
  return decided(openTask('owed-twice', owedTwiceId(entitlementId), { ...entitlement, entitlementId, period }, at));
}

export const owedTwiceId = (entitlementId: EntitlementId): string => `owed-twice-${entitlementId}`;
