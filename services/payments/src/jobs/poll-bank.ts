import { errand } from '@minzheng/service';
import type { ErrandContext, ErrandJob } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import type { ParsedResults } from '../adapters/bank-file-format.ts';
import { bookAnswers } from '../adapters/book-answers.ts';
import { existing } from '../adapters/existing.ts';
import { linesOf } from '../adapters/lines-of.ts';
import type { Stores } from '../adapters/stores.ts';
import { sortAnswers } from '../domain/answers.ts';
import type { ItemResult } from '../domain/answers.ts';
import { askAgainAt } from '../domain/ask-again.ts';
import { BANK_POLL, bookResults } from '../domain/bank-file.ts';
import type { BankFile } from '../domain/bank-file.ts';
import type { BankSide } from './submit-file.ts';

/** A result file that is cut short or does not add up. It is rejected whole and asked for again. */
export class ResultsBroken extends Error {
  override readonly name = 'ResultsBroken';
  readonly retriable = true;
}

/** The bank contradicts itself or names what we never sent: nothing is booked before somebody has looked. */
export class ResultsContradict extends Error {
  override readonly name = 'ResultsContradict';
  readonly retriable = false;
}

/** Asks what became of a file until the bank has answered for its last line. */
export function pollBank(stores: Stores, { bank, format }: BankSide): ErrandJob {
  return errand(BANK_POLL, async ({ subject }, context) => {
    const bytes = await bank.results(subject);
    const items = bytes === undefined ? [] : itemsOf(subject, format.parse(bytes));
    await bookItems(stores, subject, items, context);
  });
}

function itemsOf(batchNo: string, parsed: ParsedResults): readonly ItemResult[] {
  if (!parsed.ok) throw new ResultsBroken(`results of ${batchNo}: ${parsed.error}`);
  if (parsed.batchNo !== batchNo) throw new ResultsBroken(`results of ${batchNo} are those of another file`);
  return parsed.items;
}

function bookItems(
  stores: Stores,
  batchNo: string,
  items: readonly ItemResult[],
  { store, cause }: ErrandContext,
): Promise<void> {
  return store.commit(cause, async (tx) => {
    const file = await tx.find(stores.bankFiles, batchNo);
    const openCount = file?.status === 'accepted' ? await bookSome(tx, stores, file, items, cause.actor) : 0;
    if (openCount === 0) tx.unschedule(BANK_POLL, batchNo);
    else tx.schedule({ kind: BANK_POLL, subject: batchNo, dueAt: askAgainAt(file?.sentAt ?? tx.at, tx.at) });
  });
}

/** How many lines remain open. */
async function bookSome(
  tx: Transaction,
  stores: Stores,
  file: BankFile,
  items: readonly ItemResult[],
  actor: string,
): Promise<number> {
  if (items.length === 0) return file.openCount;
  const sorted = sortAnswers(await linesOf(tx, stores, file), items);
  if (!sorted.ok) throw new ResultsContradict(`results of ${file.id} do not fit line ${sorted.culprit}`);
  const { settle, reject } = sorted.value;
  await bookAnswers(tx, stores, file, sorted.value, actor);
  const answered = settle.length + reject.length;
  if (answered === 0) return file.openCount;
  const decide = existing<BankFile>('request.not-found', (state) => bookResults(state, answered));
  return (await tx.apply(stores.bankFiles, file.id, decide)).openCount;
}
