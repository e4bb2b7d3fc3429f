import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WatermarkMoved } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { byJob, countersOf, increment, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
});
afterAll(() => bench.end());

const at = { group: 'payments', topic: 'minzheng.tests.v1', partition: 0 };
const step = (first: number, next: number, by = store, id = 'effect') =>
  by.commit(byJob, async (tx) => {
    tx.advance({ ...at, first, next });
    await tx.apply(countersOf(by), id, increment(id));
  });
const effects = async () => (await countersOf(store).find('system', 'effect'))?.value ?? 0;

describe('a watermark', () => {
  test('is set once and afterwards only read', async () => {
    expect(await store.watermarks.get('payments', at.topic, 0)).toBeUndefined();
    expect(await store.watermarks.first('payments', at.topic, 0, 7)).toBe(7);
    expect(await store.watermarks.first('payments', at.topic, 0, 99)).toBe(7);
    expect(await store.watermarks.all('payments')).toEqual([{ ...at, next: 7 }]);
    expect(await store.watermarks.all('others')).toEqual([]);
  });

  test('moves with its effect, and only from where it stands', async () => {
    await step(7, 10);
    expect(await effects()).toBe(1);
    await expect(step(7, 10)).rejects.toThrow(WatermarkMoved);
    await expect(step(11, 12)).rejects.toThrow(WatermarkMoved);
    expect(await effects()).toBe(1);
    expect(await store.watermarks.get('payments', at.topic, 0)).toBe(10);
  });

  test('lets exactly one of two consumers of the same chunk have its effect', async () => {
    const other = await bench.another();
    const before = await effects();
    const both = await Promise.allSettled([step(10, 20), step(10, 20, other)]);
    const faults = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(faults).toEqual([expect.any(WatermarkMoved)]);
    expect(await effects()).toBe(before + 1);
  });
});
