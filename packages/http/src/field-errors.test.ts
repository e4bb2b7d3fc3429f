import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { invalid } from './field-errors.ts';
import { validate } from './validate.ts';

const Body = z.strictObject({
  programme: z.enum(['DB', 'DBB']),
  members: z
    .array(z.strictObject({ personId: z.string().min(3).max(10), 'a/b~c': z.int().optional() }))
    .min(1)
    .max(2),
  vehicles: z.int().min(0).max(9),
});

const member = { personId: 'p-1' };
const good = { programme: 'DB', members: [member], vehicles: 0 };

describe('what is wrong with a body', () => {
  test.each<[string, object, string, { pointer: string; code: string; params?: object }]>([
    [
      'a missing field',
      { ...good, vehicles: undefined },
      'request.invalid',
      { pointer: '/vehicles', code: 'field.required' },
    ],
    [
      'a missing choice',
      { ...good, programme: undefined },
      'request.invalid',
      { pointer: '/programme', code: 'field.required' },
    ],
    [
      'a text for a number',
      { ...good, vehicles: '0' },
      'request.invalid',
      { pointer: '/vehicles', code: 'field.wrong-type' },
    ],
    ['a fraction', { ...good, vehicles: 0.5 }, 'request.invalid', { pointer: '/vehicles', code: 'field.wrong-type' }],
    [
      'an object for a text',
      { ...good, members: [{ personId: {} }] },
      'request.invalid',
      { pointer: '/members/0/personId', code: 'field.wrong-type' },
    ],
    [
      'no such choice',
      { ...good, programme: 'X' },
      'request.invalid',
      { pointer: '/programme', code: 'field.not-in-list' },
    ],
    [
      'too short',
      { ...good, members: [{ personId: 'p' }] },
      'request.invalid',
      { pointer: '/members/0/personId', code: 'field.too-short', params: { minimum: 3 } },
    ],
    [
      'too long',
      { ...good, members: [{ personId: 'p'.repeat(11) }] },
      'request.invalid',
      { pointer: '/members/0/personId', code: 'field.too-long', params: { maximum: 10 } },
    ],
    [
      'too few',
      { ...good, members: [] },
      'request.invalid',
      { pointer: '/members', code: 'field.too-few', params: { minimum: 1 } },
    ],
    [
      'too many',
      { ...good, members: [member, member, member] },
      'request.invalid',
      { pointer: '/members', code: 'field.too-many', params: { maximum: 2 } },
    ],
    [
      'too small',
      { ...good, vehicles: -1 },
      'request.invalid',
      { pointer: '/vehicles', code: 'field.too-small', params: { minimum: 0 } },
    ],
    [
      'too large',
      { ...good, vehicles: 10 },
      'request.invalid',
      { pointer: '/vehicles', code: 'field.too-large', params: { maximum: 9 } },
    ],
    [
      'an unknown field',
      { ...good, status: 'confirmed' },
      'request.unknown-field',
      { pointer: '/status', code: 'field.unknown' },
    ],
    [
      'an unknown field inside',
      { ...good, members: [{ ...member, 'x/y~z': 1 }] },
      'request.unknown-field',
      { pointer: '/members/0/x~1y~0z', code: 'field.unknown' },
    ],
  ])('%s is named by its pointer', (_, body, code, expected) => {
    const { error } = validate(Body, body);
    expect(error && invalid(error)).toEqual({ code, errors: [expected] });
  });

  test('lists every field at fault, at most fifty', () => {
    const many = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`field${i}`, 1]));
    const { error } = validate(Body, many);
    expect(error && invalid(error).errors).toHaveLength(50);
  });
});
