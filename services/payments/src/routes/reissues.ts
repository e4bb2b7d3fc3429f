import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import type { Transaction } from '@minzheng/store';
import { PaymentId } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { z } from 'zod';
import { existing } from '../adapters/existing.ts';
import type { Stores } from '../adapters/stores.ts';
import { closeAccount, resumeAccount } from '../domain/account.ts';
import type { Account } from '../domain/account.ts';
import { failedPaymentTaskId, finishTask, openFailedPaymentTask } from '../domain/desk-task.ts';
import type { DeskTask } from '../domain/desk-task.ts';
import { allowReissue, ReissueStatus } from '../domain/reissue.ts';
import type { Reissue } from '../domain/reissue.ts';
import { officerOf } from './officer.ts';

const Verdict = z.strictObject({ account: z.enum(['same', 'another']) });
type Verdict = z.output<typeof Verdict>;

const ReissueView = z.strictObject({ paymentId: PaymentId, status: ReissueStatus, needsOtherAccount: z.boolean() });

const AS_SYSTEM = { cause: { viewer: 'system' } } as const;

/** 待核实: what the bank's reason holds back until an officer has looked (DOMAIN §3.3: R01, R04, R07, R11, R99). */
export function reissueRoutes(stores: Stores): Route[] {
  return [
    command({
      path: '/payments/:id/reissue',
      operationId: 'allowReissue',
      summary: 'Lets a held sum be paid again, into the same account or only into another',
      roles: ['finance-checker'],
      params: z.strictObject({ id: PaymentId }),
      body: Verdict,
      reply: { status: 200, body: ReissueView },
      decide: (tx, { caller, params, body }) => allow(tx, stores, params.id, officerOf(caller).staffNo, body),
    }),
  ];
}

async function allow(tx: Transaction, stores: Stores, id: PaymentId, by: string, { account }: Verdict) {
  const decide = existing<Reissue>('payment.nothing-to-replace', (held) =>
    allowReissue(held, by, account === 'another'),
  );
  const reissue = await tx.apply(stores.reissues, id, decide);
  await endSuspension(tx, stores, reissue, account === 'same' ? resumeAccount : closeAccount);
  await passOn(tx, stores, id, account);
  const { personId, status, needsOtherAccount } = reissue;
  tx.audit({ action: 'reissue.allow', object: `payments/${id}`, purpose: 'payment', subjectPersonId: personId });
  return { paymentId: id, status, needsOtherAccount };
}

async function endSuspension(
  tx: Transaction,
  { accounts }: Stores,
  { accountId }: Reissue,
  change: (account: Account) => Decision<Account>,
): Promise<void> {
  const account = await tx.find(accounts, accountId, 'system');
  if (account?.status !== 'suspended') return;
  await tx.apply(accounts, accountId, existing('account.not-found', change), AS_SYSTEM);
}

/** The officer's task is done; where another account is wanted, the next one is to get it. */
async function passOn(tx: Transaction, stores: Stores, id: PaymentId, account: Verdict['account']): Promise<void> {
  const finish = existing<DeskTask>('payment.nothing-to-replace', finishTask);
  await tx.apply(stores.tasks, failedPaymentTaskId('payment-held', id), finish, AS_SYSTEM);
  const payment = await tx.find(stores.payments, id);
  if (account === 'same' || payment === undefined) return;
  const kind = 'account-wanted';
  const open = () => openFailedPaymentTask(kind, payment, tx.at);
  await tx.apply(stores.tasks, failedPaymentTaskId(kind, id), open, AS_SYSTEM);
}
