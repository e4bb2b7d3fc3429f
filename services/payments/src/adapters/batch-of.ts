import type { Transaction } from '@minzheng/store';
import { MAX_FILE_LINES, holdsExactly } from '../domain/bank-file.ts';
import type { BankFile } from '../domain/bank-file.ts';
import type { Batch } from './bank-file-format.ts';
import { linesOf } from './lines-of.ts';
import type { Stores } from './stores.ts';

/** The lines are not those that three people put their names to. Nothing is sent; somebody must look. */
export class LinesChanged extends Error {
  override readonly name = 'LinesChanged';
  readonly retriable = false;
}

/** What goes to the bank for a file, with names and numbers from the sealed accounts. Throws LinesChanged. */
export async function batchOf(tx: Transaction, stores: Stores, file: BankFile, payerAccount: string): Promise<Batch> {
  const payments = await linesOf(tx, stores, file);
  if (!holdsExactly(file, payments))
    throw new LinesChanged(`file ${file.id} does not hold the lines it was drawn with`);
  const ids = [...new Set(payments.map(({ accountId }) => accountId))];
  const accounts = await tx.list(stores.accounts, { id: { $in: ids } }, { limit: MAX_FILE_LINES }, 'system');
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const lines = payments.map((payment) => {
    const account = byId.get(payment.accountId);
    if (account === undefined) throw new LinesChanged(`account ${payment.accountId} is not there`);
    const { holderName, accountNumber, bankCode } = account;
    return { payment, holderName, accountNumber, bankCode };
  });
  return { file, bizDate: file.bizDate ?? tx.today, payerAccount, lines };
}
