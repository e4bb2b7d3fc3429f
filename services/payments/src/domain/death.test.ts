import { describe, expect, test } from '@jest/globals';
import { LocalDate, Period } from '@minzheng/types';
import { at, entitlementOf } from '../../test/samples.ts';
import { endAtDeath, lastMonthOf } from './death.ts';
import { endEntitlement, isDueIn } from './entitlement.ts';
import type { Entitlement } from './entitlement.ts';

const month = (text: string): Period => Period.parse(text);
/** Every decision is in. */
const decidedBy = LocalDate.parse('2027-12-31');
const entitlement: Entitlement = { ...entitlementOf(1), from: month('2026-01') };

function ended(state: Entitlement, lastMonth: Period): Entitlement {
  const decision = endAtDeath(state, lastMonth);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

// PAY-2: death in month M: month M is due; first stop month M+1.
describe('a death in November', () => {
  const { id } = { id: entitlement.personId };
  const lastMonth = lastMonthOf({ id, diedOn: LocalDate.parse('2026-11-01'), toldAt: at });

  test('November is due, whatever the day; December is not', () => {
    const state = ended(entitlement, lastMonth);
    expect(state.status).toBe('ended');
    expect(isDueIn(state, month('2026-11'), decidedBy)).toBe(true);
    expect(isDueIn(state, month('2026-12'), decidedBy)).toBe(false);
  });

  test('what begins later is never due', () => {
    const state = ended({ ...entitlement, from: month('2027-01') }, lastMonth);
    expect(isDueIn(state, month('2027-01'), decidedBy)).toBe(false);
  });

  test.each([
    ['2026-10', '2026-10'],
    ['2027-03', '2026-11'],
  ])('what would have ended with %s ends with %s', (until, is) => {
    const before = endEntitlement(entitlement, month(until));
    if (!before.ok) throw new Error('not ended');
    expect(ended(before.state, lastMonth).until).toBe(is);
  });
});
