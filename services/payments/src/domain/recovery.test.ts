import { describe, expect, test } from '@jest/globals';
import { calendar, fen, instant, LocalDate, Period } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { fileOf } from '../../test/samples.ts';
import type { Payment } from './payment.ts';
import {
  answerRecovery,
  approveRecovery,
  lapseRecovery,
  noticeRecovery,
  openFen,
  proposeRecovery,
  receiveRepayment,
  recoveryId,
  withdrawRecovery,
} from './recovery.ts';
import type { Recovery } from './recovery.ts';
import { enterReceipt, RecoveryReceipt } from './recovery-receipt.ts';
import { remedyAgainst } from './remedy.ts';

const date = (text: string): LocalDate => LocalDate.parse(text);
const [line] = fileOf(50_00).lines;
if (line === undefined) throw new Error('a line was drawn');
const settledOn = date('2026-07-10');
const paid: Payment = { ...line, period: Period.parse('2026-07'), status: 'settled', settledOn };

function got<S>(decision: Decision<S>): S {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

const noticedOn = (day: string) => noticeRecovery('paid-after-death', paid, { sample: true, today: date(day) });
const noticed = got(noticedOn('2026-07-13'));
const answer = { text: '样例：七月的钱没有领取', givenOn: date('2026-07-15') };
const answered = got(answerRecovery(noticed, answer));
const proposed = got(proposeRecovery(answered, 'FM-1'));
const decided = got(approveRecovery(proposed, 'FC-1', date('2026-07-16')));
const receive = (state: Recovery, amountFen: number) => receiveRepayment(state, fen.of(amountFen), settledOn);
const code = (decision: Decision<Recovery>): string => (decision.ok ? 'ok' : decision.refusal.code);

describe('the time to answer is fifteen days from the day of the notice, which is not counted (PAY-8, CAL-1, CAL-3)', () => {
  test.each([
    ['2026-07-13', '2026-07-28', 'an ordinary Tuesday'],
    ['2026-07-10', '2026-07-27', 'the 25th is a Saturday'],
    ['2026-09-25', '2026-10-10', 'a make-up working Saturday is no rest day'],
    ['2026-09-18', '2026-10-08', 'the 3rd of October is within the holidays'],
  ])('noticed on %s it ends with %s: %s', (on, answerBy) => {
    expect(got(noticedOn(on))).toMatchObject({ answerBy, provisional: false });
  });

  test('the clock is told to look when that day is over', () => {
    expect(noticedOn('2026-07-13')).toMatchObject({
      deadlines: [{ kind: 'recovery.answer-term', subject: noticed.id, dueAt: instant.startOfDay(date('2026-07-29')) }],
    });
  });

  test('into a year whose holidays are not known it is provisional (CAL-6)', () => {
    expect(got(noticedOn('2026-12-28')).provisional).toBe(calendar.endOfDays(date('2026-12-28'), 15).provisional);
    expect(got(noticedOn('2026-12-28')).provisional).toBe(true);
  });
});

test('a payment is asked back under one number for ever, which is not its own', () => {
  expect(noticed.id).toBe(recoveryId(paid.id));
  expect(noticed.id).not.toBe(paid.id);
});

describe('a decision', () => {
  test('waits for an answer, or for the end of the time to answer', () => {
    expect(code(proposeRecovery(noticed, 'FM-1'))).toBe('recovery.answer-term-running');
    expect(code(proposeRecovery(got(lapseRecovery(noticed)), 'FM-1'))).toBe('ok');
  });

  test('is never made by who proposed it, nor by who entered the answer', () => {
    expect(code(approveRecovery(proposed, 'FM-1', settledOn))).toBe('recovery.second-officer-needed');
    const onPaper = got(answerRecovery(noticed, { ...answer, recordedBy: 'FC-1' }));
    expect(code(withdrawRecovery(onPaper, 'FC-1', 'owed-after-all', settledOn))).toBe('recovery.second-officer-needed');
    expect(code(withdrawRecovery(onPaper, 'FC-2', 'owed-after-all', settledOn))).toBe('ok');
  });

  test('that is only proposed falls when an answer comes after all', () => {
    const lapsed = got(proposeRecovery(got(lapseRecovery(noticed)), 'FM-1'));
    const late = got(answerRecovery(lapsed, answer));
    expect(late).toMatchObject({ status: 'answered', answer });
    expect(code(approveRecovery(late, 'FC-1', settledOn))).toBe('recovery.transition-not-there');
  });

  test('says until when review can be asked for (DOMAIN §2.5)', () => {
    expect(remedyAgainst(date('2026-03-10'))).toEqual({ reviewBy: '2026-05-09', provisional: false });
    expect(remedyAgainst(date('2026-08-03'))).toEqual({ reviewBy: '2026-10-08', provisional: false });
  });
});

describe('50.00 decided', () => {
  test('come in as 20.00 and 30.00, and never a fen more', () => {
    const after = got(receive(decided, 20_00));
    expect([after.status, openFen(after)]).toEqual(['decided', 30_00]);
    expect(receive(after, 30_01)).toMatchObject({
      refusal: { code: 'recovery.more-than-open', params: { open: '30.00' } },
    });
    const last = receive(after, 30_00);
    expect(last).toMatchObject({ events: [{ data: { receivedFen: 30_00, openFen: 0, amountFen: 50_00 } }] });
    expect(got(last)).toMatchObject({ status: 'closed', repaidFen: 50_00 });
    expect(openFen(got(last))).toBe(0);
  });

  test('are open from the decision on, not before', () => {
    expect([noticed, proposed, decided].map(openFen)).toEqual([0, 0, 50_00]);
  });
});

describe('a receipt', () => {
  const today = date('2026-07-20');
  const receipt = RecoveryReceipt.parse({
    id: 'bank-1',
    recoveryId: noticed.id,
    personId: noticed.personId,
    divisionCode: noticed.divisionCode,
    amountFen: 20_00,
    receivedOn: today,
    recordedBy: 'FM-1',
    recordedAt: instant.startOfDay(today),
  });

  test('told twice is the same receipt', () => {
    expect(got(enterReceipt(receipt, { ...receipt, recordedBy: 'FM-2' }, today))).toBe(receipt);
  });

  test.each([
    ['another amount', { amountFen: fen.of(20_01) }],
    ['another day', { receivedOn: date('2026-07-19') }],
    ['another recovery', { recoveryId: recoveryId(`202608${'0'.repeat(26)}` as Payment['id']) }],
  ])('of the same reference with %s is refused', (_, change) => {
    const decision = enterReceipt(receipt, { ...receipt, ...change }, today);
    expect(decision).toMatchObject({ refusal: { code: 'recovery.reference-reused' } });
  });

  test('of tomorrow is refused', () => {
    const decision = enterReceipt(undefined, { ...receipt, receivedOn: date('2026-07-21') }, today);
    expect(decision).toMatchObject({ refusal: { code: 'recovery.received-in-future' } });
  });
});
