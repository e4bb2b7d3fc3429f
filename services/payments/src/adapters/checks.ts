import type { Check } from '@minzheng/service';
import type { Readable, Store, Transaction } from '@minzheng/store';
import { audits } from '../domain/ledger/audit.ts';
import type { Books } from '../domain/ledger/audit.ts';
import type { Stores } from './stores.ts';

const PAGE = 1_000;
const CAUSE = { viewer: 'system', actor: 'check:ledger', correlationId: 'check-ledger' } as const;

/** The ledger's invariants (DELIVERY §3.7), all of one snapshot, so that work under way is never half seen. */
export function ledgerChecks(store: Store, stores: Stores): Check[] {
  const read = whileUnderWay(() => store.commit(CAUSE, (tx) => booksOf(tx, stores)));
  return Object.entries(audits).map(([name, audit]) => ({
    name,
    run: async () => {
      const culprit = audit(await read());
      return culprit === undefined ? { ok: true } : { ok: false, culprit };
    },
  }));
}

/** Checks that are run together share one reading. */
function whileUnderWay<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= read().finally(() => (underWay = undefined));
    return underWay;
  };
}

async function booksOf(tx: Transaction, stores: Stores): Promise<Books> {
  return {
    accounts: await everyOne(tx, stores.ledgerAccounts),
    transfers: await everyOne(tx, stores.transfers),
    payments: await everyOne(tx, stores.payments),
    runs: await everyOne(tx, stores.payRuns),
    budgets: await everyOne(tx, stores.budgets),
    returns: await everyOne(tx, stores.bankReturns),
    recoveries: await everyOne(tx, stores.recoveries),
    receipts: await everyOne(tx, stores.receipts),
  };
}

async function everyOne<S extends { id: string }>(tx: Transaction, source: Readable<S>): Promise<S[]> {
  const all: S[] = [];
  for (let after: { id: string } | undefined; ;) {
    const page = await tx.list(source, {}, { limit: PAGE, ...(after !== undefined && { after }) });
    all.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) return all;
    after = { id: last.id };
  }
}
