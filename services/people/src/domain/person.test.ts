import { describe, expect, test } from '@jest/globals';
import { DivisionCode, instant, LocalDate, PersonId, StaffNo } from '@minzheng/types';
import { raise } from './desk-task.ts';
import { confirmAt, confirmMerge, isSamePerson, proposeMerge, register, rejectMerge } from './person.ts';
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

const codeOf = (decision: ReturnType<typeof confirmMerge>): string | undefined =>
  decision.ok ? undefined : decision.refusal.code;

describe('two ids that are one person', () => {
  const [reviewer, decider] = [StaffNo.parse('DR-1'), StaffNo.parse('DD-1')];
  const stays: Person = { ...registered(street), id: PersonId.parse('p2') };
  const proposal = {
    reason: 'earlier-id-number',
    proposedBy: reviewer,
    proposedAt: instant.parse('2026-03-02T09:00+08:00') ?? instant.startOfDay(today),
  } as const;

  function proposed(): Person {
    const decision = proposeMerge(registered(street), stays, proposal);
    if (!decision.ok) throw new Error('the proposal is valid');
    return decision.state;
  }

  test('are merged by a second officer, who tells everybody', () => {
    const decision = confirmMerge(proposed(), stays, decider);
    expect(decision).toMatchObject({
      state: { id, mergedInto: 'p2' },
      events: [
        {
          type: 'org.minzheng.people.person.merged.v1',
          subject: 'p1',
          data: { personId: 'p1', intoPersonId: 'p2' },
        },
      ],
    });
    expect(decision.ok && decision.state.merge).toBeUndefined();
  });

  test('stay two when it is rejected', () => {
    const decision = rejectMerge(proposed());
    expect(decision.ok && decision.state).toEqual(registered(street));
  });

  test.each([
    ['itself', () => proposeMerge(stays, stays, proposal), 'person.merge-with-itself'],
    [
      'one that was merged before',
      () => proposeMerge({ ...registered(street), mergedInto: stays.id }, stays, proposal),
      'person.merged-already',
    ],
    [
      'into one that was merged before',
      () => proposeMerge(registered(street), { ...stays, mergedInto: id }, proposal),
      'person.merged-already',
    ],
    [
      'into one that was merged since it was proposed',
      () => confirmMerge(proposed(), { ...stays, mergedInto: PersonId.parse('p3') }, decider),
      'person.merged-already',
    ],
    ['without a proposal', () => confirmMerge(registered(street), stays, decider), 'person.merge-not-proposed'],
    ['by its proposer', () => confirmMerge(proposed(), stays, reviewer), 'person.merge-confirmed-by-its-proposer'],
    ['twice', () => rejectMerge(registered(street)), 'person.merge-not-proposed'],
  ])('are not merged: %s', (_, decide, expected) => {
    expect(codeOf(decide())).toBe(expected);
  });
});
