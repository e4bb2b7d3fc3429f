import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { fen, PayRunId } from '@minzheng/types';
import { book } from '../adapters/book.ts';
import { existing } from '../adapters/existing.ts';
import { applyToLines, linesOf } from '../adapters/lines-of.ts';
import type { Stores } from '../adapters/stores.ts';
import { approveFile } from '../domain/bank-file.ts';
import type { BankFile } from '../domain/bank-file.ts';
import { entryFor } from '../domain/ledger/entries.ts';
import { approvePayment, isReissue } from '../domain/payment.ts';
import { APPROVE_FILES } from '../domain/pay-run-jobs.ts';

/** What the checker has approved becomes payable, file by file: lines and ledger in one commit each. */
export function approveFiles(stores: Stores): ErrandJob {
  return errand(APPROVE_FILES, async ({ subject }, context) => {
    while (await approveNext(stores, PayRunId.parse(subject), context));
  });
}

function approveNext(stores: Stores, payRunId: PayRunId, { store, cause }: ErrandContext): Promise<boolean> {
  return store.commit(cause, async (tx) => {
    const [file] = await tx.list(stores.bankFiles, { payRunId, status: 'drawn' }, { limit: 1 });
    const run = await tx.find(stores.payRuns, payRunId);
    if (file !== undefined && run?.approvedBy !== undefined) {
      await approveOne(tx, stores, file, run.approvedBy);
      return true;
    }
    tx.unschedule(APPROVE_FILES, payRunId);
    return false;
  });
}

async function approveOne(tx: Transaction, stores: Stores, file: BankFile, approvedBy: string): Promise<void> {
  await tx.apply(stores.bankFiles, file.id, existing('request.not-found', approveFile));
  const lines = await applyToLines(tx, stores, await linesOf(tx, stores, file), approvePayment);
  // A re-issue was an expenditure when it was first approved. The total is the one that the checker put their name to.
  const reissued = fen.sum(lines.filter(isReissue).map(({ amountFen }) => amountFen));
  const spent = fen.sub(file.totalFen, reissued);
  await book(tx, stores, entryFor('roll-approved', file.id, file.programme, spent), approvedBy);
}
