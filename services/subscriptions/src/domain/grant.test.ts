import { describe, expect, test } from '@jest/globals';
import { AgencyCode, CaseConfirmed, DivisionCode, GrantId, instant, LocalDate, PaymentSettled } from '@minzheng/types';
import { giveGrant, letsReceive, letsSend, letsSubscribe, publicTypes, revokeGrant } from './grant.ts';
import type { Asked, Grant } from './grant.ts';
import { PERSON_DECEASED } from './inbound-event.ts';

const at = instant.of(1_795_500_000_000);
const day = (text: string): LocalDate => LocalDate.parse(text);
const wuma = DivisionCode.parse('330302006');
const asked = {
  id: GrantId.parse('g-1'),
  agency: AgencyCode.parse('medical-insurance'),
  divisionCode: DivisionCode.parse('330302'),
  receives: [CaseConfirmed.type],
  sends: [PERSON_DECEASED],
  legalBasis: '浙江省社会救助条例',
  validFrom: day('2026-11-01'),
  validTo: day('2026-12-31'),
  givenBy: 'AD-1',
};

function given(changes: Partial<Asked> = {}): Grant {
  const decision = giveGrant({ ...asked, ...changes }, at);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.state;
}

describe('giving', () => {
  test.each([
    ['an internal event', { receives: ['org.minzheng.people.person.registered.v1'] }, '/receives/0'],
    ['an event nobody declared', { receives: ['org.minzheng.a.b.c.v1'] }, '/receives/0'],
    ['an event that we do not take', { sends: ['org.minzheng.inbound.person.moved.v1'] }, '/sends/0'],
  ])('%s is refused at its place', (_, changes, pointer) => {
    expect(giveGrant({ ...asked, ...changes }, at)).toMatchObject({
      ok: false,
      refusal: { code: 'grant.type-not-offered', errors: [{ pointer }] },
    });
  });

  test('nothing at all, or an end before the beginning, is refused', () => {
    expect(giveGrant({ ...asked, receives: [], sends: [] }, at)).toMatchObject({ ok: false });
    expect(giveGrant({ ...asked, validTo: day('2026-10-31') }, at)).toMatchObject({
      refusal: { code: 'grant.dates-reversed' },
    });
  });

  test('every public event can be granted, and is offered by its declaration alone', () => {
    expect(publicTypes).toContain(PaymentSettled.type);
    expect(given({ receives: [...publicTypes].slice(0, 50) }).status).toBe('given');
  });
});

describe('what may leave', () => {
  const fact = { type: CaseConfirmed.type, divisionCode: wuma, on: day('2026-11-20') };
  const today = day('2026-11-24');

  test.each([
    ['a fact of the division, within the dates', given(), fact, today, true],
    ['on the last day', given(), fact, day('2026-12-31'), true],
    ['the day after', given(), fact, day('2027-01-01'), false],
    ['a fact of before', given(), { ...fact, on: day('2026-10-31') }, today, false],
    ['another type', given(), { ...fact, type: PaymentSettled.type }, today, false],
    ['another district', given(), { ...fact, divisionCode: DivisionCode.parse('330303001') }, today, false],
    ['a fact of no division', given(), { ...fact, divisionCode: undefined }, today, false],
    ['a narrower grant', given({ divisionCode: DivisionCode.parse('330302026') }), fact, today, false],
  ])('%s', (_, grant, shared, on, isLet) => {
    expect(letsReceive([grant], shared, on)).toBe(isLet);
  });

  test('after the grant is revoked: nothing, whatever its dates say', () => {
    const revoked = revokeGrant(given(), at);
    if (!revoked.ok) throw new Error('not revoked');
    expect(letsReceive([revoked.state], fact, today)).toBe(false);
    expect(letsSend([revoked.state], PERSON_DECEASED, today)).toBe(false);
    expect(revokeGrant(revoked.state, at)).toMatchObject({ refusal: { code: 'grant.transition-not-there' } });
  });

  test('subscribing is possible ahead of the first day, sending is not', () => {
    const early = day('2026-10-01');
    expect(letsSubscribe([given()], CaseConfirmed.type, early)).toBe(true);
    expect(letsSubscribe([given()], CaseConfirmed.type, day('2027-01-01'))).toBe(false);
    expect(letsSend([given()], PERSON_DECEASED, early)).toBe(false);
    expect(letsSend([given()], PERSON_DECEASED, today)).toBe(true);
  });
});
