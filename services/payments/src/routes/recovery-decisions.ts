import { command } from '@minzheng/http';
import type { Route } from '@minzheng/http';
import type { Transaction } from '@minzheng/store';
import { Fen, LocalDate, RecoveryId, refuse, WithdrawalReason } from '@minzheng/types';
import type { Caller, Decision } from '@minzheng/types';
import { z } from 'zod';
import { book } from '../adapters/book.ts';
import { endRecoveryTask } from '../adapters/end-recovery-task.ts';
import { existing } from '../adapters/existing.ts';
import { receiveInto } from '../adapters/receive-into.ts';
import type { Stores } from '../adapters/stores.ts';
import { decisionOn } from '../domain/ledger/recovery-entries.ts';
import { Answer, answerRecovery, approveRecovery, proposeRecovery, withdrawRecovery } from '../domain/recovery.ts';
import type { Recovery } from '../domain/recovery.ts';
import { BankReference } from '../domain/recovery-receipt.ts';
import { officerOf } from './officer.ts';
import { isOwnData } from './person-audit.ts';
import { RecoveryView, recoveryView } from './recovery-view.ts';

const params = z.strictObject({ id: RecoveryId });
const reply = { status: 200, body: RecoveryView } as const;

/** That the bank has given the money back is for the bank to say. */
const OfficersReason = WithdrawalReason.exclude(['returned-by-bank']);

/** PAY-8: heard, proposed by one officer, decided by another, repaid. */
export function recoveryDecisionRoutes(stores: Stores): Route[] {
  return [
    command({
      path: '/recoveries/:id/answer',
      operationId: 'answerRecovery',
      summary: 'What is said against a recovery: by the person, or entered by an officer from paper',
      roles: ['resident', 'finance-maker'],
      params,
      body: Answer.pick({ text: true }),
      reply,
      decide: (tx, { caller, params: { id }, body: { text } }) => {
        const decide = (state: Recovery) => answer(state, caller, { text, givenOn: tx.today });
        return change(tx, stores, caller, { id, verb: 'answer', decide });
      },
    }),
    command({
      path: '/recoveries/:id/propose',
      operationId: 'proposeRecovery',
      summary: 'Proposes to ask the sum back, once it is answered or the time to answer has run out',
      roles: ['finance-maker'],
      params,
      reply,
      decide: (tx, { caller, params: { id } }) => {
        const { staffNo } = officerOf(caller);
        return change(tx, stores, caller, { id, verb: 'propose', decide: (state) => proposeRecovery(state, staffNo) });
      },
    }),
    command({
      path: '/recoveries/:id/approve',
      operationId: 'approveRecovery',
      summary: 'Decides that the sum is to be paid back',
      roles: ['finance-checker'],
      stepUp: true,
      params,
      reply,
      decide: async (tx, { caller, params: { id } }) => {
        const { staffNo } = officerOf(caller);
        const decide = (state: Recovery) => approveRecovery(state, staffNo, tx.today);
        return change(tx, stores, caller, { id, verb: 'approve', decide }, (decided) =>
          book(tx, stores, decisionOn(decided), staffNo),
        );
      },
    }),
    command({
      path: '/recoveries/:id/withdraw',
      operationId: 'withdrawRecovery',
      summary: 'Asks the sum back no more, because the answer convinces',
      roles: ['finance-checker'],
      stepUp: true,
      params,
      body: z.strictObject({ reason: OfficersReason }),
      reply,
      decide: (tx, { caller, params: { id }, body: { reason } }) => {
        const { staffNo } = officerOf(caller);
        const decide = (state: Recovery) => withdrawRecovery(state, staffNo, reason, tx.today);
        return change(tx, stores, caller, { id, verb: 'withdraw', decide }, (withdrawn) =>
          endRecoveryTask(tx, stores, withdrawn),
        );
      },
    }),
    command({
      path: '/recoveries/:id/receipts',
      operationId: 'receiveRepayment',
      summary: 'Enters what has come in at the bank for it, in whole or in part; the same reference counts once',
      roles: ['finance-maker'],
      params,
      body: z.strictObject({ reference: BankReference, amountFen: Fen.positive(), receivedOn: LocalDate }),
      reply,
      decide: async (tx, { caller, params: { id }, body }) => {
        const recovery = await receiveInto(tx, stores, id, body, officerOf(caller).staffNo);
        return told(tx, caller, 'receive', recovery);
      },
    }),
  ];
}

/** One's own answer is one's own; another's is entered by the maker, whose name stays with it. */
function answer(recovery: Recovery, caller: Caller, given: Answer): Decision<Recovery> {
  if (caller.personId === recovery.personId) return answerRecovery(recovery, given);
  if (!caller.roles.includes('finance-maker')) return refuse('auth.not-yours');
  return answerRecovery(recovery, { ...given, recordedBy: officerOf(caller).staffNo });
}

interface Change {
  readonly id: RecoveryId;
  readonly verb: string;
  readonly decide: (recovery: Recovery) => Decision<Recovery>;
}

async function change(
  tx: Transaction,
  { recoveries }: Stores,
  caller: Caller,
  { id, verb, decide }: Change,
  follow: (recovery: Recovery) => Promise<void> = () => Promise.resolve(),
): Promise<RecoveryView> {
  const recovery = await tx.apply(recoveries, id, existing('recovery.not-found', decide));
  await follow(recovery);
  return told(tx, caller, verb, recovery);
}

function told(tx: Transaction, caller: Caller, verb: string, recovery: Recovery): RecoveryView {
  tx.audit({
    action: `recovery.${verb}`,
    object: `recoveries/${recovery.id}`,
    purpose: isOwnData(caller) ? 'own-data' : 'payment',
    subjectPersonId: recovery.personId,
  });
  return recoveryView(recovery);
}
