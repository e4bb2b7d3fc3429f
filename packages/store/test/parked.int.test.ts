import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ParkedRow, Store } from '@minzheng/store';
import { byJob, testStore } from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
});
afterAll(() => bench.end());

const row = (offset: number, more: Partial<ParkedRow> = {}): ParkedRow => ({
  id: `g|t|0|${offset}`,
  group: 'g',
  topic: 't',
  partition: 0,
  offset,
  key: `key-${offset}`,
  class: 'poison',
  err: 'malformed-json',
  attempts: 1,
  nextAt: 1_000 + offset,
  at: 500,
  st: 1,
  raw: Buffer.from('SECRET-MESSAGE'),
  ...more,
});
const park = (...rows: ParkedRow[]) =>
  store.commit(byJob, (tx) => {
    for (const one of rows) tx.park(one);
    return Promise.resolve();
  });

describe('a parked message', () => {
  test('is listed, counted, due at its time, and holds its key', async () => {
    await park(row(1), row(2, { key: 'key-1', class: 'behind' }), row(3, { st: 2 }));
    expect(await store.parked.parkedKeys('g', ['key-1', 'key-2', 'key-3'])).toEqual(new Set(['key-1', 'key-3']));
    expect(await store.parked.parkedKeys('other', ['key-1'])).toEqual(new Set());
    expect(await store.parked.count('g')).toEqual({ waiting: 2, dead: 1 });
    expect((await store.parked.due('g', 1_001, 10)).map(({ offset }) => offset)).toEqual([1]);
    expect((await store.parked.due('g', 9_999, 10)).map(({ offset }) => offset)).toEqual([1, 2]);
    expect((await store.parked.ofKey('g', 'key-1', 10)).map(({ offset }) => offset)).toEqual([1, 2]);
    const [first] = await store.parked.list({ group: 'g', limit: 1 });
    expect(first).toMatchObject({ id: 'g|t|0|1', class: 'poison' });
    expect(Buffer.from(first?.raw ?? []).toString()).toBe('SECRET-MESSAGE');
  });

  test('is sealed at rest', async () => {
    const rows = store.connection.getClient().db(store.connection.name).collection('parked');
    const bytes = (await rows.find({}, { raw: true }).toArray()) as unknown as Buffer[];
    expect(Buffer.concat(bytes).includes('SECRET-MESSAGE')).toBe(false);
  });

  test('is written anew by a further attempt and gone with the commit that resolves it', async () => {
    await park(row(1, { attempts: 2, nextAt: 5_000 }));
    expect(await store.parked.list({ ids: ['g|t|0|1'], limit: 10 })).toEqual([
      expect.objectContaining({ attempts: 2 }),
    ]);
    await store.commit(byJob, (tx) => Promise.resolve(tx.resolve('g|t|0|1')));
    expect(await store.parked.list({ ids: ['g|t|0|1'], limit: 10 })).toEqual([]);
  });
});
