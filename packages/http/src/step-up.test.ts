import { describe, expect, test } from '@jest/globals';
import { Refused } from '@minzheng/store';
import type { Caller } from '@minzheng/types';
import { isSteppedUp, requireStepUp } from './step-up.ts';

const nowS = 1_700_000_000;
const clock = { nowMs: () => nowS * 1_000 };
const caller = (proof: Pick<Caller, 'acr' | 'authTime'>): Caller => ({ sub: 's', clientId: 'c', roles: [], ...proof });

describe('a second factor', () => {
  test.each<[string, Pick<Caller, 'acr' | 'authTime'>, boolean]>([
    ['shown just now', { acr: 'mfa', authTime: nowS }, true],
    ['shown ten minutes ago', { acr: 'mfa', authTime: nowS - 600 }, true],
    ['shown longer ago', { acr: 'mfa', authTime: nowS - 601 }, false],
    ['of no known time', { acr: 'mfa' }, false],
    ['of another level', { acr: 'pwd', authTime: nowS }, false],
    ['never shown', { authTime: nowS }, false],
  ])('%s', (_, proof, isEnough) => {
    expect(isSteppedUp(caller(proof), clock)).toBe(isEnough);
  });

  test('is asked for by the routes that say so, and by no other', () => {
    expect(() => requireStepUp({}, caller({}), clock)).not.toThrow();
    expect(() => requireStepUp({ stepUp: true }, caller({}), clock)).toThrow(Refused);
  });
});
