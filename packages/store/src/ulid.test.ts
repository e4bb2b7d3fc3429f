import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ulid, ulidAbove } from './ulid.ts';

const TIME = fc.integer({ min: 0, max: 2 ** 48 - 2 });

test('ids of later milliseconds sort later', () => {
  fc.assert(fc.property(TIME, (ms) => ulid(ms) < ulid(ms + 1)));
});

test('an id has 26 characters without those that are easily mistaken', () => {
  fc.assert(fc.property(TIME, (ms) => /^[0-9a-hjkmnp-tv-z]{26}$/.test(ulid(ms))));
});

test('an id above a floor is greater whatever the clock says', () => {
  fc.assert(
    fc.property(TIME, TIME, (before, now) => {
      const floor = ulid(before);
      return ulidAbove(floor, now) > floor;
    }),
  );
});

test('a thousand ids above one another rise strictly while the clock stands behind them', () => {
  let last = ulid(2_000_000_000_000);
  for (let i = 0; i < 1_000; i += 1) {
    const next = ulidAbove(last, 1_000_000_000_000);
    expect(next > last).toBe(true);
    last = next;
  }
});

test('ids of one millisecond are not alike', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => ulid(0))).size).toBe(1_000);
});
