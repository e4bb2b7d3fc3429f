import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StateInvalid } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { decided, Fen } from '@minzheng/types';
import mongoose from 'mongoose';
import { account, accountsOf, byJob, testStore } from './fixture.ts';
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
const asStored = { promoteLongs: false, promoteValues: false };

describe('money', () => {
  test('lies in the database as 64-bit integers, arrays and zero too, and is read as safe integers', async () => {
    const big = Fen.parse(Number.MAX_SAFE_INTEGER);
    const state = account('fen', { balanceFen: big, monthsFen: [Fen.parse(0), Fen.parse(-5)] });
    await store.commit(byJob, (tx) => tx.apply(accountsOf(store), 'fen', () => decided(state)));
    const row = await raw('accounts').findOne({ _id: 'fen' }, asStored);
    const { Long } = mongoose.mongo;
    expect(row?.['balanceFen']).toEqual(Long.fromNumber(big));
    expect(row?.['monthsFen']).toEqual([Long.fromNumber(0), Long.fromNumber(-5)]);
    expect(await accountsOf(store).get('system', 'fen')).toEqual(state);
  });

  test('beyond a safe integer, put there by hand, is refused and not rounded', async () => {
    await store.commit(byJob, (tx) => tx.apply(accountsOf(store), 'unsafe', () => decided(account('unsafe'))));
    await raw('accounts').updateOne({ _id: 'unsafe' }, { $set: { balanceFen: mongoose.mongo.Long.MAX_VALUE } });
    await expect(accountsOf(store).get('system', 'unsafe')).rejects.toThrow(StateInvalid);
  });
});
