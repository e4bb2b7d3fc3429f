import { beforeEach, describe, expect, test } from '@jest/globals';
import { FakeBroker } from '../test/fake-broker.ts';
import type { PartitionOffsets, Position } from './broker.ts';
import { StallWatch } from './stall-watch.ts';

let broker: FakeBroker;
let end: number;
beforeEach(() => {
  broker = new FakeBroker();
  end = 10;
  broker.endOffsets = () => Promise.resolve<PartitionOffsets[]>([{ partition: 0, first: 0, end }]);
});

/** Asks every second for as long; whether it was ever called stalled. */
async function stallsWithin(seconds: number, idle: (second: number) => Position[] | undefined): Promise<boolean> {
  const watch = new StallWatch(broker, () => undefined);
  for (let second = 0; second < seconds; second += 1) {
    await broker.pace.advance(1_000);
    if (await watch.isStalled(idle(second))) return true;
  }
  return false;
}
const at = (next: number): Position[] => [{ topic: 't', partition: 0, next }];

describe('a reader is stalled', () => {
  test('when there is something to read and nothing has moved for 30 s (row 39)', async () => {
    expect(await stallsWithin(34, () => at(4))).toBe(false);
    expect(await stallsWithin(60, () => at(4))).toBe(true);
  });

  test('not when it moves, however slowly', async () => {
    end = 1_000;
    expect(await stallsWithin(120, (second) => at(Math.floor(second / 20)))).toBe(false);
  });

  test('not when there is nothing to read', async () => {
    expect(await stallsWithin(120, () => at(10))).toBe(false);
  });

  test('not while it is at work on a chunk: then the partition is not idle', async () => {
    expect(await stallsWithin(120, () => [])).toBe(false);
  });

  test('not while the brokers do not answer', async () => {
    broker.endOffsets = () => Promise.reject(new Error('away'));
    broker.alive = () => Promise.resolve(false);
    expect(await stallsWithin(120, () => at(4))).toBe(false);
    expect(await stallsWithin(120, () => undefined)).toBe(false);
  });

  test('when it has not joined its group for 30 s although the brokers answer', async () => {
    expect(await stallsWithin(60, () => undefined)).toBe(true);
  });
});
