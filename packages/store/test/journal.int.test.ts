import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JournalConflict } from '@minzheng/store';
import type { Journal, Store } from '@minzheng/store';
import { Fen } from '@minzheng/types';
import mongoose from 'mongoose';
import { byJob, countersOf, decider, increment, testStore, Transfer } from './fixture.ts';
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

const transfer = (id: string, amount = 5): Transfer => ({ id, amountFen: Fen.parse(amount), lines: ['a', 'b'] });
const append = (journal: Journal<Transfer>, ...records: Transfer[]) =>
  store.commit(byJob, (tx) => {
    tx.append(journal, records);
    return Promise.resolve();
  });

describe('a journal', () => {
  let transfers: Journal<Transfer>;
  beforeAll(() => {
    transfers = store.journal({ collection: 'transfers', record: Transfer });
  });

  test('keeps records and lists them', async () => {
    await append(transfers, transfer('t1'), transfer('t2', 7));
    expect(await transfers.list('system', {}, { limit: 10 })).toEqual([transfer('t1'), transfer('t2', 7)]);
    expect(await transfers.find('system', 't2')).toEqual(transfer('t2', 7));
    const row = await raw('transfers').findOne({ _id: 't2' }, asStored);
    expect(row?.['amountFen']).toEqual(mongoose.mongo.Long.fromNumber(7));
  });

  test('takes the same record again as the same record, together with the new ones and the rest of the commit', async () => {
    await append(transfers, transfer('same'));
    const lines = ['a', 'b'];
    await store.commit(byJob, async (tx) => {
      tx.append(transfers, [{ lines, amountFen: Fen.parse(5), id: 'same' }, transfer('fresh')]);
      await tx.apply(countersOf(store), 'beside', increment('beside'));
    });
    expect(await transfers.find('system', 'fresh')).toBeDefined();
    expect(await raw('transfers').countDocuments({ _id: 'same' })).toBe(1);
    expect(await countersOf(store).get('system', 'beside')).toMatchObject({ value: 1 });
  });

  test('refuses another content under an id it has, with everything beside it', async () => {
    await append(transfers, transfer('first'));
    const conflict = store.commit(byJob, async (tx) => {
      await tx.apply(countersOf(store), 'never', increment('never'));
      tx.append(transfers, [transfer('first', 6)]);
    });
    await expect(conflict).rejects.toThrow(JournalConflict);
    await expect(conflict).rejects.toMatchObject({ recordId: 'first', retriable: false });
    expect(await transfers.find('system', 'first')).toEqual(transfer('first'));
    expect(await countersOf(store).find('system', 'never')).toBeUndefined();
  });

  test('takes twenty appends of one record at once as one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => append(transfers, transfer('rush'))));
    expect(await raw('transfers').countDocuments({ _id: 'rush' })).toBe(1);
  });

  test('is hidden from callers when it does not say whose it is', async () => {
    await expect(transfers.find(decider, 't1')).rejects.toMatchObject({ name: 'Refused' });
  });
});
