import type { Transaction } from '@minzheng/store';
import { amountOf } from '../domain/answers.ts';
import type { Answers } from '../domain/answers.ts';
import type { BankFile } from '../domain/bank-file.ts';
import { settleReserved } from '../domain/budget.ts';
import { entryFor } from '../domain/ledger/entries.ts';
import { answerPayRun } from '../domain/pay-run.ts';
import { loseTrackOfPayment, rejectPayment, settlePayment } from '../domain/payment.ts';
import { book } from './book.ts';
import { existing } from './existing.ts';
import { applyToLines } from './lines-of.ts';
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
  await applyToLines(tx, stores, settled, (payment, { settledOn }) => settlePayment(payment, settledOn));
  await applyToLines(tx, stores, rejected, (payment, { reason }) => rejectPayment(payment, reason));
  await applyToLines(tx, stores, answers.loseTrack, loseTrackOfPayment);
  if (settled.length + rejected.length === 0) return;
  const [paidFen, rejectedFen] = [amountOf(settled), amountOf(rejected)];
  const causeId = `${file.id}-${file.results + 1}`;
  const entries = [
    ...entryFor('paid', causeId, file.programme, paidFen),
    ...entryFor('rejected', causeId, file.programme, rejectedFen),
  ];
  await book(tx, stores, entries, actor);
  await tx.apply(
    stores.budgets,
    file.divisionCode,
    existing('request.not-found', (budget) => settleReserved(budget, paidFen, rejectedFen)),
  );
  await tx.apply(
    stores.payRuns,
    file.payRunId,
    existing('pay-run.not-found', (run) => answerPayRun(run, settled.length, rejected.length)),
  );
}
