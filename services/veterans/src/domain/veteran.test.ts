import { describe, expect, test } from '@jest/globals';
import { DivisionCode } from '@minzheng/types';
import { disabled, first, register, rural, second, veteran } from '../../test/samples.ts';
import { confirmVeteran, rejectVeteran, VeteranStatus, veteranTransitions } from './veteran.ts';

const refusedWith = (code: string, more: object = {}) => ({ ok: false, refusal: { code, ...more } });

describe('registering', () => {
  test.each([
    ['a rural soldier', rural],
    ['a disabled veteran', disabled],
  ])('%s waits for a colleague, and nothing is told yet', (_, facts) => {
    expect(register(facts)).toMatchObject({
      ok: true,
      events: [],
      state: { status: 'registered', category: facts.category, registeredBy: 'VO-1' },
    });
  });

  test.each(['V02', 'V03', 'V04', 'V05', 'V06', 'V07', 'V08', 'V10', 'V11', 'V12', 'V13'])(
    '%s is refused by its name: what is not reckoned is never guessed',
    (category) => {
      expect(register({ category, grade: 1 })).toEqual(
        refusedWith('veteran.category-not-admitted', { params: { category } }),
      );
    },
  );

  test('V5: an illness of the eighth grade is not covered', () => {
    expect(register({ ...disabled, nature: 'illness', grade: 8 })).toEqual(
      refusedWith('veteran.not-covered', { params: { category: 'V01' } }),
    );
  });

  test.each([
    ['enlisted on the day of birth', { enlistedOn: '1965-12-01' }, '/facts/enlistedOn', 'field.too-small'],
    ['discharged on the day of enlistment', { dischargedOn: '1984-10-01' }, '/facts/dischargedOn', 'field.too-small'],
    ['discharged tomorrow', { dischargedOn: '2025-12-02' }, '/facts/dischargedOn', 'field.too-large'],
  ])('is refused at its field: %s', (_, change, pointer, code) => {
    const errors = [expect.objectContaining({ pointer, code })];
    expect(register({ ...rural, ...change })).toEqual(refusedWith('request.invalid', { errors }));
  });

  test('discharged today is still in order', () => {
    expect(register({ ...rural, dischargedOn: '2025-12-01' }).ok).toBe(true);
  });

  test.each(['330302', '330303001', '330302999'])('%s is no street of the district', (code) => {
    const errors = [{ pointer: '/divisionCode', code: 'field.not-in-list' }];
    expect(register(rural, { divisionCode: DivisionCode.parse(code) })).toEqual(
      refusedWith('request.invalid', { errors }),
    );
  });
});

describe('every command in every state', () => {
  const commands = { confirm: confirmVeteran, reject: rejectVeteran };
  const pairs = VeteranStatus.options.flatMap((status) =>
    (['confirm', 'reject'] as const).map((command) => ({ status, command })),
  );
  test.each(pairs)('$command when $status', ({ status, command }) => {
    const decision = commands[command](veteran({ status }), second);
    const leadsTo = (veteranTransitions[status] as Partial<Record<string, string>>)[command];
    if (leadsTo === undefined) {
      expect(decision).toEqual(refusedWith('veteran.transition-not-there', { params: { state: status, command } }));
    } else expect(decision).toMatchObject({ ok: true, state: { status: leadsTo, decidedBy: 'VO-2' } });
  });
});

describe('confirming', () => {
  test('is never done by whoever entered it', () => {
    expect(confirmVeteran(veteran(), first)).toEqual(refusedWith('veteran.confirmed-by-its-registrar'));
  });

  test('tells others the category and the day, and nothing of the service', () => {
    const decision = confirmVeteran(veteran(), second);
    expect(decision.ok && decision.events).toEqual([
      expect.objectContaining({
        type: 'org.minzheng.veterans.veteran.registered.v1',
        subject: 'v-1',
        personId: 'p-1',
        divisionCode: '330302006',
        data: { veteranId: 'v-1', category: 'V09', registeredOn: '2025-12-01' },
      }),
    ]);
  });

  test('rejecting tells nobody, and may be done by whoever entered it', () => {
    expect(rejectVeteran(veteran(), first)).toMatchObject({ ok: true, events: [], state: { status: 'rejected' } });
  });
});
