import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LeaseLost, slotOf } from '@minzheng/store';
import type { Lease, Store } from '@minzheng/store';
import { decided, systemClocks } from '@minzheng/types';
import { account, accountsOf, byJob, opened, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB'], { slots: 4 });
  store = bench.store;
});
afterAll(() => bench.end());

const open = (id: string, by = store) =>
  by.commit(byJob, (tx) => tx.apply(accountsOf(by), id, (state) => decided(state ?? account(id), opened(id))));

const leased = async (slot: number, owner: string, ms?: number): Promise<Lease> => {
  const lease = await store.outbox.lease(slot, owner, ms);
  if (lease === undefined) throw new Error(`slot ${slot} is not free`);
  return lease;
};

describe('the outbox', () => {
  test('cuts a commit into rows by slot and by a thousand events, in order', async () => {
    const keys = Array.from({ length: 12 }, (_, i) => `k${i}`);
    await store.commit(byJob, async (tx) => {
      for (const key of keys) await tx.apply(accountsOf(store), key, () => decided(account(key), opened(key)));
      const many = Array.from({ length: 2_500 }, () => opened('many'));
      await tx.apply(accountsOf(store), 'many', () => decided(account('many'), ...many));
    });
    for (let slot = 0; slot < 4; slot += 1) {
      const rows = await store.outbox.pending(slot, 10_000);
      const events = rows.flatMap((row) => row.events);
      expect(events.every(({ key }) => slotOf(key, 4) === slot)).toBe(true);
      expect(rows.every((row) => row.events.length <= 1_000)).toBe(true);
      const ofMany = events.filter(({ key }) => key === 'many').map(({ seq }) => seq);
      expect(ofMany).toEqual(slot === slotOf('many', 4) ? Array.from({ length: 2_500 }, (_, i) => i + 1) : []);
    }
  });

  test('gives rows until they hold as many events as asked for, and at least one', async () => {
    const rows = await store.outbox.pending(slotOf('many', 4), 1);
    expect(rows).toHaveLength(1);
  });

  test('forgets what was sent and shows what was not', async () => {
    const lease = await leased(0, 'owner-a');
    const rows = await store.outbox.pending(0, 10_000);
    await store.outbox.markSent(
      lease,
      rows.map(({ id }) => id),
    );
    expect(await store.outbox.pending(0, 10_000)).toEqual([]);
    const shown = await store.outbox.unpublished();
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ slot }) => slot !== 0)).toBe(true);
    await store.outbox.release(lease);
  });

  test('keeps the order of a subject’s rows when a process has its clock an hour behind', async () => {
    const behind = {
      ...systemClocks,
      machine: { ...systemClocks.machine, nowMs: () => systemClocks.machine.nowMs() - 3_600_000 },
    };
    const late = await bench.another({}, behind);
    for (const by of [store, late, store, late, late, store]) await open('skewed', by);
    const rows = await store.outbox.pending(slotOf('skewed', 4), 10_000);
    const ofSubject = rows.flatMap((row) => row.events).filter(({ key }) => key === 'skewed');
    expect(ofSubject.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('a slot', () => {
  test('has one owner; two that ask at the same time for a new one do not both get it', async () => {
    const asked = await Promise.all(Array.from({ length: 10 }, (_, i) => store.outbox.lease(1, `racer-${i}`)));
    const got = asked.filter((lease) => lease !== undefined);
    expect(got).toHaveLength(1);
    expect(await store.outbox.lease(1, 'later')).toBeUndefined();
    await store.outbox.release(got[0] as Lease);
  });

  test('passes on when it is released or its time is over, with a greater epoch, and the former owner learns it', async () => {
    const first = await leased(2, 'first', 50);
    expect(await store.outbox.lease(2, 'first')).toEqual(first);
    await wait(80);
    const second = await leased(2, 'second');
    expect(second.epoch).toBe(first.epoch + 1);
    expect(await store.outbox.renew(first)).toBe(false);
    await expect(store.outbox.markSent(first, [])).rejects.toThrow(LeaseLost);
    await store.outbox.release(first);
    expect(await store.outbox.renew(second)).toBe(true);
    await expect(store.outbox.markSent(second, [])).resolves.toBeUndefined();
    await store.outbox.release(second);
    expect((await leased(2, 'third')).epoch).toBe(second.epoch + 1);
  });

  test('is kept as long as it is renewed', async () => {
    const lease = await leased(3, 'keeper', 60);
    for (let i = 0; i < 3; i += 1) {
      await wait(30);
      expect(await store.outbox.renew(lease, 60)).toBe(true);
    }
    expect(await store.outbox.lease(3, 'other')).toBeUndefined();
  });
});
