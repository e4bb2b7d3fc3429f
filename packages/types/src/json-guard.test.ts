import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { unfitJson } from './json-guard.ts';

const LIMITS = { depth: 32, names: 10_000, elements: 20_000 };

const nested = (depth: number): string => `${'{"a":['.repeat(depth / 2)}1${']}'.repeat(depth / 2)}`;
const named = (count: number): string => `{${Array.from({ length: count }, (_, i) => `"n${i}":1`).join(',')}}`;

describe('a JSON text is refused before it is parsed', () => {
  test.each([
    ['a depth of 33', nested(LIMITS.depth + 2), 'too-deep'],
    ['a million brackets', '['.repeat(1_000_000), 'too-deep'],
    ['10,001 names', named(LIMITS.names + 1), 'too-many-names'],
    ['a name twice', '{"a":1,"b":{"a":2},"a":3}', 'duplicate-name'],
    ['a name twice, once in disguise', '{"a":1,"\\u0061":2}', 'duplicate-name'],
    ['__proto__', '{"a":{"__proto__":{}}}', 'forbidden-name'],
    ['__proto__ in disguise', '{"\\u005f_proto__":{}}', 'forbidden-name'],
    ['an operator', '{"a":{"$ne":null}}', 'operator-name'],
    ['a dotted path', '{"a.b":1}', 'operator-name'],
    ['half a character', '{"a":"\\ud800"}', 'malformed-json'],
    ['20,001 commas', `[${'1,'.repeat(20_001)}1]`, 'too-many-elements'],
    ['constructor', '{"constructor":{"prototype":{}}}', 'forbidden-name'],
    ['a string without an end', '{"a', 'malformed-json'],
    ['a name with a broken escape', '{"\\u00":1}', 'malformed-json'],
    ['a name outside an object', '"a":1', 'malformed-json'],
  ])('%s', (_, text, fault) => {
    expect(unfitJson(text, LIMITS)).toBe(fault);
  });

  test.each([
    ['the greatest depth', nested(LIMITS.depth)],
    ['the most names', named(LIMITS.names)],
    ['the same name in two objects', '[{"a":1},{"a":2}]'],
    ['brackets and quotes within strings', '{"a":"}]\\"{[","b":"\\\\"}'],
    ['a forbidden word as a value', '{"a":"__proto__"}'],
  ])('but not %s', (_, text) => {
    expect(unfitJson(text, LIMITS)).toBeUndefined();
  });

  test('and nothing that JSON.stringify writes of plain data within the limits', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/__proto__|constructor|prototype|\$|\.|\\u/.test(text));
        expect(unfitJson(text, LIMITS)).toBeUndefined();
      }),
    );
  });

  test('1 MiB of anything takes less than 200 ms (row 44)', () => {
    for (const text of ['['.repeat(1_048_576), `"${'\\"'.repeat(500_000)}`, named(100_000), '"\\'.repeat(349_525)]) {
      const startMs = performance.now();
      unfitJson(text, LIMITS);
      expect(performance.now() - startMs).toBeLessThan(200);
    }
  });
});
