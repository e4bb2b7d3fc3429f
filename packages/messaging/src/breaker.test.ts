import { describe, expect, test } from '@jest/globals';
import { Breaker } from './breaker.ts';

function breaker() {
  const state = { nowMs: 0, opened: 0 };
  const made = new Breaker({ monotonicMs: () => state.nowMs }, () => (state.opened += 1));
  return { made, state };
}

describe('the breaker of a group', () => {
  test.each([
    ['one in a hundred', 1_000, 10],
    ['one in twenty', 1_000, 50],
    ['all of a hundred', 100, 100],
    ['none', 100_000, 0],
  ])('lets the group go on when %s could not be taken', (_, messages, refused) => {
    const { made, state } = breaker();
    made.record(messages, refused);
    expect([made.isOpen, state.opened]).toEqual([false, 0]);
  });

  test('stops the group for a minute when more than one in twenty could not be taken, and says so once', () => {
    const { made, state } = breaker();
    made.record(100, 5);
    made.record(100, 6);
    expect([made.isOpen, state.opened]).toEqual([true, 1]);
    state.nowMs = 59_999;
    expect(made.isOpen).toBe(true);
    state.nowMs = 60_000;
    expect(made.isOpen).toBe(false);
  });

  test('begins to count anew afterwards, and stops the group again when nothing has changed', () => {
    const { made, state } = breaker();
    made.record(200, 200);
    state.nowMs = 60_000;
    made.record(100, 100);
    expect(made.isOpen).toBe(false);
    made.record(100, 100);
    expect([made.isOpen, state.opened]).toEqual([true, 2]);
  });

  test('forgets what is older than a minute', () => {
    const { made, state } = breaker();
    made.record(190, 190);
    state.nowMs = 60_001;
    made.record(190, 0);
    made.record(10, 10);
    expect(made.isOpen).toBe(false);
  });
});
