import { describe, expect, test } from '@jest/globals';
import { Instant } from '@minzheng/types';
import { fileOf, today } from '../../test/samples.ts';
import { isSameReturn, nextAskAt, paymentIdOf, sortReturns, ToldReturn } from './bank-return.ts';
import type { Payment } from './payment.ts';

const [line] = fileOf(130_000).lines;
if (line === undefined) throw new Error('a line was drawn');
const told = ToldReturn.parse({ number: 1, txnRef: line.id, amountFen: 130_000, code: 'R03', returnedOn: today });

describe('what a return comes to', () => {
  test.each<[Payment['status'], string]>([
    ['settled', 'booked'],
    ['returned', 'repeated'],
    ['submitted', 'early'],
    ['unknown', 'early'],
    ['planned', 'unmatched'],
    ['approved', 'unmatched'],
    ['queued', 'unmatched'],
    ['rejected', 'unmatched'],
    ['cancelled', 'unmatched'],
  ])('of a payment that is %s: %s', (status, outcome) => {
    const { kept, isEarly } = sortReturns([told], new Map([[line.id, { ...line, status }]]));
    expect(isEarly ? 'early' : kept[0]?.outcome).toBe(outcome);
  });

  test('of a payment that is not ours, or of another sum, is for somebody to look at', () => {
    const settled = new Map([[line.id, { ...line, status: 'settled' } as const]]);
    const other = ToldReturn.parse({ ...told, amountFen: line.amountFen + 1 });
    expect(sortReturns([told], new Map()).kept).toMatchObject([{ outcome: 'unmatched' }]);
    expect(sortReturns([other], settled).kept).toMatchObject([{ outcome: 'unmatched' }]);
    expect(paymentIdOf({ ...told, txnRef: 'no reference of ours' })).toBeUndefined();
  });

  test('that is told twice on one page is booked once', () => {
    const settled = new Map([[line.id, { ...line, status: 'settled' } as const]]);
    const { kept } = sortReturns([told, { ...told, number: 2 }], settled);
    expect(kept.map(({ outcome }) => outcome)).toEqual(['booked', 'repeated']);
  });

  test('that comes before the results holds up what is behind it, and not what is before', () => {
    const [first, second] = fileOf(100, 200).lines;
    if (first === undefined || second === undefined) throw new Error('two lines were drawn');
    const payments = new Map<string, Payment>([
      [first.id, { ...first, status: 'settled' }],
      [second.id, { ...second, status: 'submitted' }],
    ]);
    const page = [first, second, first].map(({ id, amountFen }, i) => ({
      ...told,
      txnRef: id,
      amountFen,
      number: i + 1,
    }));
    expect(sortReturns(page, payments)).toMatchObject({ kept: [{ id: '1', outcome: 'booked' }], isEarly: true });
  });

  test('told again is the same only with the same content', () => {
    expect(isSameReturn(told, { ...told })).toBe(true);
    expect(isSameReturn(told, { ...told, code: 'R02' })).toBe(false);
  });
});

describe('the bank is asked at 17:00 of each working day', () => {
  test.each([
    ['the same day before that', '2026-12-10T08:59:59.999Z', '2026-12-10T09:00:00.000Z'],
    ['the next day from then on', '2026-12-10T09:00:00.000Z', '2026-12-11T09:00:00.000Z'],
    ['not at the weekend', '2026-12-11T09:00:00.000Z', '2026-12-14T09:00:00.000Z'],
    ['not on a holiday', '2026-09-30T10:00:00.000Z', '2026-10-08T09:00:00.000Z'],
    ['on a Saturday that is worked (CAL-2)', '2026-05-09T01:00:00.000Z', '2026-05-09T09:00:00.000Z'],
  ])('%s', (_, at, next) => {
    expect(nextAskAt(Instant.parse(at))).toBe(next);
  });
});
