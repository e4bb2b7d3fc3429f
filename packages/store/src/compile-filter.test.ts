import { describe, expect, test } from '@jest/globals';
import { DivisionCode, PersonId } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import { compileFilter, compilePage, reachFilter } from './compile-filter.ts';
import type { Kind } from './kind.ts';

const kind = {
  name: 'cases',
  fields: new Set(['id', 'status', 'personId', 'division', 'holder', 'members']),
  sealedFields: new Set(['holder']),
  scopeFields: { division: 'division', personId: 'personId' },
} as unknown as Kind;

describe('a filter', () => {
  test('becomes a query: id, equality, our own operators, dotted paths', () => {
    expect(compileFilter(kind, { id: 'c1', status: { $in: ['a', 'b'] }, 'members.personId': 'p1' })).toEqual({
      _id: { $eq: 'c1' },
      status: { $in: ['a', 'b'] },
      'members.personId': { $eq: 'p1' },
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ['an unknown field', { colour: 'red' }],
    ['a field of the store itself', { version: 1 }],
    ['a sealed field', { holder: 'x' }],
    ['an operator in place of a field', { $where: 'true' }],
    ['an operator that is not ours', { status: { $regex: '.*' } }],
    ['an operator with an object in it', { status: { $ne: { $gt: '' } } }],
    ['an object as a value', { status: { a: 1 } }],
    ['an empty object', { status: {} }],
    ['a list as a value', { status: ['a'] }],
    ['nothing as a value', { status: undefined }],
  ])('with %s is refused', (_, filter) => {
    expect(() => compileFilter(kind, filter)).toThrow(TypeError);
  });
});

const caller = (more: Partial<Caller>): Caller => ({ sub: 's', clientId: 'c', roles: ['resident'], ...more });

describe('what a viewer reaches', () => {
  test('is everything for the system, own rows for a resident, a prefix for an officer, nothing for anybody else', () => {
    const division = DivisionCode.parse('330302006');
    expect(reachFilter(kind, 'system')).toEqual({});
    expect(reachFilter(kind, caller({ personId: PersonId.parse('p1') }))).toEqual({ $or: [{ personId: 'p1' }] });
    expect(reachFilter(kind, caller({ roles: ['street-officer'], division }))).toEqual({
      $or: [{ division: { $regex: '^330302006' } }],
    });
    expect(reachFilter(kind, caller({ roles: ['sre'] }))).toEqual({ _id: { $in: [] } });
  });
});

describe('a page', () => {
  test.each([0, -1, 1_001, 1.5, Number.NaN])('of %d rows is refused', (limit) => {
    expect(() => compilePage(kind, { limit })).toThrow(RangeError);
  });

  test('goes on after the last row by sort field and id', () => {
    const sort = { by: 'status', order: 'descending' } as const;
    expect(compilePage(kind, { sort, limit: 5, after: { id: 'c1', value: 'open' } })).toEqual({
      start: { $or: [{ status: { $lt: 'open' } }, { status: 'open', _id: { $lt: 'c1' } }] },
      sort: { status: -1, _id: -1 },
      limit: 5,
    });
    expect(() => compilePage(kind, { sort, limit: 5, after: { id: 'c1' } })).toThrow(TypeError);
  });
});
