import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Store } from '@minzheng/store';
import { Instant, instant } from '@minzheng/types';
import { byJob, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
});
afterAll(() => bench.end());

interface RawRow {
  _id: string;
  [field: string]: unknown;
}
const raw = (name: string) => store.connection.getClient().db(store.connection.name).collection<RawRow>(name);

const at = (day: string) => Instant.parse(`${day}T00:00:00.000Z`);
const schedule = (subject: string, dueAt: Instant, kind = 'notice') =>
  store.commit(byJob, (tx) => Promise.resolve(tx.schedule({ kind, subject, dueAt })));

describe('a deadline', () => {
  test('is one per kind and subject: the later word counts', async () => {
    await schedule('s1', at('2026-01-05'));
    await schedule('s1', at('2026-01-03'));
    expect(await raw('deadlines').countDocuments({ subject: 's1' })).toBe(1);
    expect(await store.deadlines.nextDue(at('2026-01-04'))).toMatchObject({ subject: 's1', dueAt: at('2026-01-03') });
  });

  test('comes in the order of its time, then of its kind and subject, and not before it is due', async () => {
    await schedule('s0', at('2026-01-03'));
    await schedule('s2', at('2026-01-02'));
    expect(await store.deadlines.nextDue(instant.plus(at('2026-01-02'), -1))).toBeUndefined();
    const due = await store.deadlines.due(at('2026-01-03'), 10);
    expect(due.map(({ subject }) => subject)).toEqual(['s2', 's0', 's1']);
    expect(await store.deadlines.earliest()).toMatchObject({ subject: 's2' });
  });

  test('is gone with the commit that says so, and stays when that fails', async () => {
    await schedule('s3', at('2026-01-01'));
    const failing = store.commit(byJob, (tx) => {
      tx.unschedule('notice', 's3');
      return Promise.reject(new Error('later'));
    });
    await expect(failing).rejects.toThrow('later');
    expect(await store.deadlines.nextDue(at('2026-01-01'))).toMatchObject({ subject: 's3' });
    await store.commit(byJob, (tx) => Promise.resolve(tx.unschedule('notice', 's3')));
    expect(await store.deadlines.nextDue(at('2026-01-01'))).toBeUndefined();
  });
});
