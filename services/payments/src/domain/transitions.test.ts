import { describe, expect, test } from '@jest/globals';
import { fen } from '@minzheng/types';
import type { Decision, Transitions } from '@minzheng/types';
import { account, at, emptyRun, entitlementOf, fileOf, month, task, today } from '../../test/samples.ts';
import { accountTransitions, closeAccount, resumeAccount, suspendAccount } from './account.ts';
import {
  acceptFile,
  approveFile,
  bankFileTransitions,
  bookResults,
  loseTrackOfFile,
  queueFile,
  refuseFile,
  sendFile,
} from './bank-file.ts';
import { deskTaskTransitions, finishTask } from './desk-task.ts';
import { endEntitlement, entitlementTransitions } from './entitlement.ts';
import {
  approvePayment,
  cancelPayment,
  loseTrackOfPayment,
  paymentTransitions,
  queuePayment,
  rejectPayment,
  returnPayment,
  settlePayment,
  submitPayment,
} from './payment.ts';
import {
  answerPayRun,
  approvePayRun,
  drawIntoPayRun,
  payRunTransitions,
  releasePayRun,
  submitPayRun,
} from './pay-run.ts';
import {
  answerRecovery,
  approveRecovery,
  endReturnedRecovery,
  lapseRecovery,
  noticeRecovery,
  proposeRecovery,
  receiveRepayment,
  recoveryTransitions,
  withdrawRecovery,
} from './recovery.ts';
import { allowReissue, drawReissue, openReissue, reissueTransitions } from './reissue.ts';

interface Stated {
  readonly status: string;
}

/** Every command of an aggregate as its own function gives it, from any state. */
interface Machine<A extends Stated> {
  readonly table: Transitions<A['status'], string>;
  readonly code: string;
  readonly sample: A;
  readonly commands: Readonly<Record<string, (aggregate: A) => Decision<A>>>;
  /** Where a more telling code stands in for the common one: '<state> <command>'. */
  readonly tells?: Readonly<Record<string, string>>;
}

const { file, lines } = fileOf(100_00, 200_00);
const [line] = lines;
if (line === undefined) throw new Error('a file has lines');
const run = emptyRun({ count: 2, totalFen: 300_00, submittedBy: 'FM-1' });
const seen = { linesHash: run.linesHash, totalFen: run.totalFen };
const page = { files: [], withoutAccount: [], cursor: 'e-9', reissueCursor: undefined };
const opened = openReissue(line, 'R01', today, 1);
if (!opened.ok) throw new Error('what failed is owed again');
const reissue = opened.state;
const noticed = noticeRecovery(
  'paid-after-death',
  { ...line, status: 'settled', settledOn: today },
  { sample: true, today },
);
if (!noticed.ok) throw new Error('what was paid can be asked back');
const recovery = noticed.state;

const machines = {
  account: {
    table: accountTransitions,
    code: 'account.transition-not-there',
    sample: account,
    commands: { close: closeAccount, suspend: suspendAccount, resume: resumeAccount },
  } satisfies Machine<typeof account>,
  entitlement: {
    table: entitlementTransitions,
    code: 'entitlement.transition-not-there',
    sample: entitlementOf(1),
    commands: { end: (state) => endEntitlement(state, month) },
  } satisfies Machine<ReturnType<typeof entitlementOf>>,
  task: {
    table: deskTaskTransitions,
    code: 'task.transition-not-there',
    sample: task,
    commands: { finish: finishTask },
  } satisfies Machine<typeof task>,
  payment: {
    table: paymentTransitions,
    code: 'payment.transition-not-there',
    sample: line,
    commands: {
      approve: approvePayment,
      queue: queuePayment,
      submit: submitPayment,
      settle: (state) => settlePayment(state, today),
      reject: (state) => rejectPayment(state, 'R03'),
      'lose-track': loseTrackOfPayment,
      return: (state) => returnPayment(state, 'R03', today),
      cancel: cancelPayment,
    },
  } satisfies Machine<typeof line>,
  reissue: {
    table: reissueTransitions,
    code: 'reissue.transition-not-there',
    sample: reissue,
    commands: { allow: (state) => allowReissue(state, 'FC-1', true), draw: drawReissue },
  } satisfies Machine<typeof reissue>,
  recovery: {
    table: recoveryTransitions,
    code: 'recovery.transition-not-there',
    sample: recovery,
    tells: { 'noticed propose': 'recovery.answer-term-running' },
    commands: {
      answer: (state) => answerRecovery(state, { text: '样例', givenOn: today }),
      lapse: lapseRecovery,
      propose: (state) => proposeRecovery(state, 'FM-1'),
      approve: (state) => approveRecovery(state, 'FC-1', today),
      receive: (state) => receiveRepayment(state, fen.of(40_00), today),
      'receive-last': (state) => receiveRepayment(state, fen.of(100_00), today),
      withdraw: (state) => withdrawRecovery(state, 'FC-1', 'owed-after-all', today),
      'come-back': (state) => endReturnedRecovery(state, today),
    },
  } satisfies Machine<typeof recovery>,
  'bank file': {
    table: bankFileTransitions,
    code: 'bank-file.transition-not-there',
    sample: file,
    commands: {
      approve: approveFile,
      queue: (state) => queueFile(state, today),
      send: (state) => sendFile(state, at),
      accept: acceptFile,
      refuse: refuseFile,
      'lose-track': loseTrackOfFile,
      book: (state) => bookResults(state, 1),
      complete: (state) => bookResults(state, 2),
    },
  } satisfies Machine<typeof file>,
  'pay run': {
    table: payRunTransitions,
    code: 'pay-run.transition-not-there',
    sample: run,
    commands: {
      draw: (state) => drawIntoPayRun(state, { ...page, isLastPage: false }),
      'end-drawing': (state) => drawIntoPayRun(state, { ...page, isLastPage: true }),
      submit: (state) => submitPayRun(state, 'FM-1'),
      approve: (state) => approvePayRun(state, 'FC-1', seen),
      release: (state) => releasePayRun(state, 'FR-1', seen),
      answer: (state) => answerPayRun(state, 1, 0),
      complete: (state) => answerPayRun(state, 1, 1),
    },
  } satisfies Machine<typeof run>,
};

/** All machines with their own types forgotten: what is tried is the same for each. */
const untyped = Object.entries(machines) as unknown as [string, Machine<Stated>][];
const pairs = untyped.flatMap(([name, machine]) =>
  Object.keys(machine.table).flatMap((status) =>
    Object.keys(machine.commands).map((command) => ({ name, machine, status, command })),
  ),
);

describe('every command in every state', () => {
  test.each(pairs)('$name: $command when $status', ({ machine, status, command }) => {
    const decision = machine.commands[command]?.({ ...machine.sample, status });
    const leadsTo = machine.table[status]?.[command];
    const telling = machine.tells?.[`${status} ${command}`];
    if (telling !== undefined) expect(decision).toMatchObject({ ok: false, refusal: { code: telling } });
    else if (leadsTo === undefined) {
      expect(decision).toEqual({ ok: false, refusal: { code: machine.code, params: { state: status, command } } });
    } else expect(decision).toMatchObject({ ok: true, state: { status: leadsTo } });
  });

  test.each(untyped)('%s has no command in its table that nothing gives', (_, { table, commands }) => {
    const inTable = new Set(Object.values(table).flatMap((row) => Object.keys(row ?? {})));
    expect([...inTable].toSorted()).toEqual(Object.keys(commands).toSorted());
  });
});

describe('a payment', () => {
  test('whose outcome is unknown is never lined up again (P2)', () => {
    expect(Object.values(paymentTransitions.unknown).toSorted()).toEqual(['rejected', 'settled']);
  });

  test.each(['rejected', 'returned', 'cancelled'] as const)('once %s, stays so for ever (I6)', (status) => {
    expect(paymentTransitions[status]).toEqual({});
  });
});
