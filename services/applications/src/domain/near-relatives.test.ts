import { describe, expect, test } from '@jest/globals';
import { PersonId } from '@minzheng/types';
import type { Application } from './application-state.ts';
import { declare, mustStandAside } from './near-relatives.ts';
import type { NearRelatives } from './near-relatives.ts';

const [child, stranger] = ['person-child', 'person-else'].map((id) => PersonId.parse(id)) as [PersonId, PersonId];
const household = { members: [{ personId: child, relation: 'child' }] } as unknown as Application;
const of = (...personIds: PersonId[]): NearRelatives => ({ id: 'SO-1', personIds });

describe('a near relative of the household stands aside (DOMAIN §2.4)', () => {
  test.each<[why: string, declarations: NearRelatives[], expected: boolean]>([
    ['nobody has declared anything', [], false],
    ['relatives of another household', [of(stranger)], false],
    ['one of several relatives', [of(stranger, child)], true],
    ['one of several officers', [of(stranger), of(child)], true],
    ['a declaration taken back', [of()], false],
  ])('%s: %s', (_, declarations, expected) => {
    expect(mustStandAside(declarations, household, (id) => id)).toBe(expected);
  });

  test('whoever is declared twice stands once', () => {
    expect(declare('SO-1', [child, child])).toMatchObject({ state: { id: 'SO-1', personIds: [child] } });
  });
});
