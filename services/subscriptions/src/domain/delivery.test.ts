import { describe, expect, test } from '@jest/globals';
import { instant } from '@minzheng/types';
import { at, delivery, pausesS, publicEvent, subscription, yes } from '../../test/samples.ts';
import { conclude, createDelivery, deliveryIdOf, replay } from './delivery.ts';
import type { Answer } from './delivery.ts';

const how = { at, chance: 0.5, pausesS };

describe('which delivery an event is', () => {
  test('does not depend on when or how often it is handed out; another subscription has another one', () => {
    const later = createDelivery(subscription, publicEvent, { at: instant.plus(at, 1_000), isFirst: false });
    expect(yes(later).id).toBe(delivery.id);
    expect(deliveryIdOf('s-2' as typeof subscription.id, publicEvent)).not.toBe(delivery.id);
    expect(delivery.id).not.toContain('.');
  });
});

describe('an attempt', () => {
  test.each([
    [{ status: 200 }, 'delivered'],
    [{ status: 299 }, 'delivered'],
    [{ status: 301 }, 'temporary-failure'],
    [{ status: 400 }, 'temporary-failure'],
    [{ status: 500 }, 'temporary-failure'],
    [{ problem: 'timeout' }, 'temporary-failure'],
    [{ problem: 'refused' }, 'temporary-failure'],
    [{ status: 410 }, 'permanent-failure'],
  ] as const)('answered with %j: %s', (answer: Answer, status) => {
    expect(yes(conclude(delivery, answer, how))).toMatchObject({ status, attempts: 1, firstAt: at, last: answer });
  });

  test('the next one comes on the schedule; after the last it has failed', () => {
    const first = yes(conclude(delivery, { status: 500 }, how));
    expect(first.nextAt).toBe(instant.plus(at, 5_000));
    const second = yes(conclude(first, { status: 500 }, how));
    expect(second.nextAt).toBe(instant.plus(at, 60_000));
    expect(yes(conclude(second, { status: 500 }, how))).toMatchObject({ status: 'permanent-failure', attempts: 3 });
  });

  test.each([
    [429, 90_000],
    [503, 90_000],
    [500, 5_000],
  ])('%i with Retry-After: the receiver decides how long, if it has too much to do', (status, pauseMs) => {
    const next = yes(conclude(delivery, { status, retryAfterMs: 90_000 }, how));
    expect(next.nextAt).toBe(instant.plus(at, pauseMs));
  });
});

test('a replay begins anew, under the same id', () => {
  const done = yes(conclude(delivery, { status: 200 }, how));
  const { firstAt, last, ...again } = yes(replay(done, at));
  expect([firstAt, last]).toEqual([undefined, undefined]);
  expect(again).toMatchObject({ id: delivery.id, status: 'waiting', attempts: 0 });
});
