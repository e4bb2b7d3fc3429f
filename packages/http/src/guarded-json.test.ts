import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { guardedJson } from './guarded-json.ts';

const read = (text: string): ReturnType<typeof guardedJson> => guardedJson(Buffer.from(text, 'utf8'));
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const named = (count: number): string => `{${Array.from({ length: count }, (_, i) => `"k${i}":1`).join(',')}}`;

describe('JSON from a stranger', () => {
  test.each([
    ['nothing closed', '{"a":1', 'request.malformed-json'],
    ['a string without its end', '{"a":"b', 'request.malformed-json'],
    ['a trailing comma', '{"a":1,}', 'request.malformed-json'],
    ['a comment', '{"a":1/* no */}', 'request.malformed-json'],
    ['NaN', '{"a":NaN}', 'request.malformed-json'],
    ['two values', '{}{}', 'request.malformed-json'],
    ['a bracket too many', '{}}', 'request.malformed-json'],
    ['half a character', '{"a":"\\ud800"}', 'request.malformed-json'],
    ['the same name twice', '{"a":1,"a":2}', 'request.duplicate-key'],
    ['the same name twice, once in disguise', '{"a":1,"\\u0061":2}', 'request.duplicate-key'],
    ['the same name twice, deep inside', '{"x":[{"a":{"b":1,"b":1}}]}', 'request.duplicate-key'],
    ['__proto__', '{"__proto__":{"isAdmin":true}}', 'request.unknown-field'],
    ['__proto__ in disguise', '{"\\u005f_proto__":{}}', 'request.unknown-field'],
    ['constructor.prototype', '{"constructor":{"prototype":{}}}', 'request.unknown-field'],
    ['an operator', '{"id":{"$ne":null}}', 'request.operator-not-allowed'],
    ['an operator in disguise', '{"id":{"\\u0024ne":null}}', 'request.operator-not-allowed'],
    ['a dotted path', '{"a.b":1}', 'request.operator-not-allowed'],
    ['21 levels', nested(21), 'request.too-deep'],
    ['5,000 levels', nested(5_000), 'request.too-deep'],
    ['1,001 names', named(1_001), 'request.body-too-large'],
    ['20,000 elements', `[${'1,'.repeat(20_000)}1]`, 'request.body-too-large'],
  ])('is refused with %s', (_, text, code) => {
    expect(read(text)).toEqual({ ok: false, code });
  });

  test('is refused where it is not UTF-8', () => {
    expect(guardedJson(Buffer.from([0x22, 0xff, 0x22]))).toEqual({ ok: false, code: 'request.malformed-json' });
  });

  test.each([
    ['20 levels', nested(20)],
    ['1,000 names', named(1_000)],
    ['rare characters', '{"name":"𠮷㛃·"}'],
    ['brackets, commas and quotes inside strings', '{"a":"{[,\\"}]","b":["a","a"],"c":{"a":1}}'],
    ['names that only look like one another', '{"a":{"a":{"a":"a"}},"b":[{"a":1},{"a":1}]}'],
    ['a backslash before the closing quote', '{"a":"\\\\","b":"\\\\\\\\"}'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test('gives what JSON.parse gives, for any JSON within the limits', () => {
    const names = fc
      .string({ maxLength: 5 })
      .filter((name) => !/^\$|[.\0]|^(?:__proto__|constructor|prototype)$/.test(name));
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('node'), { maxLength: 4 }),
      map: fc.dictionary(names, tie('node'), { maxKeys: 4 }),
    })).node;
    fc.assert(
      fc.property(value, (any) => {
        const text = JSON.stringify(any);
        expect(read(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  test('never throws, whatever the bytes are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof guardedJson(bytes).ok === 'boolean'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'a', '1')), (parts) => {
        const text = parts.join('');
        const isRead = read(text).ok;
        expect(isRead && !isJson(text)).toBe(false);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
