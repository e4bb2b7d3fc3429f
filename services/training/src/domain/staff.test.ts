import { describe, expect, test } from '@jest/globals';
import { DivisionCode, LocalDate, StaffAccessEnded, StaffDelegated, StaffNo } from '@minzheng/types';
import type { Decision } from '@minzheng/types';
import { delegate, endAccess, registerStaff } from './staff.ts';
import type { Delegation, Staff, StaffCommand } from './staff.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const today = day('2026-11-26');
const id = StaffNo.parse('SO-1');
const colleague = StaffNo.parse('SO-2');
const registration = { id, unit: '救助科', divisionCode: DivisionCode.parse('330302006') };
const active: Staff = { ...registration, status: 'active', registeredOn: today, delegations: [] };
const states = { active, 'access-ended': { ...active, status: 'access-ended', endedOn: today } } as const;
const from = (first: string, last: string, toStaffNo = colleague): Delegation => ({
  toStaffNo,
  validFrom: day(first),
  validUntil: day(last),
});
const week = from('2026-12-01', '2026-12-07');

const commands: Record<StaffCommand, (staff: Staff) => Decision<Staff>> = {
  delegate: (staff) => delegate(staff, week, today),
  'end-access': (staff) => endAccess(staff, today),
};

describe('every state and every command', () => {
  test.each<[keyof typeof states, StaffCommand, Staff['status'] | undefined]>([
    ['active', 'delegate', 'active'],
    ['active', 'end-access', 'access-ended'],
    ['access-ended', 'delegate', undefined],
    ['access-ended', 'end-access', undefined],
  ])('%s, %s → %s', (state, command, to) => {
    const decision = commands[command](states[state]);
    if (to === undefined) expect(decision).toMatchObject({ ok: false, refusal: { code: 'staff.access-ended' } });
    else expect(decision).toMatchObject({ ok: true, state: { status: to } });
  });
});

test('a staff number is registered once, whoever held it', () => {
  expect(registerStaff(undefined, registration, today)).toMatchObject({ ok: true, state: active, events: [] });
  for (const known of Object.values(states)) {
    expect(registerStaff(known, registration, today)).toMatchObject({ refusal: { code: 'staff.already-registered' } });
  }
});

test('who leaves is named to everybody, once, with the day', () => {
  const decision = endAccess(active, today);
  expect(decision).toMatchObject({
    state: { endedOn: today },
    events: [{ type: StaffAccessEnded.type, subject: id, data: { staffNo: id, endedOn: today } }],
  });
});

describe('standing in for somebody who is absent', () => {
  test('is told with both numbers and both days', () => {
    expect(delegate(active, week, today)).toMatchObject({
      state: { delegations: [week] },
      events: [{ type: StaffDelegated.type, subject: id, data: { fromStaffNo: id, ...week } }],
    });
  });

  test.each<[string, Delegation, string]>([
    ['by oneself', { ...week, toStaffNo: id }, 'delegation.to-oneself'],
    ['from yesterday', from('2026-11-25', '2026-12-01'), 'delegation.dates-invalid'],
    ['until the day before the first', from('2026-12-02', '2026-12-01'), 'delegation.dates-invalid'],
  ])('%s is refused', (_, delegation, code) => {
    expect(delegate(active, delegation, today)).toMatchObject({ ok: false, refusal: { code } });
  });

  test.each([
    ['2026-12-07', '2026-12-09', false],
    ['2026-11-28', '2026-12-01', false],
    ['2026-12-03', '2026-12-04', false],
    ['2026-12-08', '2026-12-09', true],
    ['2026-11-26', '2026-11-30', true],
  ])('beside the first week of December, from %s to %s: %s', (first, last, isFree) => {
    const absent = { ...active, delegations: [week] };
    const decision = delegate(absent, from(first, last, StaffNo.parse('SO-3')), today);
    expect(decision.ok).toBe(isFree);
    if (!isFree) expect(decision).toMatchObject({ refusal: { code: 'delegation.overlaps' } });
  });

  test('forgets what has ended, and ends at twenty that have not', () => {
    const past = from('2026-11-01', '2026-11-25');
    expect(delegate({ ...active, delegations: [past] }, week, today)).toMatchObject({ state: { delegations: [week] } });
    const twenty = Array.from({ length: 20 }, (_, i) => from(`2027-01-${i + 10}`, `2027-01-${i + 10}`));
    expect(delegate({ ...active, delegations: twenty }, week, today)).toMatchObject({
      ok: false,
      refusal: { code: 'delegation.too-many' },
    });
  });
});
