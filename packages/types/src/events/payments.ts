import { z } from 'zod';
import { EntitlementOrigin } from '../entitlement-origin.ts';
import { Fen } from '../fen.ts';
import { AccountId, EntitlementId, PaymentId, PayRunId, RecoveryId } from '../ids.ts';
import { LocalDate } from '../local-date.ts';
import { Period } from '../period.ts';
import { ProgrammeCode } from '../programme.ts';
import { RecoveryKind } from '../recovery-kind.ts';
import { ReturnCode } from '../return-code.ts';
import { WithdrawalReason } from '../withdrawal-reason.ts';
import { defineEvent } from './define-event.ts';
import type { EventOf } from './define-event.ts';

const last4 = z.string().regex(/^\d{4}$/);
const count = z.int().nonnegative();
const ofPayRun = { payRunId: PayRunId, period: Period, count, totalFen: Fen.nonnegative() };
const ofRecovery = {
  recoveryId: RecoveryId,
  paymentId: PaymentId,
  kind: RecoveryKind,
  programme: ProgrammeCode,
  period: Period,
  amountFen: Fen.positive(),
};

export const AccountRegistered = defineEvent({
  type: 'org.minzheng.payments.account.registered.v1',
  audience: 'internal',
  meaning: 'A person has an account that benefits are paid into',
  partitionBy: 'person',
  data: z.object({ accountId: AccountId, last4 }),
});
export type AccountRegistered = EventOf<typeof AccountRegistered>;

export const EntitlementStarted = defineEvent({
  type: 'org.minzheng.payments.entitlement.started.v1',
  audience: 'internal',
  meaning: 'A decision has become a sum owed every month, or once',
  partitionBy: 'person',
  data: z.object({
    entitlementId: EntitlementId,
    origin: EntitlementOrigin,
    programme: ProgrammeCode,
    /** 0 where the sum is owed once. */
    monthlyFen: Fen.nonnegative(),
    oneOffFen: Fen.positive().optional(),
    from: Period,
  }),
});
export type EntitlementStarted = EventOf<typeof EntitlementStarted>;

export const PayRunSubmitted = defineEvent({
  type: 'org.minzheng.payments.pay-run.submitted.v1',
  audience: 'internal',
  meaning: 'The maker has drawn up a pay run and handed it to the checker',
  data: z.object(ofPayRun),
});
export type PayRunSubmitted = EventOf<typeof PayRunSubmitted>;

export const PayRunApproved = defineEvent({
  type: 'org.minzheng.payments.pay-run.approved.v1',
  audience: 'internal',
  meaning: 'The checker has approved the pay run',
  data: z.object(ofPayRun),
});
export type PayRunApproved = EventOf<typeof PayRunApproved>;

export const PayRunReleased = defineEvent({
  type: 'org.minzheng.payments.pay-run.released.v1',
  audience: 'internal',
  meaning: 'The releaser has let the bank file go',
  data: z.object(ofPayRun),
});
export type PayRunReleased = EventOf<typeof PayRunReleased>;

export const PayRunCompleted = defineEvent({
  type: 'org.minzheng.payments.pay-run.completed.v1',
  audience: 'internal',
  meaning: 'The bank has answered for every payment of the run',
  data: z.object({ ...ofPayRun, settledCount: count, rejectedCount: count }),
});
export type PayRunCompleted = EventOf<typeof PayRunCompleted>;

export const PaymentSettled = defineEvent({
  type: 'org.minzheng.payments.payment.settled.v1',
  audience: 'public',
  meaning: 'The bank has credited the payment to the beneficiary',
  lane: 'bulk',
  partitionBy: 'person',
  data: z.object({
    paymentId: PaymentId,
    entitlementId: EntitlementId,
    origin: EntitlementOrigin,
    programme: ProgrammeCode,
    amountFen: Fen.positive(),
    period: Period,
    last4,
    settledOn: LocalDate,
    /** 补发: the payment that this one replaces, where it does. */
    replacesId: PaymentId.optional(),
  }),
  publicData: ({ paymentId, programme, amountFen, period, settledOn }) => ({
    paymentId,
    programme,
    amountFen,
    period,
    settledOn,
  }),
});
export type PaymentSettled = EventOf<typeof PaymentSettled>;

export const PaymentRejected = defineEvent({
  type: 'org.minzheng.payments.payment.rejected.v1',
  audience: 'internal',
  meaning: 'The bank has refused to credit the payment; no money has moved',
  lane: 'bulk',
  partitionBy: 'person',
  data: z.object({
    paymentId: PaymentId,
    entitlementId: EntitlementId,
    programme: ProgrammeCode,
    amountFen: Fen.positive(),
    period: Period,
    reason: ReturnCode,
  }),
});
export type PaymentRejected = EventOf<typeof PaymentRejected>;

export const PaymentReturned = defineEvent({
  type: 'org.minzheng.payments.payment.returned.v1',
  audience: 'internal',
  meaning: 'The bank has given a settled payment back; the sum is still owed',
  lane: 'bulk',
  partitionBy: 'person',
  data: z.object({
    paymentId: PaymentId,
    entitlementId: EntitlementId,
    programme: ProgrammeCode,
    amountFen: Fen.positive(),
    period: Period,
    reason: ReturnCode,
    returnedOn: LocalDate,
  }),
});
export type PaymentReturned = EventOf<typeof PaymentReturned>;

export const PaymentUnclaimed = defineEvent({
  type: 'org.minzheng.payments.payment.unclaimed.v1',
  audience: 'internal',
  meaning: 'Money that did not reach the beneficiary has been waiting for so many days',
  partitionBy: 'person',
  data: z.object({
    paymentId: PaymentId,
    programme: ProgrammeCode,
    amountFen: Fen.positive(),
    period: Period,
    reason: ReturnCode,
    days: z.int().positive(),
  }),
});
export type PaymentUnclaimed = EventOf<typeof PaymentUnclaimed>;

export const RecoveryNoticed = defineEvent({
  type: 'org.minzheng.payments.recovery.noticed.v1',
  audience: 'internal',
  meaning: 'A payment for a month that was not owed is to be asked back, and may be answered until a day',
  partitionBy: 'person',
  data: z.object({ ...ofRecovery, answerBy: LocalDate, sample: z.boolean() }),
});
export type RecoveryNoticed = EventOf<typeof RecoveryNoticed>;

export const RecoveryDecided = defineEvent({
  type: 'org.minzheng.payments.recovery.decided.v1',
  audience: 'internal',
  meaning: 'Two officers have decided that the sum is to be paid back',
  partitionBy: 'person',
  data: z.object({ ...ofRecovery, decidedOn: LocalDate, sample: z.boolean() }),
});
export type RecoveryDecided = EventOf<typeof RecoveryDecided>;

export const RecoveryRepaid = defineEvent({
  type: 'org.minzheng.payments.recovery.repaid.v1',
  audience: 'internal',
  meaning: 'The whole sum that was asked back, or an instalment of it, has been received',
  partitionBy: 'person',
  data: z.object({ ...ofRecovery, receivedFen: Fen.positive(), openFen: Fen.nonnegative(), receivedOn: LocalDate }),
});
export type RecoveryRepaid = EventOf<typeof RecoveryRepaid>;

export const RecoveryWithdrawn = defineEvent({
  type: 'org.minzheng.payments.recovery.withdrawn.v1',
  audience: 'internal',
  meaning: 'The sum, or what was open of it, is asked back no more',
  partitionBy: 'person',
  data: z.object({ ...ofRecovery, reason: WithdrawalReason, withdrawnOn: LocalDate }),
});
export type RecoveryWithdrawn = EventOf<typeof RecoveryWithdrawn>;
