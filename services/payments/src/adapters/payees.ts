import type { Transaction } from '@minzheng/store';
import type { ProgrammeCode } from '@minzheng/types';
import { isUsable } from '../domain/account.ts';
import type { Account } from '../domain/account.ts';
import type { Payee } from '../domain/draw-lines.ts';
import type { Stores } from './stores.ts';

const MOST_ACCOUNTS = 1_000;

type Owed = Pick<Account, 'personId' | 'programme'>;

export interface Payees {
  /** Where money may go now: an account that is active and, if it took the place of another, has cooled (PAY-10). */
  readonly payeeOf: (owed: Owed) => Payee | undefined;
  /** Whether there is an account, usable or not: nobody need ask for one. */
  readonly isKnown: (owed: Owed) => boolean;
}

/** For at most 1,000 sums: one query per programme, since a person has at most one account in each that is not closed. */
export async function payeesOf(tx: Transaction, stores: Stores, owed: readonly Owed[]): Promise<Payees> {
  const known = new Map<string, Account>();
  for (const [programme, ofProgramme] of Map.groupBy(owed, (each) => each.programme)) {
    const accounts = await openAccounts(tx, stores, programme, ofProgramme);
    for (const account of accounts) known.set(payeeKey(account), account);
  }
  return {
    payeeOf: (each) => {
      const account = known.get(payeeKey(each));
      return account && isUsable(account, tx.at) ? { accountId: account.id, last4: account.last4 } : undefined;
    },
    isKnown: (each) => known.has(payeeKey(each)),
  };
}

function openAccounts(
  tx: Transaction,
  { accounts }: Stores,
  programme: ProgrammeCode,
  owed: readonly Owed[],
): Promise<Account[]> {
  const filter = {
    personId: { $in: [...new Set(owed.map(({ personId }) => personId))] },
    programme,
    status: { $in: ['active', 'suspended'] },
  } as const;
  return tx.list(accounts, filter, { limit: MOST_ACCOUNTS }, 'system');
}

const payeeKey = ({ personId, programme }: Owed): string => `${personId}|${programme}`;
