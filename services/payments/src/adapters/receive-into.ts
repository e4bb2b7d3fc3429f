import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import type { Fen, LocalDate, RecoveryId } from '@minzheng/types';
import { takeBack } from '../domain/budget.ts';
import type { Budget } from '../domain/budget.ts';
import { receiptOf } from '../domain/ledger/recovery-entries.ts';
import { isAtItsEnd, isOfPriorYear, receiveRepayment } from '../domain/recovery.ts';
import type { Recovery } from '../domain/recovery.ts';
import { enterReceipt } from '../domain/recovery-receipt.ts';
import { book } from './book.ts';
import { endRecoveryTask } from './end-recovery-task.ts';
import { existing } from './existing.ts';
import type { Stores } from './stores.ts';

interface Received {
  readonly reference: string;
  readonly amountFen: Fen;
  readonly receivedOn: LocalDate;
}

/** What the bank shows for a recovery takes effect once, in one commit: receipt, recovery, ledger, and the budget it was paid from. */
export async function receiveInto(
  tx: Transaction,
  stores: Stores,
  id: RecoveryId,
  { reference, amountFen, receivedOn }: Received,
  recordedBy: string,
): Promise<Recovery> {
  const before = await tx.find(stores.recoveries, id);
  if (before === undefined) throw new Refused({ code: 'recovery.not-found' });
  const { personId, divisionCode } = before;
  const known = await tx.find(stores.receipts, reference, 'system');
  const receipt = { id: reference, recoveryId: id, personId, divisionCode, amountFen, receivedOn, recordedBy };
  const entered = await tx.apply(
    stores.receipts,
    reference,
    (state) => enterReceipt(state, { ...receipt, recordedAt: tx.at }, tx.today),
    { cause: { viewer: 'system' } },
  );
  if (known !== undefined) return before;
  const decide = (state: Recovery) => receiveRepayment(state, amountFen, receivedOn);
  const recovery = await tx.apply(stores.recoveries, id, existing('recovery.not-found', decide));
  await book(tx, stores, receiptOf(recovery, entered), recordedBy);
  if (!isOfPriorYear(recovery)) await makeBudgetWhole(tx, stores, recovery, amountFen);
  if (isAtItsEnd(recovery)) await endRecoveryTask(tx, stores, recovery);
  return recovery;
}

/** What was spent and came back within the year can be spent again, by the division that spent it. */
async function makeBudgetWhole(tx: Transaction, stores: Stores, { payRunId }: Recovery, amountFen: Fen): Promise<void> {
  const run = await tx.find(stores.payRuns, payRunId, 'system');
  if (run === undefined) throw new RangeError(`pay run ${payRunId} is not there`);
  const decide = existing<Budget>('request.not-found', (budget) => takeBack(budget, amountFen));
  await tx.apply(stores.budgets, run.divisionCode, decide, { cause: { viewer: 'system' } });
}
