import { describe, expect, test } from '@jest/globals';
import { emptyRun, entitlementOf, fileOf, month, today } from '../../test/samples.ts';
import type { AccountId, PaymentId } from '@minzheng/types';
import { localDate, period } from '@minzheng/types';
import { drawLines, paymentIdIn } from './draw-lines.ts';
import type { Candidates } from './draw-lines.ts';
import type { Entitlement } from './entitlement.ts';

const payee = { accountId: 'acc-1' as AccountId, last4: '0111' };
const unlessFirst = ({ personId }: Entitlement) => (personId === 'p-1' ? undefined : payee);
const draw = (entitlements: Entitlement[], changes: Partial<Candidates> = {}, runChanges: object = {}) =>
  drawLines(emptyRun(runChanges), {
    entitlements,
    payeeOf: () => payee,
    replacements: [],
    existing: new Set<PaymentId>(),
    ...changes,
  });
const linesOf = (page: ReturnType<typeof draw>) => page.files.flatMap(({ lines }) => lines);

describe('drawing a month', () => {
  test.each([
    ['from its first month on', { from: month }, 1],
    ['not before its first month', { from: period.next(month) }, 0],
    ['in its last month (PAY-2)', { until: month }, 1],
    ['not after its last month (PAY-3)', { until: period.previous(month), from: period.previous(month) }, 0],
    ['of a street of another district: not by this run', { divisionCode: '330303001' }, 0],
  ])('pays an entitlement %s', (_, changes, count) => {
    expect(linesOf(draw([entitlementOf(1, 130_000, changes)]))).toHaveLength(count);
  });

  test.each([
    ['on the day of the cut-off', today, 1],
    ['after the cut-off (PAY-1)', localDate.addDays(today, 1), 0],
  ])('pays what was decided %s: %s', (_, decidedOn, count) => {
    expect(linesOf(draw([entitlementOf(1, 130_000, { decidedOn })], {}, { decidedBy: today }))).toHaveLength(count);
  });

  test('never draws a sum that exists already, in whatever run', () => {
    const known = entitlementOf(1);
    const existing = new Set([paymentIdIn(emptyRun(), known)]);
    expect(linesOf(draw([known, entitlementOf(2)], { existing })).map(({ personId }) => personId)).toEqual(['p-2']);
  });

  test('names who has no account and leaves nobody out', () => {
    const page = draw([entitlementOf(1), entitlementOf(2)], { payeeOf: unlessFirst });
    expect(page.withoutAccount.map(({ personId }) => personId)).toEqual(['p-1']);
    expect(linesOf(page).map(({ personId }) => personId)).toEqual(['p-2']);
  });

  test('makes files of one programme and at most 500 lines, whose totals are those of their lines', () => {
    const many = Array.from({ length: 501 }, (_, i) => entitlementOf(i, 1_00));
    const page = draw([...many, entitlementOf(900, 50_00, { programme: 'OLD' })], {}, { fileCount: 3 });
    expect(page.files.map(({ file }) => [file.id, file.programme, file.count, file.totalFen])).toEqual([
      ['run-1-0004', 'DB', 500, 500_00],
      ['run-1-0005', 'DB', 1, 1_00],
      ['run-1-0006', 'OLD', 1, 50_00],
    ]);
  });

  test('pays what was rejected or returned again beside the month’s own, as a payment of its own, once', () => {
    const [failed] = fileOf(100_00).lines;
    if (failed === undefined) throw new Error('a line was drawn');
    const replaced = { ...failed, period: period.previous(month), status: 'returned', reason: 'R03' } as const;
    const replacements = [{ replaced, payee: { accountId: 'acc-9' as AccountId, last4: '0129' } }];
    const [own, again] = linesOf(draw([entitlementOf(1)], { replacements }));
    expect(own).toMatchObject({ kind: 'NORMAL', period: month, batchNo: 'run-1-0001', line: 1 });
    expect(again).toMatchObject({
      kind: 'RETURN',
      causeId: replaced.id,
      replacesId: replaced.id,
      period: replaced.period,
      amountFen: 100_00,
      last4: '0129',
      status: 'planned',
      batchNo: 'run-1-0001',
      line: 2,
    });
    expect(again).not.toHaveProperty('reason');
    const existing = new Set([again?.id as PaymentId]);
    expect(linesOf(draw([], { replacements, existing }))).toEqual([]);
  });

  test('gives the same sum the same identity whoever draws it, and every line its own', () => {
    const [one] = linesOf(draw([entitlementOf(1)]));
    const [other] = linesOf(draw([entitlementOf(1)], {}, { id: 'run-2', drawnBy: 'FM-9' }));
    expect(one?.id).toBe(other?.id);
    expect(one?.id).toMatch(/^202612[0-9a-z]{26}$/);
    expect(one?.id).not.toBe(linesOf(draw([entitlementOf(2)]))[0]?.id);
  });
});

describe('drawing what is owed once', () => {
  const relief = entitlementOf(7, 0, { programme: 'TL_E', oneOffFen: 990_000, from: period.previous(month) });

  test('takes that and nothing else; a monthly run takes everything but that', () => {
    const both = [entitlementOf(1), relief];
    expect(linesOf(draw(both, {}, { kind: 'ONE_OFF' })).map(({ personId }) => personId)).toEqual(['p-7']);
    expect(linesOf(draw(both)).map(({ personId }) => personId)).toEqual(['p-1']);
  });

  test('gives it the identity of its decision, whatever month it is drawn in', () => {
    const [line] = linesOf(draw([relief], {}, { kind: 'ONE_OFF' }));
    expect(line).toMatchObject({ kind: 'ONE_OFF', causeId: 'dec-1', period: '2026-11', amountFen: 990_000 });
    const later = { kind: 'ONE_OFF', id: 'run-2', period: period.next(month) };
    const existing = new Set([line!.id]);
    expect(linesOf(draw([relief], {}, later))[0]?.id).toBe(line?.id);
    expect(linesOf(draw([relief], { existing }, later))).toEqual([]);
  });
});
