import { describe, expect, test } from '@jest/globals';
import { fileOf, today } from '../../test/samples.ts';
import { refuseAll, sortAnswers } from './answers.ts';
import type { ItemAnswer } from './answers.ts';
import type { Payment, PaymentStatus } from './payment.ts';

const [sample] = fileOf(200_00).lines;
if (sample === undefined) throw new Error('one line was drawn');
const line = (status: PaymentStatus): Payment => ({ ...sample, status });
const says = (answer: ItemAnswer) => [{ txnRef: sample.id, amountFen: sample.amountFen, answer }];
const paid = { result: 'settled', settledOn: today } as const;
const refused = { result: 'rejected', reason: 'R03' } as const;
const unknown = { result: 'rejected', reason: 'R09' } as const;

describe('what the bank says', () => {
  test.each<[string, PaymentStatus, ItemAnswer, string]>([
    ['paid', 'submitted', paid, 'settle'],
    ['paid, after we had lost track', 'unknown', paid, 'settle'],
    ['refused', 'submitted', refused, 'reject'],
    ['refused, after we had lost track', 'unknown', refused, 'reject'],
    ['R09: it does not know itself (P2)', 'submitted', unknown, 'loseTrack'],
    ['R10: it has seen the reference before', 'submitted', { result: 'rejected', reason: 'R10' }, 'loseTrack'],
  ])('%s', (_, status, answer, side) => {
    const sorted = sortAnswers([line(status)], says(answer));
    const counts = sorted.ok && Object.entries(sorted.value).map(([name, items]) => [name, items.length]);
    expect(Object.fromEntries(counts || [])).toEqual({ settle: 0, reject: 0, loseTrack: 0, [side]: 1 });
  });

  test.each<[string, PaymentStatus, ItemAnswer]>([
    ['still at it', 'submitted', { result: 'pending' }],
    ['paid, again', 'settled', paid],
    ['refused, again', 'rejected', refused],
    ['unknown, again', 'unknown', unknown],
    ['paid, of what has been returned since', 'returned', paid],
  ])('%s: nothing changes', (_, status, answer) => {
    const nothing = { settle: [], reject: [], loseTrack: [] };
    expect(sortAnswers([line(status)], says(answer))).toEqual({ ok: true, value: nothing });
  });

  test.each<[string, PaymentStatus, ItemAnswer]>([
    ['refused, of what it had paid', 'settled', refused],
    ['paid, of what it had refused', 'rejected', paid],
  ])('%s: nothing is booked before somebody has looked', (_, status, answer) => {
    expect(sortAnswers([line(status)], says(answer))).toEqual({ ok: false, culprit: sample.id });
  });

  test.each([
    ['a payment that is not in the file', { txnRef: 'somebody-else', amountFen: 200_00, answer: paid }],
    ['another amount', { txnRef: sample.id, amountFen: 200_01, answer: paid }],
  ])('%s: rejected whole', (_, item) => {
    expect(sortAnswers([line('submitted')], [item])).toEqual({ ok: false, culprit: item.txnRef });
  });

  test('one payment twice in a file: rejected whole', () => {
    const results = [...says(paid), ...says(paid)];
    expect(sortAnswers([line('submitted')], results)).toEqual({ ok: false, culprit: sample.id });
  });

  test('a refused file refuses every line for somebody to look at (R99)', () => {
    expect(refuseAll([line('submitted')]).reject).toMatchObject([{ payment: { id: sample.id }, reason: 'R99' }]);
  });
});
