import { After, command, listOf, ownPerson, ownPersons, pageAfter, paged, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { AccountId, BankCard, Instant, ProgrammeCode } from '@minzheng/types';
import type { PersonId } from '@minzheng/types';
import { z } from 'zod';
import { brandNew, existing } from '../adapters/existing.ts';
import { finishAccountTasks } from '../adapters/finish-account-tasks.ts';
import type { Stores } from '../adapters/stores.ts';
import {
  AccountStatus,
  BankCode,
  closeAccount,
  coolingEnds,
  HolderName,
  Last4,
  registerAccount,
} from '../domain/account.ts';
import type { Account } from '../domain/account.ts';

const Registration = z.strictObject({
  programme: ProgrammeCode,
  bankCode: BankCode,
  accountNumber: z.string().min(1).max(40),
  holderName: HolderName,
});
type Registration = z.output<typeof Registration>;

const AccountView = z.strictObject({
  accountId: AccountId,
  programme: ProgrammeCode,
  bankCode: BankCode,
  last4: Last4,
  status: AccountStatus,
  usableFrom: Instant.optional(),
});

/** A resident's own accounts; the number itself is never shown again. */
export function accountRoutes(stores: Stores): Route[] {
  return [
    command({
      path: '/accounts',
      operationId: 'registerAccount',
      summary: 'Registers the account that a programme’s money is paid into, in place of the one there is',
      roles: ['resident'],
      stepUp: true,
      body: Registration,
      reply: { status: 201, body: z.strictObject({ accountId: AccountId, last4: Last4 }) },
      decide: (tx, { caller, body }) => register(tx, stores, ownPerson(caller), body),
    }),
    query({
      path: '/accounts',
      operationId: 'listAccounts',
      summary: 'The caller’s own accounts',
      roles: ['resident'],
      query: z.strictObject({ after: After }),
      reply: { body: listOf(AccountView) },
      audit: ({ caller }) => ({
        action: 'account.read',
        object: 'accounts/own',
        purpose: 'own-data',
        subjectPersonId: caller.personId,
      }),
      read: async ({ caller, query: { after } }) =>
        paged(await stores.accounts.list(caller, { personId: { $in: ownPersons(caller) } }, pageAfter(after)), viewOf),
    }),
  ];
}

async function register(tx: Transaction, stores: Stores, personId: PersonId, body: Registration) {
  const { programme, bankCode, holderName } = body;
  const accountNumber = cardOf(body.accountNumber);
  const open = await openAccount(tx, stores, personId, programme);
  if (open?.status === 'suspended') throw new Refused({ code: 'account.suspended' });
  if (open !== undefined && isThat(open, accountNumber, body)) return { accountId: open.id, last4: open.last4 };
  const isChange = await hadAccount(tx, stores, personId, programme);
  if (open !== undefined) await tx.apply(stores.accounts, open.id, existing('account.not-found', closeAccount));
  const id = AccountId.parse(tx.newId());
  const account = {
    id,
    personId,
    programme,
    bankCode,
    accountNumber,
    holderName,
    last4: BankCard.last4(accountNumber),
    registeredAt: tx.at,
    ...(isChange && { usableFrom: coolingEnds(tx.at) }),
  };
  await tx.apply(stores.accounts, id, (known) =>
    known === undefined ? registerAccount(account) : brandNew(known)(known),
  );
  await finishAccountTasks(tx, stores, personId, programme);
  tx.audit({ action: 'account.register', object: `accounts/${id}`, purpose: 'payment', subjectPersonId: personId });
  return { accountId: id, last4: account.last4 };
}

async function openAccount(
  tx: Transaction,
  { accounts }: Stores,
  personId: PersonId,
  programme: ProgrammeCode,
): Promise<Account | undefined> {
  const filter = { personId, programme, status: { $in: ['active', 'suspended'] } } as const;
  return (await tx.list(accounts, filter, { limit: 1 }))[0];
}

/** The same account told again is no change, and does not have to cool. */
const isThat = (account: Account, accountNumber: BankCard, { bankCode, holderName }: Registration): boolean =>
  account.accountNumber === accountNumber && account.bankCode === bankCode && account.holderName === holderName;

/** PAY-10: whoever has had an account before changes it, also when the bank had it closed. */
async function hadAccount(
  tx: Transaction,
  { accounts }: Stores,
  personId: PersonId,
  programme: ProgrammeCode,
): Promise<boolean> {
  return (await tx.list(accounts, { personId, programme }, { limit: 1 })).length > 0;
}

function cardOf(raw: string): BankCard {
  const card = BankCard.parse(raw);
  if (card.ok) return card.value;
  throw new Refused({
    code: 'account.number-invalid',
    errors: [{ pointer: '/accountNumber', code: 'account.number-invalid' }],
  });
}

const viewOf = ({ id, programme, bankCode, last4, status, usableFrom }: Account) => ({
  accountId: id,
  programme,
  bankCode,
  last4,
  status,
  ...(usableFrom !== undefined && { usableFrom }),
});
