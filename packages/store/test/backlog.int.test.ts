import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Store } from '@minzheng/store';
import { decided } from '@minzheng/types';
import { account, accountsOf, byJob, opened, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB'], { slots: 4 });
  store = bench.store;
});
afterAll(() => bench.end());

const open = (id: string, events: number): Promise<unknown> => {
  const told = Array.from({ length: events }, () => opened(id));
  return store.commit(byJob, (tx) => tx.apply(accountsOf(store), id, () => decided(account(id), ...told)));
};

describe('the backlog of the outbox', () => {
  test('is nothing at first, then every event that is not sent, with the age of the oldest', async () => {
    expect(await store.outbox.backlog(100)).toEqual({ events: 0, oldestMs: 0 });
    for (const [id, events] of [
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ] as const) {
      await open(id, events);
    }
    const { events, oldestMs } = await store.outbox.backlog(100);
    expect(events).toBe(6);
    expect(oldestMs).toBeGreaterThanOrEqual(0);
  });

  test('looks at no more rows than it is allowed to', async () => {
    const { events } = await store.outbox.backlog(1);
    expect([1, 2, 3]).toContain(events);
  });

  test('leaves out what was sent, and reads it by the index of what is to be sent', async () => {
    const outbox = store.connection.collection('outbox');
    await outbox.updateMany({}, { $set: { st: 1 } });
    await open('d', 5);
    expect(await store.outbox.backlog(100)).toMatchObject({ events: 5 });
    const plan = await outbox.find({ slot: { $gte: 0 }, st: 0 }).explain('queryPlanner');
    expect(JSON.stringify(plan)).toContain('"indexName":"to_send"');
  });
});
