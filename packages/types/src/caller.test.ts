import { describe, expect, test } from '@jest/globals';
import { mayReach } from './caller.ts';
import type { Caller, Scope } from './caller.ts';
import { DivisionCode } from './divisions.ts';
import { PersonId } from './ids.ts';
import type { Role } from './roles.ts';

const wuma = DivisionCode.parse('330302006');
const songtai = DivisionCode.parse('330302026');
const district = DivisionCode.parse('330302');
const own = PersonId.parse('p1');
const caller = (roles: Role[], rest: Partial<Caller> = {}): Caller => ({ sub: 's', clientId: 'c', roles, ...rest });
const record: Scope = { division: wuma, personId: own };

describe('who may reach a record of a person in Wuma street', () => {
  test.each<[string, Caller | 'system', string | undefined]>([
    ['a job or a reaction', 'system', undefined],
    ['the resident', caller(['resident'], { personId: own }), undefined],
    ['another resident', caller(['resident'], { personId: PersonId.parse('p2') }), 'auth.not-yours'],
    ['a resident whose token names no person', caller(['resident']), 'auth.not-yours'],
    ['a resident with a division in the token', caller(['resident'], { division: wuma }), 'auth.not-yours'],
    ['an officer of the street', caller(['street-officer'], { division: wuma }), undefined],
    ['an officer of another street', caller(['street-officer'], { division: songtai }), 'auth.outside-division'],
    [
      'a street officer with a whole district',
      caller(['street-officer'], { division: district }),
      'auth.outside-division',
    ],
    ['an officer without a division', caller(['street-officer']), 'auth.outside-division'],
    ['the district decider', caller(['district-decider'], { division: district }), undefined],
    [
      'an officer who is a resident too',
      caller(['street-officer', 'resident'], { division: songtai, personId: own }),
      undefined,
    ],
    ['who runs the platform', caller(['sre'], { division: district }), 'auth.outside-division'],
    ['nobody in particular', caller([]), 'auth.not-yours'],
  ])('%s', (_, viewer, code) => {
    expect(mayReach(viewer, record)?.code).toBe(code);
  });

  test('a record of nobody and nowhere is reached by no caller', () => {
    expect(mayReach(caller(['district-decider'], { division: district }), {})).toBeDefined();
    expect(mayReach('system', {})).toBeUndefined();
  });
});
