import { command, query } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import { Refused } from '@minzheng/store';
import type { Transaction } from '@minzheng/store';
import { AccountId, BankCard, ProgrammeCode } from '@minzheng/types';
import type { Caller, PersonId } from '@minzheng/types';
import { z } from 'zod';
import { brandNew, existing } from '../adapters/existing.ts';
import type { Stores } from '../adapters/stores.ts';
import { AccountStatus, BankCode, HolderName, Last4, registerAccount } from '../domain/account.ts';
import type { Account } from '../domain/account.ts';
import { finishTask } from '../domain/desk-task.ts';
import { After, listOf, pageAfter, paged } from './paging.ts';

const MAX_TASKS = 100;

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
});

/** A resident's own accounts; the number itself is never shown again. */
export function accountRoutes(stores: Stores): Route[] {
  return [
    command({
      path: '/accounts',
      operationId: 'registerAccount',
      summary: 'Registers the account that a programme’s money is paid into',
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
        paged(await stores.accounts.list(caller, { personId: ownPerson(caller) }, pageAfter(after)), viewOf),
    }),
  ];
}

async function register(tx: Transaction, stores: Stores, personId: PersonId, body: Registration) {
  const { programme, bankCode, holderName } = body;
  const accountNumber = cardOf(body.accountNumber);
  const active = await tx.list(stores.accounts, { personId, programme, status: 'active' }, { limit: 1 });
  if (active.length > 0) throw new Refused({ code: 'account.already-registered' });
  const id = AccountId.parse(tx.newId());
  const last4 = BankCard.last4(accountNumber);
  const decision = registerAccount({
    id,
    personId,
    programme,
    bankCode,
    accountNumber,
    holderName,
    last4,
    registeredAt: tx.at,
  });
  await tx.apply(stores.accounts, id, (known) => (known === undefined ? decision : brandNew(known)(known)));
  await finishTasks(tx, stores, personId, programme);
  tx.audit({ action: 'account.register', object: `accounts/${id}`, purpose: 'payment', subjectPersonId: personId });
  return { accountId: id, last4 };
}

/** What was waiting for an account waits no more: the next run pays it. */
async function finishTasks(
  tx: Transaction,
  { tasks }: Stores,
  personId: PersonId,
  programme: ProgrammeCode,
): Promise<void> {
  const waiting = { personId, programme, kind: 'account-missing', status: 'open' } as const;
  const open = await tx.list(tasks, waiting, { limit: MAX_TASKS });
  for (const { id } of open) await tx.apply(tasks, id, existing('request.not-found', finishTask));
}

function cardOf(raw: string): BankCard {
  const card = BankCard.parse(raw);
  if (card.ok) return card.value;
  throw new Refused({
    code: 'account.number-invalid',
    errors: [{ pointer: '/accountNumber', code: 'account.number-invalid' }],
  });
}

function ownPerson({ personId }: Caller): PersonId {
  if (personId === undefined) throw new Refused({ code: 'auth.not-yours' });
  return personId;
}

const viewOf = ({ id, programme, bankCode, last4, status }: Account) => ({
  accountId: id,
  programme,
  bankCode,
  last4,
  status,
});
