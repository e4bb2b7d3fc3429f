import { expect, test } from '@jest/globals';
import { LocalDate } from '@minzheng/types';
import type { CaseDecision } from './case-decision.ts';
import { remedyOf } from './remedy.ts';

const decided = (outcome: CaseDecision['outcome'], on: string): CaseDecision =>
  ({ outcome, decidedOn: LocalDate.parse(on) }) as CaseDecision;

test.each([
  ['2026-03-02', '2026-05-06', 'the sixtieth day, 1 May, is in the Labour Day holiday: the first day that is worked'],
  ['2026-06-01', '2026-07-31', 'a Friday'],
  ['2026-06-02', '2026-08-03', 'the sixtieth day is a Saturday'],
])('a refusal of %s can be contested until %s: %s', (on, reviewBy) => {
  expect(remedyOf(decided('refused', on))).toEqual({ reviewBy, provisional: false });
});

test('a last day in a year whose holidays are not known yet is provisional', () => {
  expect(remedyOf(decided('refused', '2026-11-26'))).toEqual({ reviewBy: '2027-01-25', provisional: true });
});

test('a decision in one’s favour has none', () => {
  expect(remedyOf(decided('confirmed', '2026-03-02'))).toBeUndefined();
});
