import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { instant, PayRunId } from '@minzheng/types';
import type { LocalDate } from '@minzheng/types';
import { existing } from '../adapters/existing.ts';
import { applyToLines, linesOf } from '../adapters/lines-of.ts';
import type { Stores } from '../adapters/stores.ts';
import { BANK_SUBMIT, queueFile, sendAt } from '../domain/bank-file.ts';
import type { BankFile } from '../domain/bank-file.ts';
import { queuePayment } from '../domain/payment.ts';
import { QUEUE_FILES } from '../domain/pay-run-jobs.ts';

const WAIT_MS = 250;

/** What the releaser has let go is lined up for the bank, each file for its pay day. */
export function queueFiles(stores: Stores): ErrandJob {
  return errand(QUEUE_FILES, async ({ subject }, context) => {
    while (await queueNext(stores, PayRunId.parse(subject), context));
  });
}

function queueNext(stores: Stores, payRunId: PayRunId, { store, cause }: ErrandContext): Promise<boolean> {
  return store.commit(cause, async (tx) => {
    const [file] = await tx.list(stores.bankFiles, { payRunId, status: 'approved' }, { limit: 1 });
    if (file === undefined) {
      await endOrWait(tx, stores, payRunId);
      return false;
    }
    const run = await tx.find(stores.payRuns, payRunId);
    await queueOne(tx, stores, file, later(run?.payDay, tx.today));
    return true;
  });
}

/** Files that are not yet approved are the other job's: this one comes again when that has had time for a few. */
async function endOrWait(tx: Transaction, { bankFiles }: Stores, payRunId: PayRunId): Promise<void> {
  const unapproved = await tx.list(bankFiles, { payRunId, status: 'drawn' }, { limit: 1 });
  if (unapproved.length === 0) tx.unschedule(QUEUE_FILES, payRunId);
  else tx.schedule({ kind: QUEUE_FILES, subject: payRunId, dueAt: instant.plus(tx.at, WAIT_MS) });
}

/** Money goes on the pay day; where it has passed, today. */
const later = (payDay: LocalDate | undefined, today: LocalDate): LocalDate =>
  payDay === undefined || payDay < today ? today : payDay;

async function queueOne(tx: Transaction, stores: Stores, file: BankFile, bizDate: LocalDate): Promise<void> {
  await tx.apply(
    stores.bankFiles,
    file.id,
    existing('request.not-found', (state) => queueFile(state, bizDate)),
  );
  await applyToLines(tx, stores, await linesOf(tx, stores, file), queuePayment);
  tx.schedule({ kind: BANK_SUBMIT, subject: file.id, dueAt: sendAt(bizDate, tx.at) });
}
