import { expect, test } from '@jest/globals';
import { fingerprint } from './fingerprint.ts';

const params = { id: 'a-1' };

test('the order of names does not matter, that of a list does', () => {
  const asked = fingerprint({ params, body: { a: 1, b: [{ c: 1, d: 2 }, 3] } });
  expect(fingerprint({ params, body: { b: [{ d: 2, c: 1 }, 3], a: 1 } })).toBe(asked);
  expect(fingerprint({ params, body: { a: 1, b: [3, { c: 1, d: 2 }] } })).not.toBe(asked);
});

test.each([
  ['another value', { params, body: { a: 2 } }],
  ['another path', { params: { id: 'a-2' }, body: { a: 1 } }],
  ['text for a number', { params, body: { a: '1' } }],
])('%s is another command', (_, other) => {
  expect(fingerprint(other)).not.toBe(fingerprint({ params, body: { a: 1 } }));
});
