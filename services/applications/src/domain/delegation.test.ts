import { describe, expect, test } from '@jest/globals';
import { LocalDate } from '@minzheng/types';
import { rememberDelegation, standsInFor } from './delegation.ts';

const day = (text: string): LocalDate => LocalDate.parse(text);
const absence = { fromStaffNo: 'SO-1', validFrom: day('2026-03-02'), validUntil: day('2026-03-06') };
const standIn = { id: 'SO-2', delegations: [absence] };

describe('who stands in for an absent colleague', () => {
  test.each([
    ['2026-03-01', []],
    ['2026-03-02', ['SO-1']],
    ['2026-03-06', ['SO-1']],
    ['2026-03-07', []],
  ])('on %s: %j', (today, expected) => {
    expect(standsInFor(standIn, day(today))).toEqual(expected);
  });

  test('is remembered once', () => {
    expect(rememberDelegation(undefined, 'SO-2', absence)).toMatchObject({ state: standIn });
    expect(rememberDelegation(standIn, 'SO-2', absence)).toBe('ignore');
  });

  test('is nobody where nothing is known', () => {
    expect(standsInFor(undefined, day('2026-03-02'))).toEqual([]);
  });
});
