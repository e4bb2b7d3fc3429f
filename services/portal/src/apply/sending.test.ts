import { expect, test } from '@jest/globals';
import { sendingOf } from './sending.ts';

const keys = (): (() => string) => {
  let count = 0;
  return () => `key-${(count += 1)}`;
};

test('the same body goes under the same key again, a changed one under a new key', () => {
  const newKey = keys();
  const first = sendingOf(undefined, 'a', newKey);
  expect(sendingOf(first, 'a', newKey)).toBe(first);
  expect(sendingOf(first, 'b', newKey)).toEqual({ key: 'key-2', body: 'b' });
});
