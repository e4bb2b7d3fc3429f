import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ceilDiv, ratio, wholeFen, wholeYuan } from './exact.ts';

const fraction = fc
  .record({ num: fc.integer({ min: -1_000_000, max: 1_000_000 }), den: fc.integer({ min: 1, max: 1_000 }) })
  .map(({ num, den }) => ratio.of(num, den));

describe('whole sums', () => {
  test.each([
    [0, 1, 0],
    [1, 1, 100],
    [100, 1, 100],
    [101, 1, 200],
    [199, 2, 100],
    [201, 2, 200],
  ])('%i over %i is %i fen, any part of a yuan a whole one', (amount, scale, expected) => {
    expect(wholeYuan(amount, scale)).toBe(expected);
    expect(ratio.wholeYuan(ratio.of(amount, scale))).toBe(expected);
  });

  test.each([
    [149, 100, 1],
    [150, 100, 2],
    [1, 3, 0],
    [2, 3, 1],
    [5, 1, 5],
  ])('%i over %i is %i to the nearest fen', (amount, scale, expected) =>
    expect(wholeFen(amount, scale)).toBe(expected),
  );

  test('a sum too large to be exact stops', () => {
    expect(() => wholeYuan(2 ** 53, 1)).toThrow(RangeError);
    expect(() => wholeFen(2 ** 53, 1)).toThrow(RangeError);
  });

  test('the least whole number not below', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 1, max: 10 ** 6 }), (a, b) => {
        const c = ceilDiv(a, b);
        return c * b >= a && (c - 1) * b < a;
      }),
    );
  });
});

describe('ratios', () => {
  test('add and subtract without a remainder', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        const back = ratio.minus(ratio.plus(a, b), b);
        return !ratio.isBelow(back, a) && !ratio.isBelow(a, back);
      }),
    );
  });

  test('are divided and multiplied back', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 1, max: 50 }), (a, by) => {
        const back = ratio.times(ratio.over(a, by), by);
        return !ratio.isBelow(back, a) && !ratio.isBelow(a, back);
      }),
    );
  });

  test('a third three times is one, and not a fen less', () => {
    const third = ratio.over(ratio.of(1), 3);
    const one = ratio.plus(ratio.plus(third, third), third);
    expect(ratio.isBelow(one, ratio.of(1))).toBe(false);
    expect(ratio.isBelow(ratio.of(1), one)).toBe(false);
  });

  test('nothing is below nothing', () => {
    expect(ratio.orZero(ratio.of(-1, 3))).toEqual(ratio.of(0));
    expect(ratio.orZero(ratio.of(1, 3))).toEqual(ratio.of(1, 3));
  });
});
