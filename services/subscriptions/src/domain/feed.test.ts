import { describe, expect, test } from '@jest/globals';
import { instant } from '@minzheng/types';
import type { Instant } from '@minzheng/types';
import { at, pausesS, subscription, yes } from '../../test/samples.ts';
import type { Answer } from './delivery.ts';
import {
  AT_ONCE,
  beginReplay,
  claimFeed,
  concludeRound,
  isClaimedByAnother,
  newFeed,
  PATIENCE_MS,
  reasonToDisable,
  REPLAY_DAYS,
  roundSize,
} from './feed.ts';
import type { Attempted, Feed } from './feed.ts';

const how = { at, chance: 0.5, pausesS };
const feed = newFeed(subscription.id);
const attempt = (answer: Answer, firstAt?: Instant, isLast = false): Attempted => ({
  delivery: { ...(firstAt && { firstAt }) },
  answer,
  isLast,
});
const down = attempt({ problem: 'no-connection' });
const up = attempt({ status: 200 });

describe('an endpoint that takes nothing', () => {
  test('rests, longer each time, and is then asked with one delivery at a time', () => {
    expect(roundSize(feed)).toBe(AT_ONCE);
    const once = yes(concludeRound(feed, [down, down], how));
    expect(once).toMatchObject({ failedRounds: 1, failingSince: at, restUntil: instant.plus(at, 5_000) });
    expect(roundSize(once)).toBe(1);
    const twice = yes(concludeRound(once, [down], { ...how, at: instant.plus(at, 5_000) }));
    expect(twice).toMatchObject({ failedRounds: 2, failingSince: at, restUntil: instant.plus(at, 65_000) });
  });

  test('is well again with the first event that it takes', () => {
    const once = yes(concludeRound(feed, [down], how));
    const well = yes(concludeRound(once, [up], how));
    expect(well).toEqual({ ...feed, failedRounds: 0, lastTakenAt: at });
  });

  test('one that takes some and not others goes on at once', () => {
    expect(yes(concludeRound(feed, [up, down], how))).toEqual({ ...feed, lastTakenAt: at });
  });

  test('one that has too much to do is left alone for as long as it asks', () => {
    const slow = attempt({ status: 429, retryAfterMs: 90_000 });
    expect(yes(concludeRound(feed, [up, slow], how)).restUntil).toBe(instant.plus(at, 90_000));
  });
});

describe('a subscription is disabled', () => {
  const failing = (ms: number): Feed => ({ ...feed, failedRounds: 9, failingSince: instant.plus(at, -ms) });

  test.each([
    ['gone: it said so', feed, [up, attempt({ status: 410 })], 'gone'],
    ['refused: it leads to where we do not call', feed, [attempt({ problem: 'refused' })], 'refused'],
    ['unreachable: five days without one success', failing(PATIENCE_MS), [down], 'unreachable'],
    ['not before', failing(PATIENCE_MS - 1), [down], undefined],
    [
      'unreachable: a delivery failed for the last time, and nothing was taken meanwhile',
      failing(1_000),
      [attempt({ status: 500 }, at, true)],
      'unreachable',
    ],
    [
      'not for one event that it does not take while it takes others',
      failing(1_000),
      [attempt({ status: 500 }, instant.plus(at, -2_000), true)],
      undefined,
    ],
  ] as const)('%s', (_, state, attempts, reason) => {
    expect(reasonToDisable(state, attempts, at)).toBe(reason);
  });
});

test('one process at a time sends, and a claim ends by itself', () => {
  const claimed = yes(claimFeed(feed, 'me', 1_000));
  expect(isClaimedByAnother(claimed, 'me', 1_001)).toBe(false);
  expect(isClaimedByAnother(claimed, 'another', 20_999)).toBe(true);
  expect(isClaimedByAnother(claimed, 'another', 21_000)).toBe(false);
});

describe('a replay', () => {
  test('runs from a time up to now', () => {
    const from = instant.plus(at, -1_000);
    expect(beginReplay(feed, from, at)).toMatchObject({ ok: true, state: { replay: { from, to: at } } });
  });

  test.each([
    ['the future', 1],
    ['more than fourteen months ago', -(REPLAY_DAYS * 86_400_000 + 1)],
  ])('from %s is refused', (_, ms) => {
    expect(beginReplay(feed, instant.plus(at, ms), at)).toMatchObject({
      refusal: { code: 'subscription.replay-out-of-reach' },
    });
  });
});
