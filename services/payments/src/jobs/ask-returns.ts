import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { fen } from '@minzheng/types';
import type { DivisionCode, Fen } from '@minzheng/types';
import type { Bank } from '../adapters/bank.ts';
import { book } from '../adapters/book.ts';
import { endReturnedRecoveries } from '../adapters/end-returned-recoveries.ts';
import { brandNew, existing } from '../adapters/existing.ts';
import { applyToLines } from '../adapters/lines-of.ts';
import { oweAgain } from '../adapters/owe-again.ts';
import type { Stores } from '../adapters/stores.ts';
import {
  askSoonAt,
  BANK_RETURNS,
  isSameReturn,
  nextAskAt,
  paymentIdOf,
  RETURN_WATCH,
  sortReturns,
  watchTo,
} from '../domain/bank-return.ts';
import type { BankReturn, ReturnWatch, ToldReturn } from '../domain/bank-return.ts';
import { takeBack } from '../domain/budget.ts';
import type { Budget } from '../domain/budget.ts';
import { entryFor } from '../domain/ledger/entries.ts';
import type { Entry } from '../domain/ledger/entries.ts';
import { endOf } from '../domain/ledger/recovery-entries.ts';
import { returnPayment } from '../domain/payment.ts';
import type { Payment } from '../domain/payment.ts';
import { isOfPriorYear } from '../domain/recovery.ts';
import type { Recovery } from '../domain/recovery.ts';

/** The bank gives a number it has given before, with other content: nothing is booked before somebody has looked. */
export class ReturnsContradict extends Error {
  override readonly name = 'ReturnsContradict';
  readonly retriable = false;
}

type Progress = 'more' | 'done' | 'early';

/** Each working day: what has come back is booked, page by page, each return once by the bank's own number. */
export function askReturns(stores: Stores, { bank }: { readonly bank: Bank }): ErrandJob {
  return errand(BANK_RETURNS, async (_, context) => {
    while ((await bookNext(stores, bank, context)) === 'more');
  });
}

async function bookNext(stores: Stores, bank: Bank, { store, cause }: ErrandContext): Promise<Progress> {
  const watch = await store.commit(cause, (tx) => tx.find(stores.returnWatch, RETURN_WATCH));
  const told = await bank.returns(watch?.lastNumber ?? 0);
  return await store.commit(cause, async (tx) => {
    const progress = await bookPage(tx, stores, told, cause.actor);
    const dueAt = progress === 'early' ? askSoonAt(tx.at) : nextAskAt(tx.at);
    if (progress !== 'more') tx.schedule({ kind: BANK_RETURNS, subject: RETURN_WATCH, dueAt });
    return progress;
  });
}

async function bookPage(
  tx: Transaction,
  stores: Stores,
  told: readonly ToldReturn[],
  actor: string,
): Promise<Progress> {
  const known = await tx.load(
    stores.bankReturns,
    told.map(({ number }) => String(number)),
  );
  const news = told.filter((each) => isNews(known.get(String(each.number)), each));
  const payments = await tx.load(
    stores.payments,
    news.flatMap((each) => paymentIdOf(each) ?? []),
  );
  const { kept, isEarly } = sortReturns(news, payments);
  for (const each of kept) await keep(tx, stores, each);
  const booked = kept.filter(({ outcome }) => outcome === 'booked');
  await book(tx, stores, await returnPayments(tx, stores, booked), actor);
  if (isEarly) return 'early';
  return news.length === 0 ? 'done' : 'more';
}

function isNews(known: BankReturn | undefined, told: ToldReturn): boolean {
  if (known === undefined) return true;
  if (isSameReturn(known, told)) return false;
  throw new ReturnsContradict(`return ${told.number} was told before with other content`);
}

async function keep(tx: Transaction, { bankReturns, returnWatch }: Stores, told: BankReturn): Promise<void> {
  await tx.apply(bankReturns, told.id, brandNew(told));
  const decide = existing<ReturnWatch>('request.not-found', (watch) => watchTo(watch, told.number));
  await tx.apply(returnWatch, RETURN_WATCH, decide);
}

/** Lines, budgets and what is owed again, in the commit that keeps the bank's numbers; gives what is to be booked for it. */
async function returnPayments(tx: Transaction, stores: Stores, booked: readonly BankReturn[]): Promise<Entry[]> {
  const lines = booked.map(({ txnRef: id, code, returnedOn }) => ({ id, code, returnedOn }));
  const returned = await applyToLines(tx, stores, lines, (payment, { code, returnedOn }) =>
    returnPayment(payment, code, returnedOn),
  );
  await oweAgain(tx, stores, returned, tx.today);
  const ended = await endReturnedRecoveries(tx, stores, returned);
  for (const [division, amountFen] of await byBudget(tx, stores, returned, ended)) {
    const decide = existing<Budget>('request.not-found', (budget) => takeBack(budget, amountFen));
    await tx.apply(stores.budgets, division, decide);
  }
  // A payment comes back once, so its own id is the cause for ever (I10).
  const entries = returned.flatMap(({ id, programme, amountFen }) => entryFor('returned', id, programme, amountFen));
  return [...entries, ...ended.flatMap(endOf)];
}

/** The budget that a payment was made from is that of its run; what was repaid for it is in there already. */
async function byBudget(
  tx: Transaction,
  { payRuns }: Stores,
  payments: readonly Payment[],
  ended: readonly Recovery[],
): Promise<Map<DivisionCode, Fen>> {
  const repaid = new Map(ended.filter((each) => !isOfPriorYear(each)).map((each) => [each.paymentId, each.repaidFen]));
  const runs = await tx.load(payRuns, [...new Set(payments.map(({ payRunId }) => payRunId))]);
  const sums = new Map<DivisionCode, Fen>();
  for (const { id, payRunId, amountFen } of payments) {
    const division = runs.get(payRunId)?.divisionCode;
    if (division === undefined) throw new RangeError(`pay run ${payRunId} is not there`);
    const back = fen.sub(amountFen, repaid.get(id) ?? fen.zero);
    sums.set(division, fen.add(sums.get(division) ?? fen.zero, back));
  }
  return sums;
}
