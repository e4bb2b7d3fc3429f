import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Cause, Store } from '@minzheng/store';
import { decided, DivisionCode } from '@minzheng/types';
import type { Caller } from '@minzheng/types';
import {
  account,
  accountsOf,
  byJob,
  byResident,
  caller,
  countersOf,
  decider,
  increment,
  person,
  testStore,
} from './fixture.ts';
import type { TestStore } from './fixture.ts';

let bench: TestStore;
let store: Store;
const songtai = DivisionCode.parse('330302026');
const officer = (division: string): Caller =>
  caller({ roles: ['street-officer'], division: DivisionCode.parse(division) });
const by = (viewer: Caller): Cause => ({ viewer, actor: 'staff', correlationId: 'c1' });
const page = { limit: 10 };

beforeAll(async () => {
  bench = await testStore(process.env['MINZHENG_TEST_MONGODB']);
  store = bench.store;
  await store.commit(byJob, async (tx) => {
    for (const state of [account('own'), account('other', { personId: person('p2'), division: songtai })]) {
      await tx.apply(accountsOf(store), state.id, () => decided(state));
    }
  });
});
afterAll(() => bench.end());

const idsFor = async (viewer: Caller) => {
  const states = await accountsOf(store).list(viewer, {}, page);
  return states.map(({ id }) => id).toSorted();
};

const touch = (cause: Cause, id: string, options = {}) =>
  store.commit(cause, (tx) => tx.apply(accountsOf(store), id, (state) => decided(state ?? account(id)), options));

describe('a record is reached', () => {
  test('by the resident it is about, and hidden from another', async () => {
    const accounts = accountsOf(store);
    await expect(accounts.get(caller({ personId: person('p1') }), 'own')).resolves.toMatchObject({ id: 'own' });
    const stranger = accounts.get(caller({ personId: person('p9') }), 'own');
    await expect(stranger).rejects.toMatchObject({ refusal: { code: 'auth.not-yours' } });
  });

  test('by an officer of its street and by the district, not by another street', async () => {
    const accounts = accountsOf(store);
    await expect(accounts.get(officer('330302006'), 'own')).resolves.toBeDefined();
    await expect(accounts.get(decider, 'own')).resolves.toBeDefined();
    const stranger = accounts.get(officer('330302026'), 'own');
    await expect(stranger).rejects.toMatchObject({ refusal: { code: 'auth.outside-division' } });
  });

  test('by no caller at all when its kind does not say whose it is', async () => {
    await store.commit(byJob, (tx) => tx.apply(countersOf(store), 'n', increment('n')));
    await expect(countersOf(store).get(decider, 'n')).rejects.toMatchObject({ name: 'Refused' });
    await expect(countersOf(store).list(decider, {}, page)).rejects.toThrow('beyond its viewer');
  });

  test('in a list only as far as the viewer’s own rows go', async () => {
    expect(await idsFor(caller({ personId: person('p2') }))).toEqual(['other']);
    expect(await idsFor(officer('330302006'))).toEqual(['own']);
    expect(await idsFor(decider)).toEqual(['other', 'own']);
    expect(await idsFor(caller({ roles: ['sre'] }))).toEqual([]);
    expect(
      await idsFor(caller({ roles: ['resident', 'street-officer'], personId: person('p1'), division: songtai })),
    ).toEqual(['other', 'own']);
  });

  test('not when it does not exist: that is said as such', async () => {
    await expect(accountsOf(store).get('system', 'absent')).rejects.toMatchObject({
      refusal: { code: 'request.not-found' },
    });
    expect(await accountsOf(store).find('system', 'absent')).toBeUndefined();
  });
});

describe('a decision reaches', () => {
  test('what its caller reaches, and is not even asked for anything else', async () => {
    await expect(touch(byResident(), 'own')).resolves.toMatchObject({ id: 'own' });
    let asked = false;
    const foreign = store.commit(byResident(), (tx) =>
      tx.apply(accountsOf(store), 'other', (state) => {
        asked = true;
        return decided(state ?? account('other'));
      }),
    );
    await expect(foreign).rejects.toMatchObject({ refusal: { code: 'auth.not-yours' } });
    expect(asked).toBe(false);
  });

  test('no new record in somebody else’s name', async () => {
    const forged = store.commit(byResident(person('p3')), (tx) =>
      tx.apply(accountsOf(store), 'forged', () => decided(account('forged'))),
    );
    await expect(forged).rejects.toMatchObject({ refusal: { code: 'auth.not-yours' } });
    expect(await accountsOf(store).find('system', 'forged')).toBeUndefined();
  });

  test('further where the service says, at the call, that it is the service who reaches', async () => {
    await expect(touch(by(officer('330302006')), 'other', { cause: { viewer: 'system' } })).resolves.toBeDefined();
    const found = store.commit(by(officer('330302006')), (tx) => tx.find(accountsOf(store), 'other'));
    await expect(found).rejects.toMatchObject({ refusal: { code: 'auth.outside-division' } });
    const widened = store.commit(by(officer('330302006')), (tx) => tx.find(accountsOf(store), 'other', 'system'));
    await expect(widened).resolves.toMatchObject({ id: 'other' });
  });
});

describe('a page', () => {
  beforeAll(async () => {
    await store.commit(byJob, async (tx) => {
      for (const [i, note] of ['a', 'a', 'b', 'b', 'c'].entries()) {
        const state = account(`page-${i}`, { personId: person('p7'), reference: `ref-${note}-${i}` });
        await tx.apply(accountsOf(store), state.id, () => decided(state));
      }
    });
  });

  test.each(['ascending', 'descending'] as const)(
    'goes on after the last row, %s, without gap or overlap',
    async (order) => {
      const seen: string[] = [];
      let after: { id: string; value: string } | undefined;
      do {
        const sort = { by: 'reference', order } as const;
        const rows = await accountsOf(store).list(
          'system',
          { personId: person('p7') },
          { sort, limit: 2, ...(after && { after }) },
        );
        seen.push(...rows.map(({ id }) => id));
        const last = rows.at(-1);
        after = last && { id: last.id, value: last.reference ?? '' };
      } while (after !== undefined);
      const all = Array.from({ length: 5 }, (_, i) => `page-${i}`);
      expect(seen).toEqual(order === 'ascending' ? all : all.toReversed());
    },
  );

  test('of a list inside a transaction shows a row as it was decided there', async () => {
    const listed = await store.commit(byJob, async (tx) => {
      await tx.apply(accountsOf(store), 'page-0', (state) => decided({ ...(state ?? account('page-0')), note: 'now' }));
      return tx.list(accountsOf(store), { personId: person('p7'), id: { $in: ['page-0', 'page-1'] } }, page);
    });
    expect(listed.map(({ note }) => note)).toEqual(['now', undefined]);
  });
});
