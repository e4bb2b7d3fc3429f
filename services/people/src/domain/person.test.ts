import { describe, expect, test } from '@jest/globals';
import { DivisionCode, instant, LocalDate, PersonId } from '@minzheng/types';
import { raise } from './desk-task.ts';
import { confirmAt, isSamePerson, register } from './person.ts';
import type { Person } from './person.ts';
import { readIdentity } from './read-identity.ts';

const today = LocalDate.parse('2026-03-02');
const id = PersonId.parse('p1');
const district = DivisionCode.parse('330302');
const street = DivisionCode.parse('330302006');
const typed = { residentId: '33030219900101123５', name: ' 样例甲 ' };

function registered(divisionCode: DivisionCode): Person {
  const read = readIdentity(typed, today);
  if (!read.ok) throw new Error('the sample is valid');
  const decision = register({ id, identity: read.identity, divisionCode, on: today });
  if (!decision.ok) throw new Error('a registration is never refused');
  return decision.state;
}

describe('an identity as typed', () => {
  test('is normalised', () => {
    expect(readIdentity(typed, today)).toEqual({
      ok: true,
      identity: { residentId: '330302199001011235', name: '样例甲' },
    });
  });

  const refused: [why: string, change: Partial<typeof typed>, pointer: string, code: string][] = [
    ['a wrong check character', { residentId: '330302199001011236' }, '/residentId', 'person.resident-id-invalid'],
    [
      'a birth date that is not in the calendar',
      { residentId: '330302198502290012' },
      '/residentId',
      'person.resident-id-invalid',
    ],
    ['a name with symbols', { name: '样例#' }, '/name', 'person.name-invalid'],
  ];
  for (const [why, change, pointer, code] of refused)
    test(`${why} is refused at its field`, () => {
      expect(readIdentity({ ...typed, ...change }, today)).toEqual({
        ok: false,
        refusal: { code, errors: [{ pointer, code }] },
      });
    });
});

function divisionAfter(from: DivisionCode, to: DivisionCode): string {
  const decision = confirmAt(registered(from), to);
  if (!decision.ok) throw new Error('a confirmation is never refused');
  expect(decision.events).toEqual([]);
  return decision.state.divisionCode;
}

describe('a person', () => {
  test('is told of by a personId alone', () => {
    const read = readIdentity(typed, today);
    if (!read.ok) throw new Error('the sample is valid');
    const decision = register({ id, identity: read.identity, divisionCode: street, on: today });
    expect(decision.ok && decision.events.map(({ type, data }) => [type, data])).toEqual([
      ['org.minzheng.people.person.registered.v1', { personId: 'p1' }],
    ]);
  });

  test('is the same one under the same name only', () => {
    const person = registered(street);
    const identity = { residentId: person.residentId as never, name: '样例甲' };
    expect(isSamePerson(person, identity)).toBe(true);
    expect(isSamePerson(person, { ...identity, name: '样例乙' })).toBe(false);
  });

  test('passes from the district to the first street that confirms them, and to no other', () => {
    expect(divisionAfter(district, street)).toBe(street);
    expect(divisionAfter(street, DivisionCode.parse('330302026'))).toBe(street);
    expect(divisionAfter(street, district)).toBe(street);
    expect(divisionAfter(district, DivisionCode.parse('330303001'))).toBe(district);
  });
});

test('a desk task for one person and one stated name is raised once and then counted', () => {
  const mismatch = { id: 't1', personId: id, statedName: '样例乙', divisionCode: street };
  const first = raise(undefined, mismatch, instant.of(0));
  if (!first.ok) throw new Error('a task is never refused');
  const second = raise(first.state, mismatch, instant.of(5));
  expect(second.ok && second.state).toEqual({ ...first.state, tries: 2, lastAt: instant.of(5) });
});
