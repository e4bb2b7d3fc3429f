import { OutboundFault } from '@minzheng/http';
import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import type { Decision } from '@minzheng/types';
import type { Bank } from '../adapters/bank.ts';
import type { BankFileFormat } from '../adapters/bank-file-format.ts';
import { batchOf } from '../adapters/batch-of.ts';
import { bookAnswers } from '../adapters/book-answers.ts';
import { existing } from '../adapters/existing.ts';
import { applyToLines, linesOf } from '../adapters/lines-of.ts';
import type { Stores } from '../adapters/stores.ts';
import { refuseAll } from '../domain/answers.ts';
import { askAgainAt } from '../domain/ask-again.ts';
import { acceptFile, BANK_POLL, BANK_SUBMIT, loseTrackOfFile, refuseFile, sendFile } from '../domain/bank-file.ts';
import type { BankFile } from '../domain/bank-file.ts';
import { loseTrackOfPayment, submitPayment } from '../domain/payment.ts';

export interface BankSide {
  readonly bank: Bank;
  readonly format: BankFileFormat;
  readonly payerAccount: string;
}

/**
 * Sends one file: commit the intent, call with our number, commit the outcome. Where an earlier call may have gone out, the bank
 * is asked first, and only a file that it never received is sent again, under the same number.
 */
export function submitFile(stores: Stores, side: BankSide): ErrandJob {
  return errand(BANK_SUBMIT, async ({ subject }, context) => {
    const { file, isFirst } = await intend(stores, subject, context);
    if (file.status !== 'sent' && file.status !== 'unknown') return;
    const isThere = !isFirst && (await side.bank.inquire(file.id)) !== 'unknown';
    const outcome = isThere ? 'accepted' : await send(stores, side, file, context);
    await conclude(stores, file, outcome, context);
  });
}

interface Intent {
  readonly file: BankFile;
  readonly isFirst: boolean;
}

function intend(stores: Stores, batchNo: string, { store, cause }: ErrandContext): Promise<Intent> {
  return store.commit(cause, async (tx) => {
    const known = await tx.find(stores.bankFiles, batchNo);
    if (known?.status !== 'queued') {
      if (known?.status !== 'sent' && known?.status !== 'unknown') tx.unschedule(BANK_SUBMIT, batchNo);
      return { file: known as BankFile, isFirst: false };
    }
    const file = await change(tx, stores, known, (queued) => sendFile(queued, tx.at));
    await applyToLines(tx, stores, await linesOf(tx, stores, file), submitPayment);
    return { file, isFirst: true };
  });
}

async function send(
  stores: Stores,
  { bank, format, payerAccount }: BankSide,
  file: BankFile,
  context: ErrandContext,
): Promise<'accepted' | 'refused'> {
  const batch = await context.store.commit(context.cause, (tx) => batchOf(tx, stores, file, payerAccount));
  try {
    return await bank.submit(file.id, format.render(batch));
  } catch (error) {
    if (error instanceof OutboundFault && error.reached === 'unknown') await loseTrack(stores, file, context);
    throw error;
  }
}

/** No answer: from here on only the bank can say whether it has the file. */
function loseTrack(stores: Stores, { id }: BankFile, { store, cause }: ErrandContext): Promise<void> {
  return store.commit(cause, async (tx) => {
    const file = await tx.find(stores.bankFiles, id);
    if (file?.status !== 'sent') return;
    await change(tx, stores, file, loseTrackOfFile);
    await applyToLines(tx, stores, await linesOf(tx, stores, file), loseTrackOfPayment);
  });
}

function conclude(
  stores: Stores,
  { id }: BankFile,
  outcome: 'accepted' | 'refused',
  { store, cause }: ErrandContext,
): Promise<void> {
  return store.commit(cause, async (tx) => {
    tx.unschedule(BANK_SUBMIT, id);
    const file = await tx.find(stores.bankFiles, id);
    if (file?.status !== 'sent' && file?.status !== 'unknown') return;
    if (outcome === 'refused') {
      await bookAnswers(tx, stores, file, refuseAll(await linesOf(tx, stores, file)), cause.actor);
      await change(tx, stores, file, refuseFile);
      return;
    }
    await change(tx, stores, file, acceptFile);
    tx.schedule({ kind: BANK_POLL, subject: id, dueAt: askAgainAt(tx.at, tx.at) });
  });
}

function change(
  tx: Transaction,
  { bankFiles }: Stores,
  { id }: BankFile,
  decide: (file: BankFile) => Decision<BankFile>,
): Promise<BankFile> {
  return tx.apply(bankFiles, id, existing('request.not-found', decide));
}
