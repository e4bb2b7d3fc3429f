import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SealBroken } from '@minzheng/store';
import type { Store } from '@minzheng/store';
import { decided } from '@minzheng/types';
import { account, accountsOf, byJob, person, testStore } from './fixture.ts';
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

const CANARY = '王小明33030219700101002X';

async function open(id: string, personId: string, holder = CANARY): Promise<void> {
  const state = account(id, { personId: person(personId), holder, note: `note of ${id}` });
  await store.commit(byJob, (tx) => tx.apply(accountsOf(store), id, () => decided(state)));
}

/** Every byte of every document, as text. */
async function dump(): Promise<string> {
  const names = (await store.connection.db?.listCollections().toArray()) ?? [];
  const all = await Promise.all(names.map(({ name }) => raw(name).find({}, { raw: true }).toArray()));
  return Buffer.concat(all.flat() as unknown as Buffer[]).toString('utf8');
}

describe('sealed fields', () => {
  test('are read as they were written and stand nowhere on disk', async () => {
    await open('a1', 'p1');
    expect(await accountsOf(store).get('system', 'a1')).toMatchObject({ holder: CANARY, note: 'note of a1' });
    const disk = await dump();
    expect(disk).toContain('a1');
    expect(disk).not.toContain(CANARY);
    expect(disk).not.toContain('note of a1');
  });

  test('are found by the blind index of the normalised value', async () => {
    await open('a2', 'p2', 'SOMEBODY');
    const accounts = accountsOf(store);
    expect(await accounts.findByBlind('system', 'holder', 'SOMEBODY')).toMatchObject({ id: 'a2' });
    expect(await accounts.findByBlind('system', 'holder', 'NOBODY')).toBeUndefined();
    const inside = await store.commit(byJob, (tx) => tx.findByBlind(accounts, 'holder', 'SOMEBODY'));
    expect(inside).toMatchObject({ id: 'a2', holder: 'SOMEBODY' });
  });

  test('have a blind index of their own per field and service, and none without the key', async () => {
    const own = store.vault.blindIndex('accounts.holder', 'X');
    expect(store.vault.blindIndex('accounts.note', 'X')).not.toBe(own);
    const otherKey = await bench.another({ blindIndexKey: randomBytes(32) });
    const otherService = await bench.another({ service: 'others' });
    expect(otherKey.vault.blindIndex('accounts.holder', 'X')).not.toBe(own);
    expect(otherService.vault.blindIndex('accounts.holder', 'X')).not.toBe(own);
  });

  test('open nowhere but in their own record and field', async () => {
    await open('mine', 'p3', 'MINE');
    await open('copy', 'p3', 'COPY');
    const holder = (await raw('accounts').findOne({ _id: 'mine' }))?.['holder'];
    await raw('accounts').updateOne({ _id: 'copy' }, { $set: { holder } });
    await expect(accountsOf(store).get('system', 'copy')).rejects.toThrow(SealBroken);
    await raw('accounts').updateOne({ _id: 'mine' }, { $set: { note: holder } });
    await expect(accountsOf(store).get('system', 'mine')).rejects.toThrow(SealBroken);
  });

  test('open with no other person’s key', async () => {
    await open('his', 'p4');
    await open('hers', 'p5');
    await raw('accounts').updateOne({ _id: 'his' }, { $set: { sealedFor: 'p5' } });
    await expect(accountsOf(store).get('system', 'his')).rejects.toThrow(SealBroken);
  });

  test('do not open for a process with another master key, and the error says nothing of the value', async () => {
    await open('foreign', 'p6');
    const stranger = await bench.another({ masterKey: randomBytes(32) });
    const reading = accountsOf(stranger).get('system', 'foreign');
    await expect(reading).rejects.toThrow(SealBroken);
    await expect(reading).rejects.not.toThrow(CANARY);
  });

  test('of a person whose key was destroyed stay closed, and no new key is made', async () => {
    await open('gone', 'p7');
    await raw('data_keys').updateOne({ _id: 'p7' }, { $unset: { wrapped: 1 } });
    const fresh = await bench.another();
    await expect(accountsOf(fresh).get('system', 'gone')).rejects.toThrow('was destroyed');
    const again = fresh.commit(byJob, (tx) =>
      tx.apply(accountsOf(fresh), 'gone-again', () => decided(account('gone-again', { personId: person('p7') }))),
    );
    await expect(again).rejects.toThrow('was destroyed');
  });

  test('share one data key per person, also when two processes meet the person at once', async () => {
    const other = await bench.another();
    const both = [store, other].map((by, i) =>
      by.commit(byJob, (tx) => {
        const state = account(`first-${i}`, { personId: person('p8'), holder: 'H' });
        return tx.apply(accountsOf(by), state.id, () => decided(state));
      }),
    );
    await Promise.all(both);
    expect(await raw('data_keys').countDocuments({ _id: 'p8' })).toBe(1);
    const fresh = await bench.another();
    const states = await accountsOf(fresh).list('system', { personId: person('p8') }, { limit: 10 });
    expect(states.map(({ holder }) => holder)).toEqual(['H', 'H']);
  });

  test('can be asked for by no filter', async () => {
    await expect(accountsOf(store).list('system', { holder: 'X' }, { limit: 1 })).rejects.toThrow('sealed');
  });
});

test('the vault seals a value for one place', async () => {
  const place = { collection: 'letters', id: 'l1', field: 'text' };
  const sealed = await store.vault.seal(person('p9'), place, { text: CANARY });
  expect(Buffer.from(sealed).toString('utf8')).not.toContain(CANARY);
  expect(await store.vault.open(person('p9'), place, sealed)).toEqual({ text: CANARY });
  await expect(store.vault.open(person('p9'), { ...place, id: 'l2' }, sealed)).rejects.toThrow(SealBroken);
});
