import { beforeEach, expect, test } from '@jest/globals';
import { DivisionCode, PersonId } from '@minzheng/types';
import type { Caller, CloudEvent, Role } from '@minzheng/types';
import { Audience } from './audience.ts';

let audience: Audience;
let told: string[];

beforeEach(() => {
  audience = new Audience();
  told = [];
});

interface As {
  readonly role: Role;
  readonly division?: string;
  readonly personId?: string;
}

function listen(name: string, { role, division, personId }: As): () => void {
  const caller: Caller = {
    sub: name,
    clientId: name,
    roles: [role],
    ...(division !== undefined && { division: DivisionCode.parse(division) }),
    ...(personId !== undefined && { personId: PersonId.parse(personId) }),
  };
  return audience.add({ caller, tell: ({ type, subject }) => told.push(`${name}: ${type} ${subject}`) });
}

const happened = (more: { divisioncode?: string; personid?: string }): void =>
  audience.tell({ type: 't', subject: 's', ...more } as unknown as CloudEvent);

test('an event reaches the person, the street it happened in and the district around it, each once', () => {
  listen('resident', { role: 'resident', personId: 'p-1' });
  listen('street', { role: 'street-officer', division: '330302006' });
  listen('district', { role: 'district-reviewer', division: '330302' });
  happened({ divisioncode: '330302006', personid: 'p-1' });
  expect(told.toSorted()).toEqual(['district: t s', 'resident: t s', 'street: t s']);
});

test.each<[string, As]>([
  ['another resident', { role: 'resident', personId: 'p-2' }],
  ['a resident without a person', { role: 'resident', division: '330302006' }],
  ['another street', { role: 'street-officer', division: '330302026' }],
  ['a street officer whose code is a whole district', { role: 'street-officer', division: '330302' }],
  ['another district', { role: 'district-reviewer', division: '330303' }],
  ['an officer who is its person, but no resident', { role: 'street-officer', division: '330302026', personId: 'p-1' }],
  ['who keeps the platform running', { role: 'sre', division: '330302' }],
])('it does not reach %s', (_, as) => {
  listen('somebody', as);
  happened({ divisioncode: '330302006', personid: 'p-1' });
  expect(told).toEqual([]);
});

test('an event of nobody reaches nobody', () => {
  listen('district', { role: 'district-reviewer', division: '330302' });
  happened({});
  expect(told).toEqual([]);
});

test('who has left hears no more', () => {
  const leave = listen('resident', { role: 'resident', personId: 'p-1' });
  listen('twin', { role: 'resident', personId: 'p-1' });
  leave();
  happened({ personid: 'p-1' });
  expect(told).toEqual(['twin: t s']);
});

test('what a run does line by line reaches its person, and no office', () => {
  const leave = listen('resident', { role: 'resident', personId: 'p-1' });
  listen('street', { role: 'street-officer', division: '330302006' });
  expect([audience.hears('p-1'), audience.hears('p-2'), audience.hears(undefined)]).toEqual([true, false, false]);
  audience.tellPerson({ type: 't', subject: 's', personid: 'p-1', divisioncode: '330302006' } as unknown as CloudEvent);
  expect(told).toEqual(['resident: t s']);
  leave();
  expect(audience.hears('p-1')).toBe(false);
});
