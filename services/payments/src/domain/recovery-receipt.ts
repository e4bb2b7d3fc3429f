import { decided, DivisionCode, Fen, Instant, LocalDate, PersonId, RecoveryId, refuse } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';

/** 银行流水号: the bank's own number of a sum that came in. */
export const BankReference = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/);

/** 退回款项: one sum received for a recovery. Its id is the bank's reference, so it counts once. */
export const RecoveryReceipt = z.strictObject({
  id: BankReference,
  recoveryId: RecoveryId,
  personId: PersonId,
  divisionCode: DivisionCode,
  amountFen: Fen.positive(),
  receivedOn: LocalDate,
  recordedBy: z.string(),
  recordedAt: Instant,
});
export type RecoveryReceipt = z.infer<typeof RecoveryReceipt>;

const SAME = ['recoveryId', 'amountFen', 'receivedOn'] as const;

/** The same receipt again is the same receipt; with another amount or day, or for another recovery, it is refused. */
export function enterReceipt(
  known: RecoveryReceipt | undefined,
  receipt: RecoveryReceipt,
  today: LocalDate,
): Decision<RecoveryReceipt> {
  if (receipt.receivedOn > today) return refuse('recovery.received-in-future');
  if (known === undefined) return decided(receipt);
  return SAME.every((field) => known[field] === receipt[field]) ? decided(known) : refuse('recovery.reference-reused');
}
