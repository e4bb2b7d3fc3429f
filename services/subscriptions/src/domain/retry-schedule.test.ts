import { describe, expect, test } from '@jest/globals';
import { pauseMs, restMs, STANDARD_PAUSES_S } from './retry-schedule.ts';

describe('the schedule of deliveries', () => {
  test('is the one of STANDARDS §6: ten attempts in about three days', () => {
    const pauses = STANDARD_PAUSES_S.map((_, attempts) => pauseMs(STANDARD_PAUSES_S, attempts, 0.5));
    expect(pauses).toEqual([
      0, 5_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, 50_400_000, 72_000_000, 86_400_000,
    ]);
    expect(pauseMs(STANDARD_PAUSES_S, 10, 0.5)).toBeUndefined();
    const hours = STANDARD_PAUSES_S.reduce((sum, pauseS) => sum + pauseS, 0) / 3_600;
    expect(Math.floor(hours)).toBe(75);
  });

  test('is spread by a fifth either way', () => {
    expect([0, 0.5, 1].map((chance) => pauseMs([0, 100], 1, chance))).toEqual([80_000, 100_000, 120_000]);
  });
});

test('an endpoint that takes nothing is asked about once a minute, however many wait for it', () => {
  expect([1, 2, 3, 100].map((rounds) => restMs(STANDARD_PAUSES_S, rounds, 0.5))).toEqual([
    5_000, 60_000, 60_000, 60_000,
  ]);
});
