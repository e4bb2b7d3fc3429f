import type { Transaction } from '@minzheng/store';
import type { LocalDate } from '@minzheng/types';
import { closeAccount, suspendAccount } from '../domain/account.ts';
import { failedPaymentTaskId, openFailedPaymentTask } from '../domain/desk-task.ts';
import type { DeskTaskKind } from '../domain/desk-task.ts';
import type { Payment } from '../domain/payment.ts';
import { openReissue } from '../domain/reissue.ts';
import type { Reissue } from '../domain/reissue.ts';
import { handlingOf } from '../domain/return-handling.ts';
import type { Handling } from '../domain/return-handling.ts';
import { existing } from './existing.ts';
import type { Stores } from './stores.ts';

const AS_SYSTEM = { cause: { viewer: 'system' } } as const;

const TASKS: Readonly<Record<Handling, DeskTaskKind | undefined>> = {
  'collect-account': 'account-wanted',
  retry: undefined,
  'hold-account': 'payment-held',
  hold: 'payment-held',
};

/** What was rejected or returned is owed again, in the same commit: its account and a desk do what the reason asks for (DOMAIN §3.3). */
export async function oweAgain(
  tx: Transaction,
  stores: Stores,
  failed: readonly Payment[],
  failedOn: LocalDate,
): Promise<void> {
  const ids = failed.flatMap(({ id, replacesId }) => (replacesId === undefined ? [id] : [id, replacesId]));
  const known = await tx.load(stores.reissues, ids);
  await tx.load(stores.accounts, [...new Set(failed.map(({ accountId }) => accountId))]);
  const kinds = ['account-wanted', 'payment-held'] as const;
  await tx.load(
    stores.tasks,
    failed.flatMap(({ id }) => kinds.map((kind) => failedPaymentTaskId(kind, id))),
  );
  for (const payment of failed) await oweOne(tx, stores, payment, failedOn, known);
}

async function oweOne(
  tx: Transaction,
  stores: Stores,
  payment: Payment,
  failedOn: LocalDate,
  known: ReadonlyMap<string, Reissue>,
): Promise<void> {
  const { id, reason, replacesId } = payment;
  if (reason === undefined) throw new RangeError('a payment fails for a reason');
  const attempt = 1 + (known.get(replacesId ?? '')?.attempt ?? 0);
  await tx.apply(
    stores.reissues,
    id,
    (state) => (state === undefined ? openReissue(payment, reason, failedOn, attempt) : alreadyOwed),
    AS_SYSTEM,
  );
  const handling = handlingOf(reason, attempt);
  await changeAccount(tx, stores, payment, handling);
  const kind = TASKS[handling];
  if (kind === undefined) return;
  await tx.apply(
    stores.tasks,
    failedPaymentTaskId(kind, id),
    () => openFailedPaymentTask(kind, payment, tx.at),
    AS_SYSTEM,
  );
}

/** A payment fails once; a second time would owe it twice. */
const alreadyOwed = { ok: false, refusal: { code: 'version.conflict' } } as const;

async function changeAccount(
  tx: Transaction,
  { accounts }: Stores,
  { accountId }: Payment,
  handling: Handling,
): Promise<void> {
  if (handling !== 'collect-account' && handling !== 'hold-account') return;
  const account = await tx.find(accounts, accountId);
  // Another line may have changed it already, and the payee may have moved on to another account.
  if (account?.status !== 'active') return;
  const change = handling === 'collect-account' ? closeAccount : suspendAccount;
  await tx.apply(accounts, accountId, existing('account.not-found', change), AS_SYSTEM);
}
