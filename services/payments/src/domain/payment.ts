import {
  AccountId,
  decided,
  DivisionCode,
  EntitlementId,
  EntitlementOrigin,
  Fen,
  LocalDate,
  moved,
  PaymentId,
  PaymentRejected,
  PaymentReturned,
  PaymentSettled,
  PayRunId,
  Period,
  PersonId,
  ProgrammeCode,
  ReturnCode,
} from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { z } from 'zod';
import { Last4 } from './account.ts';

/** States of one sum to one payee (STANDARDS §4). */
export const PaymentStatus = z.enum([
  /** 已制单 */ 'planned',
  /** 已复核 */ 'approved',
  /** 待报送 */ 'queued',
  /** 已报送 */ 'submitted',
  /** 已到账 */ 'settled',
  /** 银行拒付: no money has moved */ 'rejected',
  /** 状态不明: ask, never send again */ 'unknown',
  /** 退票: came back after it was settled */ 'returned',
  /** 已撤销, before it went to the bank */ 'cancelled',
]);
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** 支付: one sum to one payee, a line of a pay run. Its id is what it is for (ARCHITECTURE "Payment identity") and the bank's `txnRef`. */
export const Payment = z.strictObject({
  id: PaymentId,
  payRunId: PayRunId,
  batchNo: z.string(),
  /** Its place in the bank file, from 1. */
  line: z.int().positive(),
  entitlementId: EntitlementId,
  origin: EntitlementOrigin,
  personId: PersonId,
  divisionCode: DivisionCode,
  programme: ProgrammeCode,
  period: Period,
  kind: z.enum(['NORMAL', 'RETRO', 'TOPUP', 'ONE_OFF', 'RETURN']),
  causeId: z.string(),
  /** The payment that this one replaces; there is at most one replacement. */
  replacesId: PaymentId.optional(),
  amountFen: Fen.positive(),
  accountId: AccountId,
  last4: Last4,
  status: PaymentStatus,
  settledOn: LocalDate.optional(),
  /** Why it was rejected or returned. */
  reason: ReturnCode.optional(),
  returnedOn: LocalDate.optional(),
});
export type Payment = z.infer<typeof Payment>;

export type PaymentCommand = 'approve' | 'queue' | 'submit' | 'settle' | 'reject' | 'lose-track' | 'return' | 'cancel';

/** Never from unknown back to queued: what may have been paid is asked about, not sent again. */
export const paymentTransitions = {
  planned: { approve: 'approved', cancel: 'cancelled' },
  approved: { queue: 'queued', cancel: 'cancelled' },
  queued: { submit: 'submitted', cancel: 'cancelled' },
  submitted: { settle: 'settled', reject: 'rejected', 'lose-track': 'unknown' },
  unknown: { settle: 'settled', reject: 'rejected' },
  settled: { return: 'returned' },
  rejected: {},
  returned: {},
  cancelled: {},
} as const satisfies Transitions<PaymentStatus, PaymentCommand>;

/** Whether its sum lies in suspense already, because it replaces what was rejected or returned (DOMAIN §3.5 "re-issue"). */
export const isReissue = ({ kind }: Payment): boolean => kind === 'RETURN';

/** Approved, on its way, and not yet answered for: what is still payable. */
export const PAYABLE: readonly PaymentStatus[] = ['approved', 'queued', 'submitted', 'unknown'];

type Change = (moved: Payment) => ReturnType<typeof decided<Payment>>;

const move = (payment: Payment, command: PaymentCommand, change: Change = decided): Decision<Payment> =>
  moved(paymentTransitions, 'payment.transition-not-there', payment, command, change);

export const approvePayment = (payment: Payment): Decision<Payment> => move(payment, 'approve');
export const queuePayment = (payment: Payment): Decision<Payment> => move(payment, 'queue');
export const submitPayment = (payment: Payment): Decision<Payment> => move(payment, 'submit');
export const loseTrackOfPayment = (payment: Payment): Decision<Payment> => move(payment, 'lose-track');
export const cancelPayment = (payment: Payment): Decision<Payment> => move(payment, 'cancel');

export function settlePayment(payment: Payment, settledOn: LocalDate): Decision<Payment> {
  return move(payment, 'settle', (settled) => {
    const { id, entitlementId, origin, programme, amountFen, period, last4, replacesId } = settled;
    const data = {
      paymentId: id,
      entitlementId,
      origin,
      programme,
      amountFen,
      period,
      last4,
      settledOn,
      ...(replacesId !== undefined && { replacesId }),
    };
    return decided({ ...settled, settledOn }, PaymentSettled.of({ ...told(settled), data }));
  });
}

export function rejectPayment(payment: Payment, reason: ReturnCode): Decision<Payment> {
  return move(payment, 'reject', (rejected) => {
    const { id, entitlementId, programme, amountFen, period } = rejected;
    const data = { paymentId: id, entitlementId, programme, amountFen, period, reason };
    return decided({ ...rejected, reason }, PaymentRejected.of({ ...told(rejected), data }));
  });
}

/** 退票: the money has come back; what it was for is still owed. */
export function returnPayment(payment: Payment, reason: ReturnCode, returnedOn: LocalDate): Decision<Payment> {
  return move(payment, 'return', (returned) => {
    const { id, entitlementId, programme, amountFen, period } = returned;
    const data = { paymentId: id, entitlementId, programme, amountFen, period, reason, returnedOn };
    return decided({ ...returned, reason, returnedOn }, PaymentReturned.of({ ...told(returned), data }));
  });
}

const told = ({ id, personId, divisionCode }: Payment) => ({ subject: id, personId, divisionCode });
