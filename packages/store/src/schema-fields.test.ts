import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { fieldsOf } from './schema-fields.ts';

describe('the fields of a schema', () => {
  test.each<[string, z.ZodType, string[]]>([
    ['an object', z.strictObject({ id: z.string(), a: z.int() }), ['a', 'id']],
    ['an object with a rule', z.object({ id: z.string() }).refine(() => true), ['id']],
    [
      'a union by status',
      z.discriminatedUnion('status', [
        z.object({ status: z.literal('a'), id: z.string() }),
        z.object({ status: z.literal('b'), b: z.int() }),
      ]),
      ['b', 'id', 'status'],
    ],
    ['an intersection', z.intersection(z.object({ id: z.string() }), z.object({ c: z.int() })), ['c', 'id']],
    ['a frozen object', z.object({ id: z.string() }).readonly(), ['id']],
  ])('of %s', (_, schema, fields) => {
    expect([...fieldsOf(schema)].toSorted((a, b) => a.localeCompare(b))).toEqual(fields);
  });

  test.each<[string, z.ZodType]>([
    ['a text', z.string()],
    ['anything', z.unknown()],
  ])('of %s are none, and it is refused as a state', (_, schema) => {
    expect(() => fieldsOf(schema)).toThrow(TypeError);
  });
});
