import type { Merged } from '@minzheng/service';
import type { Transaction } from '@minzheng/store';
import { AccountId, decided } from '@minzheng/types';
import type { PersonId } from '@minzheng/types';
import { closeAccount, registerAccount } from '../domain/account.ts';
import { END_AFTER_DEATH, endWhatStarts } from '../domain/death.ts';
import { openOwedTwice, owedTwiceId } from '../domain/desk-task.ts';
import { isOneOff } from '../domain/entitlement.ts';
import { existing } from './existing.ts';
import { finishAccountTasks } from './finish-account-tasks.ts';
import type { Stores } from './stores.ts';

/** More than one person can be owed. */
const MOST = 1_000;

/**
 * 合并: what one id is owed from here on is owed to the other, into the account that it has, else into the one that comes along.
 * Payments, recoveries and the ledger stay as they were made; whoever is owed the same programme twice is a person's business.
 */
export async function unitePersons(tx: Transaction, stores: Stores, merged: Merged): Promise<void> {
  await moveEntitlements(tx, stores, merged);
  await moveAccounts(tx, stores, merged);
  await nameDoubles(tx, stores, merged.into);
  await carryDeath(tx, stores, merged);
}

async function moveEntitlements(tx: Transaction, { entitlements }: Stores, { from, into }: Merged): Promise<void> {
  for (const { id } of await tx.list(entitlements, { personId: from, status: 'active' }, { limit: MOST }))
    await tx.apply(
      entitlements,
      id,
      existing('request.not-found', (entitlement) => decided({ ...entitlement, personId: into })),
    );
}

/** An account's number lies under the key of one person, so that it is told anew under the other's. */
async function moveAccounts(tx: Transaction, stores: Stores, { from, into }: Merged): Promise<void> {
  const { accounts } = stores;
  const open = { status: { $in: ['active', 'suspended'] } } as const;
  const held = await tx.list(accounts, { personId: into, ...open }, { limit: MOST });
  for (const account of await tx.list(accounts, { personId: from, ...open }, { limit: MOST })) {
    await tx.apply(accounts, account.id, existing('account.not-found', closeAccount));
    if (held.some(({ programme }) => programme === account.programme)) continue;
    const { status, ...rest } = account;
    const id = AccountId.parse(tx.newId());
    await tx.apply(accounts, id, () => {
      const registered = registerAccount({ ...rest, id, personId: into, registeredAt: tx.at });
      return registered.ok ? { ...registered, state: { ...registered.state, status } } : registered;
    });
    await finishAccountTasks(tx, stores, from, account.programme);
  }
}

async function nameDoubles(tx: Transaction, { entitlements, tasks }: Stores, personId: PersonId): Promise<void> {
  const owed = await tx.list(entitlements, { personId, status: 'active' }, { limit: MOST });
  const monthly = owed.filter((entitlement) => !isOneOff(entitlement));
  for (const [, [first, ...doubles]] of Map.groupBy(monthly, ({ programme }) => programme))
    for (const double of first === undefined ? [] : doubles)
      await tx.apply(tasks, owedTwiceId(double.id), (known) => openOwedTwice(known, double, tx.at));
}

/** A death known of either is the death of both. */
async function carryDeath(tx: Transaction, { deaths }: Stores, { from, into }: Merged): Promise<void> {
  const [died, known] = [await tx.find(deaths, from), await tx.find(deaths, into)];
  const death = known ?? (died && { ...died, id: into });
  if (death === undefined) return;
  await tx.apply(deaths, into, () => endWhatStarts(death, tx.at));
  if (died !== undefined) tx.unschedule(END_AFTER_DEATH, from);
}
