import type { Transaction } from '@minzheng/store';
import type { LedgerAccountId } from '../domain/ledger/chart.ts';
import type { Entry } from '../domain/ledger/entries.ts';
import { emptyLedgerAccount, post } from '../domain/ledger/ledger-account.ts';
import type { LedgerAccount, Side } from '../domain/ledger/ledger-account.ts';
import { transferOf } from '../domain/ledger/transfer.ts';
import type { Stores } from './stores.ts';

/**
 * Books entries in the transaction of what caused them. The same cause a second time would be another place in the accounts'
 * sequences, so the journal refuses it and the whole transaction with it.
 */
export async function book(tx: Transaction, stores: Stores, entries: readonly Entry[], actor: string): Promise<void> {
  for (const entry of entries) {
    const debit = await postTo(tx, stores, entry.debit, 'debit', entry);
    const credit = await postTo(tx, stores, entry.credit, 'credit', entry);
    tx.append(stores.transfers, [transferOf(entry, { debit, credit }, { actor, at: tx.at })]);
  }
}

function postTo(
  tx: Transaction,
  { ledgerAccounts }: Stores,
  account: LedgerAccountId,
  side: Side,
  { amountFen }: Entry,
): Promise<LedgerAccount> {
  return tx.apply(ledgerAccounts, account, (known) => post(known ?? emptyLedgerAccount(account), side, amountFen), {
    cause: { viewer: 'system' },
  });
}
