import type { Transaction } from '@minzheng/store';
import { BANK_RETURNS, beginWatch, nextAskAt, RETURN_WATCH } from '../domain/bank-return.ts';
import type { Stores } from './stores.ts';

/** With the first payment that is settled something can come back: from then on the bank is asked, in one chain for ever. */
export async function beginReturnWatch(tx: Transaction, { returnWatch }: Stores): Promise<void> {
  if ((await tx.find(returnWatch, RETURN_WATCH)) !== undefined) return;
  await tx.apply(returnWatch, RETURN_WATCH, beginWatch);
  tx.schedule({ kind: BANK_RETURNS, subject: RETURN_WATCH, dueAt: nextAskAt(tx.at) });
}
