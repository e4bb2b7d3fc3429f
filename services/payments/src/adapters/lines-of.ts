import type { Transaction } from '@minzheng/store';
import type { Decision } from '@minzheng/types';
import { MAX_FILE_LINES } from '../domain/bank-file.ts';
import type { BankFile } from '../domain/bank-file.ts';
import type { Payment } from '../domain/payment.ts';
import { existing } from './existing.ts';
import type { Stores } from './stores.ts';

/** A file's lines in its order: one query. */
export function linesOf(tx: Transaction, { payments }: Stores, file: BankFile): Promise<Payment[]> {
  return tx.list(payments, { batchNo: file.id }, { sort: { by: 'line' }, limit: MAX_FILE_LINES }, 'system');
}

/** The same decision for each of the lines, in this transaction; gives back what they have become. */
export async function applyToLines<L extends { readonly id: string }>(
  tx: Transaction,
  { payments }: Stores,
  lines: readonly L[],
  decide: (payment: Payment, line: L) => Decision<Payment>,
): Promise<Payment[]> {
  const changed: Payment[] = [];
  for (const line of lines) {
    const decision = existing<Payment>('request.not-found', (payment) => decide(payment, line));
    changed.push(await tx.apply(payments, line.id, decision, { cause: { viewer: 'system' } }));
  }
  return changed;
}
