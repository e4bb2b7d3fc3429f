import { expect, test } from '@jest/globals';
import { median, quantile } from './statistics.ts';

const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

test.each([
  [0, 1],
  [0.5, 50],
  [0.99, 99],
  [1, 100],
])('of 1…100 the quantile %d is %d, whatever their order', (q, expected) => {
  expect(quantile(hundred, q)).toBe(expected);
});

test('one value is its own median; of none there is none', () => {
  expect(median([7])).toBe(7);
  expect(() => median([])).toThrow(RangeError);
});
