import { describe, expect, test } from '@jest/globals';
import { instant } from '@minzheng/types';
import { backoffMs } from './backoff.ts';
import { heldDeadlines } from './held-deadlines.ts';

const deadline = { kind: 'notice.ends', subject: 'a-1', dueAt: instant.of(0) };
const middle = (): number => 0.5;

describe('a deadline that failed', () => {
  test('waits 1, 2, 4 … and at most 30 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 60].map((failures) => backoffMs(failures, 0.5))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });

  test('waits up to a fifth less or more, so that many do not come back at once', () => {
    expect(backoffMs(1, 0)).toBe(800);
    expect(backoffMs(1, 0.999_999)).toBe(1_200);
  });

  test('is held until its time, and longer after each failure', () => {
    const held = heldDeadlines(middle);
    expect(held.isHeld(deadline, 0)).toBe(false);
    expect(held.hold(deadline, 0)).toBe(1);
    expect([999, 1_000].map((nowMs) => held.isHeld(deadline, nowMs))).toEqual([true, false]);
    expect(held.hold(deadline, 1_000)).toBe(2);
    expect([2_999, 3_000].map((nowMs) => held.isHeld(deadline, nowMs))).toEqual([true, false]);
  });

  test('starts anew when it is set anew, and is forgotten when it is due no more', () => {
    const held = heldDeadlines(middle);
    held.hold(deadline, 0);
    expect(held.isHeld({ ...deadline, dueAt: instant.of(5) }, 1)).toBe(false);
    held.keepOnly([]);
    expect(held.size).toBe(0);
    expect(held.isHeld(deadline, 1)).toBe(false);
  });

  test('that is still there after a run that ended well is known as left', () => {
    const held = heldDeadlines(middle);
    held.hold(deadline, 0);
    expect(held.isLeft(deadline)).toBe(false);
    held.end(deadline, 1_000);
    expect(held.isLeft(deadline)).toBe(true);
    expect(held.isHeld(deadline, 1_001)).toBe(true);
  });
});
