import {
  EntitlementId,
  Fen,
  LocalDate,
  PaymentId,
  Period,
  PersonId,
  ProgrammeCode,
  RecoveryId,
  RecoveryKind,
  WithdrawalReason,
} from '@minzheng/types';
import { z } from 'zod';
import { Answer, openFen, RecoveryStatus } from '../domain/recovery.ts';
import type { Recovery } from '../domain/recovery.ts';
import { BankReference } from '../domain/recovery-receipt.ts';
import type { RecoveryReceipt } from '../domain/recovery-receipt.ts';
import { Remedy, remedyAgainst } from '../domain/remedy.ts';

/** A recovery as the person and the finance staff see it; which officers acted stands in the audit. */
export const RecoveryView = z.strictObject({
  recoveryId: RecoveryId,
  paymentId: PaymentId,
  entitlementId: EntitlementId,
  personId: PersonId,
  programme: ProgrammeCode,
  period: Period,
  kind: RecoveryKind,
  amountFen: Fen,
  repaidFen: Fen,
  /** Decided and not yet repaid. */
  openFen: Fen,
  status: RecoveryStatus,
  sample: z.boolean(),
  noticedOn: LocalDate,
  answerBy: LocalDate,
  provisional: z.boolean(),
  answer: Answer.omit({ recordedBy: true }).extend({ onPaper: z.boolean() }).optional(),
  decidedOn: LocalDate.optional(),
  /** What can be done against the decision. */
  remedy: Remedy.optional(),
  withdrawal: z.strictObject({ reason: WithdrawalReason, on: LocalDate }).optional(),
});
// Many replies hold it: the contract says it once.
z.globalRegistry.add(RecoveryView, { id: 'RecoveryView' });
export type RecoveryView = z.input<typeof RecoveryView>;

/** One sum that came in. */
export const ReceiptView = z.strictObject({ reference: BankReference, amountFen: Fen, receivedOn: LocalDate });
export type ReceiptView = z.input<typeof ReceiptView>;

export const receiptView = ({ id, amountFen, receivedOn }: RecoveryReceipt): ReceiptView => ({
  reference: id,
  amountFen,
  receivedOn,
});

export function recoveryView(recovery: Recovery): RecoveryView {
  const { id, paymentId, entitlementId, personId, programme, period, kind, amountFen, repaidFen, status } = recovery;
  const { sample, noticedOn, answerBy, provisional } = recovery;
  return {
    recoveryId: id,
    paymentId,
    entitlementId,
    personId,
    programme,
    period,
    kind,
    amountFen,
    repaidFen,
    openFen: openFen(recovery),
    status,
    sample,
    noticedOn,
    answerBy,
    provisional,
    ...outcomeOf(recovery),
  };
}

function outcomeOf({ answer, decidedOn, withdrawal }: Recovery) {
  return {
    ...(answer !== undefined && {
      answer: { text: answer.text, givenOn: answer.givenOn, onPaper: answer.recordedBy !== undefined },
    }),
    ...(decidedOn !== undefined && { decidedOn, remedy: remedyAgainst(decidedOn) }),
    ...(withdrawal !== undefined && { withdrawal: { reason: withdrawal.reason, on: withdrawal.on } }),
  };
}
