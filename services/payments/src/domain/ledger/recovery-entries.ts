import type { Fen } from '@minzheng/types';
import { isOfPriorYear, openFen } from '../recovery.ts';
import type { Recovery } from '../recovery.ts';
import type { RecoveryReceipt } from '../recovery-receipt.ts';
import { entryFor } from './entries.ts';
import type { Entry } from './entries.ts';

type RecoveryEvent = 'recovery-decided' | 'repayment-received' | 'recovery-ended' | 'repayment-held';

/** What a decided recovery makes receivable. */
export const decisionOn = (decided: Recovery): Entry[] =>
  entry('recovery-decided', decided.id, decided, decided.amountFen);

/** What a receipt brings in; the bank's reference is its cause for ever (I10). */
export const receiptOf = (recovery: Recovery, { id, amountFen }: RecoveryReceipt): Entry[] =>
  entry('repayment-received', id, recovery, amountFen);

/** The bank has given the payment back, and the recovery stood so before: what was open is asked for no more, what was repaid is held. */
export const endOf = (before: Recovery): Entry[] => [
  ...entry('recovery-ended', before.id, before, openFen(before)),
  ...entry('repayment-held', before.id, before, before.repaidFen),
];

function entry(event: RecoveryEvent, causeId: string, recovery: Recovery, amountFen: Fen): Entry[] {
  return entryFor(isOfPriorYear(recovery) ? `prior-year-${event}` : event, causeId, recovery.programme, amountFen);
}
