import {
  AccountId,
  decided,
  DivisionCode,
  EntitlementId,
  Fen,
  instant,
  localDate,
  LocalDate,
  moved,
  paymentId,
  PaymentId,
  PaymentUnclaimed,
  Period,
  PersonId,
  ProgrammeCode,
  ReturnCode,
  withDeadlines,
} from '@minzheng/types';
import type { Deadline, Decided, Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import type { Entitlement } from './entitlement.ts';
import type { Payment } from './payment.ts';
import { drawableFrom, handlingOf } from './return-handling.ts';

export const ReissueStatus = z.enum([
  /** 待重发: the next run with an account to pay into draws it */ 'owed',
  /** 待核实: an officer decides whether it is paid again */ 'held',
  /** 已重发: a replacement is in a run */ 'drawn',
]);
export type ReissueStatus = z.infer<typeof ReissueStatus>;

/** 退票重发: a sum that the bank refused or gave back is still owed, once. Its id is that of the payment to be replaced. */
export const Reissue = z.strictObject({
  id: PaymentId,
  entitlementId: EntitlementId,
  personId: PersonId,
  divisionCode: DivisionCode,
  programme: ProgrammeCode,
  period: Period,
  amountFen: Fen.positive(),
  /** Where the money did not arrive. */
  accountId: AccountId,
  needsOtherAccount: z.boolean(),
  reason: ReturnCode,
  /** Which replacement of one sum it is, from 1. */
  attempt: z.int().positive(),
  failedOn: LocalDate,
  drawableFrom: LocalDate,
  status: ReissueStatus,
  allowedBy: z.string().optional(),
  replacementId: PaymentId.optional(),
});
export type Reissue = z.infer<typeof Reissue>;

export type ReissueCommand = 'allow' | 'draw';

export const reissueTransitions = {
  owed: { draw: 'drawn' },
  held: { allow: 'owed' },
  drawn: {},
} as const satisfies Transitions<ReissueStatus, ReissueCommand>;

/** The deadline that reminds of unclaimed money. */
export const UNCLAIMED = 'payment.unclaimed';
/** DOMAIN §3.3: days after which the payee is reminded. */
export const REMINDERS = [30, 60, 90] as const;
const OFFICE_HOUR_MS = 9 * 3_600_000;

const move = (
  reissue: Reissue,
  command: ReissueCommand,
  change: (state: Reissue) => Decided<Reissue>,
): Decision<Reissue> => moved(reissueTransitions, 'reissue.transition-not-there', reissue, command, change);

/** A payment was rejected or returned on a day: its sum is owed again. */
export function openReissue(
  failed: Payment,
  reason: ReturnCode,
  failedOn: LocalDate,
  attempt: number,
): Decision<Reissue> {
  const { id, entitlementId, personId, divisionCode, programme, period, amountFen, accountId } = failed;
  const handling = handlingOf(reason, attempt);
  const reissue: Reissue = {
    id,
    entitlementId,
    personId,
    divisionCode,
    programme,
    period,
    amountFen,
    accountId,
    needsOtherAccount: handling === 'collect-account',
    reason,
    attempt,
    failedOn,
    drawableFrom: drawableFrom(reason, failedOn),
    status: handling === 'hold' || handling === 'hold-account' ? 'held' : 'owed',
  };
  return withDeadlines(decided(reissue), [reminder(reissue, REMINDERS[0])]);
}

/** An officer has looked: it may be paid again, into the same account or only into another. */
export function allowReissue(reissue: Reissue, by: string, needsOtherAccount: boolean): Decision<Reissue> {
  return move(reissue, 'allow', (owed) => decided({ ...owed, needsOtherAccount, allowedBy: by }));
}

/** A run has drawn the replacement; nobody is reminded any more. */
export function drawReissue(reissue: Reissue): Decision<Reissue> {
  return move(reissue, 'draw', (drawn) =>
    withDeadlines(
      decided({ ...drawn, replacementId: replacementId(reissue) }),
      [],
      [{ kind: UNCLAIMED, subject: reissue.id }],
    ),
  );
}

/** Money that still waits is told of, at the latest after 90 days for the last time. */
export function remindOfUnclaimed(reissue: Reissue, today: LocalDate): Decision<Reissue> {
  if (reissue.status === 'drawn') return decided(reissue);
  const waited = localDate.diffDays(reissue.failedOn, today);
  const days = REMINDERS.findLast((each) => each <= waited);
  const following = REMINDERS.find((each) => each > waited);
  const { id, personId, divisionCode, programme, amountFen, period, reason } = reissue;
  const facts = { paymentId: id, programme, amountFen, period, reason };
  const told =
    days === undefined ? [] : [PaymentUnclaimed.of({ subject: id, personId, divisionCode, data: { ...facts, days } })];
  return withDeadlines(decided(reissue, ...told), following === undefined ? [] : [reminder(reissue, following)]);
}

const reminder = ({ id, failedOn }: Reissue, days: number): Deadline => ({
  kind: UNCLAIMED,
  subject: id,
  dueAt: instant.plus(instant.startOfDay(localDate.addDays(failedOn, days)), OFFICE_HOUR_MS),
});

/** ARCHITECTURE "Payment identity": what replaces a payment is one payment for ever. */
export function replacementId({
  id,
  entitlementId,
  period,
}: Pick<Reissue, 'id' | 'entitlementId' | 'period'>): PaymentId {
  return paymentId({ entitlementId, benefitMonth: period, kind: 'RETURN', causeId: id });
}

/** Whether a payee's account will do: one that the bank has just refused is not tried again where it must be another. */
export const takes = ({ needsOtherAccount, accountId }: Reissue, payeeAccountId: AccountId): boolean =>
  !needsOtherAccount || payeeAccountId !== accountId;

/** PAY-2, PAY-3: a month beyond the end of what it was owed under, as after a death, is not paid again. */
export const isStillOwed = ({ period }: Reissue, { until }: Pick<Entitlement, 'until'>): boolean =>
  until === undefined || period <= until;
