import type { Transaction } from '@minzheng/store';
import { fen } from '@minzheng/types';
import type { Fen } from '@minzheng/types';
import type { Answers } from '../domain/answers.ts';
import type { BankFile } from '../domain/bank-file.ts';
import { settleReserved } from '../domain/budget.ts';
import { entryFor } from '../domain/ledger/entries.ts';
import { answerPayRun } from '../domain/pay-run.ts';
import { isReissue, loseTrackOfPayment, rejectPayment, settlePayment } from '../domain/payment.ts';
import type { Payment } from '../domain/payment.ts';
import { beginReturnWatch } from './begin-return-watch.ts';
import { book } from './book.ts';
import { existing } from './existing.ts';
import { applyToLines } from './lines-of.ts';
import { oweAgain } from './owe-again.ts';
import { recoverPaidAfterDeath } from './recover-paid-after-death.ts';
import type { Stores } from './stores.ts';

/** What the bank has answered takes effect in one commit: lines, ledger, budget, run. The file itself is the caller's. */
export async function bookAnswers(
  tx: Transaction,
  stores: Stores,
  file: BankFile,
  answers: Answers,
  actor: string,
): Promise<void> {
  const settled = answers.settle.map((item) => ({ ...item, id: item.payment.id }));
  const rejected = answers.reject.map((item) => ({ ...item, id: item.payment.id }));
  const paid = await applyToLines(tx, stores, settled, (payment, { settledOn }) => settlePayment(payment, settledOn));
  const failed = await applyToLines(tx, stores, rejected, (payment, { reason }) => rejectPayment(payment, reason));
  await applyToLines(tx, stores, answers.loseTrack, loseTrackOfPayment);
  if (paid.length + failed.length === 0) return;
  if (paid.length > 0) await beginReturnWatch(tx, stores);
  await recoverPaidAfterDeath(tx, stores, paid);
  await oweAgain(tx, stores, failed, tx.today);
  const causeId = `${file.id}-${file.results + 1}`;
  const entries = [
    ...entryFor('paid', causeId, file.programme, sumOf(paid.filter(isFresh))),
    ...entryFor('reissue-paid', causeId, file.programme, sumOf(paid.filter(isReissue))),
    // What is rejected a second time has been in suspense all along.
    ...entryFor('rejected', causeId, file.programme, sumOf(failed.filter(isFresh))),
  ];
  await book(tx, stores, entries, actor);
  await tx.apply(
    stores.budgets,
    file.divisionCode,
    existing('request.not-found', (budget) => settleReserved(budget, sumOf(paid), sumOf(failed))),
  );
  await tx.apply(
    stores.payRuns,
    file.payRunId,
    existing('pay-run.not-found', (run) => answerPayRun(run, paid.length, failed.length)),
  );
}

const isFresh = (payment: Payment): boolean => !isReissue(payment);
const sumOf = (payments: readonly Payment[]): Fen => fen.sum(payments.map(({ amountFen }) => amountFen));
